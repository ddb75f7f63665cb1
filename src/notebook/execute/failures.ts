/** @file Failures of cells in words, and as the error output that the executed notebook keeps. */

import { stripVTControlCharacters } from "node:util";
import type { KernelEnd } from "../client/guardian-protocol";
import { explainEnd, hintForEnd } from "../client/kernel-end";
import type { CodeCell, ErrorOutput } from "../format/types";
import type { StopReason } from "./cell-request";
import type { CellFailure, FailureKind } from "./execution";

const LAST_WORDS = 2_000;

/** An error that the cell's code raised. */
export function failureOfError(index: number, cell: CodeCell, error: ErrorOutput, kind: FailureKind): CellFailure {
  const count = cell.execution_count ?? undefined;
  return {
    kind,
    cell: index,
    source: cell.source,
    line: failingLine(error, count),
    count,
    name: error.ename,
    message: error.evalue,
    traceback: error.traceback,
    hint: hintIn(error.traceback),
  };
}

/** A cell that was stopped from outside, by an interrupt that it heeded. */
export function failureOfStop(cell: number, source: string, reason: StopReason, seconds: number): CellFailure {
  return { kind: reason, cell, source, ...stopWords(reason, seconds), traceback: [] };
}

/** A cell whose kernel ended. */
export function failureOfEnd(
  cell: number,
  source: string,
  end: KernelEnd,
  stopped: { reason: StopReason; seconds: number } | undefined,
): CellFailure {
  if (stopped !== undefined && end.memory === undefined) {
    const failure = failureOfStop(cell, source, stopped.reason, stopped.seconds);
    return { ...failure, message: `${failure.message} It did not heed the interrupt, so that its kernel was killed.` };
  }
  return {
    kind: "kernel-died",
    cell,
    source,
    name: end.memory === undefined ? "DeadKernelError" : "MemoryLimitError",
    message: `The kernel died while this cell ran: ${explainEnd(end)}.`,
    traceback: end.lastWords.trim().slice(-LAST_WORDS).split("\n").filter(Boolean),
    hint: hintForEnd(end),
  };
}

/** The failure as an output, for those whose cause the kernel could not write down itself. */
export function outputOfFailure(failure: CellFailure): ErrorOutput {
  const lines = [`${failure.name}: ${failure.message}`, ...failure.traceback];
  return { output_type: "error", ename: failure.name, evalue: failure.message, traceback: lines };
}

/** The error of a reply that says so without an error among the outputs, as a bare tslab sends it. */
export function errorOfReply(content: Record<string, unknown>, cell: CodeCell): ErrorOutput {
  const text = (field: string): string | undefined =>
    typeof content[field] === "string" && content[field] !== "" ? content[field] : undefined;
  const complaint = cell.outputs
    .filter((output) => output.output_type === "stream" && output.name === "stderr")
    .map((output) => (output as { text: string }).text)
    .join("")
    .trim();
  const evalue = text("evalue") ?? complaint.split("\n")[0] ?? "";
  const ename = text("ename") ?? /^(\w*(?:Error|Exception))\b/.exec(evalue)?.[1] ?? "Error";
  const message = evalue === "" ? "The kernel reported an error and said nothing about it." : evalue;
  return { output_type: "error", ename, evalue: message, traceback: [`${ename}: ${message}`] };
}

/** The line that the traceback names for this cell: "Cell In[3], line 2"; a bare tslab begins its complaints with "2:7 - ". */
function failingLine(error: ErrorOutput, count: number | undefined): number | undefined {
  const text = stripVTControlCharacters(error.traceback.join("\n"));
  const inCell = count === undefined ? null : new RegExp(`Cell In\\[${count}\\], line (\\d+)`).exec(text);
  const found = inCell?.[1] ?? /^(\d+):\d+ - /.exec(error.evalue)?.[1];
  return found === undefined ? undefined : Number(found);
}

/** The hint that an error of ours carries; its kernel writes it below the message. */
function hintIn(traceback: readonly string[]): string | undefined {
  return traceback.find((line) => line.startsWith("Hint: "))?.slice("Hint: ".length);
}

function stopWords(reason: StopReason, seconds: number): { name: string; message: string; hint: string | undefined } {
  if (reason === "timeout") {
    return {
      name: "CellTimeoutError",
      message: `This cell ran longer than ${seconds} s.`,
      hint: "Make it do less, or allow more with --timeout SECONDS.",
    };
  }
  if (reason === "total-timeout") {
    return {
      name: "NotebookTimeoutError",
      message: `The notebook ran longer than ${seconds} s in all.`,
      hint: "Make it do less, or allow more with --total-timeout SECONDS.",
    };
  }
  if (reason === "input") {
    return {
      name: "InputRefusedError",
      message: "This cell asks for input, and nobody is there to answer.",
      hint: "Give the value as a parameter of the notebook instead.",
    };
  }
  return { name: "InterruptedError", message: "The run was interrupted.", hint: undefined };
}
