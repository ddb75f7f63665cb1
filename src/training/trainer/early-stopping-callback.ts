/** @file Ending a training once its metric no longer gets better. */
import { argumentRangeError } from "../../core/errors";
import type { TrainingArguments } from "../arguments/training-arguments";
import type { JsonValue } from "../checkpoints/resume-point";
import type { TrainingEvent } from "../loop/training-callback";
import type { TrainingControl } from "../loop/training-control";
import type { TrainingState } from "../loop/training-state";
import { decidingMetric, decidingValue, isBetter } from "./best-evaluation";
import type { TrainerCallback } from "./trainer-callback";

/** Options of {@link EarlyStoppingCallback}. */
export interface EarlyStoppingOptions {
  /** How many evaluations in a row may bring nothing better. @default 1 */
  earlyStoppingPatience?: number;
  /** By how much a metric must be better than the best so far to count. @default 0 */
  earlyStoppingThreshold?: number;
}

/**
 * Ends a training when `metricForBestModel` got no better in so many evaluations. Python:
 * `transformers.EarlyStoppingCallback`.
 *
 * It needs an `evalStrategy` and a `metricForBestModel`, and is of most use with `loadBestModelAtEnd: true`.
 *
 * @example
 * ```ts
 * const args = new TrainingArguments({ outputDir: "run", evalStrategy: "epoch", saveStrategy: "epoch", loadBestModelAtEnd: true });
 * new Trainer({ model, args, trainDataset, evalDataset, callbacks: [new EarlyStoppingCallback({ earlyStoppingPatience: 2 })] });
 * ```
 */
export class EarlyStoppingCallback implements TrainerCallback {
  readonly name = "EarlyStoppingCallback";
  readonly patience: number;
  readonly threshold: number;
  #args: TrainingArguments | undefined;
  #best: number | undefined;
  #waited = 0;

  constructor({ earlyStoppingPatience = 1, earlyStoppingThreshold = 0 }: EarlyStoppingOptions = {}) {
    const fail = (parameter: string, rule: string, value: unknown): RangeError =>
      argumentRangeError({ function: "EarlyStoppingCallback", parameter, rule, value });
    if (!Number.isSafeInteger(earlyStoppingPatience) || earlyStoppingPatience < 1)
      throw fail("earlyStoppingPatience", "be a whole number of evaluations, 1 or more", earlyStoppingPatience);
    if (!(Number.isFinite(earlyStoppingThreshold) && earlyStoppingThreshold >= 0))
      throw fail("earlyStoppingThreshold", "be a number, 0 or more", earlyStoppingThreshold);
    this.patience = earlyStoppingPatience;
    this.threshold = earlyStoppingThreshold;
  }

  onArguments(args: TrainingArguments): void {
    const fail = (parameter: string, rule: string, value: unknown): RangeError =>
      argumentRangeError({ function: "TrainingArguments", parameter, rule, value });
    if (decidingMetric(args) === undefined)
      throw fail("metricForBestModel", "be given for an EarlyStoppingCallback", args.metricForBestModel);
    if (args.evalStrategy === "no")
      throw fail("evalStrategy", 'be "steps" or "epoch" for an EarlyStoppingCallback', args.evalStrategy);
    this.#args = args;
    this.#best = undefined;
    this.#waited = 0;
  }

  onEvaluate(state: TrainingState, control: TrainingControl, { metrics }: TrainingEvent): void {
    const args = this.#args;
    const value = args === undefined ? undefined : decidingValue(args, metrics);
    if (args === undefined || value === undefined) return;
    const best = this.#best;
    const better = isBetter(args, value, best);
    const counts = better && (best === undefined || Math.abs(value - best) > this.threshold);
    // A small gain is the new best, from which the next gain is counted, but it is no reason to wait on.
    if (better) this.#best = value;
    this.#waited = counts ? 0 : this.#waited + 1;
    if (this.#waited < this.patience) return;
    const evaluations = this.patience === 1 ? "an evaluation" : `${this.patience} evaluations`;
    control.stop(`${decidingMetric(args)} got no better in ${evaluations}, up to step ${state.step}`);
  }

  keptState(): JsonValue {
    return { best: this.#best ?? null, waited: this.#waited };
  }

  restoreState(kept: JsonValue): void {
    const { best, waited } = (kept ?? {}) as { best?: unknown; waited?: unknown };
    this.#best = typeof best === "number" ? best : undefined;
    this.#waited = Number.isSafeInteger(waited) ? Number(waited) : 0;
  }
}
