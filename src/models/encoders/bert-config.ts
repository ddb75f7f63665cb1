/** @file The configuration that BERT and RoBERTa share. */
import type { ProblemType } from "../architecture";
import { ConfigReader } from "../config-reader";
import { readProblemType } from "../heads/sequence-classification";
import { type ActivationName, readActivation } from "../layers/activation";

/** The keys of config.json that a graph of BERT or RoBERTa depends on. */
export interface BertConfig {
  vocab_size: number;
  hidden_size: number;
  num_hidden_layers: number;
  num_attention_heads: number;
  intermediate_size: number;
  hidden_act: ActivationName;
  hidden_dropout_prob: number;
  attention_probs_dropout_prob: number;
  max_position_embeddings: number;
  type_vocab_size: number;
  initializer_range: number;
  layer_norm_eps: number;
  /** Undefined where the file says null: then no row of the embeddings is apart. */
  pad_token_id?: number;
  /** Undefined where `hidden_dropout_prob` holds for the classifier too. */
  classifier_dropout?: number;
  tie_word_embeddings: boolean;
  num_labels: number;
  problem_type: ProblemType;
}

/** What differs in the defaults of the two. */
export interface BertDefaults {
  vocab_size: number;
  pad_token_id: number;
}

/** The configuration with its defaults, checked. */
export function readBertConfig(
  modelType: string,
  raw: Readonly<Record<string, unknown>>,
  defaults: BertDefaults,
): BertConfig {
  const read = new ConfigReader(modelType, raw);
  read.only(
    "position_embedding_type",
    "absolute",
    "Relative positions are not built here: choose a model with absolute ones.",
  );
  read.only("is_decoder", false, "Use an encoder, or a decoder such as gpt2 or llama for generating text.");
  read.only("add_cross_attention", false, "Encoder-decoder models are not built here.");
  const num_attention_heads = read.size("num_attention_heads", 12);
  const vocab_size = read.size("vocab_size", defaults.vocab_size);
  const hidden_dropout_prob = read.rate("hidden_dropout_prob", 0.1);
  const num_labels = read.labels();
  const hasOwnRate = typeof (raw.classifier_dropout ?? undefined) !== "undefined";
  return {
    vocab_size,
    hidden_size: read.multiple("hidden_size", 768, "num_attention_heads", num_attention_heads),
    num_hidden_layers: read.size("num_hidden_layers", 12),
    num_attention_heads,
    intermediate_size: read.size("intermediate_size", 3072),
    hidden_act: readActivation(read, "hidden_act", "gelu"),
    hidden_dropout_prob,
    attention_probs_dropout_prob: read.rate("attention_probs_dropout_prob", 0.1),
    max_position_embeddings: read.size("max_position_embeddings", 512),
    type_vocab_size: read.size("type_vocab_size", 2),
    initializer_range: read.positive("initializer_range", 0.02),
    layer_norm_eps: read.positive("layer_norm_eps", 1e-12),
    ...(raw.pad_token_id === null ? {} : { pad_token_id: read.id("pad_token_id", defaults.pad_token_id, vocab_size) }),
    ...(hasOwnRate ? { classifier_dropout: read.rate("classifier_dropout", hidden_dropout_prob) } : {}),
    tie_word_embeddings: read.flag("tie_word_embeddings", true),
    num_labels,
    problem_type: readProblemType(read, num_labels),
  };
}
