/** @file Our datasets beside Python's: the same steps on the same files, each side in a process of its own, in turn. */
import { spawnSync } from "node:child_process";
import { once } from "node:events";
import { createWriteStream } from "node:fs";
import { join, resolve } from "node:path";
import { environmentProgram } from "../src/cli/lab-jupyter";
import { isProgram } from "../src/cli/lab-program";
import { defaultRng } from "../src/core/random";
import { textTable } from "../src/core/text-table";
import { type SideFigures, STEPS } from "./datasets-steps";
import { inFolder, runFrame, text, wholeNumber } from "./frame";
import { median } from "./statistics";

const root = resolve(__dirname, "..");

/** The least that we aim for of Python's speed, by step. */
const AIMS: Readonly<Record<string, number>> = { "load csv": 1, "map batched": 0.5 };
const MEMORY_AIM = 1.5;

const HELP = `npm run bench -- datasets [--rows N] [--repeats N] [--python PATH]

  --rows N       rows of the CSV file (default 1000000)
  --repeats N    pairs of runs (default 3)
  --python PATH  a Python with datasets (default that of .venv, see \`npm run interop:setup\`)
`;

interface Options {
  rows: number;
  repeats: number;
  python: string;
}

/** Runs the pairs and prints a table; 2 where the options are wrong. Without Python, ours are printed alone. */
export function benchDatasets(args: readonly string[]): Promise<number> {
  return runFrame<Options>(args, {
    help: HELP,
    known: { rows: "string", repeats: "string", python: "string" },
    parse: (values) => ({
      rows: wholeNumber(values, "rows", 1_000_000, 1000),
      repeats: wholeNumber(values, "repeats", 3, 1),
      python: text(values, "python") ?? environmentProgram(join(root, ".venv"), "python"),
    }),
    measure: (options) => inFolder("datasets", (folder) => compare(options, folder)),
  });
}

async function compare(options: Options, folder: string): Promise<undefined> {
  const hasPython = isProgram(options.python) && isReady(options.python);
  await writeCsv(join(folder, "rows.csv"), options.rows);
  const ours: SideFigures[] = [];
  const theirs: SideFigures[] = [];
  const runOurs = (): unknown => ours.push(runSide(process.execPath, ["--import", "tsx", "datasets-ours.ts"], folder));
  const runTheirs = (): unknown => hasPython && theirs.push(runSide(options.python, ["datasets-theirs.py"], folder));
  for (let repeat = 0; repeat < options.repeats; repeat++) {
    process.stderr.write(`pair ${repeat + 1} of ${options.repeats} …\n`);
    // Each takes the first place as often as the other, since what the first leaves in caches serves the second.
    for (const side of repeat % 2 === 0 ? [runOurs, runTheirs] : [runTheirs, runOurs]) side();
  }
  report(options, ours, theirs);
  if (!hasPython) {
    console.log(
      "Python's datasets is not there to compare with: `npm run interop:setup` installs it into .venv, or name a Python by --python.\n",
    );
  }
  return undefined;
}

function report(options: Options, ours: readonly SideFigures[], theirs: readonly SideFigures[]): void {
  const rows = STEPS.map((step) => {
    const own = ours.map(({ seconds }) => seconds[step] ?? Number.NaN);
    const other = theirs.map(({ seconds }) => seconds[step] ?? Number.NaN);
    const speed = median(other.map((value, pair) => value / (own[pair] ?? Number.NaN)));
    return [step, figure(median(own), "s"), figure(median(other), "s"), figure(speed, "x"), verdict(speed, AIMS[step])];
  });
  const memory = (sides: readonly SideFigures[]): number => median(sides.map(({ peakBytes }) => peakBytes / 1e6));
  const share = memory(ours) / memory(theirs);
  const holds = Number.isNaN(share) ? "" : share <= MEMORY_AIM ? "holds" : "does not hold";
  rows.push([
    "peak memory",
    figure(memory(ours), "MB"),
    figure(memory(theirs), "MB"),
    figure(share, "x"),
    `≤ ${MEMORY_AIM}x ${holds}`.trimEnd(),
  ]);
  console.log(`${options.rows} rows, ${options.repeats} pairs of runs; medians.\n`);
  const align = ["left", "right", "right", "right", "left"] as const;
  console.log(textTable(["step", "ours", "Python's", "ratio", "aim"], rows, { align }));
  console.log("\nratio: how many times as fast as Python; of memory, how many times as much.\n");
}

function verdict(speed: number, aim: number | undefined): string {
  if (aim === undefined) return "";
  if (Number.isNaN(speed)) return `≥ ${aim}x`;
  return `≥ ${aim}x ${speed >= aim ? "holds" : "does not hold"}`;
}

function figure(value: number, unit: string): string {
  if (Number.isNaN(value)) return "";
  return unit === "MB" ? `${value.toFixed(0)} MB` : `${value.toFixed(2)} ${unit}`;
}

function runSide(program: string, args: readonly string[], folder: string): SideFigures {
  const script = join(root, "bench", args.at(-1) ?? "");
  const result = spawnSync(program, [...args.slice(0, -1), script, folder], {
    cwd: root,
    encoding: "utf8",
    env: { ...process.env, HF_HUB_OFFLINE: "1", CADERNO_DATASETS_CACHE: "off" },
    maxBuffer: 1 << 26,
  });
  const line = result.stdout.trim().split("\n").at(-1) ?? "";
  if (result.status !== 0) throw new Error(`${program} failed:\n${result.stdout}${result.stderr}`);
  return JSON.parse(line) as SideFigures;
}

function isReady(python: string): boolean {
  return spawnSync(python, ["-c", "import datasets, pyarrow"], { stdio: "ignore" }).status === 0;
}

/** Short rows: a number, a sentence of common words, a score, a class. */
async function writeCsv(path: string, rows: number): Promise<void> {
  const words = "palavra texto exemplo curto casa rua livro escola professor aluno linha página".split(" ");
  const random = defaultRng(7);
  const stream = createWriteStream(path);
  stream.write("id,text,score,label\n");
  for (let row = 0; row < rows; row += 1000) {
    let lines = "";
    for (let id = row; id < Math.min(rows, row + 1000); id++) {
      const count = 3 + Math.floor(random.random() * 8);
      const text = Array.from({ length: count }, () => words[Math.floor(random.random() * words.length)]).join(" ");
      lines += `${id},${text},${(random.random() * 10).toFixed(3)},${["good", "bad", "ok"][id % 3]}\n`;
    }
    if (!stream.write(lines)) await once(stream, "drain");
  }
  stream.end();
  await once(stream, "finish");
}
