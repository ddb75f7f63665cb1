/** @file WordLevel: every word is a token or unknown. */
import type { ConfigPart } from "./config-part";
import { type ModelToken, type TokenizerModel, Vocabulary } from "./model";
import { missingUnknown } from "./word-piece";

/** The model that cuts nothing. */
export class WordLevel implements TokenizerModel {
  readonly type = "WordLevel";
  readonly vocabulary: Vocabulary;
  readonly unknownToken: string;

  constructor(config: ConfigPart) {
    this.vocabulary = Vocabulary.read(config);
    this.unknownToken = config.string("unk_token", "<unk>");
  }

  tokenize(word: string): readonly ModelToken[] {
    const known = this.vocabulary.ids.get(word);
    const id = known ?? this.vocabulary.ids.get(this.unknownToken);
    if (id === undefined) throw missingUnknown(this.unknownToken);
    return [{ id, value: known === undefined ? this.unknownToken : word, start: 0, end: word.length }];
  }
}
