/** @file How BPE merges: the commonest pair of neighbours becomes one token, again and again (Sennrich et al. 2016). */
import { MergeQueue, type PairCount } from "./merge-queue";
import type { Vocabulary } from "./vocabulary";

/** One merge: two tokens that stood side by side and are one token from now on. */
export interface MergeStep {
  /** 1 for the first merge. */
  readonly step: number;
  /** The left token, as the vocabulary spells it. */
  readonly left: string;
  /** The right token. */
  readonly right: string;
  /** How often the pair stood in the texts when it was merged. */
  readonly count: number;
  /** What the two became. */
  readonly token: string;
  /** The id of `token`. */
  readonly id: number;
}

/** A distinct word of the texts: its tokens now, and how often it was seen. */
export interface TrainingWord {
  /** The ids of its tokens; merging shortens them in place. */
  readonly ids: number[];
  readonly count: number;
}

/** When merging ends, and how a token that continues a word is marked. */
export interface MergeRules {
  vocabSize: number;
  minFrequency: number;
  /** `"##"` in WordPiece, `""` in byte-level BPE. */
  prefix: string;
}

/**
 * Merges until the vocabulary is full or no pair is common enough; one step each time the caller asks for it.
 *
 * Ties go to the pair with the smaller ids, which is the older one. Python: `tokenizers.trainers.BpeTrainer`.
 */
export function* bpeMerges(
  words: readonly TrainingWord[],
  vocabulary: Vocabulary,
  rules: MergeRules,
): Generator<MergeStep> {
  const pairs = new PairTable();
  for (const [index, { ids, count }] of words.entries()) {
    for (let right = 1; right < ids.length; right++) pairs.add(ids[right - 1] ?? 0, ids[right] ?? 0, count, index);
  }
  const queue = new MergeQueue();
  pairs.queueSeen(queue);

  for (let step = 1; vocabulary.size < rules.vocabSize; ) {
    const top = queue.pop();
    if (top === undefined) return;
    const { pair } = top;
    // Other merges took some of its occurrences since it was queued: it waits again, with its count of now.
    if (top.count !== pair.count) {
      top.count = pair.count;
      queue.push(top);
      continue;
    }
    if (top.count < Math.max(1, rules.minFrequency)) return;

    const left = vocabulary.tokenOf(pair.left);
    const right = vocabulary.tokenOf(pair.right);
    const token = left + (right.startsWith(rules.prefix) ? right.slice(rules.prefix.length) : right);
    const id = vocabulary.add(token);
    for (const index of top.words) {
      const word = words[index];
      if (word !== undefined) mergeInWord(word, index, pair, id, pairs);
    }
    pairs.queueSeen(queue);
    yield { step, left, right, count: top.count, token, id };
    step++;
  }
}

/** Replaces each `left right` of a word by the new id, and recounts the pairs at its sides. */
function mergeInWord(word: TrainingWord, index: number, pair: PairCount, id: number, pairs: PairTable): void {
  const { ids, count } = word;
  let kept = 0;
  for (let read = 0; read < ids.length; read++) {
    const current = ids[read] ?? 0;
    if (current !== pair.left || ids[read + 1] !== pair.right || read + 1 === ids.length) {
      ids[kept++] = current;
      continue;
    }
    read++;
    if (kept > 0) {
      const before = ids[kept - 1] ?? 0;
      pairs.subtract(before, pair.left, count);
      pairs.add(before, id, count, index);
    }
    const after = ids[read + 1];
    if (after !== undefined) {
      pairs.subtract(pair.right, after, count);
      pairs.add(id, after, count, index);
    }
    ids[kept++] = id;
  }
  ids.length = kept;
}

/** The counts of all pairs, and the words in which pairs were seen since the queue was last filled. */
class PairTable {
  readonly #counts = new Map<number, PairCount>();
  #seen = new Map<PairCount, number[]>();

  add(left: number, right: number, count: number, word: number): void {
    const key = keyOf(left, right);
    let pair = this.#counts.get(key);
    if (pair === undefined) {
      pair = { left, right, count: 0 };
      this.#counts.set(key, pair);
    }
    pair.count += count;
    const words = this.#seen.get(pair);
    if (words === undefined) this.#seen.set(pair, [word]);
    else if (words.at(-1) !== word) words.push(word);
  }

  subtract(left: number, right: number, count: number): void {
    const pair = this.#counts.get(keyOf(left, right));
    if (pair !== undefined) pair.count -= count;
  }

  queueSeen(queue: MergeQueue): void {
    for (const [pair, words] of this.#seen) if (pair.count > 0) queue.push({ pair, count: pair.count, words });
    this.#seen = new Map();
  }
}

/** One number for two ids: both stay exact up to 2²⁶ tokens. */
function keyOf(left: number, right: number): number {
  return left * 67_108_864 + right;
}
