/** @file Our training beside PyTorch's and TensorFlow.js's: the same models and batches, stepped in turn. */
import { resolve } from "node:path";
import { textTable } from "../src/core/text-table";
import { defaultThreads } from "../src/graph/machine/default-threads";
import { loadTensorFlow } from "../src/graph/tensorflow/load-tensorflow";
import { runFrame, text } from "./frame";
import { findTorch, NO_TORCH } from "./python-torch";
import { SideProcess } from "./side-process";
import { median } from "./statistics";
import { TRAINING_CASES, type TrainingCase } from "./training-cases";

const root = resolve(__dirname, "..");

const HELP = `npm run bench -- training [--only PART] [--tensorflow] [--python PATH]

  --only PART      cases whose name holds PART
  --tensorflow     TensorFlow.js on its native library too (\`npm run setup\`), where it is installed
  --python PATH    a Python with torch and transformers (default that of .venv, see \`npm run interop:setup\`)
`;

/** What a side says of a step. */
interface Step {
  seconds: number;
  loss: number;
  peakBytes: number;
}

/** A side with its steps of one case. */
interface Side {
  name: "ours" | "PyTorch" | "tfjs-node";
  start(): SideProcess;
}

interface Options {
  only: string;
  python: string | undefined;
  tensorflow: boolean;
}

/** Runs the cases and prints a table; 2 where the options are wrong. */
export function benchTraining(args: readonly string[]): Promise<number> {
  return runFrame<Options>(args, {
    help: HELP,
    known: { only: "string", python: "string", tensorflow: "boolean" },
    parse: (values) => {
      const only = text(values, "only") ?? "";
      if (TRAINING_CASES.some(({ name }) => name.includes(only))) {
        return { only, python: text(values, "python"), tensorflow: values.tensorflow === true };
      }
      const names = TRAINING_CASES.map(({ name }) => name).join("; ");
      throw new RangeError(`No case's name holds ${JSON.stringify(only)}: ${names}.`);
    },
    measure: compare,
  });
}

async function compare(options: Options): Promise<undefined> {
  const sides = await findSides(options);
  const rows: string[][] = [];
  for (const one of TRAINING_CASES.filter(({ name }) => name.includes(options.only))) {
    process.stderr.write(`${one.name} …\n`);
    rows.push(...(await measure(one, sides)));
  }
  const align = ["left", "left", "right", "right", "right", "right", "left"] as const;
  const header = ["case", "side", "step", "least", "time", "peak memory", "aim"];
  console.log(textTable(header, rows, { align }));
  console.log("\ntime: ours as a share of this side's, the median of neighbouring steps; memory likewise in brackets.");
  console.log(
    "AdamW with clipping and decay on each side, no dropout, random weights; each side in a process of its own.\n",
  );
  return undefined;
}

async function measure(one: TrainingCase, sides: readonly Side[]): Promise<string[][]> {
  const processes = sides.map((side) => side.start());
  try {
    for (const [index, side] of processes.entries()) {
      await side.ask({ case: one, threads: defaultThreads() });
      for (let step = 0; step < one.warmUp; step++) await side.ask({ step });
      process.stderr.write(`  ${sides[index]?.name} is warm\n`);
    }
    const steps = sides.map((): Step[] => []);
    for (let step = 0; step < one.steps; step++) {
      for (const [index, side] of processes.entries())
        steps[index]?.push(await side.ask<Step>({ step: one.warmUp + step }));
    }
    return steps.map((own, index) => rowOf(one, sides[index]?.name ?? "ours", own, steps[0] ?? []));
  } finally {
    await Promise.all(processes.map((side) => side.end()));
  }
}

function rowOf(one: TrainingCase, name: Side["name"], steps: readonly Step[], ours: readonly Step[]): string[] {
  const seconds = steps.map((step) => step.seconds);
  const share = median(ours.map((step, index) => step.seconds / (seconds[index] ?? Number.NaN)));
  const peak = steps.at(-1)?.peakBytes ?? Number.NaN;
  const memory = (ours.at(-1)?.peakBytes ?? Number.NaN) / peak;
  const bytes = `${Math.round(peak / 1e6)} MB`;
  const times = [milliseconds(median(seconds)), milliseconds(Math.min(...seconds))];
  if (name === "ours") return [one.name, name, ...times, "", bytes, ""];
  const aims =
    name === "PyTorch"
      ? [verdict("time", share, one.aims.time), verdict("memory", memory, one.aims.memory)]
      : [verdict("time", share, one.aims.tensorflow)];
  return ["", name, ...times, share.toFixed(2), `${bytes} (${memory.toFixed(2)})`, aims.join(", ")];
}

function verdict(what: string, value: number, aim: number): string {
  return `${what} ≤ ${aim} ${value <= aim ? "holds" : "does not hold"}`;
}

function milliseconds(seconds: number): string {
  return `${(seconds * 1000).toFixed(seconds < 0.1 ? 1 : 0)} ms`;
}

async function findSides(options: Options): Promise<Side[]> {
  const own = ["--import", "tsx", "bench/training-ours.ts"];
  const sides: Side[] = [{ name: "ours", start: () => new SideProcess(process.execPath, [...own, "onnx"], root) }];
  const python = findTorch(options.python);
  if (python === undefined) console.log(NO_TORCH);
  else sides.push({ name: "PyTorch", start: () => new SideProcess(python, ["bench/training-theirs.py"], root) });
  if (!options.tensorflow) return sides;
  const { backend, reason } = await loadTensorFlow();
  if (backend === "tensorflow-native")
    sides.push({ name: "tfjs-node", start: () => new SideProcess(process.execPath, [...own, "tensorflow"], root) });
  else console.log(`TensorFlow's native library is not there to compare with: ${reason}\n`);
  return sides;
}
