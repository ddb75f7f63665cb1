/** @file The figures of a data set as the Markdown tables that its card shows. */
import { type Figures, priorBaseline, type Row, splitRows, surfaceBaseline } from "./baselines";
import { countWords } from "./corpus";
import { sentencesOf, sharing } from "./sentences";

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

/** For each essay, how much it shares with the essay that it shares most with. */
export function sharingOf(essays: readonly string[]): number[] {
  const sets = essays.map((essay) => new Set(sentencesOf(essay)));
  const holders = new Map<string, number[]>();
  sets.forEach((set, index) => {
    for (const sentence of set) holders.set(sentence, [...(holders.get(sentence) ?? []), index]);
  });
  return sets.map((set, index) => {
    const others = new Set([...set].flatMap((sentence) => holders.get(sentence) ?? []));
    others.delete(index);
    return Math.max(0, ...[...others].map((other) => sharing(set, sets[other] ?? new Set())));
  });
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

/** The middle value. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  const high = sorted[middle] ?? Number.NaN;
  return sorted.length % 2 === 1 ? high : ((sorted[middle - 1] ?? high) + high) / 2;
}
