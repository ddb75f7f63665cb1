/** @file `caderno run`: notebooks executed from first cell to last, with no Jupyter and no Python. */
import { basename } from "node:path";
import { pathToFileURL } from "node:url";
import { type Command, Option } from "commander";
import { CadernoError } from "../core/errors";
import { prepareGuardian } from "../notebook/client/guardian";
import type { ReportEntry } from "../notebook/report/report-entry";
import { failureLines } from "./run-failure";
import { listenForInterruption } from "./run-interruption";
import { type RunContext, runNotebook } from "./run-notebook";
import { collect, parseCount, parseJobs, parseSeconds, parseSize, type RunOptions } from "./run-options";
import { exitCodeOf, type RunRecord, recordAsJson } from "./run-record";
import { plural, RunScreen, type ScreenStream } from "./run-screen";
import { findTargets, type RunTarget } from "./run-targets";

const HELP = `
Without --out, --in-place or --report nothing is written: the run only says whether the notebooks work.
A failed run writes its executed copy all the same. Cells that did not run are empty in a copy; in place, they keep the
outputs that they had. An interrupted run leaves a notebook that runs in place as it was.

--from-cell runs the cells before K again, for what they define, and keeps the outputs that they had.
--resume skips a notebook whose copy in --out shows a whole run, without failures, of just these cells. It does not
notice changes of data or of code outside the notebook.

Cells tagged raises-exception may fail, cells tagged skip-execution do not run, the cell tagged parameters declares
what -p may set. Cells count from 1 here, as people count, and from 0 in --json, as in the file.

Examples:
  $ npx caderno run notebooks/02-datasets.ipynb                  does it work?
  $ npx caderno run notebooks --out build/course --jobs 4        the notebooks of a folder, four at a time
  $ npx caderno run notebooks --report build/report              a site with every notebook and its outputs
  $ npx caderno run train.ipynb --out runs -p epochs=3 -p 'name="base"'
  $ npx caderno run notebooks/02-datasets.ipynb --in-place --no-timings
                                                                 fresh outputs, quiet in git diff

Exit codes: 0 all cells ran; 1 a cell failed; 2 wrong command line; 3 a notebook cannot be read or written or does not
take the parameters; 4 a kernel is unknown, did not start, or died; 124 a timeout; 130 Ctrl-C; 141 nobody reads the output; 143 terminated. Where
notebooks differ, the code is that of the first that failed.`;

/** Adds `run` to the program. */
export function addRunCommand(program: Command): void {
  program
    .command("run")
    .summary("run notebooks without Jupyter, and report on them")
    .description("Run notebooks from first cell to last, each in a kernel of its own.")
    .argument("<notebook...>", "notebooks, or folders for the notebooks right inside them")
    .option("--out <folder>", "write executed copies into this folder")
    .addOption(
      new Option("--in-place", "write outputs into the notebooks themselves").conflicts([
        "out",
        "parameter",
        "parameters",
      ]),
    )
    .option("--report <folder>", "write a static site of the executed notebooks")
    .option("--jobs <number>", "notebooks at a time; auto: one for each two processors", parseJobs, 1)
    .option("--kernel <name>", "this kernel instead of the one that the notebook names")
    .option("--timeout <seconds>", "longest time for a cell (default: none)", parseSeconds)
    .option("--total-timeout <seconds>", "longest time for a notebook (default: none)", parseSeconds)
    .option(
      "--memory-limit <size>",
      "most memory for a kernel, like 4GB (default: 80 % of the machine's for all together)",
      parseSize,
    )
    .option("--allow-errors", "go on after a cell that failed, and count it as no failure")
    .option("-p, --parameter <name=value>", "set a parameter; may be given more than once", collect)
    .option("--parameters <file>", "set parameters from a JSON file")
    .option("--log-output", "print what the notebooks print, each line with the notebook's name")
    .option("--json", "print the result as JSON on stdout, and progress on stderr")
    .addOption(
      new Option("--resume", "skip notebooks whose executed copy in --out is complete").conflicts([
        "inPlace",
        "fromCell",
      ]),
    )
    .option("--from-cell <number>", "keep the outputs of the cells before this one, counted from 1", parseCount)
    .option("--no-timings", "leave out when each cell ran, so that git shows no change")
    .addHelpText("after", HELP)
    .action(async (paths: string[], options: RunOptions, command: Command) => {
      if (options.resume && options.out === undefined)
        command.error("error: --resume needs --out, where the copies are");
      const exitCode = await run(paths, options);
      process.exitCode = exitCode;
    });
}

/** Where a run writes. */
export interface RunStreams {
  stdout: ScreenStream;
  stderr: ScreenStream;
}

/** Runs the notebooks and gives the exit code. Throws a {@link CadernoError} for what is wrong before any of them runs. */
export async function run(
  paths: readonly string[],
  options: RunOptions,
  streams: RunStreams = process,
): Promise<number> {
  const targets = findTargets(paths, { out: options.out, inPlace: options.inPlace });
  if (options.fromCell !== undefined && targets.length !== 1) {
    throw new CadernoError("from-cell-of-many", `--from-cell goes with one notebook, but there are ${targets.length}.`);
  }
  // Started while the notebooks are read, so that no kernel waits for it.
  prepareGuardian();
  const parameters = await readParameters(options);
  const { projectKernelspecs } = await import("../kernel/kernelspecs.js");
  const screen = new RunScreen(options.json ? streams.stderr : streams.stdout, {
    logOutput: options.logOutput === true,
  });
  const interruption = listenForInterruption(screen);
  const begin = performance.now();
  const context: RunContext = {
    options,
    parameters,
    kernelspecs: projectKernelspecs(),
    abort: interruption.signal,
    onEvent: (target, event) => screen.hear(target, event),
  };
  let records: RunRecord[];
  try {
    records = await runAll(targets, context, screen);
  } finally {
    screen.close();
    interruption.stop();
  }
  const report = await writeReport(records, options);
  const seconds = (performance.now() - begin) / 1000;
  const exitCode = interruption.exitCode() ?? records.map(exitCodeOf).find((code) => code !== 0) ?? 0;
  if (options.json) {
    const result = { status: exitCode === 0 ? "ok" : "failed", exitCode, seconds, report: report ?? null };
    streams.stdout.write(`${JSON.stringify({ ...result, notebooks: records.map(recordAsJson) }, undefined, 2)}\n`);
  } else {
    screen.print(summary(records, targets.length, seconds));
    if (report !== undefined) screen.print(`report: ${report}`);
  }
  return exitCode;
}

/** As many notebooks at a time as there are jobs, in order; none is begun after an interruption. */
async function runAll(targets: readonly RunTarget[], context: RunContext, screen: RunScreen): Promise<RunRecord[]> {
  const records: (RunRecord | undefined)[] = targets.map(() => undefined);
  let next = 0;
  const work = async (): Promise<void> => {
    while (next < targets.length && !context.abort.aborted) {
      const index = next++;
      const target = targets[index];
      if (target === undefined) return;
      screen.start(target);
      const record = await runNotebook(target, context);
      records[index] = record;
      screen.end(record, [
        ...record.warnings.map((warning) => `  ${warning}`),
        ...failureLines(record, context.options),
      ]);
    }
  };
  await Promise.all(Array.from({ length: Math.min(context.options.jobs, targets.length) }, work));
  return records.filter((record) => record !== undefined);
}

async function readParameters(options: RunOptions): Promise<Record<string, unknown>> {
  if (options.parameters === undefined && options.parameter === undefined) return {};
  const { parseParameterArguments, readParameterFile } = await import("../notebook/parameters/parameter-arguments.js");
  const values = options.parameters === undefined ? {} : await readParameterFile(options.parameters);
  return { ...values, ...parseParameterArguments(options.parameter ?? []) };
}

async function writeReport(records: readonly RunRecord[], options: RunOptions): Promise<string | undefined> {
  if (options.report === undefined) return undefined;
  const entries = records.flatMap((record): ReportEntry[] => {
    const { notebook, target, seconds, failure, error } = record;
    if (notebook === undefined) return [];
    const isOk = record.status === "ok" || record.status === "unchanged";
    const why = failure ?? (error && { cell: 0, name: error.code, message: error.message });
    return [
      {
        name: target.name,
        path: target.path,
        notebook,
        status: isOk ? "ok" : "failed",
        seconds,
        ...(why && { failure: { cell: why.cell, name: why.name, message: why.message } }),
      },
    ];
  });
  const report = await import("../notebook/report/write-report.js");
  return pathToFileURL(await report.writeReport(entries, options.report)).href;
}

function summary(records: readonly RunRecord[], total: number, seconds: number): string {
  const count = (...statuses: RunRecord["status"][]): number =>
    records.filter((record) => statuses.includes(record.status)).length;
  const parts = [`${count("ok", "unchanged")} of ${plural(total, "notebook")} ran`];
  const failed = records.filter((record) => record.status === "failed");
  if (failed.length > 0) parts.push(`failed: ${failed.map((record) => basename(record.target.path)).join(", ")}`);
  if (records.length < total) parts.push(`${total - records.length} not begun`);
  return `${parts.join("; ")}; ${seconds.toFixed(1)} s`;
}
