/** @file GPT-2: its graph, its weights' first values and their names in checkpoints. */
import type { Generator } from "../../core/random";
import type { Graph, Value } from "../../graph/graph";
import { add } from "../../graph/operations/arithmetic";
import type { Architecture, ForwardOptions } from "../architecture";
import { ConfigReader } from "../config-reader";
import { initialValues } from "../initial-values";
import { embed, embeddingTable } from "../layers/embedding";
import { layerNorm } from "../layers/layer-norm";
import { modelGraph } from "../layers/linear";
import { bySequence } from "../layers/tokens";
import { trainingDropout } from "../layers/training-dropout";
import { finishDecoder } from "./decoder-heads";
import { decoderInputs } from "./decoder-inputs";
import { type GPT2Config, readGPT2Config } from "./gpt2-config";
import { gpt2Layer } from "./gpt2-layers";

const PREFIX = "transformer.";

/**
 * GPT-2 (Radford et al. 2019).
 *
 * Python: `GPT2LMHeadModel` and its kin in `transformers.models.gpt2`.
 */
export const GPT2: Architecture = {
  modelType: "gpt2",
  classNames: {
    base: "GPT2Model",
    "causal-lm": "GPT2LMHeadModel",
    "sequence-classification": "GPT2ForSequenceClassification",
    "token-classification": "GPT2ForTokenClassification",
  },
  prefix: PREFIX,
  readConfig: (raw) => ({ ...readGPT2Config(new ConfigReader("gpt2", raw)) }),
  build: (config, options) => build(config as unknown as GPT2Config, options),
  initialize: (config, name, shape, random) => initialize(config as unknown as GPT2Config, name, shape, random),
  rename: (config, name) =>
    config.tie_word_embeddings === true && name === "lm_head.weight" ? `${PREFIX}wte.weight` : name,
  // The causal mask, which early versions saved with each layer.
  isBuffer: (name) => /(^|\.)(attn|crossattention)\.(masked_)?bias$/.test(name),
  isDecayed: (name) => !/(\.bias|(^|\.)ln_(1|2|f)\.weight)$/.test(name),
  aliases: (config, head): Readonly<Record<string, string>> =>
    config.tie_word_embeddings === true && head === "causal-lm" ? { [`${PREFIX}wte.weight`]: "lm_head.weight" } : {},
  depth: (config, name) => depth(config as unknown as GPT2Config, name),
};

function build(config: GPT2Config, options: ForwardOptions): Graph {
  const graph = modelGraph("gpt2", options.linearAdapter);
  const mode = options.mode ?? "inference";
  const { n_embd: width, n_layer: layers, n_head: heads } = config;
  const inputs = decoderInputs(graph, options, { layers, heads, headSize: width / heads });
  const prefix = options.head === "base" ? "" : PREFIX;
  const words = embeddingTable(graph, `${prefix}wte`, config.vocab_size, width);
  const positions = embeddingTable(graph, `${prefix}wpe`, config.n_positions, width);
  const embedded = graph.scope("embeddings", () => add(embed(words, inputs.ids), embed(positions, inputs.positions)));
  let hidden = trainingDropout(embedded, config.embd_pdrop, mode);
  const state = (index: number, x: Value): void => {
    if (options.hiddenStates === "all") graph.output(`hidden_states.${index}`, bySequence(x));
  };
  for (let layer = 0; layer < layers; layer++) {
    state(layer, hidden);
    hidden = gpt2Layer({ graph, config, prefix, inputs, mode }, hidden, layer);
  }
  const last = layerNorm(hidden, `${prefix}ln_f`, config.layer_norm_epsilon);
  state(layers, last);
  const head = {
    modelType: "gpt2",
    numLabels: config.num_labels,
    problemType: config.problem_type,
    paddingId: config.pad_token_id,
    classifierDropout: config.classifier_dropout,
    tokenClassifier: "classifier",
    vocabularyWeight: () =>
      config.tie_word_embeddings ? words : graph.parameter("lm_head.weight", [config.vocab_size, width]),
  };
  finishDecoder(last, inputs.ids, head, options);
  return graph;
}

function initialize(config: GPT2Config, name: string, shape: readonly number[], random: Generator): Float32Array {
  // Each layer adds twice to the residual path, so that its sum keeps its size (section 2.3 of the paper).
  const residual = name.endsWith(".c_proj.weight") ? 1 / Math.sqrt(2 * config.n_layer) : 1;
  return initialValues(name, shape, random, { deviation: config.initializer_range * residual });
}

function depth(config: GPT2Config, name: string): number | undefined {
  const layer = /(?:^|\.)h\.(\d+)\./.exec(name)?.[1];
  if (layer !== undefined) return Number(layer) + 1;
  if (/(^|\.)w[tp]e\.weight$/.test(name)) return 0;
  return /(^|\.)ln_f\./.test(name) ? config.n_layer + 1 : undefined;
}
