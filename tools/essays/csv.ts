/** @file The data set as CSV by RFC 4180, with `\n` line ends. */
import type { Essay } from "./essay";

/** The whole file: header, rows, final newline. Essays are always quoted. */
export function toCsv(essays: readonly Pick<Essay, "text" | "score">[]): string {
  const rows = essays.map((essay) => `"${essay.text.replaceAll('"', '""')}",${essay.score}`);
  return `${["essay,score", ...rows].join("\n")}\n`;
}

/** Reads such a file back. It knows no more of CSV than {@link toCsv} and its like write. */
export function fromCsv(csv: string): { essay: string; score: number }[] {
  const rows: { essay: string; score: number }[] = [];
  const pattern = /(?:"((?:[^"]|"")*)"|([^",\r\n]*)),(\d+)\r?(?:\n|$)/gy;
  pattern.lastIndex = csv.indexOf("\n") + 1;
  while (pattern.lastIndex < csv.length) {
    const at = pattern.lastIndex;
    const match = pattern.exec(csv);
    if (match === null) throw new Error(`Row ${rows.length + 1} at character ${at} is not \`essay,score\`.`);
    rows.push({ essay: (match[1] ?? match[2] ?? "").replaceAll('""', '"'), score: Number(match[3]) });
  }
  return rows;
}
