/** @file From a position in the JavaScript that runs to the line that its author wrote, in a cell or in a file. */
import { readFileSync, statSync } from "node:fs";
import { SourceMap, type SourceMapPayload } from "node:module";
import { dirname, isAbsolute, relative, resolve, sep } from "node:path";
import { fileURLToPath } from "node:url";

/** A place in what a person wrote; one-based. */
export interface SourcePosition {
  /** `Cell In[3]`, or a path relative to the project's folder where it lies inside. */
  where: string;
  line: number;
  column: number;
}

/** What is remembered of a cell: how errors name it, and what its author wrote. */
export interface WrittenCell {
  readonly id: number;
  readonly label: string;
  readonly code: string;
}

/** The maps of the two steps in which tslab compiles, last step first. */
export type MapChain = readonly SourceMapPayload[];

interface KnownSource {
  readonly where: string;
  readonly maps: MapChain;
  readonly text: string | undefined;
  /** Lines that tslab puts above. */
  readonly shift: number;
  /** How many lines of JavaScript there are; what comes after them is tslab's own call. */
  readonly length: number;
  decoded?: SourceMap[];
}

const LARGEST_MAP = 20_000_000;
/** Functions of older cells than these are shown at the positions of their JavaScript. */
const MOST_CELLS = 2_000;

/** All that the kernel knows of sources. One for the process. */
export class CellSources {
  readonly #root: string;
  readonly #known = new Map<string, KnownSource>();
  readonly #codes = new Map<string, string>();
  readonly #files = new Map<string, SourceMap | undefined>();

  /** `root` is the project's folder. */
  constructor(root: string) {
    this.#root = root;
  }

  /** Remembers a cell, and returns the name under which its JavaScript must run. V8 wants it without spaces. */
  addCell(cell: WrittenCell, javascript: string, maps: MapChain): string {
    const script = `cell-${cell.id}`;
    const length = javascript.split("\n").length;
    this.#known.set(script, { where: cell.label, maps, text: cell.code, shift: 1, length });
    this.#codes.set(cell.label, cell.code);
    for (const old of [this.#known, this.#codes]) {
      const oldest = old.size > MOST_CELLS ? old.keys().next().value : undefined;
      if (oldest !== undefined) old.delete(oldest);
    }
    return script;
  }

  /** A file that tslab compiled because a cell imports it; `text` is given where it is a cell of its own. */
  addHelper(script: string, source: string, maps: MapChain, text?: string): void {
    const shift = text === undefined ? 0 : 1;
    this.#known.set(script, { where: this.#short(source), maps, text, shift, length: Number.POSITIVE_INFINITY });
  }

  /** The written position of a running one (one-based), or undefined for a line that nobody wrote. */
  find(script: string, line: number, column: number): SourcePosition | undefined {
    const path = script.startsWith("file://") ? fileURLToPath(script) : script;
    const known = this.#known.get(path);
    if (known === undefined) return this.#findInFile(path, line, column);
    if (line > known.length) return undefined;
    known.decoded ??= known.maps.map((map) => new SourceMap(map));
    const at = through(known.decoded, line, column);
    return { where: known.where, line: Math.max(1, at.line - known.shift), column: at.column };
  }

  /** What the author of the cell with this label wrote. */
  codeOf(label: string): string | undefined {
    return this.#codes.get(label);
  }

  /** The text of a file that the type checker complains about. */
  textOf(path: string): string | undefined {
    for (const { where, text } of this.#known.values()) if (where === path && text !== undefined) return text;
    const full = resolve(this.#root, path);
    try {
      return statSync(full).size < LARGEST_MAP ? readFileSync(full, "utf8") : undefined;
    } catch {
      return undefined;
    }
  }

  #findInFile(path: string, line: number, column: number): SourcePosition {
    const own = { where: this.#short(path), line, column };
    if (path.includes(`${sep}node_modules${sep}`) || !path.startsWith(this.#root + sep)) return own;
    if (!this.#files.has(path)) this.#files.set(path, readMapBeside(path));
    const entry = this.#files.get(path)?.findEntry(line - 1, column - 1);
    if (entry === undefined || !("originalLine" in entry)) return own;
    const { originalSource, originalLine, originalColumn } = entry;
    const source = originalSource.startsWith("file://") ? fileURLToPath(originalSource) : originalSource;
    return { where: this.#short(resolve(dirname(path), source)), line: originalLine + 1, column: originalColumn + 1 };
  }

  #short(path: string): string {
    const inside = relative(this.#root, path);
    return inside === "" || inside.startsWith("..") || !isAbsolute(path) ? path : inside;
  }
}

function through(maps: readonly SourceMap[], line: number, column: number): { line: number; column: number } {
  let at = { line, column };
  for (const map of maps) {
    const entry = map.findEntry(at.line - 1, at.column - 1);
    if ("originalLine" in entry) at = { line: entry.originalLine + 1, column: entry.originalColumn + 1 };
  }
  return at;
}

function readMapBeside(path: string): SourceMap | undefined {
  try {
    const map = `${path}.map`;
    return statSync(map).size < LARGEST_MAP ? new SourceMap(JSON.parse(readFileSync(map, "utf8"))) : undefined;
  } catch {
    return undefined;
  }
}
