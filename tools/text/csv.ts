/** @file Texts with a whole number each as CSV by RFC 4180, with `\n` line ends. */

/** A text and its number. */
export type TextRow = readonly [text: string, number: number];

/** The whole file: header, rows, final newline. Texts are always quoted. */
export function textCsv(columns: readonly [string, string], rows: readonly TextRow[]): string {
  const lines = rows.map(([text, number]) => `"${text.replaceAll('"', '""')}",${number}`);
  return `${[columns.join(","), ...lines].join("\n")}\n`;
}

/** Reads such a file back. It knows no more of CSV than {@link textCsv} and its like write. */
export function readTextCsv(csv: string): TextRow[] {
  const columns = csv.slice(0, csv.indexOf("\n")).trim();
  const rows: TextRow[] = [];
  const pattern = /(?:"((?:[^"]|"")*)"|([^",\r\n]*)),(\d+)\r?(?:\n|$)/gy;
  pattern.lastIndex = csv.indexOf("\n") + 1;
  while (pattern.lastIndex < csv.length) {
    const at = pattern.lastIndex;
    const match = pattern.exec(csv);
    if (match === null) throw new Error(`Row ${rows.length + 1} at character ${at} is not \`${columns}\`.`);
    rows.push([(match[1] ?? match[2] ?? "").replaceAll('""', '"'), Number(match[3])]);
  }
  return rows;
}
