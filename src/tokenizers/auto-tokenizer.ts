/** @file AutoTokenizer: the tokenizer of a model, from a folder or from the Hub. */
import { openRepository, type RepositoryOptions } from "../hub/repository";
import { loadTokenizer } from "./load-tokenizer";
import { PreTrainedTokenizerFast } from "./pre-trained-tokenizer-fast";
import { checkUseFast, type UseFast } from "./tokenizer-backend";

/** Options of {@link AutoTokenizer.fromPretrained}. */
export interface TokenizerLoadOptions extends RepositoryOptions {
  /**
   * `"native"` makes `encodeAsync` use Rust, where the optional package `tokenizers` is installed; results are equal.
   *
   * Python's `true` and `false` are both the pure tokenizer, which gives offsets and words as Python's fast ones do.
   *
   * @default true
   */
  useFast?: UseFast;
}

/** Loads tokenizers. */
// biome-ignore lint/complexity/noStaticOnlyClass: Python's name, which the course teaches, is that of a class.
export class AutoTokenizer {
  /**
   * The tokenizer in a folder or of a model on the Hub.
   *
   * Reads tokenizer.json with tokenizer_config.json and special_tokens_map.json, or the older vocab.txt of BERT, or
   * vocab.json with merges.txt of GPT-2 and RoBERTa. Offsets are in UTF-16 units, so `text.slice(start, end)` is a token's text.
   *
   * Throws {@link TokenizerError} for broken files and `RepositoryError` for a folder or model that is not there.
   *
   * Python: `AutoTokenizer.from_pretrained`.
   *
   * @example
   * ```ts
   * const tokenizer = await AutoTokenizer.fromPretrained("test/fixtures/tokenizers/bert-cased");
   * tokenizer.decode(tokenizer.encode("Bom dia").input_ids); // "[CLS] Bom dia [SEP]"
   * ```
   */
  static async fromPretrained(
    idOrFolder: string,
    options: TokenizerLoadOptions = {},
  ): Promise<PreTrainedTokenizerFast> {
    const { useFast, ...ofRepository } = options;
    checkUseFast(useFast);
    return new PreTrainedTokenizerFast(await loadTokenizer(await openRepository(idOrFolder, ofRepository), useFast));
  }

  /** The spelling of Python and transformers.js for {@link AutoTokenizer.fromPretrained}. */
  static from_pretrained(idOrFolder: string, options: TokenizerLoadOptions = {}): Promise<PreTrainedTokenizerFast> {
    return AutoTokenizer.fromPretrained(idOrFolder, options);
  }
}
