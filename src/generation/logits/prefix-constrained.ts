/** @file Tokens that a function allows. */
import { argumentTypeError } from "../../core/errors";
import { GenerationError } from "../generation-error";
import { type LogitsPlace, LogitsProcessor } from "./logits-processor";

/** The tokens that may follow a row. */
export type AllowedTokens = (ids: readonly number[], place: LogitsPlace) => readonly number[];

/**
 * Rules out every token that a function does not allow after the row so far.
 *
 * Python: `transformers.PrefixConstrainedLogitsProcessor`, the option `prefix_allowed_tokens_fn`.
 *
 * @example
 * ```ts
 * const place = { row: 0, step: 0, promptLength: 1 };
 * const processor = new PrefixConstrainedLogitsProcessor((ids) => [(ids.at(-1) ?? 0) + 1]);
 * processor.process([0], Float32Array.of(3, 4, 5), place); // Float32Array(3) [ -Infinity, 4, -Infinity ]
 * ```
 */
export class PrefixConstrainedLogitsProcessor extends LogitsProcessor {
  readonly #allowed: AllowedTokens;

  constructor(allowedTokens: AllowedTokens) {
    super();
    if (typeof allowedTokens !== "function")
      throw argumentTypeError({
        function: "PrefixConstrainedLogitsProcessor",
        parameter: "allowedTokens",
        rule: "be a function of ids and place that gives a list of ids",
        value: allowedTokens,
      });
    this.#allowed = allowedTokens;
  }

  override process(ids: readonly number[], scores: Float32Array, place: LogitsPlace): Float32Array {
    const tokens = this.#allowed(ids, place);
    if (!Array.isArray(tokens) || tokens.length === 0)
      throw new GenerationError(
        "processor-invalid",
        "`allowedTokens` must give the tokens that may come next, one at least.",
        {
          hint: "Allow the token that ends texts where nothing else may follow.",
        },
      );
    const kept = new Float32Array(scores.length).fill(Number.NEGATIVE_INFINITY);
    for (const token of tokens) if (token < scores.length) kept[token] = scores[token] as number;
    return kept;
  }
}
