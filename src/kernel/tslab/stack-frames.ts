/** @file Stacks that name the lines that people wrote: `err.stack` inside cells, and its frames taken apart again. */
import type { CellSources } from "./cell-sources";

/** One line of a stack. */
export interface StackFrame {
  /** What was called, empty for the top level of a cell or file. */
  called: string;
  /** `Cell In[3]` or a path. */
  where: string;
  line: number;
  column: number;
}

const DEEPEST = 40;

/**
 * Makes `err.stack` speak of cells and of TypeScript lines in the whole process, without the frames of the kernel.
 *
 * `hidden` are folders whose frames are left out. The limit of ten frames is raised, since a library's own calls would
 * otherwise push the cell out of its own error.
 */
export function installStackTraces(sources: CellSources, hidden: readonly string[]): void {
  Error.stackTraceLimit = DEEPEST;
  Error.prepareStackTrace = (error, sites) => {
    const lines = [headline(error)];
    for (const site of sites) {
      try {
        const line = writeFrame(site, sources, hidden);
        if (line !== undefined) lines.push(`    at ${line}`);
      } catch {
        lines.push(`    at ${site}`);
      }
    }
    return lines.join("\n");
  };
}

/** The frames of a stack that {@link installStackTraces} wrote, without those inside of Node. */
export function readFrames(stack: string): StackFrame[] {
  const frames: StackFrame[] = [];
  for (const line of stack.split("\n")) {
    const match = /^ {4}at (?:async )?(?:(.*?) \()?(Cell In\[\d+\]|[^()]+?):(\d+):(\d+)\)?$/.exec(line);
    if (match?.[2] === undefined || match[2].startsWith("node:")) continue;
    frames.push({ called: match[1] ?? "", where: match[2], line: Number(match[3]), column: Number(match[4]) });
  }
  return frames;
}

function writeFrame(site: NodeJS.CallSite, sources: CellSources, hidden: readonly string[]): string | undefined {
  const script = site.getScriptNameOrSourceURL();
  const line = site.getLineNumber();
  const column = site.getColumnNumber();
  const text = site.toString();
  if (typeof script !== "string" || script === "" || line === null || column === null) return text;
  if (script.startsWith("node:internal/") || /^node:(vm|async_hooks)$/.test(script)) return undefined;
  if (hidden.some((folder) => script.startsWith(folder))) return undefined;
  if (script.startsWith("node:")) return text;
  const written = sources.find(script, line, column);
  if (written === undefined) return undefined;
  // tslab calls a function of an earlier cell through its table of exports.
  return text
    .replace(/^(async )?Proxy\./, "$1")
    .replace(`${script}:${line}:${column}`, `${written.where}:${written.line}:${written.column}`);
}

function headline(error: unknown): string {
  try {
    return Error.prototype.toString.call(error);
  } catch {
    return "Error";
  }
}
