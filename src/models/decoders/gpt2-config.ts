/** @file GPT-2's configuration, with Hugging Face's defaults. */
import type { ProblemType } from "../architecture";
import type { ConfigReader } from "../config-reader";
import { readProblemType } from "../heads/sequence-classification";
import { type ActivationName, readActivation } from "../layers/activation";

/** What GPT-2 reads of its config.json. Python: `transformers.GPT2Config`. */
export interface GPT2Config {
  readonly vocab_size: number;
  /** The longest text. */
  readonly n_positions: number;
  readonly n_embd: number;
  readonly n_layer: number;
  readonly n_head: number;
  readonly n_inner: number;
  readonly activation_function: ActivationName;
  readonly resid_pdrop: number;
  readonly embd_pdrop: number;
  readonly attn_pdrop: number;
  /** Of the token classifier. */
  readonly classifier_dropout: number;
  readonly layer_norm_epsilon: number;
  readonly initializer_range: number;
  readonly scale_attn_weights: boolean;
  readonly scale_attn_by_inverse_layer_idx: boolean;
  readonly tie_word_embeddings: boolean;
  readonly pad_token_id: number | undefined;
  readonly num_labels: number;
  readonly problem_type: ProblemType;
}

/** Reads and checks a configuration of GPT-2. */
export function readGPT2Config(read: ConfigReader): GPT2Config {
  read.only("add_cross_attention", false, "An encoder-decoder of GPT-2 is not built here.");
  const heads = read.size("n_head", 12);
  const width = read.multiple("n_embd", 768, "n_head", heads);
  const vocabulary = read.size("vocab_size", 50257);
  const labels = read.labels();
  return {
    vocab_size: vocabulary,
    n_positions: read.size("n_positions", 1024),
    n_embd: width,
    n_layer: read.size("n_layer", 12),
    n_head: heads,
    n_inner: read.size("n_inner", 4 * width),
    activation_function: readActivation(read, "activation_function", "gelu_new"),
    resid_pdrop: read.rate("resid_pdrop", 0.1),
    embd_pdrop: read.rate("embd_pdrop", 0.1),
    attn_pdrop: read.rate("attn_pdrop", 0.1),
    classifier_dropout: read.rate("classifier_dropout", read.rate("hidden_dropout", 0.1)),
    layer_norm_epsilon: read.positive("layer_norm_epsilon", 1e-5),
    initializer_range: read.positive("initializer_range", 0.02),
    scale_attn_weights: read.flag("scale_attn_weights", true),
    scale_attn_by_inverse_layer_idx: read.flag("scale_attn_by_inverse_layer_idx", false),
    tie_word_embeddings: read.flag("tie_word_embeddings", true),
    pad_token_id: read.id("pad_token_id", undefined, vocabulary),
    num_labels: labels,
    problem_type: readProblemType(read, labels),
  };
}
