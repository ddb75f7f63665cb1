/** @file Our side and transformers.js's of the bench of inference: answers requests, a line of JSON each, on standard input. */
import { join } from "node:path";
import { createInterface } from "node:readline";
import { AutoModelForSequenceClassification } from "../src/models/auto/auto-model";

/** Runs a batch of token ids, every one attended, and gives the logits. */
type Classify = (ids: BigInt64Array, rows: number) => Promise<Float32Array>;

let classify: Classify | undefined;

async function answer(request: { folder?: string; ids?: number[]; rows?: number }): Promise<unknown> {
  if (request.folder !== undefined) {
    const started = performance.now();
    classify = await open(request.folder, process.argv[2] ?? "");
    return { seconds: (performance.now() - started) / 1000 };
  }
  if (classify === undefined || request.ids === undefined) throw new Error("The first request must name a folder.");
  const ids = BigInt64Array.from(request.ids, BigInt);
  const started = performance.now();
  const logits = await classify(ids, request.rows ?? 1);
  const seconds = (performance.now() - started) / 1000;
  return { seconds, logits: [...logits], peakBytes: process.resourceUsage().maxRSS * 1024 };
}

async function open(folder: string, side: string): Promise<Classify> {
  if (side === "transformers.js") return openTheirs(folder);
  const weights = side === "packed" ? "packed" : "shared";
  const model = await AutoModelForSequenceClassification.fromPretrained(folder, { weights });
  return async (ids, rows) => {
    const dims = [rows, ids.length / rows];
    const mask = new BigInt64Array(ids.length).fill(1n);
    const { logits } = await model.forward({ input_ids: { dims, data: ids }, attention_mask: { dims, data: mask } });
    return Float32Array.from(logits?.data ?? [], Number);
  };
}

async function openTheirs(folder: string): Promise<Classify> {
  const { AutoModelForSequenceClassification: Theirs, env, Tensor } = await import("@huggingface/transformers");
  env.allowRemoteModels = false;
  env.localModelPath = join(folder, "..");
  const model = await Theirs.from_pretrained(folder.split(/[\\/]/).at(-1) ?? "", { dtype: "fp32" });
  return async (ids, rows) => {
    const dims = [rows, ids.length / rows];
    const output = await model({
      input_ids: new Tensor("int64", ids, dims),
      attention_mask: new Tensor("int64", new BigInt64Array(ids.length).fill(1n), dims),
    });
    return output.logits.data;
  };
}

async function main(): Promise<void> {
  for await (const line of createInterface({ input: process.stdin })) {
    console.log(JSON.stringify(await answer(JSON.parse(line))));
  }
}

main().catch((error: unknown) => {
  console.error(error);
  process.exit(1);
});
