/** @file Prints the figures of a review data set: `npm run reference:reviews`, or `-- FILE` for another one. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { messageOf } from "../../src/core/errors";
import { findProjectRoot } from "../../src/core/project-root";
import { makeReviews } from "./corpus";
import { balanceTable, referenceTable, shapeTable } from "./figures";
import { DEFAULTS } from "./main";
import { fromCsv, toCsv } from "./reviews-csv";

const HELP = `Prints balance, lengths and the reference figures of a review data set with columns text,label (0 to 4).
Of the committed file, it also prints what the plans behind the reviews would allow.

Usage: npm run reference:reviews -- [FILE]      (default ${DEFAULTS.out})
`;

try {
  const [argument] = process.argv.slice(2);
  if (argument === "--help") process.stdout.write(HELP);
  else {
    const csv = readFileSync(argument ?? join(findProjectRoot(__dirname), DEFAULTS.out), "utf8");
    const rows = fromCsv(csv);
    const reviews = makeReviews(DEFAULTS);
    const isOurs = toCsv(reviews) === csv;
    console.log(
      [balanceTable(rows), shapeTable(rows), referenceTable(rows, isOurs ? reviews : undefined)].join("\n\n"),
    );
  }
} catch (error) {
  console.error(messageOf(error));
  process.exitCode = 2;
}
