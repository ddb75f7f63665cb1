/** @file The figures of the reviews as the Markdown tables that their card shows. */
import { median } from "../text/median";
import { countWords, sentencesOf, sharingOf } from "../text/sentences";
import { type Figures, plansBaseline, priorBaseline, splitRows, wordsBaseline } from "./baselines";
import type { Review } from "./review";
import { CLASS_NAMES, type ReviewRow } from "./reviews-csv";

/** Balance and length by class, in both parts of the split. */
export function balanceTable(rows: readonly ReviewRow[]): string {
  const { train, test } = splitRows(rows);
  const lines = CLASS_NAMES.map((name, label) => {
    const part = (of: readonly ReviewRow[]): ReviewRow[] => of.filter((row) => row.label === label);
    const words = part(rows).map((row) => countWords(row.text));
    const share = ((100 * words.length) / rows.length).toFixed(1);
    const middle = words.length === 0 ? "-" : Math.round(median(words));
    return `| ${label} | ${name} | ${words.length} | ${share} % | ${part(train).length} | ${part(test).length} | ${middle} |`;
  });
  return [
    "| label | class | reviews | share | train 80 % | test 20 % | median words |",
    "| ---: | --- | ---: | ---: | ---: | ---: | ---: |",
    ...lines,
  ].join("\n");
}

/** Lengths, sharing and duplicates, one line each. */
export function shapeTable(rows: readonly ReviewRow[]): string {
  const texts = rows.map((row) => row.text);
  const line = (name: string, values: readonly number[], digits = 0): string => {
    const [least, most] = values.reduce(
      ([low, high], value) => [Math.min(low, value), Math.max(high, value)],
      [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY],
    );
    return `| ${name} | ${least.toFixed(digits)} | ${median(values).toFixed(digits)} | ${most.toFixed(digits)} |`;
  };
  const duplicates = texts.length - new Set(texts.map((text) => text.toLowerCase())).size;
  return [
    "| | least | median | most |",
    "| --- | ---: | ---: | ---: |",
    line("words", texts.map(countWords)),
    line(
      "sentences",
      texts.map((text) => sentencesOf(text).length),
    ),
    line(
      "sentences shared with the nearest other review, %",
      sharingOf(texts).map((share) => 100 * share),
      1,
    ),
    `| reviews that occur twice | | ${duplicates} | |`,
  ].join("\n");
}

/** The baselines on the split, and what the plans behind the reviews would allow where they are known. */
export function referenceTable(rows: readonly ReviewRow[], reviews?: readonly Review[]): string {
  const { train, test } = splitRows(rows);
  const line = (name: string, figures: Figures): string => {
    const { crossEntropy, accuracy, macroF1, meanAbsoluteError, quadraticKappa, withinOne } = figures;
    const percent = (share: number): string => `${(100 * share).toFixed(1)} %`;
    return `| ${name} | ${crossEntropy.toFixed(3)} | ${percent(accuracy)} | ${macroF1.toFixed(3)} | ${meanAbsoluteError.toFixed(2)} | ${quadraticKappa.toFixed(2)} | ${percent(withinOne)} |`;
  };
  const plans = reviews === undefined ? undefined : splitRows(reviews);
  return [
    "| baseline | cross-entropy | accuracy | macro F1 | mean absolute error (stars) | quadratic kappa | at most one star off |",
    "| --- | ---: | ---: | ---: | ---: | ---: | ---: |",
    line("class prior", priorBaseline(train, test)),
    line("bag-of-words softmax", wordsBaseline(train, test)),
    ...(plans === undefined ? [] : [line("softmax on the plans", plansBaseline(plans.train, plans.test))]),
  ].join("\n");
}
