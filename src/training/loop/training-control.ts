/** @file How a callback asks the training for something: to stop, to log, to evaluate, to save. */

/** What can be asked for. */
export type TrainingRequest = "log" | "evaluate" | "save" | "stop-epoch" | "stop";

/**
 * What callbacks ask of a training; the loop does it once the callbacks have run. Python: `transformers.TrainerControl`.
 *
 * @example
 * ```ts
 * const stopWhenGood: TrainingCallback = {
 *   onEvaluate: (state, control, { metrics }) => {
 *     if ((metrics.evalLoss ?? 1) < 0.1) control.stop();
 *   },
 * };
 * ```
 */
export class TrainingControl {
  readonly #asked = new Set<TrainingRequest>();
  #reason: string | undefined;

  /** Ends the training after this update. The reason is kept for whoever shows it. Python: `should_training_stop`. */
  stop(reason?: string): void {
    this.#asked.add("stop");
    this.#reason ??= reason;
  }

  /** Ends the epoch after this update. Python: `should_epoch_stop`. */
  stopEpoch(): void {
    this.#asked.add("stop-epoch");
  }

  /** Logs the mean loss since the last log. Python: `should_log`. */
  log(): void {
    this.#asked.add("log");
  }

  /** Evaluates, where the training has something to evaluate on. Python: `should_evaluate`. */
  evaluate(): void {
    this.#asked.add("evaluate");
  }

  /** Saves, where the training has somewhere to save to. Python: `should_save`. */
  save(): void {
    this.#asked.add("save");
  }

  /** Whether this was asked for and not done yet. */
  isAsked(request: TrainingRequest): boolean {
    return this.#asked.has(request);
  }

  /** Why the training was asked to stop, where somebody said so. */
  get reason(): string | undefined {
    return this.#reason;
  }

  /** Whether it was asked for; it no longer is. The loop calls it. */
  take(request: TrainingRequest): boolean {
    return this.#asked.delete(request);
  }
}
