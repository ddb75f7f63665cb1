/** @file A decoder that remembers: what each step is given, and what it gives. */
import type { ModelTensor } from "../model-tensor";

/** Some columns of tokens for every row of a batch. */
export interface CachedStep {
  /** How many rows the batch has, after {@link CachedStep.keep}. */
  readonly rows: number;
  /** The new tokens, `[rows, columns]` row by row. */
  readonly ids: BigInt64Array;
  /** 1 for tokens and 0 for padding, `[rows, remembered + columns]`. */
  readonly mask: BigInt64Array;
  /** Each new token's place in its own text, `[rows, columns]`. */
  readonly positions: BigInt64Array;
  /** The columns whose logits are wanted, from 0. */
  readonly logitsAt: readonly number[];
  /** Whether the last layer's or all layers' states of the new columns are wanted. */
  readonly hiddenStates: "none" | "last" | "all";
  /** What happens to the memory first: it is cut to `length` columns, and `rows` are kept in this order. */
  readonly keep?: { readonly length?: number | undefined; readonly rows?: readonly number[] | undefined };
  readonly signal?: AbortSignal | undefined;
}

/** What a step gives. */
export interface CachedResult {
  /** `[rows, logitsAt, vocabulary]`. */
  readonly logits: ModelTensor;
  /** The states that were asked for, each `[rows, columns, hidden]`. */
  readonly hiddenStates: readonly ModelTensor[];
}

/** A decoder with its memory of one batch. Steps are taken one after the other. */
export interface CachedDecoder {
  step(step: CachedStep): Promise<CachedResult>;
  /** Frees the memory; the model itself stays open. */
  close(): Promise<void>;
}
