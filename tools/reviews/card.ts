/** @file Keeps the figures and examples in the data set's card. */
import { fillMarkers } from "../text/fill-card";
import { countWords } from "../text/sentences";
import { balanceTable, referenceTable, shapeTable } from "./figures";
import type { Review } from "./review";
import { CLASS_NAMES, type ReviewRow } from "./reviews-csv";

/** The card with its tables and examples replaced by the ones of these reviews. */
export function fillCard(card: string, rows: readonly ReviewRow[], reviews: readonly Review[]): string {
  return fillMarkers(card, {
    balance: balanceTable(rows),
    shape: shapeTable(rows),
    reference: referenceTable(rows, reviews),
    examples: CLASS_NAMES.map((name, label) => example(rows, name, label)).join("\n>\n"),
  });
}

/** The first review of a class that is neither short nor long, as a Markdown quotation. */
function example(rows: readonly ReviewRow[], name: string, label: number): string {
  const fits = (words: number): boolean => words >= 35 && words <= 60;
  const row = rows.find((each) => each.label === label && fits(countWords(each.text)));
  return `> (${label}, ${name}) ${row?.text ?? ""}`;
}
