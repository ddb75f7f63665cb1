/**
 * @file Reads JSON that may be broken, hostile or written by Python, and says where it went wrong.
 *
 * `JSON.parse` cannot be used for notebooks: it loses the spelling of numbers, refuses the NaN that Python writes, lets
 * nesting grow without bound, and says neither the line nor the field of a mistake.
 */
import { rememberSpelling } from "./json-numbers";

/** The keys and positions that lead to a place in a document: `["cells", 3, "source"]`. */
export type JsonPath = readonly (string | number)[];

/** The text is not JSON. */
export class JsonSyntaxError extends Error {
  /** The line, counted from 1. */
  readonly line: number;
  /** The column, counted from 1. */
  readonly column: number;
  /** The value that was being read. */
  readonly path: JsonPath;
  /** The text from the place on, at most 20 characters. */
  readonly found: string;

  constructor(message: string, text: string, offset: number, path: JsonPath) {
    super(message);
    this.name = "JsonSyntaxError";
    const before = text.slice(0, offset);
    this.line = before.split("\n").length;
    this.column = offset - before.lastIndexOf("\n");
    this.path = path;
    this.found = text.slice(offset, offset + 20);
  }
}

/** Deeper than any program nests, and far less than what the stack holds. */
const MAX_DEPTH = 500;

/**
 * The value that a JSON text holds; NaN, Infinity and -Infinity are read as Python reads them.
 *
 * A key `__proto__` becomes a property like any other.
 */
export function parseJson(text: string): unknown {
  return new JsonReader(text).document();
}

const NUMBER = /-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?/y;
const BLANK = /[ \t\n\r]*/y;
const WORDS: ReadonlyMap<string, unknown> = new Map<string, unknown>([
  ["true", true],
  ["false", false],
  ["null", null],
  ["NaN", Number.NaN],
  ["Infinity", Number.POSITIVE_INFINITY],
  ["-Infinity", Number.NEGATIVE_INFINITY],
]);

class JsonReader {
  private offset = 0;
  private readonly path: (string | number)[] = [];

  constructor(private readonly text: string) {}

  document(): unknown {
    this.skipBlank();
    const root: unknown[] = [];
    this.value(root, 0);
    this.skipBlank();
    if (this.offset < this.text.length) throw this.mistake("there is more after the end of the document");
    return root[0];
  }

  /** Reads one value and stores it under `key`, because a number's spelling is kept by its place. */
  private value(container: unknown[] | object, key: string | number): void {
    const first = this.text[this.offset];
    if (first === '"') put(container, key, this.string());
    else if (first === "{") put(container, key, this.object());
    else if (first === "[") put(container, key, this.array());
    else this.wordOrNumber(container, key);
  }

  private object(): object {
    const result = {};
    this.open();
    if (this.take("}")) return result;
    do {
      this.skipBlank();
      if (this.text[this.offset] !== '"') throw this.mistake('a key in double quotes or "}" was expected');
      const key = this.string();
      this.path.push(key);
      this.skipBlank();
      if (!this.take(":")) throw this.mistake('":" was expected after the key');
      this.skipBlank();
      this.value(result, key);
      this.path.pop();
      this.skipBlank();
    } while (this.take(","));
    if (!this.take("}")) throw this.mistake('"," or "}" was expected');
    return result;
  }

  private array(): unknown[] {
    const result: unknown[] = [];
    this.open();
    if (this.take("]")) return result;
    do {
      this.skipBlank();
      this.path.push(result.length);
      this.value(result, result.length);
      this.path.pop();
      this.skipBlank();
    } while (this.take(","));
    if (!this.take("]")) throw this.mistake('"," or "]" was expected');
    return result;
  }

  private open(): void {
    if (this.path.length >= MAX_DEPTH) throw this.mistake(`values are nested more than ${MAX_DEPTH} deep`);
    this.offset++;
    this.skipBlank();
  }

  private string(): string {
    const start = this.offset;
    let end = start;
    do {
      end = this.text.indexOf('"', end + 1);
      if (end === -1) throw this.mistake("a text is opened here and never closed");
    } while (isEscaped(this.text, end));
    const quoted = this.text.slice(start, end + 1);
    try {
      const value: string = JSON.parse(quoted);
      this.offset = end + 1;
      return value;
    } catch {
      throw this.mistake("a text holds a line break, a control character or a wrong escape");
    }
  }

  private wordOrNumber(container: unknown[] | object, key: string | number): void {
    NUMBER.lastIndex = this.offset;
    let spelling = NUMBER.exec(this.text)?.[0];
    spelling ??= [...WORDS.keys()].find((word) => this.text.startsWith(word, this.offset));
    if (spelling === undefined) throw this.mistake("a value was expected");
    this.offset += spelling.length;
    const value = WORDS.has(spelling) ? WORDS.get(spelling) : Number(spelling);
    put(container, key, value);
    if (typeof value === "number" && (WORDS.has(spelling) || String(value) !== spelling)) {
      rememberSpelling(container, key, spelling);
    }
  }

  private take(character: string): boolean {
    if (this.text[this.offset] !== character) return false;
    this.offset++;
    return true;
  }

  private skipBlank(): void {
    BLANK.lastIndex = this.offset;
    BLANK.test(this.text);
    this.offset = BLANK.lastIndex;
  }

  private mistake(what: string): JsonSyntaxError {
    const ended = this.offset >= this.text.length ? ", but the file ends here" : "";
    return new JsonSyntaxError(what + ended, this.text, this.offset, [...this.path]);
  }
}

/** Whether the quote at `offset` follows an odd number of backslashes. */
function isEscaped(text: string, offset: number): boolean {
  let start = offset;
  while (text[start - 1] === "\\") start--;
  return (offset - start) % 2 === 1;
}

function put(container: unknown[] | object, key: string | number, value: unknown): void {
  if (Array.isArray(container)) container.push(value);
  else if (key === "__proto__") {
    Object.defineProperty(container, key, { value, writable: true, enumerable: true, configurable: true });
  } else (container as Record<string | number, unknown>)[key] = value;
}
