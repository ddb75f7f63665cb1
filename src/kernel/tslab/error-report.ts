/** @file What went wrong in a cell, as Jupyter's `error` message says it: name, message, and a readable traceback. */
import { inspect, types } from "node:util";
import type { CellSources } from "./cell-sources";
import { markSource } from "./source-excerpt";
import { readFrames, type StackFrame } from "./stack-frames";
import type { TslabDiagnostic } from "./tslab-modules";

/** The content of an `error` message. */
export interface ErrorReport {
  ename: string;
  evalue: string;
  /** Lines with ANSI colours. */
  traceback: string[];
}

const LONGEST_MESSAGE = 10_000;
const MOST_FRAMES = 20;
const MOST_EXCERPTS = 4;
const DEEPEST_CAUSE = 5;
const MOST_OF_AGGREGATE = 10;
const MOST_DIAGNOSTICS = 20;

const red = (text: string): string => `\u001b[31m${text}\u001b[39m`;
const cyan = (text: string): string => `\u001b[36m${text}\u001b[39m`;
const bold = (text: string): string => `\u001b[1m${text}\u001b[22m`;

/** The report of something that a cell threw, which need not be an Error. */
export function reportThrown(thrown: unknown, sources: CellSources): ErrorReport {
  const { name, message } = nameAndMessage(thrown);
  const traceback: string[] = [];
  describe(thrown, sources, traceback, "", 0, new Set());
  return { ename: name, evalue: message, traceback };
}

/** The report of a cell that the type checker refused. */
export function reportDiagnostics(
  diagnostics: readonly TslabDiagnostic[],
  cell: { label: string; code: string },
  sources: CellSources,
): ErrorReport {
  const problems = joinChains(diagnostics);
  const traceback: string[] = [];
  for (const problem of problems.slice(0, MOST_DIAGNOSTICS)) {
    const where = problem.fileName ?? cell.label;
    const text = problem.fileName === undefined ? cell.code : sources.textOf(problem.fileName);
    const at = { line: problem.start.line + 1, column: problem.start.character + 1 };
    const sameLine = problem.end.line === problem.start.line;
    const width = sameLine ? problem.end.character - problem.start.character : 1;
    traceback.push(`${bold(red("TypeScriptError"))}: ${problem.messageText} (TS${problem.code})`);
    traceback.push(`    at ${cyan(`${where}, line ${at.line}:${at.column}`)}`);
    if (text !== undefined) traceback.push(...markSource(text, at, { around: 1, width }));
  }
  if (problems.length > MOST_DIAGNOSTICS) traceback.push(`… and ${problems.length - MOST_DIAGNOSTICS} more errors`);
  const first = problems[0];
  const more = problems.length > 1 ? ` (and ${problems.length - 1} more)` : "";
  const place =
    first === undefined ? "" : `${first.fileName ?? "line"} ${first.start.line + 1}:${first.start.character + 1}: `;
  const evalue = `${place}${first?.messageText ?? "The cell was refused."} (TS${first?.code ?? 0})${more}`;
  return { ename: "TypeScriptError", evalue, traceback };
}

function describe(
  thrown: unknown,
  sources: CellSources,
  lines: string[],
  prefix: string,
  depth: number,
  seen: Set<unknown>,
): void {
  const { name, message } = nameAndMessage(thrown);
  lines.push(...`${prefix}${bold(red(name))}: ${message}`.split("\n"));
  if (typeof thrown !== "object" || thrown === null) return;
  seen.add(thrown);
  const hint = read(thrown, "hint");
  if (typeof hint === "string" && hint !== "") lines.push(...`Hint: ${hint}`.split("\n"));
  let excerpts = 0;
  for (const frame of framesToShow(thrown, sources)) {
    const called = frame.called === "" ? "" : `${frame.called}, `;
    const code = sources.codeOf(frame.where);
    if (code === undefined) {
      lines.push(`    at ${called}${frame.where}:${frame.line}:${frame.column}`);
      continue;
    }
    lines.push(`    at ${called}${cyan(`${frame.where}, line ${frame.line}:${frame.column}`)}`);
    if (excerpts >= MOST_EXCERPTS) continue;
    lines.push(...markSource(code, frame, { around: excerpts === 0 ? 2 : 1 }));
    excerpts += 1;
  }
  if (depth >= DEEPEST_CAUSE) return;
  const parts = read(thrown, "errors");
  if (Array.isArray(parts)) {
    parts.slice(0, MOST_OF_AGGREGATE).forEach((part, index) => {
      if (!seen.has(part)) describe(part, sources, lines, `[${index + 1} of ${parts.length}] `, depth + 1, seen);
    });
  }
  const cause = read(thrown, "cause");
  if (cause !== undefined && !seen.has(cause)) describe(cause, sources, lines, "Caused by ", depth + 1, seen);
}

/** An error with a hint was thrown on purpose: its reader looks for the line of the cell, not for the one that threw. */
function framesToShow(thrown: object, sources: CellSources): StackFrame[] {
  const stack = read(thrown, "stack");
  const frames = readFrames(typeof stack === "string" ? stack : "").slice(0, MOST_FRAMES);
  const inCells = frames.filter((frame) => sources.codeOf(frame.where) !== undefined);
  return typeof read(thrown, "hint") === "string" && inCells.length > 0 ? inCells : frames;
}

function nameAndMessage(thrown: unknown): { name: string; message: string } {
  const message = typeof thrown === "object" && thrown !== null ? read(thrown, "message") : undefined;
  if (typeof message === "string" && (types.isNativeError(thrown) || thrown instanceof Error)) {
    const name = read(thrown, "name");
    return { name: typeof name === "string" && name !== "" ? name : "Error", message: shorten(message) };
  }
  let shown: string;
  try {
    shown = inspect(thrown, { depth: 2 });
  } catch {
    shown = "a value that cannot be shown";
  }
  return { name: "Uncaught", message: shorten(shown) };
}

/** tslab lists the links of one chained message as complaints of their own, at the same place. */
function joinChains(diagnostics: readonly TslabDiagnostic[]): TslabDiagnostic[] {
  const joined: TslabDiagnostic[] = [];
  for (const diagnostic of diagnostics) {
    const last = joined.at(-1);
    const chained =
      last !== undefined &&
      last.start.offset === diagnostic.start.offset &&
      last.end.offset === diagnostic.end.offset &&
      (diagnostic.fileName === undefined || diagnostic.fileName === last.fileName);
    if (chained) last.messageText += `\n  ${diagnostic.messageText}`;
    else joined.push({ ...diagnostic });
  }
  return joined;
}

/** A property of something thrown, which may be a getter that throws in its turn. */
function read(from: object, name: string): unknown {
  try {
    return (from as Record<string, unknown>)[name];
  } catch {
    return undefined;
  }
}

function shorten(text: string): string {
  return text.length > LONGEST_MESSAGE ? `${text.slice(0, LONGEST_MESSAGE)}… (${text.length} characters)` : text;
}
