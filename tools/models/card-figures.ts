/** @file The figures of a model's card, which a command fills in between two marks. */
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { writeFileAtomic } from "../../src/core/atomic-write";

const BEGIN = "<!-- figures -->";
const END = "<!-- /figures -->";

/** A row: what was measured, on what, and the figure. */
export type FigureRow = readonly [what: string, on: string, figure: string];

/** The rows as a table of Markdown. */
export function figureTable(rows: readonly FigureRow[]): string {
  const lines = rows.map((row) => `| ${row.join(" | ")} |`);
  return ["| what | on | figure |", "| --- | --- | ---: |", ...lines].join("\n");
}

/** A card with its figures replaced. Throws an Error for a card without the marks. */
export function withFigures(card: string, text: string): string {
  const [begin, end] = [card.indexOf(BEGIN), card.indexOf(END)];
  if (begin < 0 || end < begin) throw new Error(`The card has no ${BEGIN} … ${END}.`);
  return `${card.slice(0, begin + BEGIN.length)}\n${text}\n${card.slice(end)}`;
}

/** Fills in a model's card. */
export async function fillCard(folder: string, rows: readonly FigureRow[], samples: string = ""): Promise<void> {
  const path = join(folder, "README.md");
  const text = samples === "" ? figureTable(rows) : `${figureTable(rows)}\n\n${samples}`;
  await writeFileAtomic(path, withFigures(await readFile(path, "utf8"), text));
}

/** 0.4567 as "45.7 %". */
export function percent(share: number): string {
  return `${(100 * share).toFixed(1)} %`;
}
