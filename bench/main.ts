/**
 * @file Side-by-side measurements: `npm run bench -- NAME` runs one, `npm run bench` lists them.
 *
 * A bench runs ours and what users would pick instead, in turn, in one process tree on one machine, and prints ratios.
 */

/** A measurement that can be picked by name. */
interface Bench {
  /** What is compared, one line. */
  summary: string;
  /** Runs it with the arguments after its name, and gives the exit code. */
  run(args: readonly string[]): Promise<number>;
}

const BENCHES: Readonly<Record<string, Bench>> = {
  datasets: {
    summary: "our datasets beside Python's: load, filter, sort, map, shuffle, Parquet; times and peak memory",
    run: async (args) => (await import("./datasets.js")).benchDatasets(args),
  },
  decoding: {
    summary: "our decoding beside Python's and transformers.js's: greedy, beams, sampling, a draft; tokens a second",
    run: async (args) => (await import("./decoding.js")).benchDecoding(args),
  },
  essays: {
    summary: "scores of real essays: prior, surface features, the embedded encoder frozen, full and from scratch",
    run: async (args) => (await import("./essays.js")).benchEssays(args),
  },
  inference: {
    summary: "our forward runs beside PyTorch's and transformers.js's: times, memory, and how far the logits lie apart",
    run: async (args) => (await import("./inference.js")).benchInference(args),
  },
  runner: {
    summary: "caderno run beside nbclient: start-up, overhead a cell, and whole runs on the same kernels",
    run: async (args) => (await import("./runner.js")).benchRunner(args),
  },
  tokenizers: {
    summary: "our tokenizers, pure and native, beside Python's and transformers.js's: encoding and training",
    run: async (args) => (await import("./tokenizers.js")).benchTokenizers(args),
  },
  training: {
    summary: "our training beside PyTorch's and TensorFlow.js's: step times and peak memory, frozen layers too",
    run: async (args) => (await import("./training.js")).benchTraining(args),
  },
};

async function main([name, ...args]: readonly string[]): Promise<number> {
  const bench = name === undefined || !Object.hasOwn(BENCHES, name) ? undefined : BENCHES[name];
  if (bench !== undefined) return await bench.run(args);
  if (name !== undefined) console.error(`There is no bench \`${name}\`.`);
  console.log("npm run bench -- NAME [options]\n");
  for (const [known, { summary }] of Object.entries(BENCHES)) console.log(`  ${known.padEnd(12)}${summary}`);
  return name === undefined ? 0 : 2;
}

main(process.argv.slice(2)).then(
  (code) => {
    process.exitCode = code;
  },
  (error: unknown) => {
    console.error(error);
    process.exitCode = 1;
  },
);
