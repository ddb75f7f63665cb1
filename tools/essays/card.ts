/** @file Keeps the figures in the data set's card: the tables between its markers are written from the CSV. */
import { fillMarkers } from "../text/fill-card";
import type { Row } from "./baselines";
import { balanceTable, referenceTable, shapeTable } from "./figures";

/** The card with its tables and excerpts replaced by the ones of these rows. */
export function fillCard(card: string, rows: readonly Row[]): string {
  return fillMarkers(card, {
    balance: balanceTable(rows),
    shape: shapeTable(rows),
    reference: referenceTable(rows),
    strong: excerpt(rows, 10),
    weak: excerpt(rows, 2),
  });
}

/** The first paragraph of the first row with a score, as a Markdown quotation, cut after a sentence. */
function excerpt(rows: readonly Row[], score: number): string {
  const paragraph = rows.find((row) => row.score === score)?.essay.split("\n")[0] ?? "";
  const end = paragraph.indexOf(". ", 320);
  return `> (${score}) ${end < 0 ? paragraph : `${paragraph.slice(0, end + 1)} …`}`;
}
