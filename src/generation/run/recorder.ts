/** @file What a generation keeps besides its ids, where it was asked to: scores, logits, states, and the trace. */
import { ModelTensor } from "../../models/model-tensor";
import type { GenerationConfig } from "../generation-config";
import { logSumExp } from "../logits/log-sum-exp";
import type { TraceCandidate, TraceStep } from "../trace";
import { greatest } from "./greatest";

/** How many candidates a step of the trace has. */
const CANDIDATES = 20;

/** Options of the trace. */
export interface TraceOptions {
  /** How many of the likeliest tokens are kept for each step. @default 20 */
  candidates?: number;
}

/** Keeps what was asked for. Steps are counted from 0, rows over the whole batch. */
export class Recorder {
  readonly #config: GenerationConfig;
  readonly #rows: number;
  readonly #scores: Float32Array[] = [];
  readonly #logits: Float32Array[] = [];
  readonly #hidden: ModelTensor[][] = [];
  readonly #trace: TraceStep[] = [];
  readonly #candidates: number;
  #vocabulary = 0;

  /** @param rows How many rows a step has, those that have ended among them. */
  constructor(config: GenerationConfig, rows: number, trace: TraceOptions | boolean) {
    this.#config = config;
    this.#rows = rows;
    this.#candidates = trace === true ? CANDIDATES : trace === false ? 0 : (trace.candidates ?? CANDIDATES);
  }

  /** Whether steps are to be traced. */
  get traces(): boolean {
    return this.#candidates > 0;
  }

  /** Whether the logits are needed after the processors have changed them. */
  get needsLogits(): boolean {
    return this.#config.outputLogits || this.traces;
  }

  /** Keeps a row's logits and processed scores of a step. */
  scores(step: number, row: number, logits: Float32Array, processed: Float32Array): void {
    this.#vocabulary = processed.length;
    if (this.#config.outputLogits) this.#rowOf(this.#logits, step, row, logits.length).set(logits);
    if (this.#config.outputScores) this.#rowOf(this.#scores, step, row, processed.length).set(processed);
  }

  /** Keeps the states of a step, each `[places, columns, hidden]`, for the row that each place stands for. */
  hidden(step: number, rows: readonly { row: number; place: number }[], states: readonly ModelTensor[]): void {
    if (!this.#config.outputHiddenStates) return;
    this.#hidden[step] = states.map(({ data, dims }) => {
      const [, columns = 0, size = 0] = dims;
      const all = new Float32Array(this.#rows * columns * size).fill(Number.NaN);
      for (const { row, place } of rows) {
        const width = columns * size;
        all.set(data.subarray(place * width, (place + 1) * width), row * width);
      }
      return new ModelTensor(all, [this.#rows, columns, size]);
    });
  }

  /** Adds a step to the trace. */
  trace(step: TraceStep): void {
    if (this.traces) this.#trace.push(step);
  }

  /** Traces the choice of a row's next token. */
  choice(step: number, row: number, logits: Float32Array, processed: Float32Array, token: number): void {
    if (!this.traces) return;
    const [all, kept] = [logSumExp(logits), logSumExp(processed)];
    const share = (scores: Float32Array, index: number, sum: number): number => Math.exp((scores[index] ?? 0) - sum);
    const candidates = greatest(logits, this.#candidates).map(
      (index): TraceCandidate => ({
        token: index,
        probability: share(logits, index, all),
        kept: share(processed, index, kept),
      }),
    );
    let entropy = 0;
    let left = 0;
    for (let index = 0; index < logits.length; index++) {
      const nats = (logits[index] ?? 0) - all;
      const probability = Math.exp(nats);
      if (probability > 0) entropy -= probability * nats;
      if ((processed[index] ?? 0) > Number.NEGATIVE_INFINITY) left++;
    }
    const probability = share(logits, token, all);
    this.#trace.push({ kind: "choice", step, row, candidates, token, probability, entropy: entropy / Math.LN2, left });
  }

  /** All that was kept. */
  results(): {
    scores: ModelTensor[] | undefined;
    logits: ModelTensor[] | undefined;
    hiddenStates: ModelTensor[][] | undefined;
    trace: TraceStep[] | undefined;
  } {
    const tensors = (steps: readonly Float32Array[]): ModelTensor[] =>
      steps.map((data) => new ModelTensor(data, [this.#rows, this.#vocabulary]));
    const { outputScores, outputLogits, outputHiddenStates } = this.#config;
    return {
      scores: outputScores ? tensors(this.#scores) : undefined,
      logits: outputLogits ? tensors(this.#logits) : undefined,
      hiddenStates: outputHiddenStates ? this.#hidden : undefined,
      trace: this.traces ? this.#trace : undefined,
    };
  }

  #rowOf(steps: Float32Array[], step: number, row: number, size: number): Float32Array {
    steps[step] ??= new Float32Array(this.#rows * size).fill(Number.NaN);
    return steps[step].subarray(row * size, (row + 1) * size);
  }
}
