/** @file The essays as CSV. */
import { readTextCsv, textCsv } from "../text/csv";
import type { Essay } from "./essay";

/** The whole file: header, rows, final newline. */
export function toCsv(essays: readonly Pick<Essay, "text" | "score">[]): string {
  return textCsv(
    ["essay", "score"],
    essays.map(({ text, score }) => [text, score]),
  );
}

/** Reads such a file back. */
export function fromCsv(csv: string): { essay: string; score: number }[] {
  return readTextCsv(csv).map(([essay, score]) => ({ essay, score }));
}
