/** @file Which texts mean a missing value, asked once for every cell of a file. */

/** A set of short texts, looked up by their bytes. */
export class MissingTexts {
  readonly #hasEmpty: boolean;
  /** 1 for each byte that begins one of the texts: almost every cell is told apart by its first byte. */
  readonly #isFirst = new Uint8Array(256);
  /** The texts by their first byte. */
  readonly #byFirst: readonly (readonly Uint8Array[] | undefined)[];

  constructor(texts: readonly string[]) {
    this.#hasEmpty = texts.includes("");
    const byFirst = new Array<Uint8Array[] | undefined>(256).fill(undefined);
    for (const text of texts) {
      const bytes = Uint8Array.from(Buffer.from(text));
      const first = bytes[0];
      if (first !== undefined) {
        this.#isFirst[first] = 1;
        byFirst[first] = [...(byFirst[first] ?? []), bytes];
      }
    }
    this.#byFirst = byFirst;
  }

  /** Whether `bytes[start..end)` is one of the texts. */
  has(bytes: Uint8Array, start: number, end: number): boolean {
    if (start === end) return this.#hasEmpty;
    const first = bytes[start] ?? 0;
    if (this.#isFirst[first] === 0) return false;
    for (const text of this.#byFirst[first] ?? []) if (isText(bytes, start, end, text)) return true;
    return false;
  }
}

function isText(bytes: Uint8Array, start: number, end: number, text: Uint8Array): boolean {
  if (text.length !== end - start) return false;
  for (let at = 1; at < text.length; at++) if (bytes[start + at] !== text[at]) return false;
  return true;
}
