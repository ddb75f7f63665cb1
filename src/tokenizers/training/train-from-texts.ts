/** @file Training a tokenizer: the vocabulary that a model will read and write, learned from texts. */
import { argumentRangeError } from "../../core/errors";
import { startingPoint } from "./alphabet";
import { bpeMerges, type MergeStep } from "./bpe-merges";
import { type TokenizerConfig, type TokenizerFile, tokenizerConfig, tokenizerFile } from "./tokenizer-file";
import { type TrainingOptions, trainingRules } from "./training-options";
import { countWords } from "./word-counts";

/** What training gives: two files as plain objects, and how the vocabulary came about. */
export interface TrainedTokenizer {
  /** The content of tokenizer.json. */
  readonly file: TokenizerFile;
  /** The content of tokenizer_config.json. */
  readonly config: TokenizerConfig;
  /** The merges in their order. */
  readonly merges: readonly MergeStep[];
}

/** How many merges pass between two calls of `onProgress`. */
const PROGRESS_STEP = 100;

/**
 * Trains a WordPiece or byte-level BPE tokenizer on texts; the same texts and options always give the same one.
 *
 * Python: `tokenizers.Tokenizer.train_from_iterator` with `WordPieceTrainer` or `BpeTrainer`.
 *
 * @throws TypeError for texts that are not strings; RangeError for no words, lone surrogates, or a `vocabSize` that does
 * not hold the special tokens and the characters.
 *
 * @example
 * ```ts
 * const { file } = trainFromTexts(["ola olas", "ola"], { model: "wordpiece", vocabSize: 30 });
 * Object.keys(file.model.vocab); // ["[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]", "a", "l", "o", "s", "##a", "##l", "##s", "ol", "ola"]
 * ```
 */
export function trainFromTexts(texts: Iterable<string>, options: TrainingOptions): TrainedTokenizer {
  const training = traceTraining(texts, options);
  while (true) {
    const next = training.next();
    if (next.done === true) return next.value;
  }
}

/**
 * {@link trainFromTexts} merge by merge: each step is computed when it is asked for, and the trained tokenizer is returned.
 *
 * @example
 * ```ts
 * for (const { left, right, count } of traceTraining(["ola olas", "ola"], { model: "wordpiece", vocabSize: 30 })) {
 *   console.log(`${left} + ${right}: ${count} times`);
 * }
 * // o + ##l: 3 times
 * // ol + ##a: 3 times
 * ```
 */
export function* traceTraining(
  texts: Iterable<string>,
  options: TrainingOptions,
): Generator<MergeStep, TrainedTokenizer, undefined> {
  const rules = trainingRules(options);
  const { vocabulary, words } = startingPoint(countWords(texts, rules), rules);
  if (vocabulary.size > rules.vocabSize) {
    throw argumentRangeError({
      function: "trainFromTexts",
      parameter: "vocabSize",
      rule: `be at least ${vocabulary.size} for these texts (special tokens and characters)`,
      value: rules.vocabSize,
      next: "Take more tokens, or fewer characters by `limitAlphabet`, `lowercase` or `stripAccents`.",
    });
  }
  const merges: MergeStep[] = [];
  for (const step of bpeMerges(words, vocabulary, rules)) {
    merges.push(step);
    if (merges.length % PROGRESS_STEP === 0) rules.onProgress?.({ done: vocabulary.size, total: rules.vocabSize });
    yield step;
  }
  rules.onProgress?.({ done: vocabulary.size, total: vocabulary.size });
  return { file: tokenizerFile(rules, vocabulary, mergePairs(merges)), config: tokenizerConfig(rules), merges };
}

/** A pair that was merged twice, since its token came about in two ways, stands where it was merged last. */
function mergePairs(merges: readonly MergeStep[]): [string, string][] {
  const pairs = new Map<string, [string, string]>();
  for (const { left, right } of merges) {
    const key = `${left} ${right}`;
    pairs.delete(key);
    pairs.set(key, [left, right]);
  }
  return [...pairs.values()];
}
