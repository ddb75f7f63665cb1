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
  drawUnansweredPair,
  drawWordPair,
  type Pair,
  type ThemedEssay,
} from "./zero-shot/pairs";

const SEED = 1889;

/** How many tokens the model reads at once. */
export const ZERO_SHOT_CONTEXT = 512;

/** The trainings, one after another: mostly short texts first, then mostly whole essays. */
export const ZERO_SHOT_PHASES = [
  { name: "zero-shot-pt-tiny", steps: 300, learningRate: 1e-3 },
  { name: "zero-shot-pt-tiny.essays", steps: 120, learningRate: 4e-4 },
] as const;

/** How many pairs of each kind a batch of the first training has. One batch in eight has whole essays instead. */
const ROWS = { label: 10, text: 5, essay: 5, word: 4, whole: 4 } as const;
/** How many questions without answer a batch of the second training has besides, on short texts and on essays. */
const UNANSWERED = { short: 3, whole: 1 } as const;

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

/** One of the trainings, from values that it begins with. */
export function zeroShotRecipe(
  tokenizer: PreTrainedTokenizerFast,
  sources: PairSources,
  initial: Parameters,
  phase: number,
): Recipe {
  const chosen = ZERO_SHOT_PHASES[phase];
  if (chosen === undefined) throw new RangeError(`There is no training ${phase} of zero-shot-pt-tiny.`);
  return {
    ...chosen,
    architecture: DISTILBERT,
    config: zeroShotConfig(tokenizer.vocabSize),
    head: "sequence-classification",
    seed: SEED,
    initial,
    batch: (step) => pairFeeds(tokenizer, phase === 0 ? drawPairs(step, sources) : drawLongPairs(step, sources)),
  };
}

/** The pairs of a step of the first training. */
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

/** The pairs of a step of the second training: whole essays, and in one step of three those of the first. */
export function drawLongPairs(step: number, sources: PairSources): Pair[] {
  const { essays, texts } = sources;
  const random = batchRandom(SEED + 1, step);
  const unanswered = (count: number, from: readonly string[]): Pair[] =>
    Array.from({ length: count }, () => drawUnansweredPair(random, from));
  if (step % 3 === 2) {
    // A multiple of eight: those steps of the first training have short texts.
    const short = drawPairs(8 * (ZERO_SHOT_PHASES[0].steps + step), sources);
    return [...short, ...unanswered(UNANSWERED.short, texts)];
  }
  return [
    ...Array.from({ length: ROWS.whole }, () => drawEssayPair(random, essays, true)),
    ...unanswered(
      UNANSWERED.whole,
      essays.map(({ text }) => text),
    ),
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
