/** @file The runner beside nbclient: the same notebook on the same kernel, in turn, as the two programs that users start. */
import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { basename, join, resolve } from "node:path";
import { environmentProgram } from "../src/cli/lab-jupyter";
import { withJupyterPath, writeKernelspecs } from "../src/cli/lab-kernels";
import { isProgram, runProgram } from "../src/cli/lab-program";
import { textTable } from "../src/core/text-table";
import { projectKernelspecs } from "../src/kernel/kernelspecs";
import { type CellTimes, readCellTimes } from "./cell-times";
import { inFolder, runFrame, text, wholeNumber } from "./frame";
import { median, middleMean } from "./statistics";

const root = resolve(__dirname, "..");
/** Our overhead a cell beside nbclient's, as the project aims for. */
const AIM = 0.6;

const HELP = `npm run bench -- runner [--cells N] [--repeats N] [--kernel NAME]

  --cells N      trivial cells a notebook (default 100)
  --repeats N    pairs of runs a kernel (default 5)
  --kernel NAME  only this kernel: python3 (ipykernel of .venv) or tslab (the project's)
`;

type RunnerName = "caderno run" | "nbclient";

/** One whole run of one program. */
interface Run {
  wallMs: number;
  /** From the program's start to the first cell's. */
  startupMs: number;
  times: CellTimes;
}

interface BenchOptions {
  cells: number;
  repeats: number;
  kernels: readonly string[];
}

/** Compares, prints a table and the machine; exit code 0, or 2 when the arguments are wrong or nbclient is missing. */
export function benchRunner(args: readonly string[]): Promise<number> {
  return runFrame<BenchOptions>(args, {
    help: HELP,
    known: { cells: "string", repeats: "string", kernel: "string" },
    parse: (values) => {
      const kernel = text(values, "kernel");
      return {
        cells: wholeNumber(values, "cells", 100, 20),
        repeats: wholeNumber(values, "repeats", 5, 1),
        kernels: kernel === undefined ? ["python3", "tslab"] : [kernel],
      };
    },
    measure: (options) => inFolder("runner", (folder) => compare(options, folder)),
  });
}

async function compare(options: BenchOptions, folder: string): Promise<number | undefined> {
  const nbclient = environmentProgram(join(root, ".venv"), "jupyter-execute");
  if (!isProgram(nbclient)) {
    console.error(
      "nbclient is not there to compare with: `npm run interop:setup` installs it into .venv (needs Python).",
    );
    return 2;
  }
  await writeKernelspecs(join(folder, "jupyter"), projectKernelspecs(root));
  const rows: string[][] = [];
  const ratios: string[] = [];
  for (const kernel of options.kernels) {
    const pairs = await measure(folder, kernel, { ...options, nbclient });
    rows.push(...rowsOf(kernel, pairs));
    ratios.push(ratioOf(kernel, pairs));
  }
  const header = ["kernel", "runner", "overhead a cell", "least", "begin to begin", "start-up", "whole run"];
  const align = ["left", "left", "right", "right", "right", "right", "right"] as const;
  console.log(
    `${options.cells} trivial cells, ${options.repeats} pairs of runs; milliseconds, medians over the runs.\n`,
  );
  console.log(textTable(header, rows, { align }));
  console.log(`\n${ratios.join("\n")}\n`);
  console.log("overhead a cell: from the kernel's end of a cell to its begin of the next, by the kernel's clock;");
  console.log("                 the mean of the middle 80 % of a run's cells. start-up: program to first cell.\n");
  return undefined;
}

interface Pair {
  ours: Run;
  theirs: Run;
}

async function measure(folder: string, kernel: string, options: BenchOptions & { nbclient: string }): Promise<Pair[]> {
  const notebook = join(folder, `${kernel}.ipynb`);
  writeFileSync(notebook, JSON.stringify(trivialNotebook(kernel, options.cells)));
  const env = withJupyterPath(process.env, join(folder, "jupyter"));
  const out = join(folder, "out");
  const commands: Record<RunnerName, { argv: [string, ...string[]]; executed: string }> = {
    "caderno run": {
      argv: [process.execPath, join(root, "bin", "caderno.js"), "run", notebook, "--out", out],
      executed: join(out, `${kernel}.ipynb`),
    },
    nbclient: {
      argv: [options.nbclient, notebook, `--output=${kernel}-nbclient`],
      executed: join(folder, `${kernel}-nbclient.ipynb`),
    },
  };
  const runOnce = async (name: RunnerName): Promise<Run> => {
    const { argv, executed } = commands[name];
    const [program, ...args] = argv;
    rmSync(executed, { force: true });
    const startedAt = Date.now();
    const started = performance.now();
    const result = await runProgram(program, args, { env, cwd: folder, timeoutMs: 300_000 });
    const wallMs = performance.now() - started;
    if (result.state !== "ok")
      throw new Error(`${name} failed on ${basename(notebook)}:\n${result.stdout}${result.stderr}`);
    const times = readCellTimes(JSON.parse(readFileSync(executed, "utf8")));
    return { wallMs, startupMs: times.firstBusy - startedAt, times };
  };
  const pairs: Pair[] = [];
  for (let repeat = 0; repeat < options.repeats; repeat++) {
    process.stderr.write(`${kernel}: pair ${repeat + 1} of ${options.repeats} …\n`);
    // Each takes the first place as often as the other, since what the first leaves in caches serves the second.
    if (repeat % 2 === 0) {
      const ours = await runOnce("caderno run");
      pairs.push({ ours, theirs: await runOnce("nbclient") });
    } else {
      const theirs = await runOnce("nbclient");
      pairs.push({ ours: await runOnce("caderno run"), theirs });
    }
  }
  return pairs;
}

/** Every cell another number, so that no kernel can answer from what it remembers of the one before. */
function trivialNotebook(kernel: string, count: number): object {
  const cells = Array.from({ length: count }, (_, index) => ({
    cell_type: "code",
    id: `cell-${index}`,
    metadata: {},
    source: `${index} + 1`,
    outputs: [],
    execution_count: null,
  }));
  const language = kernel === "tslab" ? "typescript" : "python";
  return {
    nbformat: 4,
    nbformat_minor: 5,
    metadata: { kernelspec: { name: kernel, display_name: kernel, language } },
    cells,
  };
}

function rowsOf(kernel: string, pairs: readonly Pair[]): string[][] {
  const row = (name: string, runs: readonly Run[]): string[] => [
    kernel,
    name,
    median(runs.map(({ times }) => middleMean(times.overheads))).toFixed(2),
    Math.min(...runs.map(({ times }) => middleMean(times.overheads))).toFixed(2),
    median(runs.map(({ times }) => middleMean(times.periods))).toFixed(2),
    median(runs.map(({ startupMs }) => startupMs)).toFixed(0),
    median(runs.map(({ wallMs }) => wallMs)).toFixed(0),
  ];
  return [
    row(
      "caderno run",
      pairs.map(({ ours }) => ours),
    ),
    row(
      "nbclient",
      pairs.map(({ theirs }) => theirs),
    ),
  ];
}

function ratioOf(kernel: string, pairs: readonly Pair[]): string {
  const ratio = (figure: (run: Run) => number): string =>
    median(pairs.map(({ ours, theirs }) => figure(ours) / figure(theirs))).toFixed(2);
  const overhead = ratio(({ times }) => middleMean(times.overheads));
  const holds = Number(overhead) <= AIM ? `within the aim of ${AIM}` : `above the aim of ${AIM}`;
  return (
    `${kernel}: ours / nbclient, median of the pairs: overhead a cell ${overhead} (${holds}), ` +
    `start-up ${ratio(({ startupMs }) => startupMs)}, whole run ${ratio(({ wallMs }) => wallMs)}`
  );
}
