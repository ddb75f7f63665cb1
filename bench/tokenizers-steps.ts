/** @file What the sides of the bench of tokenizers do and print. */

/** The kinds of tokenizer that are measured. */
export const KINDS = ["wordpiece", "byte-level-bpe"] as const;

/** The kinds of tokenizer that are measured. */
export type Kind = (typeof KINDS)[number];

/** The tokens of each trained vocabulary. */
export const VOCAB_SIZE = 4000;

/** One run of one side, as it prints it in JSON: seconds by step, the step named "encode wordpiece" or "train wordpiece". */
export interface SideFigures {
  seconds: Record<string, number>;
  /** The ids of all essays, counted, so that sides that do different work are found out. */
  tokens: Record<string, number>;
}
