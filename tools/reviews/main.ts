/** @file Makes datasets/reviews.csv: `npm run make:reviews`, or `-- --help`. */
import { runCorpusCommand } from "../text/corpus-command";
import { fillCard } from "./card";
import { makeReviews } from "./corpus";
import { reviewRows, toCsv } from "./reviews-csv";

/** The seed and size of the committed data set. */
export const DEFAULTS: Readonly<{ seed: number; rows: number; out: string }> = {
  seed: 20261130,
  rows: 3000,
  out: "datasets/reviews.csv",
};

if (require.main === module) {
  runCorpusCommand({
    script: "make:reviews",
    what: "reviews",
    grammar: "tools/reviews",
    defaults: DEFAULTS,
    mostRows: 5000,
    make(options) {
      const reviews = makeReviews(options);
      const rows = reviewRows(reviews);
      return {
        csv: toCsv(reviews),
        fillCard: (card) =>
          fillCard(
            card,
            rows.map(([text, label]) => ({ text, label })),
            reviews,
          ),
      };
    },
  });
}
