/** @file What the bench of decoding runs: strategies, and the models that it makes or takes. */
import { cpSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { AutoModelForCausalLM } from "../src/generation/auto-model-for-causal-lm";
import { GenerationConfig } from "../src/generation/generation-config";
import { AutoConfig } from "../src/models/auto/auto-config";

/** A way of decoding that is measured. */
export type Strategy = "greedy" | "sampling" | "beam 5" | "assisted";

/** The strategies in the order of the table. */
export const STRATEGIES: readonly Strategy[] = ["greedy", "sampling", "beam 5", "assisted"];

/** A model to be measured: its folder, its draft's, and how many tokens it knows. */
export interface DecodingCase {
  readonly name: string;
  readonly folder: string;
  readonly draft: string;
  readonly vocabulary: number;
}

const assets = resolve(__dirname, "../assets/models");

/** GPT-2 of 124 million random weights; its draft is its own first two layers. No token ends a text. */
export async function makeGPT2(folder: string): Promise<DecodingCase> {
  const [whole, draft] = [join(folder, "gpt2-124m"), join(folder, "gpt2-124m-draft")];
  // Written out, since transformers.js finds no defaults in config.json.
  const sizes = { n_layer: 12, n_head: 12, n_embd: 768, n_positions: 1024, vocab_size: 50257 };
  const config = AutoConfig.forModel("gpt2", sizes);
  const model = await AutoModelForCausalLM.fromConfig(config, { seed: 1 });
  model.generationConfig = new GenerationConfig({ padTokenId: 0 });
  await model.savePretrained(whole, { onnx: true });
  const small = await AutoModelForCausalLM.fromConfig(config.with({ n_layer: 2 }), { seed: 1 });
  const names = small.parameters().map(({ name }) => name);
  await small.writeParameters(await model.readParameters(names));
  small.generationConfig = model.generationConfig;
  await small.savePretrained(draft);
  await Promise.all([model.close(), small.close()]);
  return { name: "GPT-2 124M", folder: whole, draft, vocabulary: 50257 };
}

/** The embedded Spanish model with its draft, copied without what ends a text. */
export async function copyEmbedded(folder: string): Promise<DecodingCase> {
  const [whole, draft] = ["gpt2-es-tiny", "gpt2-es-tiny-draft"].map((name) => {
    const target = join(folder, name);
    mkdirSync(target, { recursive: true });
    cpSync(join(assets, name), target, { recursive: true });
    const path = join(target, "config.json");
    const { eos_token_id: _end, ...rest } = JSON.parse(readFileSync(path, "utf8"));
    writeFileSync(path, JSON.stringify(rest));
    writeFileSync(join(target, "generation_config.json"), JSON.stringify({ pad_token_id: 0 }));
    return target;
  }) as [string, string];
  const model = await AutoModelForCausalLM.fromPretrained(whole);
  await model.exportOnnx(whole);
  await model.close();
  return { name: "gpt2-es-tiny", folder: whole, draft, vocabulary: Number(model.config.vocab_size) };
}
