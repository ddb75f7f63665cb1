/** @file Which texts mean a missing value, asked once for every cell of a file. */

/** A set of short texts, looked up by their bytes. */
export class MissingTexts {
  readonly #texts: ReadonlySet<string>;
  readonly #longest: number;
  /** 1 for each byte that begins one of the texts: almost every cell is told apart by its first byte. */
  readonly #first = new Uint8Array(256);
  readonly #hasEmpty: boolean;

  constructor(texts: readonly string[]) {
    const encoded = texts.map((text) => Buffer.from(text));
    this.#texts = new Set(encoded.map((bytes) => bytes.toString("latin1")));
    this.#longest = encoded.reduce((longest, bytes) => Math.max(longest, bytes.length), 0);
    this.#hasEmpty = this.#texts.has("");
    for (const bytes of encoded) if (bytes.length > 0) this.#first[bytes[0] ?? 0] = 1;
  }

  /** Whether `bytes[start..end)` is one of the texts. */
  has(bytes: Uint8Array, start: number, end: number): boolean {
    const size = end - start;
    if (size === 0) return this.#hasEmpty;
    if (size > this.#longest || this.#first[bytes[start] ?? 0] === 0) return false;
    let text = "";
    for (let at = start; at < end; at++) text += String.fromCharCode(bytes[at] ?? 0);
    return this.#texts.has(text);
  }
}
