/** @file Makes gpt2-es-tiny, its draft and its sibling for conversations. */
import { join } from "node:path";
import { AutoModelForCausalLM } from "../../src/generation/auto-model-for-causal-lm";
import { GPT2 } from "../../src/models/decoders/gpt2";
import { chatConfig, chatRecipe } from "./chat-recipe";
import { CHAT_TEMPLATE } from "./chat-template";
import { readQuijote } from "./corpora";
import { CONTEXT, readStream } from "./spanish-evaluation";
import {
  DRAFT_CONFIG,
  draftRecipe,
  SPANISH_CONFIG,
  SPANISH_PHASES,
  secondDraftRecipe,
  spanishRecipe,
} from "./spanish-recipes";
import { CHAT_TOKENS, END_OF_TEXT, makeSpanishTokenizer, openTokenizer, tokenStream } from "./spanish-tokenizer";
import { type Parameters, trainModel } from "./training-run";
import { finishedParameters, modelFolder, type Workshop } from "./workshop";
import { writeModel } from "./write-model";

/** The steps of each training. */
export const SPANISH_STEPS = { draft: 1200, secondDraft: 2000, chat: 200 } as const;

/** How much of the text the big model reads for the draft's two trainings. */
const TAUGHT_TOKENS = { first: 200_000, second: 400_000 } as const;

/** Makes the big model. */
export async function makeSpanish(workshop: Workshop): Promise<void> {
  const { training } = readQuijote(workshop.data);
  const tokenizer = join(workshop.work, "spanish-tokenizer");
  let parameters: Parameters | undefined;
  for (const [index, { vocabulary }] of SPANISH_PHASES.entries()) {
    await makeSpanishTokenizer(tokenizer, training, vocabulary);
    const stream = tokenStream(await openTokenizer(tokenizer), training);
    parameters = await trainModel(spanishRecipe(stream, index, parameters), workshop);
  }
  await writeModel(modelFolder(workshop, "gpt2-es-tiny"), {
    architecture: GPT2,
    head: "causal-lm",
    config: SPANISH_CONFIG,
    parameters: parameters ?? new Map(),
    tokenizer,
  });
}

/** Makes the draft, which needs the big model. */
export async function makeDraft(workshop: Workshop): Promise<void> {
  const big = modelFolder(workshop, "gpt2-es-tiny");
  const stream = tokenStream(await openTokenizer(big), readQuijote(workshop.data).training);
  const model = await AutoModelForCausalLM.fromPretrained(big);
  const { greedy } = await readStream(model, stream.subarray(0, TAUGHT_TOKENS.second));
  await model.close();
  const taught = greedy.subarray(0, TAUGHT_TOKENS.first - CONTEXT);
  const first = await trainModel(draftRecipe(stream, taught, CONTEXT, SPANISH_STEPS.draft), workshop);
  const { secondDraft } = SPANISH_STEPS;
  const parameters = await trainModel(secondDraftRecipe(stream, greedy, CONTEXT, secondDraft, first), workshop);
  await writeModel(modelFolder(workshop, "gpt2-es-tiny-draft"), {
    architecture: GPT2,
    head: "causal-lm",
    config: DRAFT_CONFIG,
    parameters,
    tokenizer: big,
  });
}

/** Makes the chat model, which begins where the big one ended. */
export async function makeChat(workshop: Workshop): Promise<void> {
  const big = modelFolder(workshop, "gpt2-es-tiny");
  const tokenizer = await openTokenizer(big);
  const base = await finishedParameters(workshop, "gpt2-es-tiny");
  const parameters = await trainModel(chatRecipe(tokenizer, base, SPANISH_STEPS.chat), workshop);
  const folder = modelFolder(workshop, "gpt2-es-tiny-chat");
  const config = chatConfig(tokenizer);
  await writeModel(folder, { architecture: GPT2, head: "causal-lm", config, parameters, tokenizer: big });
  tokenizer.eosToken = CHAT_TOKENS.end;
  tokenizer.padToken = END_OF_TEXT;
  tokenizer.chatTemplate = CHAT_TEMPLATE;
  await tokenizer.savePretrained(folder);
}
