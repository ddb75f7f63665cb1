/** @file How zero-shot-pt-tiny is trained: on whether a hypothesis follows from a text. */
import type { Feeds } from "../../src/graph/training/training-session";
import { DISTILBERT } from "../../src/models/encoders/distilbert";
import type { PreTrainedTokenizerFast } from "../../src/tokenizers/pre-trained-tokenizer-fast";
import { encoderFeeds } from "./masked-batches";
import { batchRandom, type Parameters, type Recipe } from "./training-run";
import { HEADS, LAYERS, WIDTH } from "./zero-shot/matching-attention";
import {
  drawEssayPair,
  drawLabelPair,
  drawTextPair,
  drawWordPair,
  type Pair,
  type ThemedEssay,
} from "./zero-shot/pairs";

const SEED = 1889;

/** How many tokens the model reads at once. */
export const ZERO_SHOT_CONTEXT = 512;

/** The steps of the training. */
export const ZERO_SHOT_STEPS = 500;

/** How many pairs of each kind a batch has. One batch in eight has whole essays instead. */
const ROWS = { label: 10, text: 5, essay: 5, word: 4, whole: 4 } as const;

/** What pairs are drawn from, besides the topics' grammar. */
export interface PairSources {
  essays: readonly ThemedEssay[];
  /** Texts on anything. */
  texts: readonly string[];
}

/** config.json. */
export function zeroShotConfig(vocabulary: number): Readonly<Record<string, unknown>> {
  return {
    model_type: "distilbert",
    vocab_size: vocabulary,
    max_position_embeddings: ZERO_SHOT_CONTEXT,
    sinusoidal_pos_embds: false,
    dim: WIDTH,
    n_layers: LAYERS,
    n_heads: HEADS,
    hidden_dim: 2 * WIDTH,
    activation: "gelu",
    dropout: 0,
    attention_dropout: 0,
    qa_dropout: 0,
    seq_classif_dropout: 0,
    initializer_range: 0.02,
    tie_word_embeddings: true,
    pad_token_id: 0,
    id2label: { 0: "not_entailment", 1: "entailment" },
    label2id: { not_entailment: 0, entailment: 1 },
    problem_type: "single_label_classification",
  };
}

/** The training, from values that it begins with. */
export function zeroShotRecipe(
  tokenizer: PreTrainedTokenizerFast,
  { essays, texts }: PairSources,
  initial: Parameters,
): Recipe {
  return {
    name: "zero-shot-pt-tiny",
    architecture: DISTILBERT,
    config: zeroShotConfig(tokenizer.vocabSize),
    head: "sequence-classification",
    seed: SEED,
    steps: ZERO_SHOT_STEPS,
    learningRate: 1e-3,
    initial,
    batch: (step) => pairFeeds(tokenizer, drawPairs(step, { essays, texts })),
  };
}

/** The pairs of a step. */
export function drawPairs(step: number, { essays, texts }: PairSources): Pair[] {
  const random = batchRandom(SEED, step);
  const { label, text, essay, word, whole } = ROWS;
  if (step % 8 === 7) return Array.from({ length: whole }, () => drawEssayPair(random, essays, true));
  return [
    ...Array.from({ length: label }, () => drawLabelPair(random)),
    ...Array.from({ length: text }, () => drawTextPair(random)),
    ...Array.from({ length: essay }, () => drawEssayPair(random, essays, false)),
    ...Array.from({ length: word }, () => drawWordPair(random, texts)),
  ];
}

function pairFeeds(tokenizer: PreTrainedTokenizerFast, pairs: readonly Pair[]): Feeds {
  const { input_ids } = tokenizer.encode(
    pairs.map(({ premise }) => premise),
    { textPair: pairs.map(({ hypothesis }) => hypothesis), truncation: "only_first" },
  );
  const labels = BigInt64Array.from(pairs, ({ entailed }) => BigInt(entailed));
  return {
    ...encoderFeeds(input_ids.map((row) => row.map(Number))),
    labels: { type: "int64", dims: [pairs.length], data: labels },
  };
}
