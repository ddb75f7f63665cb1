/** @file The figures of a data set as the Markdown tables that its card shows. */

import { median } from "../text/median";
import { countWords, sentencesOf, sharingOf } from "../text/sentences";
import { type Figures, priorBaseline, type Row, splitRows, surfaceBaseline } from "./baselines";

/** Balance and length by score, in both parts of the split. */
export function balanceTable(rows: readonly Row[]): string {
  const { train, test } = splitRows(rows);
  const lines = Array.from({ length: 11 }, (_, score) => {
    const part = (of: readonly Row[]): Row[] => of.filter((row) => row.score === score);
    const all = part(rows);
    const words = all.map((row) => countWords(row.essay));
    const share = ((100 * all.length) / rows.length).toFixed(1);
    return `| ${score} | ${all.length} | ${share} % | ${part(train).length} | ${part(test).length} | ${words.length === 0 ? "-" : Math.round(median(words))} |`;
  });
  return [
    "| score | essays | share | first 80 % | last 20 % | median words |",
    "| ---: | ---: | ---: | ---: | ---: | ---: |",
    ...lines,
  ].join("\n");
}

/** Lengths and sharing, one line each. */
export function shapeTable(rows: readonly Row[]): string {
  const words = rows.map((row) => countWords(row.essay));
  const shared = sharingOf(rows.map((row) => row.essay));
  const line = (name: string, values: readonly number[], digits: number, scale = 1): string =>
    `| ${name} | ${(Math.min(...values) * scale).toFixed(digits)} | ${(median(values) * scale).toFixed(digits)} | ${(Math.max(...values) * scale).toFixed(digits)} |`;
  return [
    "| | least | median | most |",
    "| --- | ---: | ---: | ---: |",
    line("words", words, 0),
    line(
      "sentences",
      rows.map((row) => sentencesOf(row.essay).length),
      0,
    ),
    line(
      "paragraphs",
      rows.map((row) => row.essay.split("\n").length),
      0,
    ),
    line("sentences shared with the nearest other essay, %", shared, 1, 100),
  ].join("\n");
}

/** The two baselines on the unshuffled 80/20 split. */
export function referenceTable(rows: readonly Row[]): string {
  const { train, test } = splitRows(rows);
  const line = (name: string, figures: Figures): string =>
    `| ${name} | ${figures.crossEntropy.toFixed(3)} | ${(100 * figures.accuracy).toFixed(1)} % | ${figures.meanAbsoluteError.toFixed(2)} | ${figures.quadraticKappa.toFixed(2)} |`;
  return [
    "| baseline | cross-entropy | accuracy | mean absolute error | quadratic kappa |",
    "| --- | ---: | ---: | ---: | ---: |",
    line("class prior", priorBaseline(train, test)),
    line("surface softmax", surfaceBaseline(train, test)),
  ].join("\n");
}
