/** @file What the finished models compute for a few prompts, for the tests that load them: test/fixtures/embedded. */
import { join } from "node:path";
import { writeFileAtomic } from "../../src/core/atomic-write";
import { findProjectRoot } from "../../src/core/project-root";
import { AutoModelForCausalLM } from "../../src/models/auto/auto-model";
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

/** The content of goldens.json. */
export interface EmbeddedGoldens {
  models: Record<string, EmbeddedGolden>;
  /** A text that gpt2-es-tiny wrote, on which the draft is compared with it. */
  sample: string;
  /** What the chat model answers to a greeting. */
  greeting: { says: string; answer: string };
}

const PROMPT = "En un lugar";
const LOGITS = 16;
const MODELS = ["gpt2-es-tiny", "gpt2-es-tiny-draft", "gpt2-es-tiny-chat"];

/** Writes the goldens of all models, which must be finished. */
export async function makeGoldens(workshop: Workshop): Promise<void> {
  const goldens: EmbeddedGoldens = { models: {}, sample: "", greeting: { says: "¡Buenos días!", answer: "" } };
  for (const name of MODELS) {
    if (!isFinished(workshop, name)) throw new Error(`${name} is not finished: \`npm run make:models\` makes it.`);
    const folder = modelFolder(workshop, name);
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
