/** @file Makes distilbert-pt-tiny. */
import { join } from "node:path";
import { DISTILBERT } from "../../src/models/encoders/distilbert";
import type { PreTrainedTokenizerFast } from "../../src/tokenizers/pre-trained-tokenizer-fast";
import { PORTUGUESE_CONFIG, PORTUGUESE_PHASES, portugueseRecipe } from "./portuguese-recipe";
import { type PortugueseTexts, readPortuguese } from "./portuguese-texts";
import { makePortugueseTokenizer } from "./portuguese-tokenizer";
import { openTokenizer } from "./spanish-tokenizer";
import { type Parameters, trainModel } from "./training-run";
import { modelFolder, type Workshop } from "./workshop";
import { writeModel } from "./write-model";

/** How many of the grammar's essays the vocabulary is learnt from: about as much text as there is of real essays. */
const VOCABULARY_ESSAYS = 2400;

/** Makes the tokenizer and the model. */
export async function makePortuguese(workshop: Workshop): Promise<void> {
  const texts = readPortuguese(workshop.data);
  const folder = join(workshop.work, "portuguese-tokenizer");
  await makePortugueseTokenizer(folder, vocabularyTexts(texts));
  const tokenizer = await openTokenizer(folder);
  const ids = {
    grammar: idsOf(tokenizer, texts.grammar),
    uol: idsOf(tokenizer, texts.uol),
    bosque: idsOf(tokenizer, texts.bosque),
  };
  let parameters: Parameters | undefined;
  for (const phase of PORTUGUESE_PHASES) {
    parameters = await trainModel(portugueseRecipe(ids, phase, parameters), workshop);
  }
  await writeModel(modelFolder(workshop, "distilbert-pt-tiny"), {
    architecture: DISTILBERT,
    head: "masked-lm",
    config: PORTUGUESE_CONFIG,
    parameters: parameters ?? new Map(),
    tokenizer: folder,
  });
}

function vocabularyTexts({ grammar, uol, bosque }: PortugueseTexts): string[] {
  return [...grammar.slice(0, VOCABULARY_ESSAYS), ...uol, ...bosque];
}

/** The ids of each text, without special tokens. */
export function idsOf(tokenizer: PreTrainedTokenizerFast, texts: readonly string[]): Uint16Array[] {
  return texts.map((text) => {
    const { input_ids } = tokenizer.encode(text, { addSpecialTokens: false, truncation: false });
    return Uint16Array.from(input_ids, Number);
  });
}
