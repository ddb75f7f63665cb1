/** @file Prints the figures of an essay data set: `npm run reference:essays`, or `-- FILE` for another one. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { messageOf } from "../../src/core/errors";
import { findProjectRoot } from "../../src/core/project-root";
import { fromCsv } from "./csv";
import { balanceTable, referenceTable, shapeTable } from "./figures";

const HELP = `Prints balance, lengths and the reference figures of an essay data set with columns essay,score.

Usage: npm run reference:essays -- [FILE]      (default datasets/redacoes.csv)
`;

try {
  const [argument] = process.argv.slice(2);
  if (argument === "--help") process.stdout.write(HELP);
  else {
    const file = argument ?? join(findProjectRoot(__dirname), "datasets/redacoes.csv");
    const rows = fromCsv(readFileSync(file, "utf8"));
    console.log([balanceTable(rows), shapeTable(rows), referenceTable(rows)].join("\n\n"));
  }
} catch (error) {
  console.error(messageOf(error));
  process.exitCode = 2;
}
