/** @file What tests of generation share: the tiny models of the fixtures, and a test of frequencies. */
import { join, resolve } from "node:path";
import { AutoModelForCausalLM } from "../../src/generation/auto-model-for-causal-lm";
import type { GenerativeModel } from "../../src/generation/generative-model";

export const FIXTURES: string = resolve(__dirname, "../fixtures/generation");

/** One of the fixtures' models. */
export function openModel(name: "gpt2" | "llama"): Promise<GenerativeModel> {
  return AutoModelForCausalLM.fromPretrained(join(FIXTURES, name));
}

/** A draft for the fixtures' GPT-2: its first layer, which often agrees with the whole. */
export async function openDraft(model: GenerativeModel): Promise<GenerativeModel> {
  const draft = await AutoModelForCausalLM.fromConfig(model.config.with({ n_layer: 1 }), { seed: 1 });
  const names = draft.parameters().map(({ name }) => name);
  await draft.writeParameters(await model.readParameters(names));
  return draft;
}

/**
 * Pearson's chi-square of counts against probabilities, as a number of standard deviations above what chance gives
 * (Wilson and Hilferty 1931). Classes that are expected fewer than five times are taken together.
 */
export function surprise(counts: ReadonlyMap<string, number>, expected: ReadonlyMap<string, number>): number {
  const total = [...counts.values()].reduce((sum, count) => sum + count, 0);
  let statistic = 0;
  let classes = 0;
  let [restSeen, restExpected] = [total, total];
  for (const [name, probability] of expected) {
    const mean = probability * total;
    if (mean < 5) continue;
    const seen = counts.get(name) ?? 0;
    statistic += (seen - mean) ** 2 / mean;
    classes++;
    restSeen -= seen;
    restExpected -= mean;
  }
  if (restExpected >= 1) {
    statistic += (restSeen - restExpected) ** 2 / restExpected;
    classes++;
  }
  const freedom = Math.max(1, classes - 1);
  const spread = 2 / (9 * freedom);
  return (Math.cbrt(statistic / freedom) - (1 - spread)) / Math.sqrt(spread);
}

/** How often each value comes. */
export function countOf(values: Iterable<string>): Map<string, number> {
  const counts = new Map<string, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return counts;
}
