/** @file Our decoding beside Python's and transformers.js's: one saved model, the same prompt, run in turn. */
import { resolve } from "node:path";
import { defaultRng } from "../src/core/random";
import { textTable } from "../src/core/text-table";
import { defaultThreads } from "../src/graph/machine/default-threads";
import { copyEmbedded, type DecodingCase, makeGPT2, STRATEGIES, type Strategy } from "./decoding-cases";
import { inFolder, type OptionValues, runFrame, text, wholeNumber } from "./frame";
import { findTorch, NO_TORCH } from "./python-torch";
import { SideProcess } from "./side-process";
import { median } from "./statistics";

const root = resolve(__dirname, "..");

const HELP = `npm run bench -- decoding [--repeats N] [--tokens N] [--model NAME] [--python PATH]

  --repeats N      runs of each strategy (default 5)
  --tokens N       new tokens a run (default 64)
  --model NAME     "124m" or "tiny" (default both)
  --python PATH    a Python with torch and transformers (default that of .venv, see \`npm run interop:setup\`)
`;

const PROMPT = 16;

interface Options {
  repeats: number;
  tokens: number;
  model: string | undefined;
  python: string | undefined;
}

interface Run {
  seconds: number;
  tokens: number[];
}

interface Side {
  name: string;
  process: SideProcess;
  does(strategy: Strategy): boolean;
}

/** Runs the strategies and prints a table; 2 where the options are wrong. */
export function benchDecoding(args: readonly string[]): Promise<number> {
  return runFrame<Options>(args, {
    help: HELP,
    known: { repeats: "string", tokens: "string", model: "string", python: "string" },
    parse: (values) => ({
      repeats: wholeNumber(values, "repeats", 5, 1),
      tokens: wholeNumber(values, "tokens", 64, 2),
      model: modelOf(values),
      python: text(values, "python"),
    }),
    measure: (options) => inFolder("decoding", (folder) => compare(options, folder)),
  });
}

function modelOf(values: OptionValues): string | undefined {
  const model = text(values, "model");
  if (model === undefined || model === "124m" || model === "tiny") return model;
  throw new RangeError('--model must be "124m" or "tiny".');
}

async function compare(options: Options, folder: string): Promise<undefined> {
  const python = findTorch(options.python);
  if (python === undefined) console.log(NO_TORCH);
  const rows: string[][] = [];
  if (options.model !== "124m") rows.push(...(await measure(await copyEmbedded(folder), options, python)));
  if (options.model !== "tiny") rows.push(...(await measure(await makeGPT2(folder), options, python)));
  const align = ["left", "left", "right", "right", "right", "right"] as const;
  const header = ["model, strategy", "side", "tokens/s", "first token", "ours / it", "same tokens"];
  console.log(textTable(header, rows, { align }));
  console.log(
    `\nA prompt of ${PROMPT} tokens, ${options.tokens} new ones, nothing ends a text, float32, ${defaultThreads()} threads.`,
  );
  console.log("tokens/s and first token: medians. ours / it: our tokens a second over this side's, the median of");
  console.log(
    "neighbouring runs. same tokens: how many of the texts agree from the first token on. Each side is a process.\n",
  );
  return undefined;
}

async function measure(
  { name, folder, draft, vocabulary }: DecodingCase,
  { repeats, tokens }: Options,
  python: string | undefined,
): Promise<string[][]> {
  const script = ["--import", "tsx", "bench/decoding-ours.ts"];
  const sides: Side[] = [
    { name: "ours", process: new SideProcess(process.execPath, [...script, "ours"], root), does: () => true },
    {
      name: "transformers.js",
      process: new SideProcess(process.execPath, [...script, "transformers.js"], root),
      does: (strategy) => strategy === "greedy" || strategy === "sampling",
    },
  ];
  if (python !== undefined)
    sides.push({
      name: "Python",
      process: new SideProcess(python, ["bench/decoding-theirs.py"], root),
      does: () => true,
    });
  const rows: string[][] = [];
  const random = defaultRng(PROMPT);
  const ids = Array.from({ length: PROMPT }, () => random.integers(5, vocabulary));
  try {
    for (const { process } of sides) await process.ask({ folder, draft, threads: defaultThreads() });
    for (const strategy of STRATEGIES) {
      process.stderr.write(`${name}, ${strategy} …\n`);
      const able = sides.filter((side) => side.does(strategy));
      const runs = able.map((): { whole: Run[]; first: Run[] } => ({ whole: [], first: [] }));
      for (let repeat = -1; repeat < repeats; repeat++) {
        for (const [index, side] of able.entries()) {
          const whole = await side.process.ask<Run>({ ids, newTokens: tokens, strategy });
          const first = await side.process.ask<Run>({ ids, newTokens: 1, strategy });
          // The first run prepares memory.
          if (repeat < 0) continue;
          runs[index]?.whole.push(whole);
          runs[index]?.first.push(first);
        }
      }
      const ours = runs[0]?.whole ?? [];
      for (const [index, side] of able.entries()) {
        const { whole, first } = runs[index] ?? { whole: [], first: [] };
        const ratio = median(whole.map(({ seconds }, place) => seconds / (ours[place]?.seconds ?? Number.NaN)));
        const same = agreement(ours[0]?.tokens ?? [], whole[0]?.tokens ?? []);
        rows.push([
          index === 0 ? `${name}, ${strategy}` : "",
          side.name,
          (tokens / median(whole.map(({ seconds }) => seconds))).toFixed(1),
          `${(median(first.map(({ seconds }) => seconds)) * 1000).toFixed(1)} ms`,
          index === 0 ? "" : ratio.toFixed(2),
          index === 0 || strategy === "sampling" ? "" : `${same} of ${tokens}`,
        ]);
      }
    }
    return rows;
  } finally {
    await Promise.all(sides.map(({ process }) => process.end()));
  }
}

function agreement(ours: readonly number[], theirs: readonly number[]): number {
  const apart = ours.findIndex((token, place) => token !== theirs[place]);
  return apart < 0 ? ours.length : apart;
}
