/** @file From a position in the JavaScript that runs to the line that its author wrote, in a cell or in a file. */
import { readFileSync, statSync } from "node:fs";
import { SourceMap, type SourceMapPayload } from "node:module";
import { dirname, relative, resolve, sep } from "node:path";
import { fileURLToPath } from "node:url";

/** A place in what a person wrote; one-based. */
export interface SourcePosition {
  /** `Cell In[3]`, or a path relative to the project's folder where it lies inside. */
  where: string;
  line: number;
  column: number;
  /** The text that `line` counts in, where it is at hand. */
  text?: string | undefined;
  /** Whether it is a cell's own code. */
  inCell: boolean;
}

/** The maps of the two steps in which tslab compiles, last step first. */
export type MapChain = readonly SourceMapPayload[];

const LARGEST_MAP = 20_000_000;
const CELL_URL = /^cell-(\d+)$/;

/** All that the kernel knows of sources. One for the process. */
export class CellSources {
  readonly #root: string;
  readonly #cells = new Map<number, { code: string; maps: SourceMap[] }>();
  readonly #helpers = new Map<string, { source: string; maps: SourceMap[]; virtual: string | undefined }>();
  readonly #files = new Map<string, SourceMap | undefined>();

  /** `root` is the project's folder. */
  constructor(root: string) {
    this.#root = root;
  }

  /** The name under which the JavaScript of a cell runs. V8 wants it without spaces. */
  static scriptName(count: number): string {
    return `cell-${count}`;
  }

  addCell(count: number, code: string, maps: MapChain): void {
    this.#cells.set(count, { code, maps: maps.map((map) => new SourceMap(map)) });
  }

  /** A file that tslab compiled because a cell imports it; `virtual` is its text where it is a cell of its own. */
  addHelper(script: string, source: string, maps: MapChain, virtual?: string): void {
    this.#helpers.set(script, { source, maps: maps.map((map) => new SourceMap(map)), virtual });
  }

  /** The written position of a running one (one-based). Positions that have no map are their own. */
  find(script: string, line: number, column: number): SourcePosition {
    const count = CELL_URL.exec(script)?.[1];
    const cell = count === undefined ? undefined : this.#cells.get(Number(count));
    if (cell !== undefined) {
      const at = through(cell.maps, line, column);
      // tslab compiles the cell below a line of its own.
      return {
        where: `Cell In[${count}]`,
        line: Math.max(1, at.line - 1),
        column: at.column,
        text: cell.code,
        inCell: true,
      };
    }
    const path = script.startsWith("file://") ? fileURLToPath(script) : script;
    const helper = this.#helpers.get(path);
    if (helper !== undefined) {
      const at = through(helper.maps, line, column);
      const shift = helper.virtual === undefined ? 0 : 1;
      return {
        where: this.#short(helper.source),
        line: at.line - shift,
        column: at.column,
        text: helper.virtual,
        inCell: false,
      };
    }
    return this.#findInFile(path, line, column);
  }

  /** What the author of cell `count` wrote. */
  codeOf(count: number): string | undefined {
    return this.#cells.get(count)?.code;
  }

  /** The text of a file that the type checker complains about. */
  textOf(path: string): string | undefined {
    const full = resolve(this.#root, path);
    for (const helper of this.#helpers.values())
      if (helper.source === full && helper.virtual !== undefined) return helper.virtual;
    try {
      return statSync(full).size < LARGEST_MAP ? readFileSync(full, "utf8") : undefined;
    } catch {
      return undefined;
    }
  }

  #findInFile(path: string, line: number, column: number): SourcePosition {
    const own = { where: this.#short(path), line, column, inCell: false };
    if (path.includes(`${sep}node_modules${sep}`) || !path.startsWith(this.#root + sep)) return own;
    if (!this.#files.has(path)) this.#files.set(path, readMapBeside(path));
    const entry = this.#files.get(path)?.findEntry(line - 1, column - 1);
    if (entry === undefined || !("originalLine" in entry)) return own;
    const source = entry.originalSource.startsWith("file://")
      ? fileURLToPath(entry.originalSource)
      : entry.originalSource;
    return {
      where: this.#short(resolve(dirname(path), source)),
      line: entry.originalLine + 1,
      column: entry.originalColumn + 1,
      inCell: false,
    };
  }

  #short(path: string): string {
    const inside = relative(this.#root, path);
    return inside === "" || inside.startsWith("..") || !path.startsWith(sep) ? path : inside;
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
