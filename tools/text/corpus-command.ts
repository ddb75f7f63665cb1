/** @file The command that makes a data set: its options, its help, its check. */
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { writeFileAtomicSync } from "../../src/core/atomic-write";
import { messageOf } from "../../src/core/errors";
import { findProjectRoot } from "../../src/core/project-root";

/** A data set and how it is made. */
export interface CorpusRecipe {
  /** The npm script: `"make:essays"`. */
  script: string;
  /** What the rows are, in the plural: `"essays"`. */
  what: string;
  /** The folder of the grammar: `"tools/essays"`. */
  grammar: string;
  /** The seed, the size and the file of the committed data set. */
  defaults: { readonly seed: number; readonly rows: number; readonly out: string };
  mostRows: number;
  /** The file, and what its card becomes with the figures written anew. */
  make(options: { seed: number; rows: number }): { csv: string; fillCard(card: string): string };
}

/** Runs the command with the arguments of the process, and sets its exit code. */
export function runCorpusCommand(recipe: CorpusRecipe): void {
  try {
    process.exitCode = run(recipe);
  } catch (error) {
    console.error(messageOf(error));
    process.exitCode = 2;
  }
}

function run(recipe: CorpusRecipe): number {
  const { defaults, what } = recipe;
  const { values } = parseArgs({
    options: {
      seed: { type: "string", default: String(defaults.seed) },
      rows: { type: "string", default: String(defaults.rows) },
      out: { type: "string", default: join(findProjectRoot(__dirname), defaults.out) },
      check: { type: "boolean", default: false },
      help: { type: "boolean", default: false },
    },
  });
  if (values.help) {
    process.stdout.write(helpText(recipe));
    return 0;
  }
  const seed = wholeNumber("--seed", values.seed, 0, Number.MAX_SAFE_INTEGER);
  const rows = wholeNumber("--rows", values.rows, 1, recipe.mostRows);
  const made = recipe.make({ seed, rows });
  if (values.check) {
    const same = readFileSync(values.out, "utf8") === made.csv;
    console.log(
      same ? `${values.out} is what the grammar makes.` : `${values.out} differs from what the grammar makes.`,
    );
    return same ? 0 : 1;
  }
  writeFileAtomicSync(values.out, made.csv);
  const card = values.out.replace(/\.csv$/, ".md");
  if (card !== values.out && existsSync(card)) {
    writeFileAtomicSync(card, made.fillCard(readFileSync(card, "utf8")));
  }
  console.log(`Wrote ${rows} ${what} to ${values.out}.`);
  return 0;
}

function helpText({ script, what, grammar, defaults, mostRows }: CorpusRecipe): string {
  return `Makes the ${what} of ${defaults.out} from the grammar in ${grammar}.

Usage: npm run ${script} -- [options]

  --seed N     the seed (default ${defaults.seed}); the same seed gives the same bytes
  --rows N     how many ${what}, 1 to ${mostRows} (default ${defaults.rows})
  --out FILE   where to write (default ${defaults.out})
               (the figures of a card beside it, FILE with .md, are written too)
  --check      write nothing; end with 1 if the file differs from what would be written
  --help       this text

Examples:
  npm run ${script}
  npm run ${script} -- --check
  npm run ${script} -- --seed 7 --rows 100 --out build/some-${what}.csv
`;
}

function wholeNumber(option: string, text: string, low: number, high: number): number {
  const value = Number(text);
  if (!/^\d+$/.test(text) || value < low || value > high)
    throw new RangeError(`${option} must be a whole number from ${low} to ${high}, but got "${text}".`);
  return value;
}
