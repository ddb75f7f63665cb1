/** @file How a training shows how far it has come: one display in a notebook, a line on a terminal, lines in a log. */
import { randomUUID } from "node:crypto";
import { type KernelChannel, kernelChannel } from "../../core/kernel-channel";
import { clock, type ProgressStream } from "../../core/progress";
import { clip } from "../../core/text-table";
import { formatMeasure } from "../keras/history";
import type { TrainingCallback, TrainingEvent } from "../loop/training-callback";
import type { TrainingControl } from "../loop/training-control";
import type { TrainingState } from "../loop/training-state";
import { type ProgressRow, progressBundle } from "./progress-table";

/** Options of {@link ProgressCallback}. */
export interface ProgressCallbackOptions {
  /** What the lines of the log are counted by. @default "step" */
  unit?: "epoch" | "step";
  /** Whether the state between two lines of the log is shown too, where it can be rewritten. @default "show" */
  live?: "show" | "hide";
  /** Where the line that is rewritten goes. @default process.stderr */
  stream?: ProgressStream;
  /** Where the lines that stay go. @default process.stdout */
  log?: (line: string) => void;
  /** The clock, in milliseconds; for tests. @default performance.now */
  now?: () => number;
}

const NOTEBOOK_PAUSE = 250;
const TERMINAL_PAUSE = 100;
/** What is in every log and would only fill the lines. */
const LEFT_OUT = /^(gradientNorm|learningRate)$|_(runtime|per_second)$/;

/**
 * Shows epoch, step, loss, learning rate and the time that is left while a model is trained, and a line for whatever is logged.
 *
 * In a notebook it is one display that ends as a table without times, so that the same training leaves the same output. On a
 * terminal one line is rewritten. In a log only the lines of the log come. `fit` and `Trainer` have one already.
 *
 * Python: `transformers.ProgressCallback` and `NotebookProgressCallback`; Keras: `verbose=1`.
 */
export class ProgressCallback implements TrainingCallback {
  readonly #options: ProgressCallbackOptions;
  readonly #stream: ProgressStream;
  readonly #channel: KernelChannel | undefined;
  readonly #now: () => number;
  readonly #displayId: string = randomUUID();
  readonly #rows: ProgressRow[] = [];
  #printed = 0;
  #start: { time: number; step: number } | undefined;
  #lastShown = Number.NEGATIVE_INFINITY;
  #isShown = false;
  #state: TrainingState | undefined;
  #isWhole = false;

  constructor(options: ProgressCallbackOptions = {}) {
    this.#options = options;
    this.#stream = options.stream ?? process.stderr;
    this.#channel = options.stream === undefined && options.log === undefined ? kernelChannel() : undefined;
    this.#now = options.now ?? (() => performance.now());
  }

  onTrainBegin(state: TrainingState): void {
    this.#state = state;
    this.#isWhole = false;
    this.#start = { time: this.#now(), step: state.step };
  }

  onStepBegin(): void {
    this.#printRows();
  }

  onStepEnd(state: TrainingState): void {
    this.#state = state;
    if (this.#options.live === "hide") return;
    const now = this.#now();
    const pause = this.#channel === undefined ? TERMINAL_PAUSE : NOTEBOOK_PAUSE;
    if (now - this.#lastShown < pause) return;
    this.#lastShown = now;
    this.#show(this.#line(state, now));
  }

  onLog(state: TrainingState, _control: TrainingControl, { logs }: TrainingEvent): void {
    const values = Object.fromEntries(Object.entries(logs).filter(([name]) => !LEFT_OUT.test(name)));
    const last = this.#rows.at(-1);
    // What is measured after the same update belongs into one line: the loss, and what was evaluated then.
    if (last !== undefined && last.step === state.step) Object.assign(last.values, values);
    else this.#rows.push({ step: state.step, label: this.#label(state), values });
  }

  onEvaluate(): void {
    if (this.#channel !== undefined && this.#state !== undefined) this.#show(this.#line(this.#state, this.#now()));
  }

  onTrainEnd(state: TrainingState): void {
    this.#state = state;
    this.#isWhole = true;
  }

  onClose(): void {
    const state = this.#state;
    if (state === undefined) return;
    this.#printRows();
    if (this.#channel !== undefined) this.#show(endLine(state, this.#isWhole));
    else if (this.#isShown) this.#write("\r\u001b[K");
    this.#state = undefined;
  }

  #label({ epoch, epochs, step, maxSteps }: TrainingState): string {
    return this.#options.unit === "epoch" ? counted(Number(epoch.toFixed(2)), epochs) : counted(step, maxSteps);
  }

  /** The state between two lines: the only place where times stand. */
  #line(state: TrainingState, now: number): string {
    const { epoch, epochs, step, maxSteps, loss, learningRate } = state;
    const parts = [
      `epoch ${counted(Number(epoch.toFixed(2)), epochs)}`,
      `step ${counted(step, maxSteps)}`,
      `loss ${formatMeasure(loss)}`,
      `learning rate ${learningRate.toPrecision(3)}`,
    ];
    const { time, step: first } = this.#start ?? { time: now, step };
    const rate = (step - first) / Math.max(1e-3, (now - time) / 1000);
    if (Number.isFinite(maxSteps) && rate > 0) parts.push(`${clock((maxSteps - step) / rate)} left`);
    return parts.join("  ");
  }

  #show(line: string): void {
    if (this.#channel !== undefined) {
      const { step = 0, maxSteps = 0 } = this.#state ?? {};
      const share = this.#isWhole || !Number.isFinite(maxSteps) || maxSteps === 0 ? undefined : step / maxSteps;
      const bundle = progressBundle({ line, share, unit: this.#options.unit ?? "step", rows: this.#rows });
      this.#channel.display(bundle, { displayId: this.#displayId, update: this.#isShown });
      this.#isShown = true;
      return;
    }
    if (this.#stream.isTTY !== true) return;
    this.#write(`\r${clip(line, Math.max(10, (this.#stream.columns ?? 80) - 1))}\u001b[K`);
    this.#isShown = true;
  }

  #printRows(): void {
    if (this.#channel !== undefined || this.#printed === this.#rows.length) return;
    if (this.#isShown) this.#write("\r\u001b[K");
    const log = this.#options.log ?? ((line: string) => process.stdout.write(`${line}\n`));
    for (const { label, values } of this.#rows.slice(this.#printed)) {
      const measures = Object.entries(values).map(([name, value]) => `${name} ${formatMeasure(value)}`);
      log([`${this.#options.unit ?? "step"} ${label}`, ...measures].join("  "));
    }
    this.#printed = this.#rows.length;
  }

  #write(text: string): void {
    if (this.#stream.destroyed === true || this.#stream.writableEnded === true) return;
    try {
      this.#stream.write(text);
    } catch {
      // A stream that cannot be written to is no reason to stop the training whose progress it shows.
    }
  }
}

function counted(done: number, all: number): string {
  return Number.isFinite(all) ? `${done}/${all}` : String(done);
}

function endLine({ step, maxSteps, epoch }: TrainingState, isWhole: boolean): string {
  const steps = `${step} ${step === 1 ? "step" : "steps"}, ${Number(epoch.toFixed(2))} ${epoch === 1 ? "epoch" : "epochs"}`;
  return isWhole ? `Trained: ${steps}` : `Stopped after step ${counted(step, maxSteps)}`;
}
