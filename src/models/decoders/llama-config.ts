/** @file The configurations of Llama, Mistral and Qwen2, with Hugging Face's defaults. */
import type { ProblemType } from "../architecture";
import { ConfigReader } from "../config-reader";
import { readProblemType } from "../heads/sequence-classification";
import { type ActivationName, readActivation } from "../layers/activation";
import { readRotaryParameters } from "./rotary-config";
import type { RotaryParameters } from "./rotary-frequencies";

/** The models that are built as Llama is. */
export type LlamaType = "llama" | "mistral" | "qwen2";

/** How far a layer's attention reaches. */
export type LayerType = "full_attention" | "sliding_attention";

/** What such a model reads of its config.json. Python: `LlamaConfig`, `MistralConfig`, `Qwen2Config` of transformers. */
export interface LlamaConfig {
  readonly model_type: LlamaType;
  readonly vocab_size: number;
  readonly hidden_size: number;
  readonly intermediate_size: number;
  readonly num_hidden_layers: number;
  readonly num_attention_heads: number;
  /** How many heads of keys and values there are; each serves several heads of queries. */
  readonly num_key_value_heads: number;
  readonly head_dim: number;
  readonly hidden_act: ActivationName;
  readonly max_position_embeddings: number;
  readonly initializer_range: number;
  readonly rms_norm_eps: number;
  readonly rope_parameters: RotaryParameters;
  /** Biases on the projections of queries, keys and values. */
  readonly attention_bias: boolean;
  /** A bias on the projection of attention's result. */
  readonly attention_output_bias: boolean;
  readonly mlp_bias: boolean;
  readonly attention_dropout: number;
  /** Of the token classifier. */
  readonly classifier_dropout: number;
  readonly tie_word_embeddings: boolean;
  /** How many positions, itself included, a position sees in layers of sliding attention. */
  readonly sliding_window: number | undefined;
  readonly layer_types: readonly LayerType[];
  readonly pad_token_id: number | undefined;
  readonly num_labels: number;
  readonly problem_type: ProblemType;
}

interface Defaults {
  vocabulary: number;
  intermediate: number;
  /** Where the key is missing; null means as many as there are heads. */
  keyValueHeads: number | undefined;
  longest: number;
}

const DEFAULTS: Readonly<Record<LlamaType, Defaults>> = {
  llama: { vocabulary: 32000, intermediate: 11008, keyValueHeads: undefined, longest: 2048 },
  mistral: { vocabulary: 32000, intermediate: 14336, keyValueHeads: 8, longest: 4096 * 32 },
  qwen2: { vocabulary: 151936, intermediate: 22016, keyValueHeads: 32, longest: 32768 },
};

type Raw = Readonly<Record<string, unknown>>;

/** Reads and checks a configuration of Llama, Mistral or Qwen2. */
export function readLlamaConfig(type: LlamaType, raw: Raw): LlamaConfig {
  const read = new ConfigReader(type, raw);
  const defaults = DEFAULTS[type];
  const vocabulary = read.size("vocab_size", defaults.vocabulary);
  const layers = read.size("num_hidden_layers", 32);
  const longest = read.size("max_position_embeddings", defaults.longest);
  const window = slidingWindow(read, raw, type);
  const bias = type === "llama" && read.flag("attention_bias", false);
  const labels = read.labels();
  return {
    model_type: type,
    vocab_size: vocabulary,
    ...heads(read, raw, defaults),
    intermediate_size: read.size("intermediate_size", defaults.intermediate),
    num_hidden_layers: layers,
    hidden_act: readActivation(read, "hidden_act", "silu"),
    max_position_embeddings: longest,
    initializer_range: read.positive("initializer_range", 0.02),
    rms_norm_eps: read.positive("rms_norm_eps", 1e-6),
    rope_parameters: readRotaryParameters(read, raw, longest),
    attention_bias: type === "qwen2" || bias,
    attention_output_bias: bias,
    mlp_bias: type === "llama" && read.flag("mlp_bias", false),
    attention_dropout: read.rate("attention_dropout", 0),
    classifier_dropout: read.rate("classifier_dropout", read.rate("hidden_dropout", 0.1)),
    tie_word_embeddings: read.flag("tie_word_embeddings", false),
    sliding_window: window,
    layer_types: layerTypes(read, raw, { type, layers, window }),
    // The first Llama files say -1 for "none".
    pad_token_id: raw.pad_token_id === -1 ? undefined : read.id("pad_token_id", undefined, vocabulary),
    num_labels: labels,
    problem_type: readProblemType(read, labels),
  };
}

function heads(
  read: ConfigReader,
  raw: Raw,
  defaults: Defaults,
): Pick<LlamaConfig, "hidden_size" | "num_attention_heads" | "num_key_value_heads" | "head_dim"> {
  const count = read.size("num_attention_heads", 32);
  const shared = raw.num_key_value_heads === null ? count : (defaults.keyValueHeads ?? count);
  const groups = read.size("num_key_value_heads", shared);
  if (count % groups !== 0) {
    throw read.invalid("num_key_value_heads", groups, `must divide \`num_attention_heads\`, which is ${count}`);
  }
  const derived = raw.head_dim === undefined || raw.head_dim === null;
  const width = derived
    ? read.multiple("hidden_size", 4096, "num_attention_heads", count)
    : read.size("hidden_size", 4096);
  const size = read.size("head_dim", width / count);
  if (size % 2 !== 0) throw read.invalid("head_dim", size, "must be even, since dimensions are turned in pairs");
  return { hidden_size: width, num_attention_heads: count, num_key_value_heads: groups, head_dim: size };
}

function slidingWindow(read: ConfigReader, raw: Raw, type: LlamaType): number | undefined {
  if (type === "llama" || raw.sliding_window === null) return undefined;
  if (type === "qwen2" && !read.flag("use_sliding_window", false)) return undefined;
  return read.size("sliding_window", 4096);
}

function layerTypes(
  read: ConfigReader,
  raw: Raw,
  { type, layers, window }: { type: LlamaType; layers: number; window: number | undefined },
): readonly LayerType[] {
  const given = type === "qwen2" ? raw.layer_types : undefined;
  if (given === undefined || given === null) {
    // Of Qwen2 only the layers from this one up have a window.
    const first = type === "qwen2" ? (raw.max_window_layers === 0 ? 0 : read.size("max_window_layers", 28)) : 0;
    return Array.from({ length: layers }, (_, layer) =>
      window !== undefined && layer >= first ? "sliding_attention" : "full_attention",
    );
  }
  const known = (name: unknown): name is LayerType => name === "full_attention" || name === "sliding_attention";
  if (!Array.isArray(given) || given.length !== layers || !given.every(known)) {
    throw read.invalid(
      "layer_types",
      given,
      `must name full_attention or sliding_attention for each of the ${layers} layers`,
    );
  }
  if (window === undefined && given.includes("sliding_attention")) {
    throw read.invalid("layer_types", given, "needs `use_sliding_window` and `sliding_window`");
  }
  return given;
}
