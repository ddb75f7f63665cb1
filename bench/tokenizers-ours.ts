/** @file One JavaScript side of the bench of tokenizers: `tokenizers-ours.ts FOLDER SIDE` prints its figures in JSON. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { TokenizerEngine } from "../src/tokenizers/engine/engine";
import { loadNativeTokenizer } from "../src/tokenizers/native/load-native-tokenizer";
import { trainFromTexts } from "../src/tokenizers/training/train-from-texts";
import { KINDS, type Kind, type SideFigures, VOCAB_SIZE } from "./tokenizers-steps";

/** Loads a tokenizer.json; what it gives counts the tokens of all texts. */
type Loader = (json: string) => Promise<(texts: readonly string[]) => number | Promise<number>>;

const SIDES: Readonly<Record<string, Loader>> = {
  pure: async (json) => {
    const engine = new TokenizerEngine(JSON.parse(json), (source) => new RegExp(source, "gu"));
    const options = { addSpecialTokens: true, splitSpecialTokens: false, truncation: undefined, keepsOverflow: false };
    return (texts) => texts.reduce((sum, text) => sum + engine.encode(text, undefined, options).ids.length, 0);
  },
  "transformers.js": async (json) => {
    const { Tokenizer } = await import("@huggingface/tokenizers");
    const tokenizer = new Tokenizer(JSON.parse(json), {});
    return (texts) => texts.reduce((sum, text) => sum + tokenizer.encode(text).ids.length, 0);
  },
  native: async (json) => {
    const result = await loadNativeTokenizer(json);
    if (result.kind === "unavailable") throw new Error(result.reason);
    return async (texts) => (await result.tokenizer.encodeBatch(texts)).reduce((sum, { ids }) => sum + ids.length, 0);
  },
};

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
    const encode = await SIDES[side]?.(readFileSync(join(folder, `${kind}.json`), "utf8"));
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
