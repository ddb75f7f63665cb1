/** @file What the finished models compute for a few prompts, for the tests that load them: test/fixtures/embedded. */
import { join } from "node:path";
import { writeFileAtomic } from "../../src/core/atomic-write";
import { findProjectRoot } from "../../src/core/project-root";
import { AutoModelForCausalLM } from "../../src/generation/auto-model-for-causal-lm";
import { AutoModelForMaskedLM } from "../../src/models/auto/auto-model";
import { guesses } from "./evaluate-portuguese";
import { SPECIAL_IDS } from "./portuguese-tokenizer";
import { answerTo, continueText, writeAfter } from "./spanish-evaluation";
import { openTokenizer } from "./spanish-tokenizer";
import { isFinished, modelFolder, type Workshop } from "./workshop";
import { makeZeroShotGoldens } from "./zero-shot-goldens";

/** What one model computes. */
export interface EmbeddedGolden {
  prompt: string;
  ids: number[];
  /** The last position's first logits. */
  logits: number[];
  /** The tokens that follow greedily. */
  greedy: number[];
}

/** What a masked language model computes. */
export interface MaskedGolden {
  sentence: string;
  /** With the special tokens. */
  ids: number[];
  /** The first logits of the hidden token. */
  logits: number[];
  /** The likeliest tokens for it. */
  guesses: string[];
}

/** The content of goldens.json. */
export interface EmbeddedGoldens {
  masked: Record<string, MaskedGolden>;
  models: Record<string, EmbeddedGolden>;
  /** A text that gpt2-es-tiny wrote, on which the draft is compared with it. */
  sample: string;
  /** What the chat model answers to a greeting. */
  greeting: { says: string; answer: string };
}

const PROMPT = "En un lugar";
const SENTENCE = "Portanto, é preciso que o governo tome [MASK] para resolver o problema.";
const LOGITS = 16;
const MODELS = ["gpt2-es-tiny", "gpt2-es-tiny-draft", "gpt2-es-tiny-chat"];

/** Writes the goldens of all models, which must be finished. */
export async function makeGoldens(workshop: Workshop): Promise<void> {
  const goldens: EmbeddedGoldens = {
    masked: {},
    models: {},
    sample: "",
    greeting: { says: "¡Buenos días!", answer: "" },
  };
  goldens.masked["distilbert-pt-tiny"] = await maskedGolden(finishedFolder(workshop, "distilbert-pt-tiny"));
  for (const name of MODELS) {
    const folder = finishedFolder(workshop, name);
    const tokenizer = await openTokenizer(folder);
    const model = await AutoModelForCausalLM.fromPretrained(folder);
    const ids = tokenizer.encode(PROMPT, { addSpecialTokens: false }).input_ids.map(Number);
    const { logits } = await model.forward({ input_ids: [ids] }, { logits: "last" });
    const greedy = await continueText(model, ids, { tokens: 24, temperature: 0 });
    goldens.models[name] = { prompt: PROMPT, ids, logits: [...logits.data.subarray(0, LOGITS)], greedy };
    if (name === "gpt2-es-tiny") {
      goldens.sample = await writeAfter(model, tokenizer, PROMPT, { tokens: 220, temperature: 0.7, seed: 5 });
    }
    if (name === "gpt2-es-tiny-chat") {
      const { text } = await answerTo(model, tokenizer, [{ role: "user", content: goldens.greeting.says }]);
      goldens.greeting.answer = text;
    }
    await model.close();
  }
  const path = join(findProjectRoot(__dirname), "test", "fixtures", "embedded", "goldens.json");
  await writeFileAtomic(path, `${JSON.stringify(goldens, undefined, 2)}\n`);
  workshop.log(`wrote ${path}`);
  await makeZeroShotGoldens(workshop);
}

async function maskedGolden(folder: string): Promise<MaskedGolden> {
  const tokenizer = await openTokenizer(folder);
  const model = await AutoModelForMaskedLM.fromPretrained(folder);
  const ids = tokenizer.encode(SENTENCE).input_ids.map(Number);
  const { logits } = await model.forward({ input_ids: [ids] });
  const begin = ids.indexOf(SPECIAL_IDS.mask) * (logits.dims[2] ?? 0);
  const golden = {
    sentence: SENTENCE,
    ids,
    logits: [...logits.data.subarray(begin, begin + LOGITS)],
    guesses: await guesses(model, tokenizer, SENTENCE),
  };
  await model.close();
  return golden;
}

function finishedFolder(workshop: Workshop, name: string): string {
  if (!isFinished(workshop, name)) throw new Error(`${name} is not finished: \`npm run make:models\` makes it.`);
  return modelFolder(workshop, name);
}
