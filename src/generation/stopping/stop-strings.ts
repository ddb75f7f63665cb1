/** @file The end at a text, wherever the tokens' borders fall in it. */
import { argumentTypeError } from "../../core/errors";
import type { PreTrainedTokenizerFast } from "../../tokenizers/pre-trained-tokenizer-fast";
import { texts } from "../config/field-rules";
import { StoppingCriteria } from "./stopping-criteria";

/** What stands before the last tokens while they are read, so that a decoder does not take them for the beginning of a text. */
const PREFIX = "abcdef";

/**
 * Ends a row as soon as it has written one of some texts: one that ends in the last token, be it at its end or within it.
 *
 * A text may begin in the prompt. What the last token has beyond the text stays. Python: `transformers.StopStringCriteria`.
 *
 * @example
 * ```ts
 * const criterion = new StopStringCriteria(tokenizer, ["\n\n", "Fin"]);
 * criterion.shouldStop(tokenizer.encode("Y esto es el Fin").input_ids); // true
 * ```
 */
export class StopStringCriteria extends StoppingCriteria {
  readonly stopStrings: readonly string[];
  readonly #tokenizer: Pick<PreTrainedTokenizerFast, "decode">;
  readonly #prefix: readonly number[];
  readonly #before: string;
  readonly #window: number;

  /** @param stopStrings A text or several, none of them empty. */
  constructor(tokenizer: Pick<PreTrainedTokenizerFast, "decode" | "encode">, stopStrings: string | readonly string[]) {
    super();
    const broken = texts(stopStrings);
    if (broken !== undefined)
      throw argumentTypeError({
        function: "StopStringCriteria",
        parameter: "stopStrings",
        rule: broken,
        value: stopStrings,
      });
    this.stopStrings = typeof stopStrings === "string" ? [stopStrings] : [...stopStrings];
    this.#tokenizer = tokenizer;
    this.#prefix = tokenizer.encode(PREFIX, { addSpecialTokens: false }).input_ids;
    this.#before = this.#decode([]);
    // A token has one byte at least; one more may hold the first bytes of a character.
    this.#window = Math.max(...this.stopStrings.map((text) => Buffer.byteLength(text))) + 1;
  }

  override shouldStop(ids: readonly number[]): boolean {
    const tail = ids.slice(-this.#window);
    const text = this.#textOf(tail);
    const old = this.#textOf(tail.slice(0, -1));
    let start = 0;
    while (start < old.length && old[start] === text[start]) start++;
    return this.stopStrings.some((stop) => {
      const found = text.lastIndexOf(stop);
      return found >= 0 && found + stop.length > start;
    });
  }

  #textOf(ids: readonly number[]): string {
    const text = this.#decode(ids);
    return text.startsWith(this.#before) ? text.slice(this.#before.length) : text;
  }

  #decode(ids: readonly number[]): string {
    return this.#tokenizer.decode([...this.#prefix, ...ids], { cleanUpTokenizationSpaces: false });
  }
}
