/** @file A text that remembers, through every rewriting, which characters of the original it came from. */

/** One character of a rewritten text, and how it stands to the text before. */
export interface Change {
  /** The new character, one code point. */
  character: string;
  /**
   * 0: it stands for the next character of the text before. 1: it is new, and belongs to the character before it.
   * -n: it stands for the next character and swallows the n after that.
   */
  change: number;
}

/**
 * A piece of a rewritten text with the place in the original of every UTF-16 unit.
 *
 * Both units of a surrogate pair have the place of the whole character, so no slice ever cuts one in two.
 *
 * Python: `tokenizers.NormalizedString`, whose alignment rules these are, in UTF-16 units instead of bytes.
 */
export class AlignedText {
  /** The text as it is now. */
  readonly text: string;
  /** Where this piece begins in the original. */
  readonly originalStart: number;
  readonly #starts: readonly number[];
  readonly #ends: readonly number[];
  readonly #from: number;

  constructor(
    text: string,
    starts: readonly number[],
    ends: readonly number[],
    from: number = 0,
    originalStart: number = starts[from] ?? 0,
  ) {
    this.text = text;
    this.#starts = starts;
    this.#ends = ends;
    this.#from = from;
    this.originalStart = originalStart;
  }

  /** An original text: every character stands where it is. */
  static of(text: string): AlignedText {
    const starts = new Array<number>(text.length);
    const ends = new Array<number>(text.length);
    for (let index = 0; index < text.length; index++) {
      const isPair = isSurrogatePair(text, index);
      starts[index] = index;
      ends[index] = index + (isPair ? 2 : 1);
      if (!isPair) continue;
      starts[index + 1] = index;
      ends[index + 1] = index + 2;
      index++;
    }
    return new AlignedText(text, starts, ends, 0, 0);
  }

  /** Where the unit at `index` begins in the original. */
  startAt(index: number): number {
    return this.#starts[this.#from + index] ?? this.originalStart;
  }

  /** Where the unit at `index` ends in the original. */
  endAt(index: number): number {
    return this.#ends[this.#from + index] ?? this.originalStart;
  }

  /** A part of this piece, over the same places. */
  slice(from: number, to: number): AlignedText {
    if (from === 0 && to === this.text.length) return this;
    return new AlignedText(this.text.slice(from, to), this.#starts, this.#ends, this.#from + from);
  }

  /** The text with each character replaced by nothing, itself or others, all of which keep its place. */
  mapCharacters(replace: (character: string, codePoint: number) => string): AlignedText {
    const builder = new AlignedTextBuilder();
    forEachCharacter(this.text, (character, codePoint, index) => {
      builder.add(replace(character, codePoint), this.startAt(index), this.endAt(index));
    });
    return builder.build(this.originalStart);
  }

  /** The text rewritten by changes, of which the first follows `skipped` characters that are dropped. */
  transform(changes: readonly Change[], skipped: number = 0): AlignedText {
    const builder = new AlignedTextBuilder();
    let position = 0;
    const advance = (count: number): void => {
      for (let step = 0; step < count && position < this.text.length; step++) {
        position += isSurrogatePair(this.text, position) ? 2 : 1;
      }
    };
    advance(skipped);
    for (const { character, change } of changes) {
      const source = change > 0 ? position - 1 : position;
      if (source < 0) builder.add(character, this.originalStart, this.originalStart);
      else builder.add(character, this.startAt(source), this.endAt(source));
      if (change <= 0) advance(1 - change);
    }
    return builder.build(this.originalStart);
  }

  /** The text with `prefix` before it, which takes the place of the first character; an empty text stays empty. */
  prepend(prefix: string): AlignedText {
    if (this.text === "") return this;
    const builder = new AlignedTextBuilder();
    builder.add(prefix, this.startAt(0), this.endAt(0));
    builder.append(this, 0, this.text.length);
    return builder.build(this.originalStart);
  }
}

/** Collects characters and their places. */
export class AlignedTextBuilder {
  readonly #starts: number[] = [];
  readonly #ends: number[] = [];
  #text = "";

  /** Adds characters that all have one place. */
  add(characters: string, start: number, end: number): void {
    this.#text += characters;
    for (let unit = 0; unit < characters.length; unit++) {
      this.#starts.push(start);
      this.#ends.push(end);
    }
  }

  /** Adds a part of another text with its places. */
  append(source: AlignedText, from: number, to: number): void {
    this.#text += source.text.slice(from, to);
    for (let unit = from; unit < to; unit++) {
      this.#starts.push(source.startAt(unit));
      this.#ends.push(source.endAt(unit));
    }
  }

  /** How many UTF-16 units have been added. */
  get length(): number {
    return this.#starts.length;
  }

  build(originalStart: number): AlignedText {
    return new AlignedText(this.#text, this.#starts, this.#ends, 0, originalStart);
  }
}

/** Calls back with every code point of a text and the place of its first unit. */
export function forEachCharacter(
  text: string,
  visit: (character: string, codePoint: number, index: number) => void,
): void {
  for (let index = 0; index < text.length; ) {
    const codePoint = text.codePointAt(index) ?? 0;
    const character = codePoint > 0xffff ? text.slice(index, index + 2) : text.charAt(index);
    visit(character, codePoint, index);
    index += character.length;
  }
}

/** Whether the units at `index` and after it are one character. */
export function isSurrogatePair(text: string, index: number): boolean {
  return (text.codePointAt(index) ?? 0) > 0xffff;
}
