/** @file The id of a token that must be in the vocabulary. */
import type { PreTrainedTokenizerFast } from "../../src/tokenizers/pre-trained-tokenizer-fast";

/** The id of a token. Throws a RangeError where the vocabulary does not have it. */
export function tokenId(tokenizer: PreTrainedTokenizerFast, token: string): number {
  const id = tokenizer.getVocab()[token];
  if (id === undefined) throw new RangeError(`The vocabulary of ${tokenizer.nameOrPath} has no token "${token}".`);
  return id;
}
