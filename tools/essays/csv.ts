/** @file The data set as CSV by RFC 4180, with `\n` line ends. */
import type { Essay } from "./essay";

/** The whole file: header, rows, final newline. Essays are always quoted. */
export function toCsv(essays: readonly Pick<Essay, "text" | "score">[]): string {
  const rows = essays.map((essay) => `"${essay.text.replaceAll('"', '""')}",${essay.score}`);
  return `${["essay,score", ...rows].join("\n")}\n`;
}
