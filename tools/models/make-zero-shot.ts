/** @file Makes zero-shot-pt-tiny. */
import { join } from "node:path";
import { writeFileAtomic } from "../../src/core/atomic-write";
import { DISTILBERT } from "../../src/models/encoders/distilbert";
import type { PreTrainedTokenizerFast } from "../../src/tokenizers/pre-trained-tokenizer-fast";
import { saveTokenizerFile } from "../../src/tokenizers/training/save-tokenizer-file";
import { trainFromTexts } from "../../src/tokenizers/training/train-from-texts";
import { idsOf } from "./make-portuguese";
import { SPECIAL_IDS } from "./portuguese-tokenizer";
import { openTokenizer } from "./spanish-tokenizer";
import { type Parameters, trainModel } from "./training-run";
import { modelFolder, type Workshop } from "./workshop";
import { writeModel } from "./write-model";
import { HYPOTHESES, hypothesisOf } from "./zero-shot/hypotheses";
import { latentSemantics } from "./zero-shot/latent-semantics";
import { MEANING, matchingAttention } from "./zero-shot/matching-attention";
import { readEssays, readUnlabelled, type UnlabelledTexts } from "./zero-shot/unlabelled";
import { ZERO_SHOT_CONTEXT, ZERO_SHOT_PHASES, zeroShotConfig, zeroShotRecipe } from "./zero-shot-recipe";

/** How many tokens the vocabulary has: words that texts are about should be whole. */
const VOCABULARY = 8192;
const SEED = 1890;
/** How often an essay counts beside a text of four sentences: themes are fewer than topics, and their texts are long. */
const ESSAY_WEIGHT = 3;
/** How often the vocabulary's training reads each hypothesis, so that its words are whole. */
const HYPOTHESIS_WEIGHT = 30;

/** Makes the tokenizer and the model. */
export async function makeZeroShot(workshop: Workshop): Promise<void> {
  const { training } = readEssays();
  const texts = readUnlabelled(workshop.data, training);
  const folder = join(workshop.work, "zero-shot-tokenizer");
  await makeTokenizer(folder, texts);
  const tokenizer = await openTokenizer(folder);
  const sources = { essays: training, texts: [...texts.uol, ...texts.topics] };
  let parameters = beginning(tokenizer, texts);
  for (const phase of ZERO_SHOT_PHASES.keys()) {
    parameters = await trainModel(zeroShotRecipe(tokenizer, sources, parameters, phase), workshop);
  }
  await writeModel(modelFolder(workshop, "zero-shot-pt-tiny"), {
    architecture: DISTILBERT,
    head: "sequence-classification",
    config: zeroShotConfig(tokenizer.vocabSize),
    parameters,
    tokenizer: folder,
  });
}

async function makeTokenizer(folder: string, { topics, essays, uol, bosque }: UnlabelledTexts): Promise<void> {
  const hypotheses = HYPOTHESES.flatMap((text) => new Array<string>(HYPOTHESIS_WEIGHT).fill(text));
  const { file, config } = trainFromTexts([...topics, ...essays, ...uol, ...bosque, ...hypotheses], {
    model: "wordpiece",
    vocabSize: VOCABULARY,
    limitAlphabet: 120,
    modelMaxLength: ZERO_SHOT_CONTEXT,
    // Python gives a BertTokenizer token types, of which a DistilBERT knows nothing.
    tokenizerClass: "DistilBertTokenizer",
  });
  await saveTokenizerFile(folder, file, config);
  await writeFileAtomic(join(folder, "tokenizer.json"), `${JSON.stringify(file)}\n`);
}

/** Embeddings that hold latent semantics, and attention that compares them. */
function beginning(tokenizer: PreTrainedTokenizerFast, { topics, essays, uol, bosque }: UnlabelledTexts): Parameters {
  const vocabulary = tokenizer.vocabSize;
  const essayIds = idsOf(tokenizer, essays);
  const meanings = latentSemantics(
    [
      ...idsOf(tokenizer, topics),
      ...Array.from({ length: ESSAY_WEIGHT }, () => essayIds).flat(),
      ...idsOf(tokenizer, uol),
      ...idsOf(tokenizer, bosque),
    ],
    { vocabulary, size: MEANING, seed: SEED, rounds: 6, skipped: 1 },
  );
  // The words around a label say nothing of what a text is about.
  for (const id of new Set(
    idsOf(
      tokenizer,
      HYPOTHESES.map((template) => hypothesisOf(template, "")),
    ).flatMap((ids) => [...ids]),
  )) {
    meanings.fill(0, id * MEANING, (id + 1) * MEANING);
  }
  const { first, separator } = SPECIAL_IDS;
  return matchingAttention({ vocabulary, positions: ZERO_SHOT_CONTEXT, first, separator, meanings, seed: SEED });
}
