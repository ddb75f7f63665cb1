/** @file A trigram model with interpolated Kneser-Ney smoothing: what a language model must beat to have learnt anything. */

/** Counts of what follows a context. */
interface Followers {
  /** How often each token follows. */
  counts: Map<number, number>;
  total: number;
}

/** Predicts a token from the two before it (Kneser and Ney 1995; interpolated as in Chen and Goodman 1999). */
export class TrigramModel {
  readonly #vocabulary: number;
  /** Highest order: counts of text. Lower orders: in how many contexts a token stands. */
  readonly #orders: readonly [
    ReadonlyMap<number, Followers>,
    ReadonlyMap<number, Followers>,
    ReadonlyMap<number, Followers>,
  ];
  readonly #discounts: readonly number[];

  /** @param stream Token ids below `vocabulary`, which is at most 65,536. */
  constructor(stream: Uint16Array, vocabulary: number) {
    const unigrams = new Map<number, Followers>();
    const bigrams = new Map<number, Followers>();
    const trigrams = new Map<number, Followers>();
    for (let at = 2; at < stream.length; at++) {
      const [first = 0, second = 0, token = 0] = stream.subarray(at - 2, at + 1);
      if (!count(trigrams, key(first, second), token)) continue;
      if (!count(bigrams, second, token)) continue;
      count(unigrams, 0, token);
    }
    this.#vocabulary = vocabulary;
    this.#orders = [unigrams, bigrams, trigrams];
    this.#discounts = this.#orders.map(discountOf);
  }

  /** The probability of a token after two others. */
  probability(first: number, second: number, token: number): number {
    let probability = 1 / this.#vocabulary;
    for (const [order, context] of [0, second, key(first, second)].entries()) {
      const followers = this.#orders[order]?.get(context);
      if (followers === undefined) continue;
      const discount = this.#discounts[order] ?? 0;
      const own = Math.max(0, (followers.counts.get(token) ?? 0) - discount);
      probability = (own + discount * followers.counts.size * probability) / followers.total;
    }
    return probability;
  }

  /** The perplexity of a stream, counted from its token `from` on. */
  perplexity(stream: Uint16Array, from: number): number {
    let sum = 0;
    for (let at = from; at < stream.length; at++) {
      const [first = 0, second = 0, token = 0] = stream.subarray(at - 2, at + 1);
      sum -= Math.log(this.probability(first, second, token));
    }
    return Math.exp(sum / (stream.length - from));
  }
}

function key(first: number, second: number): number {
  return first * 65_536 + second;
}

/** Counts a token after a context. Gives whether it stood there for the first time. */
function count(table: Map<number, Followers>, context: number, token: number): boolean {
  const followers = table.get(context) ?? { counts: new Map<number, number>(), total: 0 };
  table.set(context, followers);
  const before = followers.counts.get(token) ?? 0;
  followers.counts.set(token, before + 1);
  followers.total++;
  return before === 0;
}

/** What is taken from each count for tokens not seen: from the numbers of those seen once and twice (Ney et al. 1994). */
function discountOf(table: ReadonlyMap<number, Followers>): number {
  let once = 0;
  let twice = 0;
  for (const { counts } of table.values()) {
    for (const number of counts.values()) {
      if (number === 1) once++;
      else if (number === 2) twice++;
    }
  }
  return once === 0 ? 0.5 : once / (once + 2 * twice);
}
