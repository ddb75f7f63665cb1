/** @file Our side and transformers.js's of the bench of decoding: answers requests, a line of JSON each, on standard input. */
import { join } from "node:path";
import { createInterface } from "node:readline";
import { AutoModelForCausalLM } from "../src/generation/auto-model-for-causal-lm";
import type { GenerateOptions } from "../src/generation/generate-options";
import type { Strategy } from "./decoding-cases";

/** Continues a prompt by so many tokens, and gives them. */
type Continue = (ids: readonly number[], newTokens: number, strategy: Strategy) => Promise<number[]>;

interface Request {
  folder?: string;
  draft?: string;
  ids?: number[];
  newTokens?: number;
  strategy?: Strategy;
}

let proceed: Continue | undefined;

async function answer(request: Request): Promise<unknown> {
  const started = performance.now();
  if (request.folder !== undefined) {
    proceed = process.argv[2] === "transformers.js" ? await openTheirs(request.folder) : await openOurs(request);
    return { seconds: (performance.now() - started) / 1000 };
  }
  if (proceed === undefined) throw new Error("The first request must name a folder.");
  const tokens = await proceed(request.ids ?? [], request.newTokens ?? 1, request.strategy ?? "greedy");
  return { seconds: (performance.now() - started) / 1000, tokens };
}

async function openOurs({ folder = "", draft }: Request): Promise<Continue> {
  const model = await AutoModelForCausalLM.fromPretrained(folder, { weights: "packed" });
  const assistantModel =
    draft === undefined ? undefined : await AutoModelForCausalLM.fromPretrained(draft, { weights: "packed" });
  return async (ids, newTokens, strategy) => {
    const ways: Record<Strategy, GenerateOptions> = {
      greedy: {},
      sampling: { doSample: true, topK: 50, seed: 1 },
      "beam 5": { numBeams: 5 },
      assisted: assistantModel === undefined ? {} : { assistantModel, numAssistantTokens: 5 },
    };
    const ends = { eosTokenId: null, padTokenId: 0, maxNewTokens: newTokens };
    const { newTokens: rows } = await model.generate([ids], { ...ways[strategy], ...ends });
    return [...(rows[0] ?? [])];
  };
}

async function openTheirs(folder: string): Promise<Continue> {
  const { AutoModelForCausalLM: Theirs, env, Tensor } = await import("@huggingface/transformers");
  env.allowRemoteModels = false;
  env.localModelPath = join(folder, "..");
  const model = await Theirs.from_pretrained(folder.split(/[\\/]/).at(-1) ?? "", { dtype: "fp32" });
  return async (ids, newTokens, strategy) => {
    const dims = [1, ids.length];
    const inputs = {
      input_ids: new Tensor("int64", BigInt64Array.from(ids, BigInt), dims),
      attention_mask: new Tensor("int64", new BigInt64Array(ids.length).fill(1n), dims),
    };
    const way = strategy === "sampling" ? { do_sample: true, top_k: 50 } : { do_sample: false };
    const output = await model.generate({ ...inputs, ...way, max_new_tokens: newTokens } as never);
    const { data } = output as unknown as { data: BigInt64Array };
    return Array.from(data, Number).slice(ids.length);
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
