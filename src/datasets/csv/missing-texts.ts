/** @file Which texts mean a missing value, asked once for every cell of a file. */

/** A set of short texts, looked up by their bytes. */
export class MissingTexts {
  readonly #hasEmpty: boolean;
  /** The texts by their first byte, which tells almost every cell apart. */
  readonly #byFirst: readonly (readonly Uint8Array[] | undefined)[];

  constructor(texts: readonly string[]) {
    this.#hasEmpty = texts.includes("");
    const byFirst = new Array<Uint8Array[] | undefined>(256).fill(undefined);
    for (const text of texts) {
      const bytes = Uint8Array.from(Buffer.from(text));
      const first = bytes[0];
      if (first !== undefined) byFirst[first] = [...(byFirst[first] ?? []), bytes];
    }
    this.#byFirst = byFirst;
  }

  /** Whether `bytes[start..end)` is one of the texts. */
  has(bytes: Uint8Array, start: number, end: number): boolean {
    if (start === end) return this.#hasEmpty;
    const texts = this.#byFirst[bytes[start] ?? 0];
    if (texts === undefined) return false;
    for (const text of texts) if (isText(bytes, start, end, text)) return true;
    return false;
  }
}

function isText(bytes: Uint8Array, start: number, end: number, text: Uint8Array): boolean {
  if (text.length !== end - start) return false;
  for (let at = 1; at < text.length; at++) if (bytes[start + at] !== text[at]) return false;
  return true;
}
