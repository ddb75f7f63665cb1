/** @file Where draft tokens come from, as assisted decoding asks for them. */

/** Proposed tokens. */
export interface Draft {
  readonly tokens: readonly number[];
  /** The scores that each was drawn by; undefined where they were not drawn from any. */
  readonly scores: readonly Float32Array[] | undefined;
}

/** Proposes how a row may go on. Python: `transformers.generation.CandidateGenerator`. */
export interface DraftSource {
  /**
   * Proposes tokens behind `ids`.
   *
   * @param most More than this cannot be used.
   */
  propose(ids: readonly number[], most: number): Promise<Draft>;
  /** Is told how many of the proposed tokens were accepted. */
  learn(proposed: number, accepted: number): void;
  close(): Promise<void>;
}
