/** @file What the bench of training measures: models by their configurations, batches by their shape, what is trained. */

/** One measurement. Both sides get it as JSON. */
export interface TrainingCase {
  name: string;
  /** config.json of the model, which begins from random weights. */
  config: Readonly<Record<string, unknown>>;
  head: "sequence-classification" | "causal-lm";
  batch: number;
  sequence: number;
  /** A regular expression that finds in a parameter's name that it is trained. */
  trained: string;
  warmUp: number;
  steps: number;
  /** The greatest share of PyTorch's time, of PyTorch's memory and of tfjs-node's time that we aim for. */
  aims: { time: number; memory: number; tensorflow: number };
}

const AIMS = { time: 1, memory: 0.6, tensorflow: 0.8 };

/** DistilBERT at its full size, with eleven classes and no dropout. */
export const DISTILBERT = {
  model_type: "distilbert",
  vocab_size: 30522,
  dim: 768,
  n_heads: 12,
  n_layers: 6,
  hidden_dim: 3072,
  max_position_embeddings: 512,
  dropout: 0,
  attention_dropout: 0,
  seq_classif_dropout: 0,
  num_labels: 11,
  id2label: Object.fromEntries(Array.from({ length: 11 }, (_, id) => [id, `LABEL_${id}`])),
};

/** An encoder of two small layers. */
export const TINY_ENCODER = {
  ...DISTILBERT,
  vocab_size: 2000,
  dim: 128,
  n_heads: 4,
  n_layers: 2,
  hidden_dim: 512,
  max_position_embeddings: 64,
};

const TINY_GPT2 = {
  model_type: "gpt2",
  vocab_size: 2000,
  n_embd: 128,
  n_head: 4,
  n_layer: 2,
  n_positions: 64,
  embd_pdrop: 0,
  attn_pdrop: 0,
  resid_pdrop: 0,
};

const CLASSIFIER = { head: "sequence-classification", trained: ".", aims: AIMS } as const;

/** Every measurement, the small ones first. */
export const TRAINING_CASES: readonly TrainingCase[] = [
  { ...CLASSIFIER, name: "tiny encoder 8x64", config: TINY_ENCODER, batch: 8, sequence: 64, warmUp: 5, steps: 40 },
  {
    ...CLASSIFIER,
    name: "tiny GPT-2 8x64",
    config: TINY_GPT2,
    head: "causal-lm",
    batch: 8,
    sequence: 64,
    warmUp: 5,
    steps: 40,
  },
  { ...CLASSIFIER, name: "DistilBERT 8x128", config: DISTILBERT, batch: 8, sequence: 128, warmUp: 2, steps: 6 },
  { ...CLASSIFIER, name: "DistilBERT 4x512", config: DISTILBERT, batch: 4, sequence: 512, warmUp: 1, steps: 3 },
  {
    ...CLASSIFIER,
    name: "DistilBERT 8x128, embeddings and three layers frozen",
    config: DISTILBERT,
    batch: 8,
    sequence: 128,
    trained: "layer\\.[345]\\.|classifier",
    warmUp: 1,
    steps: 5,
  },
  {
    ...CLASSIFIER,
    name: "DistilBERT 8x128, head only",
    config: DISTILBERT,
    batch: 8,
    sequence: 128,
    trained: "classifier",
    warmUp: 1,
    steps: 5,
  },
  {
    ...CLASSIFIER,
    name: "DistilBERT 8x128, biases and head only",
    config: DISTILBERT,
    batch: 8,
    sequence: 128,
    trained: "bias|classifier",
    warmUp: 1,
    steps: 5,
  },
];
