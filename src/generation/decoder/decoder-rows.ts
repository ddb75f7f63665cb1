/** @file Rows of text over a decoder's memory: masks and positions kept, reordering and cutting saved up for the next step. */
import type { CachedDecoder } from "../../models/decoders/cached-decoder";
import type { ModelTensor } from "../../models/model-tensor";

/** What a step is asked for. */
export interface RowsStepOptions {
  /** Logits after the last new token, or after each of the last `logits` ones. @default 1 */
  readonly logits?: number;
  /** @default "none" */
  readonly hiddenStates?: "none" | "last" | "all";
  readonly signal?: AbortSignal | undefined;
}

/** What a step gives. */
export interface RowsStep {
  /** The logits of a row, after its last new token or after one of the last ones. They may be changed. */
  logits(row: number, place?: number): Float32Array;
  /** The states that were asked for, each `[rows, columns, hidden]`. */
  readonly hiddenStates: readonly ModelTensor[];
}

/**
 * The rows of one batch while they grow. All have the same number of columns; padding stands on the left.
 *
 * `reorder` and `cut` cost nothing by themselves: the memory is arranged once, with the next step.
 */
export class DecoderRows {
  readonly #decoder: CachedDecoder;
  #masks: number[][];
  #prompts: number[][] | undefined;
  #kept: number[] | undefined;
  #length: number | undefined;

  /** @param masks Of each row's prompt: 1 for tokens, 0 for padding. The first step must feed the prompts. */
  constructor(decoder: CachedDecoder, masks: readonly (readonly number[])[]) {
    this.#decoder = decoder;
    this.#masks = masks.map(() => []);
    this.#prompts = masks.map((mask) => [...mask]);
  }

  /** How many columns are remembered. */
  get length(): number {
    return this.#masks[0]?.length ?? 0;
  }

  /** How many rows there are. */
  get rows(): number {
    return this.#masks.length;
  }

  /** Feeds new tokens, equally many to each row. */
  async step(tokens: readonly (readonly number[])[], options: RowsStepOptions = {}): Promise<RowsStep> {
    const rows = tokens.length;
    const columns = tokens[0]?.length ?? 0;
    const before = this.length;
    const prompts = this.#prompts;
    this.#prompts = undefined;
    this.#masks.forEach((mask, row) => {
      for (let column = 0; column < columns; column++) mask.push(prompts?.[row]?.[column] ?? 1);
    });
    const ids = new BigInt64Array(rows * columns);
    const mask = new BigInt64Array(rows * (before + columns));
    const positions = new BigInt64Array(rows * columns);
    for (let row = 0; row < rows; row++) {
      const own = this.#masks[row] ?? [];
      let seen = 0;
      for (let column = 0; column < own.length; column++) {
        const visible = own[column] ?? 0;
        const place = column - before;
        if (visible === 1) mask[row * own.length + column] = 1n;
        if (place >= 0) {
          ids[row * columns + place] = BigInt(tokens[row]?.[place] ?? 0);
          positions[row * columns + place] = BigInt(visible === 1 ? seen : 0);
        }
        seen += visible;
      }
    }
    const wanted = options.logits ?? 1;
    const keep = { length: this.#length, rows: this.#kept };
    this.#kept = undefined;
    this.#length = undefined;
    const result = await this.#decoder.step({
      rows,
      ids,
      mask,
      positions,
      logitsAt: Array.from({ length: wanted }, (_, index) => columns - wanted + index),
      hiddenStates: options.hiddenStates ?? "none",
      signal: options.signal,
      ...(before === 0 ? {} : { keep }),
    });
    const { data, dims } = result.logits;
    const size = dims.at(-1) ?? 0;
    return {
      logits: (row, place = wanted - 1) =>
        data.subarray((row * wanted + place) * size, (row * wanted + place + 1) * size),
      hiddenStates: result.hiddenStates,
    };
  }

  /** Keeps these rows in this order; one may come more than once. */
  reorder(rows: readonly number[]): void {
    const { length } = this.#masks;
    if (rows.length === length && rows.every((row, place) => row === place)) return;
    this.#masks = rows.map((row) => [...(this.#masks[row] ?? [])]);
    const before = this.#kept;
    this.#kept = rows.map((row) => before?.[row] ?? row);
  }

  /** Forgets every column from `length` on. */
  cut(length: number): void {
    if (length >= this.length) return;
    for (const mask of this.#masks) mask.length = length;
    this.#length = length;
  }

  close(): Promise<void> {
    return this.#decoder.close();
  }
}
