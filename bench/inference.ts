/** @file Our forward runs beside PyTorch's and transformers.js's: one saved model, the same batches, run in turn. */
import { join, resolve } from "node:path";
import { defaultRng } from "../src/core/random";
import { textTable } from "../src/core/text-table";
import { defaultThreads } from "../src/graph/machine/default-threads";
import { AutoConfig } from "../src/models/auto/auto-config";
import { AutoModelForSequenceClassification } from "../src/models/auto/auto-model";
import { inFolder, runFrame, text, wholeNumber } from "./frame";
import { findTorch, NO_TORCH } from "./python-torch";
import { SideProcess } from "./side-process";
import { median } from "./statistics";
import { DISTILBERT, TINY_ENCODER } from "./training-cases";

const root = resolve(__dirname, "..");

const HELP = `npm run bench -- inference [--repeats N] [--python PATH]

  --repeats N      runs of each batch (default 8)
  --python PATH    a Python with torch and transformers (default that of .venv, see \`npm run interop:setup\`)
`;

const MODELS = [
  { name: "tiny encoder", config: TINY_ENCODER, batches: [[8, 64]] },
  {
    name: "DistilBERT",
    config: DISTILBERT,
    batches: [
      [1, 16],
      [1, 128],
      [8, 128],
    ],
  },
] as const;

/** What a side says of a run. */
interface Run {
  seconds: number;
  logits: number[];
  peakBytes: number;
}

interface Options {
  repeats: number;
  python: string | undefined;
}

/** Runs the batches and prints a table; 2 where the options are wrong. */
export function benchInference(args: readonly string[]): Promise<number> {
  return runFrame<Options>(args, {
    help: HELP,
    known: { repeats: "string", python: "string" },
    parse: (values) => ({ repeats: wholeNumber(values, "repeats", 8, 1), python: text(values, "python") }),
    measure: (options) => inFolder("inference", (folder) => compare(options, folder)),
  });
}

async function compare(options: Options, folder: string): Promise<undefined> {
  const python = findTorch(options.python);
  if (python === undefined) console.log(NO_TORCH);
  const rows: string[][] = [];
  for (const { name, config, batches } of MODELS) {
    const saved = join(folder, name.replaceAll(" ", "-"));
    const model = await AutoModelForSequenceClassification.fromConfig(AutoConfig.forModel(config.model_type, config), {
      seed: 1,
    });
    await model.savePretrained(saved, { onnx: true });
    await model.close();
    rows.push(...(await measure(name, saved, batches, options.repeats, python)));
  }
  const align = ["left", "left", "right", "right", "right", "right", "right"] as const;
  const header = ["batch", "side", "run", "least", "ours / it", "peak memory", "logits apart"];
  console.log(textTable(header, rows, { align }));
  console.log("\nours / it: our time (weights packed) as a share of this side's, the median of neighbouring runs.");
  console.log("logits apart: the greatest difference from ours. Each side in a process of its own, float32.\n");
  return undefined;
}

async function measure(
  name: string,
  folder: string,
  batches: readonly (readonly [number, number])[],
  repeats: number,
  python: string | undefined,
): Promise<string[][]> {
  const script = ["--import", "tsx", "bench/inference-ours.ts"];
  const sides = ["packed", "shared", "transformers.js"].map((side) => ({
    name: side === "transformers.js" ? side : `ours, weights ${side}`,
    process: new SideProcess(process.execPath, [...script, side], root),
  }));
  if (python !== undefined) {
    sides.push({ name: "PyTorch", process: new SideProcess(python, ["bench/inference-theirs.py"], root) });
  }
  const rows: string[][] = [];
  try {
    for (const { process } of sides) await process.ask({ folder, threads: defaultThreads() });
    for (const [batch, sequence] of batches) {
      const random = defaultRng(batch * sequence);
      const ids = Array.from({ length: batch * sequence }, () => random.integers(5, 2000));
      process.stderr.write(`${name} ${batch}x${sequence} …\n`);
      const runs = sides.map((): Run[] => []);
      for (let repeat = -1; repeat < repeats; repeat++) {
        for (const [index, side] of sides.entries()) {
          const run = await side.process.ask<Run>({ ids, rows: batch });
          // The first run of a shape prepares memory for it.
          if (repeat >= 0) runs[index]?.push(run);
        }
      }
      for (const [index, side] of sides.entries()) {
        const label = index === 0 ? `${name} ${batch}x${sequence}` : "";
        rows.push([label, side.name, ...figures(runs[index] ?? [], runs[0] ?? [])]);
      }
    }
    return rows;
  } finally {
    await Promise.all(sides.map(({ process }) => process.end()));
  }
}

function figures(own: readonly Run[], ours: readonly Run[]): string[] {
  const seconds = own.map((run) => run.seconds);
  const share = median(ours.map((run, index) => run.seconds / (seconds[index] ?? Number.NaN)));
  const [first] = ours;
  const apart = Math.max(
    ...(own[0]?.logits ?? []).map((value, place) => Math.abs(value - (first?.logits[place] ?? Number.NaN))),
  );
  const isOurs = own === ours;
  return [
    `${(median(seconds) * 1000).toFixed(1)} ms`,
    `${(Math.min(...seconds) * 1000).toFixed(1)} ms`,
    isOurs ? "" : share.toFixed(2),
    `${Math.round((own.at(-1)?.peakBytes ?? Number.NaN) / 1e6)} MB`,
    isOurs ? "" : apart.toExponential(1),
  ];
}
