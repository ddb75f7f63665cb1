/** @file What every architecture says of itself: its configuration, its graph, its weights' first values and names. */
import type { Generator } from "../core/random";
import type { Graph } from "../graph/graph";
import type { LinearAdapter } from "./layers/linear";

/** What a network is for: the layers on top of the body. */
export type Head =
  | "base"
  | "sequence-classification"
  | "token-classification"
  | "question-answering"
  | "masked-lm"
  | "causal-lm";

/** Which loss a sequence classifier is trained with. The names are those of `problem_type` in config.json. */
export type ProblemType = "single_label_classification" | "multi_label_classification" | "regression";

/** How the loss is computed from `labels`. */
export interface LossOptions {
  /** By default from the configuration: `problem_type`, else regression for one label and single-label for more. */
  problemType?: ProblemType;
  /**
   * How much of each label's probability is spread over all classes.
   * @default 0
   */
  labelSmoothing?: number;
  /**
   * `"input"` adds an input `class_weights`, float32 `[num_labels]`.
   * @default "none"
   */
  classWeights?: "none" | "input";
  /**
   * What the sum of the labelled places' losses is divided by: their number in this batch (the mean), or an input
   * `loss_divisor`, a float32 scalar, for sums over several batches.
   * @default "count"
   */
  divisor?: "count" | "input";
  /** Into how many pieces a large vocabulary's logits are cut while training. By default by the vocabulary's size. */
  chunks?: number;
}

/** Which graph of an architecture is wanted. */
export interface ForwardOptions {
  head: Head;
  /**
   * Dropout stands in training graphs only.
   * @default "inference"
   */
  mode?: "inference" | "training";
  /**
   * `"labels"` adds the inputs that the loss needs and an output `loss`, a float32 scalar.
   * @default "none"
   */
  loss?: "none" | "labels";
  lossOptions?: LossOptions;
  /**
   * `"all"` adds the outputs `hidden_states.0`, `hidden_states.1`, …: the embeddings and what each layer gives, each
   * `[batch, sequence, hidden]`.
   * @default "none"
   */
  hiddenStates?: "none" | "all";
  /**
   * Of a decoder: logits for every position, `[batch, sequence, vocab]`, or for the last one, `[batch, 1, vocab]`.
   * `"none"` leaves them out, where a loss alone is wanted; `"chosen"` adds an input `logit_positions`, int64 `[chosen]`,
   * of the columns whose logits are wanted, `[batch, chosen, vocab]`.
   * @default "all"
   */
  logits?: "all" | "last" | "none" | "chosen";
  /**
   * Of a decoder: `"past"` adds the inputs `past_key_values.N.key` and `.value` `[batch, kv_heads, past_sequence, head_dim]`
   * and the outputs `present.N.key` and `.value` `[batch, kv_heads, past_sequence+sequence, head_dim]`.
   * @default "none"
   */
  cache?: "none" | "past";
  /** What every linear layer's output is replaced by: adapters. Layers over a vocabulary are not asked. */
  linearAdapter?: LinearAdapter;
}

/**
 * The inputs and outputs that every graph names alike, as Hugging Face does:
 *
 * - inputs: `input_ids`, `attention_mask`, `token_type_ids`, `position_ids`, all int64 `[batch, sequence]` (the mask of a
 *   decoder with a cache is `[batch, past_sequence+sequence]`); `labels`, int64 `[batch]` or `[batch, sequence]`, or float32
 *   `[batch, num_labels]`; `start_positions` and `end_positions`, int64 `[batch]`.
 * - outputs: `last_hidden_state`, `pooler_output`, `logits`, `start_logits`, `end_logits`, `loss`, `hidden_states.N`,
 *   `present.N.key`, `present.N.value`.
 */
export interface Architecture {
  /** `model_type` in config.json: `"distilbert"`. */
  readonly modelType: string;
  /** What its class is called with this head, as `architectures` in config.json has it: `"DistilBertForMaskedLM"`. */
  readonly classNames: Readonly<Partial<Record<Head, string>>>;
  /** What the body's weights begin with in a checkpoint of a model with a head: `"distilbert."`. The base model leaves it out. */
  readonly prefix: string;
  /**
   * The configuration with every default filled in, checked.
   * @throws {ModelError} for values that no such model can have; it names the key, the value and the rule.
   */
  readConfig(raw: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>>;
  /** The forward graph, from a configuration that {@link readConfig} gave. Its parameters have PyTorch's names and layouts. */
  build(config: Readonly<Record<string, unknown>>, options: ForwardOptions): Graph;
  /** A parameter's value in a model that begins from nothing, by Hugging Face's rules for this architecture. */
  initialize(
    config: Readonly<Record<string, unknown>>,
    name: string,
    shape: readonly number[],
    random: Generator,
  ): Float32Array;
  /** Weights of checkpoints under another name: a tied decoder's own name, older spellings such as `gamma`. Checkpoint name to ours. */
  rename(config: Readonly<Record<string, unknown>>, name: string): string;
  /** Entries of a checkpoint that are no weights, such as `position_ids` buffers: they are passed over without a word. */
  isBuffer(name: string): boolean;
  /** Parameters that AdamW does not decay: biases and the scales of normalizations. */
  isDecayed(name: string): boolean;
  /** Checkpoint names that share a parameter: written to a file where Hugging Face writes them, or left out. Ours to theirs. */
  aliases(config: Readonly<Record<string, unknown>>, head: Head): Readonly<Record<string, string>>;
  /** The layer that a parameter belongs to, counted from the embeddings (0) upwards; undefined for heads. Freezing by depth reads it. */
  depth(config: Readonly<Record<string, unknown>>, name: string): number | undefined;
}
