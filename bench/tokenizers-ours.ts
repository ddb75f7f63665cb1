/** @file One JavaScript side of the bench of tokenizers: `tokenizers-ours.ts FOLDER SIDE` prints its figures in JSON. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { AutoTokenizer } from "../src/tokenizers/auto-tokenizer";
import { trainFromTexts } from "../src/tokenizers/training/train-from-texts";
import { KINDS, type Kind, type SideFigures, VOCAB_SIZE } from "./tokenizers-steps";

/** Loads a tokenizer's folder; what it gives counts the tokens of all texts. */
type Loader = (folder: string) => Promise<(texts: readonly string[]) => number | Promise<number>>;

const SIDES: Readonly<Record<string, Loader>> = {
  pure: async (folder) => {
    const tokenizer = await AutoTokenizer.fromPretrained(folder);
    return (texts) => count(tokenizer.encode(texts).input_ids);
  },
  "transformers.js": async (folder) => {
    const { Tokenizer } = await import("@huggingface/tokenizers");
    const tokenizer = new Tokenizer(JSON.parse(readFileSync(join(folder, "tokenizer.json"), "utf8")), {});
    return (texts) => texts.reduce((sum, text) => sum + tokenizer.encode(text).ids.length, 0);
  },
  native: async (folder) => {
    const tokenizer = await AutoTokenizer.fromPretrained(folder, { useFast: "native" });
    if (tokenizer.backend !== "native") throw new Error(tokenizer.backendReason);
    return async (texts) => count((await tokenizer.encodeAsync(texts)).input_ids);
  },
};

function count(rows: readonly (readonly number[])[]): number {
  return rows.reduce((sum, ids) => sum + ids.length, 0);
}

async function main(folder: string, side: string): Promise<void> {
  const texts = JSON.parse(readFileSync(join(folder, "essays.json"), "utf8")) as string[];
  const figures: SideFigures = { seconds: {}, tokens: {} };
  const timed = async <Result>(step: string, work: () => Result | Promise<Result>): Promise<Result> => {
    const started = performance.now();
    const result = await work();
    figures.seconds[step] = (performance.now() - started) / 1000;
    return result;
  };
  for (const kind of KINDS) {
    const encode = await SIDES[side]?.(join(folder, kind));
    if (encode === undefined) throw new Error(`There is no side ${side}.`);
    // The first texts warm up compilers and caches, on every side.
    await encode(texts.slice(0, 50));
    figures.tokens[kind] = await timed(`encode ${kind}`, () => encode(texts));
    if (side === "pure") await timed(`train ${kind}`, () => train(texts, kind));
  }
  console.log(JSON.stringify(figures));
}

function train(texts: readonly string[], model: Kind): unknown {
  return trainFromTexts(texts, { model, vocabSize: VOCAB_SIZE });
}

main(process.argv[2] ?? "", process.argv[3] ?? "").catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
