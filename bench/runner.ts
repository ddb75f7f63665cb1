/** @file The runner beside nbclient: the same notebook on the same kernel, in turn, as the two programs that users start. */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { basename, join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { environmentProgram } from "../src/cli/lab-jupyter";
import { withJupyterPath, writeKernelspecs } from "../src/cli/lab-kernels";
import { isProgram, runProgram } from "../src/cli/lab-program";
import { messageOf } from "../src/core/errors";
import { textTable } from "../src/core/text-table";
import { projectKernelspecs } from "../src/kernel/kernelspecs";
import { type CellTimes, readCellTimes } from "./cell-times";
import { currentLoad, describeMachine } from "./machine";
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
export async function benchRunner(args: readonly string[]): Promise<number> {
  if (args.includes("--help")) {
    console.log(HELP);
    return 0;
  }
  const options = parseOptions(args);
  if (typeof options === "string") {
    console.error(options);
    return 2;
  }
  const nbclient = environmentProgram(join(root, ".venv"), "jupyter-execute");
  if (!isProgram(nbclient)) {
    console.error(
      "nbclient is not there to compare with: `npm run interop:setup` installs it into .venv (needs Python).",
    );
    return 2;
  }
  const build = join(root, "build", "bench");
  mkdirSync(build, { recursive: true });
  const folder = mkdtempSync(join(build, "runner-"));
  const load = currentLoad();
  try {
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
    console.log(describeMachine(load));
    return 0;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The options, or what is wrong with them and the help. */
function parseOptions(args: readonly string[]): BenchOptions | string {
  const known = { cells: { type: "string" }, repeats: { type: "string" }, kernel: { type: "string" } } as const;
  try {
    const { values } = parseArgs({ args: [...args], options: known });
    const cells = Number(values.cells ?? 100);
    const repeats = Number(values.repeats ?? 5);
    if (!Number.isInteger(cells) || cells < 20) return `--cells must be a whole number from 20 on.\n\n${HELP}`;
    if (!Number.isInteger(repeats) || repeats < 1) return `--repeats must be a whole number from 1 on.\n\n${HELP}`;
    return { cells, repeats, kernels: values.kernel === undefined ? ["python3", "tslab"] : [values.kernel] };
  } catch (error) {
    return `${messageOf(error)}\n\n${HELP}`;
  }
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
