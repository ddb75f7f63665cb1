/** @file Sentences of essays, normalized, and how many two essays share. */

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

/** How large a part of the shorter essay's sentences the other one has too. */
export function sharing(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
  const [small, large] = one.size <= other.size ? [one, other] : [other, one];
  if (small.size === 0) return 0;
  let shared = 0;
  for (const sentence of small) if (large.has(sentence)) shared++;
  return shared / small.size;
}

/** Finds, among essays added so far, the one that shares most with another. */
export class SentenceIndex {
  readonly #byText = new Map<string, number[]>();
  readonly #essays: Set<string>[] = [];

  add(text: string): void {
    const set = new Set(sentencesOf(text));
    for (const sentence of set)
      this.#byText.set(sentence, [...(this.#byText.get(sentence) ?? []), this.#essays.length]);
    this.#essays.push(set);
  }

  /** The greatest sharing of a text with any essay of the index. */
  greatestSharing(text: string): number {
    const set = new Set(sentencesOf(text));
    const candidates = new Set([...set].flatMap((sentence) => this.#byText.get(sentence) ?? []));
    let most = 0;
    for (const id of candidates) most = Math.max(most, sharing(set, this.#essays[id] ?? new Set()));
    return most;
  }
}
