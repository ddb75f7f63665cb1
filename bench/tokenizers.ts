/** @file Our tokenizers beside Python's and transformers.js's: the same essays and vocabularies, each side in its own process, in turn. */
import { spawnSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { environmentProgram } from "../src/cli/lab-jupyter";
import { isProgram } from "../src/cli/lab-program";
import { textTable } from "../src/core/text-table";
import { loadDataset } from "../src/datasets/load-dataset";
import { saveTokenizerFile } from "../src/tokenizers/training/save-tokenizer-file";
import { trainFromTexts } from "../src/tokenizers/training/train-from-texts";
import { inFolder, runFrame, text, wholeNumber } from "./frame";
import { median } from "./statistics";
import { KINDS, type SideFigures, VOCAB_SIZE } from "./tokenizers-steps";

const root = resolve(__dirname, "..");

const HELP = `npm run bench -- tokenizers [--essays N] [--repeats N] [--python PATH]

  --essays N     essays of datasets/redacoes.csv to encode and to train on (default all)
  --repeats N    rounds of runs (default 3)
  --python PATH  a Python with tokenizers (default that of .venv, see \`npm run interop:setup\`)
`;

interface Options {
  essays: number;
  repeats: number;
  python: string;
}

/** Rows of the table: a program with its arguments, on one thread or on all. */
interface Side {
  name: string;
  program: string;
  /** What stands before and after the folder of inputs on its command line. */
  before: readonly string[];
  after: readonly string[];
  threads: "one" | "all";
}

/** Runs the rounds and prints a table; 2 where the options are wrong. Sides that are not there are left out and named. */
export function benchTokenizers(args: readonly string[]): Promise<number> {
  return runFrame<Options>(args, {
    help: HELP,
    known: { essays: "string", repeats: "string", python: "string" },
    parse: (values) => ({
      essays: wholeNumber(values, "essays", 1_000_000, 10),
      repeats: wholeNumber(values, "repeats", 3, 1),
      python: text(values, "python") ?? environmentProgram(join(root, ".venv"), "python"),
    }),
    measure: (options) => inFolder("tokenizers", (folder) => compare(options, folder)),
  });
}

async function compare(options: Options, folder: string): Promise<undefined> {
  const { texts, bytes } = await writeInputs(folder, options.essays);
  const [sides, missing] = sidesHere(options.python);
  const runs = sides.map((): SideFigures[] => []);
  for (let round = 0; round < options.repeats; round++) {
    process.stderr.write(`round ${round + 1} of ${options.repeats} …\n`);
    // Every other round goes backwards, so that no side is always the one after another.
    const order = round % 2 === 0 ? [...sides.keys()] : [...sides.keys()].reverse();
    for (const index of order) runs[index]?.push(runSide(sides[index], folder));
  }
  console.log(
    `${texts} essays, ${(bytes / 1e6).toFixed(1)} MB, ${VOCAB_SIZE} tokens, ${options.repeats} rounds; medians.\n`,
  );
  report(sides, runs, bytes);
  for (const line of missing) console.log(`${line}\n`);
  return undefined;
}

function report(sides: readonly Side[], runs: readonly SideFigures[][], bytes: number): void {
  const steps = KINDS.flatMap((kind) => [`encode ${kind}`, `train ${kind}`]).sort();
  const baseline = sides.findIndex(({ name, threads }) => name === "Python" && threads === "one");
  const rows = steps.flatMap((step) => {
    const kind = step.slice(step.indexOf(" ") + 1);
    return sides.flatMap(({ name, threads }, side) => {
      const times = (runs[side] ?? []).map(({ seconds }) => seconds[step] ?? Number.NaN);
      const time = median(times);
      if (Number.isNaN(time)) return [];
      const ratios = times.map((own, round) => (runs[baseline]?.[round]?.seconds[step] ?? Number.NaN) / own);
      const ratio = median(ratios);
      const speed = `${(bytes / 1e6 / time).toFixed(1)} MB/s`;
      const tokens = step.startsWith("encode") ? String(runs[side]?.[0]?.tokens[kind] ?? "") : "";
      return [
        [step, name, threads, `${time.toFixed(3)} s`, speed, Number.isNaN(ratio) ? "" : `${ratio.toFixed(2)}x`, tokens],
      ];
    });
  });
  const align = ["left", "left", "left", "right", "right", "right", "right"] as const;
  console.log(textTable(["step", "side", "threads", "time", "speed", "ratio", "tokens"], rows, { align }));
  console.log("\nratio: how many times as fast as Python on one thread, by neighbouring runs.\n");
}

/** The sides that this machine has, and a line for each that it has not. */
function sidesHere(python: string): [Side[], string[]] {
  const script = (name: string): string => join(root, "bench", name);
  const node = (name: string): Omit<Side, "threads"> => {
    return {
      name,
      program: process.execPath,
      before: ["--import", "tsx", script("tokenizers-ours.ts")],
      after: [name],
    };
  };
  const sides: Side[] = [
    { ...node("pure"), threads: "one" },
    { ...node("transformers.js"), threads: "one" },
  ];
  const missing: string[] = [];
  if (succeeds(process.execPath, ["-e", "require('tokenizers')"])) {
    sides.push({ ...node("native"), threads: "one" }, { ...node("native"), threads: "all" });
  } else {
    missing.push("The optional package `tokenizers` is not there: no native side.");
  }
  if (isProgram(python) && succeeds(python, ["-c", "import tokenizers"])) {
    const theirs = {
      name: "Python",
      program: python,
      before: [script("tokenizers-theirs.py")],
      after: [String(VOCAB_SIZE)],
    };
    sides.push({ ...theirs, threads: "one" }, { ...theirs, threads: "all" });
  } else {
    missing.push(
      "Python's tokenizers is not there to compare with: `npm run interop:setup` installs it into .venv, or name a Python by --python.",
    );
  }
  return [sides, missing];
}

function runSide(side: Side | undefined, folder: string): SideFigures {
  if (side === undefined) throw new Error("There is no such side.");
  const result = spawnSync(side.program, [...side.before, folder, ...side.after], {
    cwd: root,
    encoding: "utf8",
    env: { ...process.env, TOKENIZERS_PARALLELISM: side.threads === "one" ? "false" : "true" },
    maxBuffer: 1 << 26,
  });
  if (result.status !== 0) throw new Error(`${side.name} failed:\n${result.stdout}${result.stderr}`);
  return JSON.parse(result.stdout.trim().split("\n").at(-1) ?? "") as SideFigures;
}

function succeeds(program: string, args: readonly string[]): boolean {
  return spawnSync(program, args, { cwd: root, stdio: "ignore" }).status === 0;
}

/** The essays, and the two tokenizers that all sides encode with: trained here on these essays. */
async function writeInputs(folder: string, count: number): Promise<{ texts: number; bytes: number }> {
  const { train } = await loadDataset("csv", { dataFiles: join(root, "datasets", "redacoes.csv") });
  const texts = (train?.column("essay") ?? []).slice(0, count) as string[];
  writeFileSync(join(folder, "essays.json"), JSON.stringify(texts));
  for (const model of KINDS) {
    const { file, config } = trainFromTexts(texts, { model, vocabSize: VOCAB_SIZE });
    await saveTokenizerFile(join(folder, model), file, config);
  }
  return { texts: texts.length, bytes: texts.reduce((sum, text) => sum + Buffer.byteLength(text), 0) };
}
