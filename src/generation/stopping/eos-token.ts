/** @file The end at a token that ends texts. */
import type { TokenIds } from "../config/generation-options";
import { idsOf } from "../logits/set-scores";
import { StoppingCriteria } from "./stopping-criteria";

/**
 * Ends a row whose last token is one of these. Python: `transformers.EosTokenCriteria`.
 *
 * @example
 * ```ts
 * new EosTokenCriteria([2, 3]).shouldStop([7, 3]); // true
 * ```
 */
export class EosTokenCriteria extends StoppingCriteria {
  readonly #ends: ReadonlySet<number>;

  /** @param eosTokenId One id or several. */
  constructor(eosTokenId: TokenIds) {
    super();
    this.#ends = new Set(idsOf(eosTokenId));
  }

  override shouldStop(ids: readonly number[]): boolean {
    return this.#ends.has(ids.at(-1) ?? -1);
  }
}
