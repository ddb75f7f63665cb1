/** @file A growing vocabulary: tokens get the next id in the order in which they come. */

/** Tokens and their ids, from 0 on. */
export class Vocabulary {
  readonly #ids = new Map<string, number>();
  readonly #tokens: string[] = [];

  /** The number of tokens. */
  get size(): number {
    return this.#tokens.length;
  }

  /** All tokens, by id. */
  get tokens(): readonly string[] {
    return this.#tokens;
  }

  /** The id of a token, which is added when it is new. */
  add(token: string): number {
    const known = this.#ids.get(token);
    if (known !== undefined) return known;
    const id = this.#tokens.push(token) - 1;
    this.#ids.set(token, id);
    return id;
  }

  /** The id of a token, or undefined. */
  idOf(token: string): number | undefined {
    return this.#ids.get(token);
  }

  /** The token of an id. */
  tokenOf(id: number): string {
    const token = this.#tokens[id];
    if (token === undefined) throw new RangeError(`Vocabulary.tokenOf: there is no id ${id} among ${this.size}.`);
    return token;
  }

  /** Token to id, as a tokenizer.json holds it. */
  toRecord(): Record<string, number> {
    return Object.fromEntries(this.#ids);
  }
}
