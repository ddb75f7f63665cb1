/** @file Words and sentences of texts, and how many sentences two texts share. */

/** The sentences of a text in lower case, without punctuation. */
export function sentencesOf(text: string): string[] {
  return text
    .split(/[.!?\n]+/)
    .map((sentence) =>
      sentence
        .toLowerCase()
        .replace(/[^\p{L}\p{N}]+/gu, " ")
        .trim(),
    )
    .filter((sentence) => sentence !== "");
}

/** How large a part of the shorter text's sentences the other one has too. */
export function sharing(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
  const [small, large] = one.size <= other.size ? [one, other] : [other, one];
  if (small.size === 0) return 0;
  let shared = 0;
  for (const sentence of small) if (large.has(sentence)) shared++;
  return shared / small.size;
}

/** Finds, among texts added so far, the one that shares most with another. */
export class SentenceIndex {
  readonly #byText = new Map<string, number[]>();
  readonly #texts: Set<string>[] = [];

  add(text: string): void {
    const set = new Set(sentencesOf(text));
    for (const sentence of set) this.#byText.set(sentence, [...(this.#byText.get(sentence) ?? []), this.#texts.length]);
    this.#texts.push(set);
  }

  /** The greatest sharing of a text with any essay of the index. */
  greatestSharing(text: string): number {
    const set = new Set(sentencesOf(text));
    const candidates = new Set([...set].flatMap((sentence) => this.#byText.get(sentence) ?? []));
    let most = 0;
    for (const id of candidates) most = Math.max(most, sharing(set, this.#texts[id] ?? new Set()));
    return most;
  }
}

/** For each text, how much it shares with the text that it shares most with. */
export function sharingOf(texts: readonly string[]): number[] {
  const sets = texts.map((essay) => new Set(sentencesOf(essay)));
  const holders = new Map<string, number[]>();
  sets.forEach((set, index) => {
    for (const sentence of set) holders.set(sentence, [...(holders.get(sentence) ?? []), index]);
  });
  return sets.map((set, index) => {
    const others = new Set([...set].flatMap((sentence) => holders.get(sentence) ?? []));
    others.delete(index);
    return Math.max(0, ...[...others].map((other) => sharing(set, sets[other] ?? new Set())));
  });
}

/** How many words a text has, as whitespace separates them. */
export function countWords(text: string): number {
  return text.split(/\s+/).filter((word) => word !== "").length;
}
