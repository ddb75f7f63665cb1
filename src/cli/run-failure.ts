/** @file A failed cell told in full: where, its source, the error, what it had printed, and how to run on from there. */
import { stripVTControlCharacters } from "node:util";
import type { CellFailure } from "../notebook/execute/execution";
import type { Notebook } from "../notebook/format/types";
import { optionWords, type RunOptions, shellWord } from "./run-options";
import type { RunRecord } from "./run-record";

const MOST_LINES = 40;
const LINES_AROUND = 5;
const TAIL_LINES = 10;
const LONGEST_LINE = 200;
const LONGEST_MESSAGE = 4_000;

/** The lines that tell why a notebook failed, indented below its name. */
export function failureLines(record: RunRecord, options: RunOptions): string[] {
  const { error, failure, target } = record;
  const lines: string[] = [];
  if (error !== undefined) {
    lines.push("", ...error.message.split("\n"));
    if (error.hint !== undefined) lines.push(error.hint);
  }
  if (failure !== undefined) {
    lines.push("", `cell ${failure.cell + 1}${counted(failure)} of ${target.path}${late(failure)}`, "");
    lines.push(...numberedSource(failure), "");
    lines.push(...clean(`${failure.name}: ${failure.message}`).slice(0, LONGEST_MESSAGE).split("\n"));
    if (failure.hint !== undefined) lines.push(clean(failure.hint));
    const tail = outputTail(record.notebook, failure);
    if (tail.length > 0) lines.push("", "what it printed last:", ...tail.map((line) => `  ${line}`));
    const again = failure.cell === 0 ? "run it again:" : "run again, with the outputs before this cell kept:";
    lines.push("", again, `  ${rerunCommand(target.path, failure.cell, options)}`);
  }
  return lines.length === 0 ? lines : [...lines, ""].map((line) => (line === "" ? "" : `  ${line}`));
}

/** The command that runs the notebook again, keeping the outputs before the cell. */
export function rerunCommand(path: string, cell: number, options: RunOptions): string {
  const from = cell === 0 ? [] : ["--from-cell", String(cell + 1)];
  return ["npx caderno run", shellWord(path), ...from, ...optionWords(options)].join(" ");
}

function counted(failure: CellFailure): string {
  return failure.count === undefined ? "" : ` (In [${failure.count}])`;
}

function late(failure: CellFailure): string {
  return failure.kind === "late-error" ? ", after it had ended" : "";
}

/** The cell's source with line numbers; the failing line is marked, and stays when a long cell is cut. */
function numberedSource(failure: CellFailure): string[] {
  const source = clean(failure.source).split("\n");
  const { line } = failure;
  const marked = line !== undefined && line <= source.length ? line : undefined;
  const [first, last] =
    source.length <= MOST_LINES
      ? [1, source.length]
      : [Math.max(1, (marked ?? 1) - LINES_AROUND), Math.min(source.length, (marked ?? MOST_LINES) + LINES_AROUND)];
  const width = String(last).length;
  const lines = source.slice(first - 1, last).map((text, index) => {
    const number = first + index;
    const shown = text.length > LONGEST_LINE ? `${text.slice(0, LONGEST_LINE)}…` : text;
    return `${number === marked ? ">" : " "} ${String(number).padStart(width)} │ ${shown}`.trimEnd();
  });
  if (first > 1) lines.unshift(`  … ${first - 1} lines above`);
  if (last < source.length) lines.push(`  … ${source.length - last} lines below`);
  return lines;
}

function outputTail(notebook: Notebook | undefined, failure: CellFailure): string[] {
  const cell = notebook?.cells[failure.cell];
  if (cell?.cell_type !== "code") return [];
  const text = cell.outputs.map((output) => (output.output_type === "stream" ? output.text : "")).join("");
  const lines = clean(text).trimEnd().split("\n").slice(-TAIL_LINES);
  return lines.filter((line, index) => line !== "" || index > 0).map((line) => line.slice(0, LONGEST_LINE));
}

function clean(text: string): string {
  return stripVTControlCharacters(text);
}
