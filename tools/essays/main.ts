/** @file Makes datasets/redacoes.csv: `npm run make:essays`, or `-- --help`. */
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { writeFileAtomicSync } from "../../src/core/atomic-write";
import { messageOf } from "../../src/core/errors";
import { findProjectRoot } from "../../src/core/project-root";
import { fillCard } from "./card";
import { makeCorpus } from "./corpus";
import { toCsv } from "./csv";

/** The seed and size of the committed data set. */
export const DEFAULTS: Readonly<{ seed: number; rows: number; out: string }> = {
  seed: 20261121,
  rows: 1500,
  out: "datasets/redacoes.csv",
};

const HELP = `Makes the essays of ${DEFAULTS.out} from the grammar in tools/essays.

Usage: npm run make:essays -- [options]

  --seed N     the seed (default ${DEFAULTS.seed}); the same seed gives the same bytes
  --rows N     how many essays, 1 to 5000 (default ${DEFAULTS.rows})
  --out FILE   where to write (default ${DEFAULTS.out})
               (the figures of a card beside it, FILE with .md, are written too)
  --check      write nothing; end with 1 if the file differs from what would be written
  --help       this text

Examples:
  npm run make:essays
  npm run make:essays -- --check
  npm run make:essays -- --seed 7 --rows 100 --out build/some-essays.csv
`;

function main(): number {
  const { values } = parseArgs({
    options: {
      seed: { type: "string", default: String(DEFAULTS.seed) },
      rows: { type: "string", default: String(DEFAULTS.rows) },
      out: { type: "string", default: join(findProjectRoot(__dirname), DEFAULTS.out) },
      check: { type: "boolean", default: false },
      help: { type: "boolean", default: false },
    },
  });
  if (values.help) {
    process.stdout.write(HELP);
    return 0;
  }
  const seed = wholeNumber("--seed", values.seed, 0, Number.MAX_SAFE_INTEGER);
  const rows = wholeNumber("--rows", values.rows, 1, 5000);
  const essays = makeCorpus({ seed, rows });
  const csv = toCsv(essays);
  if (values.check) {
    const same = readFileSync(values.out, "utf8") === csv;
    console.log(
      same ? `${values.out} is what the grammar makes.` : `${values.out} differs from what the grammar makes.`,
    );
    return same ? 0 : 1;
  }
  writeFileAtomicSync(values.out, csv);
  const card = values.out.replace(/\.csv$/, ".md");
  if (card !== values.out && existsSync(card)) {
    const table = essays.map((essay) => ({ essay: essay.text, score: essay.score }));
    writeFileAtomicSync(card, fillCard(readFileSync(card, "utf8"), table));
  }
  console.log(`Wrote ${rows} essays to ${values.out}.`);
  return 0;
}

function wholeNumber(option: string, text: string, low: number, high: number): number {
  const value = Number(text);
  if (!/^\d+$/.test(text) || value < low || value > high)
    throw new RangeError(`${option} must be a whole number from ${low} to ${high}, but got "${text}".`);
  return value;
}

if (require.main === module) {
  try {
    process.exitCode = main();
  } catch (error) {
    console.error(messageOf(error));
    process.exitCode = 2;
  }
}
