/** @file A figure that grows while a model is trained. */
import { randomUUID } from "node:crypto";
import { argumentRangeError } from "../../core/errors";
import { kernelChannel } from "../../core/kernel-channel";
import type { Figure } from "../../plots/figure";
import { trainingCurves } from "../../plots/training-curves";
import type { TrainingCallback, TrainingEvent } from "../loop/training-callback";
import type { TrainingControl } from "../loop/training-control";
import type { TrainingState } from "../loop/training-state";

/** Options of {@link LiveCurve}. */
export interface LiveCurveOptions {
  /** What is drawn, without `val_` or `eval`. @default "loss" */
  metric?: string;
  /** How many updates make a point of the training loss. @default so that there are at most 100 */
  every?: number;
}

const MOST_POINTS = 100;
const PAUSE = 500;

/**
 * Draws loss, or another measure, as the training goes on: one figure in a notebook that is drawn anew twice a second at most.
 * In a script its text is printed at the end.
 *
 * The figure that stays hangs on the numbers alone, not on how fast they came.
 *
 * @example
 * ```ts
 * await model.fit(train, { validationData: test, epochs: 5, callbacks: [new LiveCurve()] });
 * ```
 */
export class LiveCurve implements TrainingCallback {
  readonly #metric: string;
  readonly #every: number | undefined;
  readonly #displayId: string = randomUUID();
  #rows: Record<string, number>[] = [];
  #sum = 0;
  #count = 0;
  #last = Number.NEGATIVE_INFINITY;
  #isShown = false;

  constructor({ metric = "loss", every }: LiveCurveOptions = {}) {
    if (every !== undefined && !(Number.isSafeInteger(every) && every >= 1)) {
      const rule = "be a whole number of at least 1";
      throw argumentRangeError({ function: "LiveCurve", parameter: "every", rule, value: every });
    }
    this.#metric = metric;
    this.#every = every;
  }

  /** The figure as it stands; undefined before there is anything to draw. */
  get figure(): Figure | undefined {
    const known = this.#rows.some((row) =>
      Object.keys(row).some((name) => name.toLowerCase().endsWith(this.#metric.toLowerCase())),
    );
    return known ? trainingCurves({ logs: this.#rows }, { metric: this.#metric, x: "epoch" }) : undefined;
  }

  onTrainBegin(): void {
    this.#rows = [];
    this.#sum = 0;
    this.#count = 0;
  }

  onStepEnd(state: TrainingState): void {
    if (this.#metric !== "loss") return;
    this.#sum += state.loss;
    this.#count++;
    const every = this.#every ?? (Number.isFinite(state.maxSteps) ? Math.ceil(state.maxSteps / MOST_POINTS) : 1);
    if (this.#count < every) return;
    this.#rows.push({ step: state.step, epoch: state.epoch, loss: this.#sum / this.#count });
    this.#sum = 0;
    this.#count = 0;
    if (this.#every === undefined && this.#rows.length > 4 * MOST_POINTS) this.#rows = halved(this.#rows);
    this.#show("now-and-then");
  }

  onLog({ step, epoch }: TrainingState, _control: TrainingControl, { logs }: TrainingEvent): void {
    // The training loss is drawn from the steps themselves, which are finer.
    const { loss: _, ...others } = logs;
    const kept = this.#metric === "loss" ? others : logs;
    const isOfMetric = ([name]: [string, number]): boolean => name.toLowerCase().endsWith(this.#metric.toLowerCase());
    const own = Object.fromEntries(Object.entries(kept).filter(isOfMetric));
    if (Object.keys(own).length > 0) this.#rows.push({ step, epoch, ...own });
    this.#show("now-and-then");
  }

  onClose(): void {
    if (kernelChannel() !== undefined) this.#show("always");
    else if (this.figure !== undefined) process.stdout.write(`${this.figure.toText()}\n`);
  }

  #show(when: "now-and-then" | "always"): void {
    const channel = kernelChannel();
    const now = performance.now();
    if (channel === undefined || (when === "now-and-then" && now - this.#last < PAUSE)) return;
    const { figure } = this;
    if (figure === undefined) return;
    this.#last = now;
    channel.display(figure.toBundle() as Record<string, string | object>, {
      displayId: this.#displayId,
      update: this.#isShown,
    });
    this.#isShown = true;
  }
}

/** Of a training whose length nobody knows the points are thinned out: two training points become one, the others stay. */
function halved(rows: readonly Record<string, number>[]): Record<string, number>[] {
  let seen = 0;
  return rows.filter((row) => row.loss === undefined || seen++ % 2 === 1);
}
