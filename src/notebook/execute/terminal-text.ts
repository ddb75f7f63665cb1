/**
 * @file What a terminal would show of a stream: carriage returns, backspaces and cursor moves leave their last state.
 *
 * Progress bars write over themselves thousands of times. Keeping every state would make the notebook unreadable and the
 * runner grow, so that text is folded while it arrives.
 */

/** So many rows above the last one can still be written over; a terminal's height is about as much. */
const REACHABLE_ROWS = 40;
const LONGEST_MOVE = 1_000;
const LONGEST_STYLE = 64;
const LONGEST_SEQUENCE = 64;

/** Characters that move the cursor back; without them, text only ever grows. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these control characters are what it looks for
const MOVES = /\r|\x08|\x1b\[[\d;?]*[A-HJKfhl]/;
// biome-ignore lint/suspicious/noControlCharactersInRegex: these control characters are what it looks for
const PIECES = /\x1b\[([\d;?]*)([@-~])|[\s\S]/gu;
/** The start of something that the next chunk may complete. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these control characters are what it looks for
const UNFINISHED = /(?:\r|\x1b(?:\[[\d;?]*)?)$/;

interface Glyph {
  text: string;
  /** The colour sequences in force where it was written. */
  style: string;
}

/** A text that is written as to a terminal. */
export class TerminalText {
  /** Text that no later write can change, and, while the cursor is at its end, all of it. */
  #fixed = "";
  /** The rows that can still change; undefined while the cursor is at the end of `#fixed`. */
  #rows: Glyph[][] | undefined;
  #row = 0;
  #column = 0;
  #style = "";
  #unfinished = "";

  /** Writes at the cursor. Sequences may be split between writes. */
  write(chunk: string): void {
    let text = (this.#unfinished + chunk).replaceAll("\r\n", "\n");
    this.#unfinished = UNFINISHED.exec(text)?.[0].slice(0, LONGEST_SEQUENCE) ?? "";
    if (this.#unfinished !== "") text = text.slice(0, -this.#unfinished.length);
    if (this.#rows === undefined && !MOVES.test(text)) {
      this.#fixed += text;
      return;
    }
    this.#open();
    for (const piece of text.matchAll(PIECES)) {
      const [character, parameters, final] = piece;
      if (final === undefined) this.#put(character);
      else this.#obey(character, parameters ?? "", final);
    }
    this.#settle();
  }

  /** How long the text is now, without making it. */
  get length(): number {
    const open = this.#rows?.reduce((sum, row) => sum + row.length + 1, 0) ?? 0;
    return this.#fixed.length + open;
  }

  toString(): string {
    return this.#rows === undefined ? this.#fixed : this.#fixed + render(this.#rows, "");
  }

  /** Makes the last rows writable again, with the cursor where it was: at their end. */
  #open(): void {
    if (this.#rows !== undefined) return;
    let start = this.#fixed.length;
    for (let row = 0; row < REACHABLE_ROWS && start > 0; row++) start = this.#fixed.lastIndexOf("\n", start - 1);
    const tail = start < 0 ? this.#fixed : this.#fixed.slice(start);
    this.#fixed = start < 0 ? "" : this.#fixed.slice(0, start);
    this.#rows = [[]];
    this.#row = 0;
    this.#column = 0;
    this.#style = "";
    for (const [character, parameters, final] of tail.matchAll(PIECES)) {
      if (final === undefined) this.#put(character);
      else this.#obey(character, parameters ?? "", final);
    }
  }

  /** Fixes what cannot change any more, and everything once the cursor stands on a fresh last row. */
  #settle(): void {
    const rows = this.#rows ?? [];
    const last = rows[rows.length - 1];
    if (this.#row === rows.length - 1 && last?.length === 0) {
      this.#fixed += render(rows, this.#style);
      this.#rows = undefined;
      return;
    }
    const excess = Math.min(rows.length - REACHABLE_ROWS, this.#row);
    if (excess > REACHABLE_ROWS) {
      this.#fixed += `${render(rows.splice(0, excess), "")}\n`;
      this.#row -= excess;
    }
  }

  #put(character: string): void {
    const rows = this.#rows ?? [];
    if (character === "\n") {
      this.#row += 1;
      this.#column = 0;
      if (this.#row === rows.length) rows.push([]);
    } else if (character === "\r") this.#column = 0;
    else if (character === "\b") this.#column = Math.max(0, this.#column - 1);
    else {
      const row = rows[this.#row] ?? [];
      while (row.length < this.#column) row.push({ text: " ", style: "" });
      row[this.#column] = { text: character, style: this.#style };
      this.#column += 1;
    }
  }

  #obey(sequence: string, parameters: string, final: string): void {
    const rows = this.#rows ?? [];
    const row = rows[this.#row] ?? [];
    const [first = ""] = parameters.split(";");
    const count = Math.min(LONGEST_MOVE, Math.max(1, Number(first) || 1));
    if (final === "m") this.#style = restyle(this.#style, parameters, sequence);
    else if (final === "A" || final === "F") this.#row = Math.max(0, this.#row - count);
    else if (final === "B" || final === "E") this.#row = Math.min(rows.length - 1, this.#row + count);
    else if (final === "C") this.#column += count;
    else if (final === "D") this.#column = Math.max(0, this.#column - count);
    else if (final === "G") this.#column = count - 1;
    else if (final === "K") eraseInRow(row, this.#column, first);
    else if (final === "J") {
      if (first === "" || first === "0") {
        row.length = Math.min(row.length, this.#column);
        rows.length = this.#row + 1;
      } else for (const other of rows) other.length = 0;
    }
    if (final === "E" || final === "F") this.#column = 0;
  }
}

function eraseInRow(row: Glyph[], column: number, how: string): void {
  if (how === "2") row.length = 0;
  else if (how === "1") for (let at = 0; at <= column && at < row.length; at++) row[at] = { text: " ", style: "" };
  else row.length = Math.min(row.length, column);
}

function restyle(style: string, parameters: string, sequence: string): string {
  if (/^0*$/.test(parameters)) return "";
  const together = /^0*;/.test(parameters) ? sequence : style + sequence;
  return together.length > LONGEST_STYLE ? sequence : together;
}

/** The rows as text; colours are switched where they change, and left as `style` says. */
function render(rows: readonly (readonly Glyph[])[], style: string): string {
  let text = "";
  let current = "";
  const change = (to: string): void => {
    if (to === current) return;
    if (current !== "") text += "\x1b[0m";
    text += to;
    current = to;
  };
  for (const [index, row] of rows.entries()) {
    if (index > 0) text += "\n";
    for (const glyph of row) {
      change(glyph.style);
      text += glyph.text;
    }
  }
  change(style);
  return text;
}
