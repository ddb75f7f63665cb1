/** @file The shapes of learning-rate schedules: what the highest rate is multiplied by at each step. */

/** A share of the highest rate at a step, from 0. */
export type Factor = (step: number) => number;

/** Warm-up: from 0 to the highest rate in a straight line over `warmup` steps, then what `after` says. */
export function warmedUp(warmup: number, after: Factor): Factor {
  return (step) => (step < warmup ? step / Math.max(1, warmup) : after(step));
}

/** The highest rate, always. */
export function constant(): Factor {
  return () => 1;
}

/** Down to 0 in a straight line. */
export function linear(warmup: number, total: number): Factor {
  return (step) => Math.max(0, (total - step) / Math.max(1, total - warmup));
}

/** Along a cosine down to `floor`; with half a cycle, which is the default, it arrives there at the last step. */
export function cosine(warmup: number, total: number, cycles = 0.5, floor = 0): Factor {
  return (step) => {
    const wave = 0.5 * (1 + Math.cos(Math.PI * cycles * 2 * progress(step, warmup, total)));
    return Math.max(0, wave * (1 - floor) + floor);
  };
}

/** Along a cosine down to 0, `cycles` times, each time beginning at the highest rate again. */
export function cosineWithRestarts(warmup: number, total: number, cycles = 1): Factor {
  return (step) => {
    const done = progress(step, warmup, total);
    return done >= 1 ? 0 : Math.max(0, 0.5 * (1 + Math.cos(Math.PI * ((cycles * done) % 1))));
  };
}

/** Down to `end` (a share of the highest rate) as a power of what is left. */
export function polynomial(warmup: number, total: number, power: number, end: number): Factor {
  return (step) => (step > total ? end : (1 - end) * (1 - (step - warmup) / (total - warmup)) ** power + end);
}

/** As one through the root of the steps done, for trainings without a known end. */
export function inverseSqrt(warmup: number, timescale: number): Factor {
  return (step) => 1 / Math.sqrt((step + timescale - warmup) / timescale);
}

/** The highest rate for `stable` steps, then along a cosine to `floor` over `decay` steps, and there it stays. */
export function stableThenDecay(warmup: number, stable: number, decay: number, cycles = 0.5, floor = 0): Factor {
  const start = warmup + stable;
  const fall = cosine(start, start + decay, cycles);
  return (step) => {
    if (step < start) return 1;
    return step < start + decay ? (1 - floor) * fall(step) + floor : floor;
  };
}

function progress(step: number, warmup: number, total: number): number {
  return (step - warmup) / Math.max(1, total - warmup);
}
