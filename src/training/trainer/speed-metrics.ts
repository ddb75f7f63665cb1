/** @file How fast something went, with the names that Python's Trainer has for it. */

/** The numbers behind the speed. */
export interface SpeedFacts {
  seconds: number;
  samples: number;
  steps: number;
}

/** `eval_runtime`, `eval_samples_per_second`, `eval_steps_per_second`. Python: `speed_metrics`, rounded alike. */
export function speedMetrics(prefix: string, { seconds, samples, steps }: SpeedFacts): Record<string, number> {
  const round = (value: number, digits: number): number => Number(value.toFixed(digits));
  const metrics = { [`${prefix}_runtime`]: round(seconds, 4) };
  if (seconds === 0) return metrics;
  metrics[`${prefix}_samples_per_second`] = round(samples / seconds, 3);
  metrics[`${prefix}_steps_per_second`] = round(steps / seconds, 3);
  return metrics;
}
