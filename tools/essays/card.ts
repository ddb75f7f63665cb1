/** @file Keeps the figures in the data set's card: the tables between its markers are written from the CSV. */
import type { Row } from "./baselines";
import { balanceTable, referenceTable, shapeTable } from "./figures";

/** The card with its tables and excerpts replaced by the ones of these rows. */
export function fillCard(card: string, rows: readonly Row[]): string {
  const tables = {
    balance: balanceTable(rows),
    shape: shapeTable(rows),
    reference: referenceTable(rows),
    strong: excerpt(rows, 10),
    weak: excerpt(rows, 2),
  };
  return Object.entries(tables).reduce((text, [name, table]) => {
    const open = `<!-- ${name} -->`;
    const close = `<!-- /${name} -->`;
    const start = text.indexOf(open);
    const end = text.indexOf(close);
    if (start < 0 || end < start)
      throw new Error(`The card has no place for the table "${name}" (${open} … ${close}).`);
    return `${text.slice(0, start + open.length)}\n${table}\n${text.slice(end)}`;
  }, card);
}

/** The first paragraph of the first row with a score, as a Markdown quotation, cut after a sentence. */
function excerpt(rows: readonly Row[], score: number): string {
  const paragraph = rows.find((row) => row.score === score)?.essay.split("\n")[0] ?? "";
  const end = paragraph.indexOf(". ", 320);
  return `> (${score}) ${end < 0 ? paragraph : `${paragraph.slice(0, end + 1)} …`}`;
}
