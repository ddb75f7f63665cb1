/** @file How distilbert-pt-tiny is trained: short windows first, then long ones. */
import { DISTILBERT } from "../../src/models/encoders/distilbert";
import { drawWindow, type MaskingRules, maskedFeeds } from "./masked-batches";
import { neighbourAttention } from "./neighbour-attention";
import { PORTUGUESE_CONTEXT, PORTUGUESE_VOCABULARY, SPECIAL_IDS } from "./portuguese-tokenizer";
import { batchRandom, type Parameters, type Recipe } from "./training-run";

const SEED = 1822;
const DEVIATION = 0.06;
const SIZES = { dim: 128, n_layers: 4, n_heads: 4, hidden_dim: 512 };

/** Which tokens the heads of the first two layers look at in the beginning. */
const OFFSETS = [
  [-1, 1, -2, 2],
  [-1, 1, -3, 3],
];

/** The share of windows that each kind of text has. */
const SHARES = { grammar: 0.6, uol: 0.35 } as const;

/** The texts to learn from, as ids. */
export interface PortugueseIds {
  grammar: readonly Uint16Array[];
  uol: readonly Uint16Array[];
  bosque: readonly Uint16Array[];
}

/** config.json. Dropout is for those who train it further; its own training has too much text to need any. */
export const PORTUGUESE_CONFIG: Readonly<Record<string, unknown>> = {
  model_type: "distilbert",
  vocab_size: PORTUGUESE_VOCABULARY,
  max_position_embeddings: PORTUGUESE_CONTEXT,
  sinusoidal_pos_embds: false,
  ...SIZES,
  activation: "gelu",
  dropout: 0.1,
  attention_dropout: 0.1,
  qa_dropout: 0.1,
  seq_classif_dropout: 0.1,
  initializer_range: DEVIATION,
  tie_word_embeddings: true,
  pad_token_id: SPECIAL_IDS.padding,
};

/** One of the trainings that the model goes through. */
interface Phase extends MaskingRules {
  name: string;
  steps: number;
  learningRate: number;
  rows: number;
  length: number;
}

/** The trainings, one after another. */
export const PORTUGUESE_PHASES: readonly Phase[] = [
  {
    name: "distilbert-pt-tiny.short",
    steps: 4000,
    learningRate: 1.2e-3,
    rows: 16,
    length: 64,
    share: 0.3,
    hidden: "mask",
  },
  {
    name: "distilbert-pt-tiny.long",
    steps: 400,
    learningRate: 4e-4,
    rows: 6,
    length: 256,
    share: 0.2,
    hidden: "mixed",
  },
];

/** A training of the model. `earlier` is what the training before gave. */
export function portugueseRecipe(ids: PortugueseIds, phase: Phase, earlier?: Parameters): Recipe {
  const { name, steps, learningRate, rows, length } = phase;
  return {
    name,
    architecture: DISTILBERT,
    config: { ...PORTUGUESE_CONFIG, dropout: 0, attention_dropout: 0 },
    head: "masked-lm",
    seed: SEED + PORTUGUESE_PHASES.indexOf(phase),
    steps,
    learningRate,
    initial: earlier ?? beginning(),
    // Windows are shorter than what the model can read: positions that are never trained must stay like those that are.
    isFrozen: (parameter) => parameter.endsWith("position_embeddings.weight"),
    batch: (step) => {
      const random = batchRandom(SEED + PORTUGUESE_PHASES.indexOf(phase), step);
      const windows = Array.from({ length: rows }, () => drawWindow(kindOf(ids, random.random()), length, random));
      return maskedFeeds(windows, phase, random);
    },
  };
}

function kindOf({ grammar, uol, bosque }: PortugueseIds, draw: number): readonly Uint16Array[] {
  if (draw < SHARES.grammar) return grammar;
  return draw < SHARES.grammar + SHARES.uol ? uol : bosque;
}

function beginning(): Parameters {
  return neighbourAttention({
    vocabulary: PORTUGUESE_VOCABULARY,
    positions: PORTUGUESE_CONTEXT,
    width: SIZES.dim,
    heads: SIZES.n_heads,
    offsets: OFFSETS,
    deviation: DEVIATION,
    seed: SEED,
  });
}
