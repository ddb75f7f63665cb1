/** @file DistilBERT (Sanh et al. 2019): BERT's layers without pooler and segments, half as many. */
import type { Graph, Value } from "../../graph/graph";
import { add } from "../../graph/operations/arithmetic";
import { relu } from "../../graph/operations/elementwise";
import { reshape } from "../../graph/operations/reshape";
import type { Architecture, ForwardOptions, ProblemType } from "../architecture";
import { classMissing } from "../class-missing";
import { ConfigReader } from "../config-reader";
import { finishMaskedLanguageModel } from "../heads/language-model";
import { finishQuestionAnswering } from "../heads/question-answering";
import { finishSequenceClassification, readProblemType } from "../heads/sequence-classification";
import { finishTokenClassification } from "../heads/token-classification";
import { initialValues, sinusoidalTable } from "../initial-values";
import { type ActivationName, activation, readActivation } from "../layers/activation";
import { embed, embeddingTable, firstPositions } from "../layers/embedding";
import { layerNorm } from "../layers/layer-norm";
import { linear, modelGraph } from "../layers/linear";
import { bySequence, firstToken } from "../layers/tokens";
import { trainingDropout } from "../layers/training-dropout";
import { type EncoderLayerNames, encoderLayers } from "./encoder-layer";
import { encoderDepth, isDecayedWeight, isEncoderBuffer, renamed } from "./encoder-names";

/** The keys of config.json that the graph depends on. */
interface DistilBertConfig {
  vocab_size: number;
  max_position_embeddings: number;
  sinusoidal_pos_embds: boolean;
  n_layers: number;
  n_heads: number;
  dim: number;
  hidden_dim: number;
  dropout: number;
  attention_dropout: number;
  activation: ActivationName;
  initializer_range: number;
  qa_dropout: number;
  seq_classif_dropout: number;
  pad_token_id?: number;
  tie_word_embeddings: boolean;
  num_labels: number;
  problem_type: ProblemType;
}

type RawConfig = Readonly<Record<string, unknown>>;

/** Other models' names for DistilBERT's sizes, as Hugging Face's `attribute_map` has them. */
const ATTRIBUTE_MAP = { hidden_size: "dim", num_attention_heads: "n_heads", num_hidden_layers: "n_layers" } as const;

const LAYER: EncoderLayerNames = {
  query: "attention.q_lin",
  key: "attention.k_lin",
  value: "attention.v_lin",
  attentionOutput: "attention.out_lin",
  attentionNorm: "sa_layer_norm",
  inner: "ffn.lin1",
  outer: "ffn.lin2",
  outputNorm: "output_layer_norm",
};

const EPSILON = 1e-12;

/** DistilBERT with every head. Python: `transformers.models.distilbert`. */
export const DISTILBERT: Architecture = {
  modelType: "distilbert",
  classNames: {
    base: "DistilBertModel",
    "sequence-classification": "DistilBertForSequenceClassification",
    "token-classification": "DistilBertForTokenClassification",
    "question-answering": "DistilBertForQuestionAnswering",
    "masked-lm": "DistilBertForMaskedLM",
  },
  prefix: "distilbert.",
  readConfig: (raw) => ({ ...raw, ...parse(raw) }),
  build: (config, options) => build(parse(config), options),
  initialize(config, name, shape, random) {
    const { sinusoidal_pos_embds, initializer_range, pad_token_id } = parse(config);
    if (sinusoidal_pos_embds && name.endsWith("embeddings.position_embeddings.weight")) {
      return sinusoidalTable(shape[0] ?? 0, shape[1] ?? 0);
    }
    const paddingRows = { "word_embeddings.weight": pad_token_id };
    return initialValues(name, shape, random, { deviation: initializer_range, paddingRows });
  },
  rename: (config, name) => renamed(name, aliases(parse(config))),
  isBuffer: isEncoderBuffer,
  isDecayed: isDecayedWeight,
  aliases: (config, head) => (head === "masked-lm" ? aliases(parse(config)) : {}),
  depth: (_, name) => encoderDepth(name),
};

function parse(raw: RawConfig): DistilBertConfig {
  const own: Record<string, unknown> = { ...raw };
  for (const [alias, key] of Object.entries(ATTRIBUTE_MAP)) own[key] = raw[alias] ?? raw[key];
  const read = new ConfigReader("distilbert", own);
  const n_heads = read.size("n_heads", 12);
  const vocab_size = read.size("vocab_size", 30_522);
  const num_labels = read.labels();
  return {
    vocab_size,
    max_position_embeddings: read.size("max_position_embeddings", 512),
    sinusoidal_pos_embds: read.flag("sinusoidal_pos_embds", false),
    n_layers: read.size("n_layers", 6),
    n_heads,
    dim: read.multiple("dim", 768, "n_heads", n_heads),
    hidden_dim: read.size("hidden_dim", 3072),
    dropout: read.rate("dropout", 0.1),
    attention_dropout: read.rate("attention_dropout", 0.1),
    activation: readActivation(read, "activation", "gelu"),
    initializer_range: read.positive("initializer_range", 0.02),
    qa_dropout: read.rate("qa_dropout", 0.1),
    seq_classif_dropout: read.rate("seq_classif_dropout", 0.2),
    ...(raw.pad_token_id === null ? {} : { pad_token_id: read.id("pad_token_id", 0, vocab_size) }),
    tie_word_embeddings: read.flag("tie_word_embeddings", true),
    num_labels,
    problem_type: readProblemType(read, num_labels),
  };
}

function build(config: DistilBertConfig, options: ForwardOptions): Graph {
  const { head, mode = "inference" } = options;
  const name = DISTILBERT.classNames[head];
  if (name === undefined) throw classMissing(DISTILBERT, head);
  const graph = modelGraph(name, options.linearAdapter);
  const prefix = head === "base" ? "" : DISTILBERT.prefix;
  const hidden = body(graph, config, options, prefix);
  const drop = (x: Value, rate: number): Value => trainingDropout(x, rate, mode);
  if (head === "base") graph.output("last_hidden_state", bySequence(hidden));
  else if (head === "sequence-classification") {
    const pooled = relu(linear(firstToken(hidden), "pre_classifier", config.dim));
    const logits = linear(drop(pooled, config.seq_classif_dropout), "classifier", config.num_labels);
    finishSequenceClassification(logits, config.problem_type, options);
  } else if (head === "token-classification") {
    finishTokenClassification(linear(drop(hidden, config.dropout), "classifier", config.num_labels), options);
  } else if (head === "question-answering") {
    finishQuestionAnswering(linear(drop(hidden, config.qa_dropout), "qa_outputs", 2), options);
  } else {
    const transformed = activation(linear(hidden, "vocab_transform", config.dim), config.activation);
    const tied = config.tie_word_embeddings ? `${prefix}embeddings.word_embeddings` : "vocab_projector";
    const weight = graph.parameter(`${tied}.weight`, [config.vocab_size, config.dim]);
    const bias = graph.parameter("vocab_projector.bias", [config.vocab_size]);
    finishMaskedLanguageModel(layerNorm(transformed, "vocab_layer_norm", EPSILON), { weight, bias }, options);
  }
  return graph;
}

function body(graph: Graph, config: DistilBertConfig, options: ForwardOptions, prefix: string): Value {
  const { dim, dropout } = config;
  const ids = graph.input("input_ids", "int64", ["batch", "sequence"]);
  const at = `${prefix}embeddings`;
  const words = embeddingTable(graph, `${at}.word_embeddings`, config.vocab_size, dim);
  const positions = embeddingTable(graph, `${at}.position_embeddings`, config.max_position_embeddings, dim);
  const sum = add(bySequence(embed(words, ids, config.pad_token_id)), firstPositions(positions));
  const normalized = layerNorm(reshape(sum, ["batch*sequence", dim]), `${at}.LayerNorm`, EPSILON);
  const settings = {
    layers: config.n_layers,
    heads: config.n_heads,
    intermediate: config.hidden_dim,
    activation: config.activation,
    epsilon: EPSILON,
    dropout,
    attentionDropout: config.attention_dropout,
    attentionOutputDropout: 0,
  };
  const x = trainingDropout(normalized, dropout, options.mode ?? "inference");
  return encoderLayers({ x, path: `${prefix}transformer.layer`, names: LAYER, settings, options });
}

/** The projection onto the vocabulary is the table of word embeddings. */
function aliases({ tie_word_embeddings }: DistilBertConfig): Readonly<Record<string, string>> {
  return tie_word_embeddings ? { "distilbert.embeddings.word_embeddings.weight": "vocab_projector.weight" } : {};
}
