/** @file Draft tokens out of the text itself: what followed the last time these tokens stood there (Saxena 2023). */
import type { Draft, DraftSource } from "./draft";

/** Options of {@link PromptLookup}. */
export interface PromptLookupOptions {
  /** How many tokens are proposed at most. */
  readonly tokens: number;
  /** The longest run of tokens that is looked up; shorter ones are tried after it. */
  readonly ngram: number;
  isEnd(token: number): boolean;
}

/** Python: `transformers.generation.PromptLookupCandidateGenerator`. */
export class PromptLookup implements DraftSource {
  readonly #options: PromptLookupOptions;

  constructor(options: PromptLookupOptions) {
    this.#options = options;
  }

  async propose(ids: readonly number[], most: number): Promise<Draft> {
    const { tokens, ngram, isEnd } = this.#options;
    for (let size = Math.min(ngram, ids.length - 1); size > 0; size--) {
      const start = firstFollower(ids, size);
      if (start === undefined) continue;
      const found = ids.slice(start, start + Math.min(tokens, most));
      // An end token that was copied would end the text wherever the model agrees with what follows it.
      const end = found.findIndex(isEnd);
      return { tokens: end < 0 ? found : found.slice(0, end), scores: undefined };
    }
    return { tokens: [], scores: undefined };
  }

  learn(): void {}

  async close(): Promise<void> {}
}

/** Where the text goes on behind the first place that has the last `size` tokens. */
function firstFollower(ids: readonly number[], size: number): number | undefined {
  for (let start = 0; start + size < ids.length; start++) {
    let same = 0;
    while (same < size && ids[start + same] === ids[ids.length - size + same]) same++;
    if (same === size) return start + size;
  }
  return undefined;
}
