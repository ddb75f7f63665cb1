/** @file Llama, Mistral and Qwen2: one graph by three configurations. */
import type { Graph, Value } from "../../graph/graph";
import type { Architecture, ForwardOptions } from "../architecture";
import { initialValues } from "../initial-values";
import { embed, embeddingTable } from "../layers/embedding";
import { modelGraph } from "../layers/linear";
import { bySequence } from "../layers/tokens";
import { finishDecoder } from "./decoder-heads";
import { decoderInputs } from "./decoder-inputs";
import { type LlamaConfig, type LlamaType, readLlamaConfig } from "./llama-config";
import { type LlamaBody, llamaLayer, llamaNormalization } from "./llama-layers";
import { rotationOf } from "./rotary-embedding";

const PREFIX = "model.";

/**
 * Llama (Touvron et al. 2023): rotary positions, grouped queries, gated feed-forward, no biases by default.
 *
 * Python: `LlamaForCausalLM` and its kin in `transformers.models.llama`.
 */
export const LLAMA: Architecture = architecture("llama", "Llama");

/**
 * Mistral (Jiang et al. 2023): Llama with a window over which attention slides.
 *
 * Python: `MistralForCausalLM` and its kin in `transformers.models.mistral`.
 */
export const MISTRAL: Architecture = architecture("mistral", "Mistral");

/**
 * Qwen2 and Qwen2.5 (Yang et al. 2024): Llama with biases on queries, keys and values.
 *
 * Python: `Qwen2ForCausalLM` and its kin in `transformers.models.qwen2`.
 */
export const QWEN2: Architecture = architecture("qwen2", "Qwen2");

function architecture(modelType: LlamaType, name: string): Architecture {
  return {
    modelType,
    classNames: {
      base: `${name}Model`,
      "causal-lm": `${name}ForCausalLM`,
      "sequence-classification": `${name}ForSequenceClassification`,
      "token-classification": `${name}ForTokenClassification`,
    },
    prefix: PREFIX,
    readConfig: (raw) => ({ ...readLlamaConfig(modelType, raw) }),
    build: (config, options) => build(config as unknown as LlamaConfig, options),
    initialize(config, name, shape, random): Float32Array {
      const { initializer_range: deviation, pad_token_id: padding } = config as unknown as LlamaConfig;
      return initialValues(name, shape, random, { deviation, paddingRows: { "embed_tokens.weight": padding } });
    },
    rename: (config, name) =>
      config.tie_word_embeddings === true && name === "lm_head.weight" ? `${PREFIX}embed_tokens.weight` : name,
    // The frequencies of the rotation, which early versions saved.
    isBuffer: (name) => name.endsWith("rotary_emb.inv_freq"),
    isDecayed: (name) => !/(\.bias|(^|\.|_)(layer)?norm\.weight)$/.test(name),
    aliases: (config, head): Readonly<Record<string, string>> =>
      config.tie_word_embeddings === true && head === "causal-lm"
        ? { [`${PREFIX}embed_tokens.weight`]: "lm_head.weight" }
        : {},
    depth: (config, name) => depth(config as unknown as LlamaConfig, name),
  };
}

function build(config: LlamaConfig, options: ForwardOptions): Graph {
  const { model_type: modelType, hidden_size: width, num_hidden_layers: layers } = config;
  const graph = modelGraph(modelType, options.linearAdapter);
  const shape = { layers, heads: config.num_key_value_heads, headSize: config.head_dim };
  const inputs = decoderInputs(graph, options, shape);
  const prefix = options.head === "base" ? "" : PREFIX;
  const words = embeddingTable(graph, `${prefix}embed_tokens`, config.vocab_size, width);
  let hidden = graph.scope("embeddings", () => embed(words, inputs.ids, config.pad_token_id));
  const state = (index: number, x: Value): void => {
    if (options.hiddenStates === "all") graph.output(`hidden_states.${index}`, bySequence(x));
  };
  const rotation = rotationOf(inputs.positions, config.rope_parameters, config.head_dim);
  const body: LlamaBody = { graph, config, prefix, inputs, rotation, mode: options.mode ?? "inference" };
  for (let layer = 0; layer < layers; layer++) {
    state(layer, hidden);
    hidden = llamaLayer(body, hidden, layer);
  }
  const last = llamaNormalization(body, hidden, `${prefix}norm`);
  state(layers, last);
  const head = {
    modelType,
    numLabels: config.num_labels,
    problemType: config.problem_type,
    paddingId: config.pad_token_id,
    classifierDropout: config.classifier_dropout,
    tokenClassifier: "score",
    vocabularyWeight: () =>
      config.tie_word_embeddings ? words : graph.parameter("lm_head.weight", [config.vocab_size, width]),
  };
  finishDecoder(last, inputs.ids, head, options);
  return graph;
}

function depth(config: LlamaConfig, name: string): number | undefined {
  const layer = /(?:^|\.)layers\.(\d+)\./.exec(name)?.[1];
  if (layer !== undefined) return Number(layer) + 1;
  if (name.endsWith("embed_tokens.weight")) return 0;
  return /^(model\.)?norm\.weight$/.test(name) ? config.num_hidden_layers + 1 : undefined;
}
