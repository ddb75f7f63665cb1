/** @file RoBERTa (Liu et al. 2019): BERT's body, positions counted from the padding id, and heads of its own. */
import type { Graph, Value } from "../../graph/graph";
import { add, multiply } from "../../graph/operations/arithmetic";
import { equal, not } from "../../graph/operations/comparison";
import { cumulativeSum } from "../../graph/operations/cumulative-sum";
import { cast, gelu, tanh } from "../../graph/operations/elementwise";
import type { Architecture, ForwardOptions } from "../architecture";
import { classMissing } from "../class-missing";
import { ConfigReader } from "../config-reader";
import { finishMaskedLanguageModel } from "../heads/language-model";
import { finishQuestionAnswering } from "../heads/question-answering";
import { finishSequenceClassification } from "../heads/sequence-classification";
import { finishTokenClassification } from "../heads/token-classification";
import { initialValues } from "../initial-values";
import { embed } from "../layers/embedding";
import { layerNorm } from "../layers/layer-norm";
import { linear, modelGraph } from "../layers/linear";
import { bySequence, firstToken } from "../layers/tokens";
import { trainingDropout } from "../layers/training-dropout";
import type { ModelError } from "../model-error";
import { bertBody, bertPooler } from "./bert-body";
import { type BertConfig, readBertConfig } from "./bert-config";
import { encoderDepth, isDecayedWeight, isEncoderBuffer, renamed } from "./encoder-names";

/** RoBERTa with every head. Python: `transformers.models.roberta`. */
export const ROBERTA: Architecture = {
  modelType: "roberta",
  classNames: {
    base: "RobertaModel",
    "sequence-classification": "RobertaForSequenceClassification",
    "token-classification": "RobertaForTokenClassification",
    "question-answering": "RobertaForQuestionAnswering",
    "masked-lm": "RobertaForMaskedLM",
  },
  prefix: "roberta.",
  readConfig: (raw) => ({ ...raw, ...parse(raw) }),
  build: (config, options) => build(parse(config), options),
  initialize(config, name, shape, random) {
    const { initializer_range, pad_token_id } = parse(config);
    const paddingRows = { "word_embeddings.weight": pad_token_id, "position_embeddings.weight": pad_token_id };
    return initialValues(name, shape, random, { deviation: initializer_range, paddingRows });
  },
  rename: (config, name) => renamed(name, aliases(parse(config))),
  isBuffer: isEncoderBuffer,
  isDecayed: isDecayedWeight,
  aliases: (config, head) => (head === "masked-lm" ? aliases(parse(config)) : {}),
  depth: (_, name) => encoderDepth(name),
};

/** Positions are counted from the padding id, so that there must be one. */
type RobertaConfig = BertConfig & { pad_token_id: number };

function parse(raw: Readonly<Record<string, unknown>>): RobertaConfig {
  const config = readBertConfig("roberta", raw, { vocab_size: 50_265, pad_token_id: 1 });
  const { pad_token_id, max_position_embeddings } = config;
  const invalid = (key: string, value: unknown, rule: string): ModelError =>
    new ConfigReader("roberta", raw).invalid(key, value, rule);
  if (pad_token_id === undefined)
    throw invalid("pad_token_id", null, "must be an id, since positions are counted from it");
  if (pad_token_id + 1 < max_position_embeddings) return { ...config, pad_token_id };
  const rule = `must leave a position after \`pad_token_id\`, which is ${pad_token_id}`;
  throw invalid("max_position_embeddings", max_position_embeddings, rule);
}

function build(config: RobertaConfig, options: ForwardOptions): Graph {
  const { head, mode = "inference" } = options;
  const name = ROBERTA.classNames[head];
  if (name === undefined) throw classMissing(ROBERTA, head);
  const graph = modelGraph(name, options.linearAdapter);
  const prefix = head === "base" ? "" : ROBERTA.prefix;
  const hidden = bertBody(graph, config, options, prefix, (table, ids) => countedRows(table, ids, config.pad_token_id));
  const { hidden_size: width, num_labels } = config;
  const rate = config.classifier_dropout ?? config.hidden_dropout_prob;
  const drop = (x: Value): Value => trainingDropout(x, rate, mode);
  if (head === "base") {
    graph.output("last_hidden_state", bySequence(hidden));
    graph.output("pooler_output", bertPooler(hidden, prefix));
  } else if (head === "sequence-classification") {
    const dense = tanh(linear(drop(firstToken(hidden)), "classifier.dense", width));
    const logits = linear(drop(dense), "classifier.out_proj", num_labels);
    finishSequenceClassification(logits, config.problem_type, options);
  } else if (head === "token-classification") {
    finishTokenClassification(linear(drop(hidden), "classifier", num_labels), options);
  } else if (head === "question-answering") finishQuestionAnswering(linear(hidden, "qa_outputs", 2), options);
  else {
    // The head's activation is GELU whatever `hidden_act` says.
    const dense = gelu(linear(hidden, "lm_head.dense", width));
    const own = config.tie_word_embeddings
      ? { weight: `${prefix}embeddings.word_embeddings.weight`, bias: "lm_head.bias" }
      : { weight: "lm_head.decoder.weight", bias: "lm_head.decoder.bias" };
    const weight = graph.parameter(own.weight, [config.vocab_size, width]);
    const bias = graph.parameter(own.bias, [config.vocab_size]);
    finishMaskedLanguageModel(layerNorm(dense, "lm_head.layer_norm", config.layer_norm_eps), { weight, bias }, options);
  }
  return graph;
}

/** Positions are `padding + 1`, `padding + 2`, … over the tokens that are not padding, and `padding` at those that are. */
function countedRows(table: Value, ids: Value, padding: number): Value {
  const real = cast(not(equal(ids, padding)), "int64");
  const positions = add(multiply(cumulativeSum(real, 1), real), padding);
  return bySequence(embed(table, positions, padding));
}

function aliases({ tie_word_embeddings }: BertConfig): Readonly<Record<string, string>> {
  if (!tie_word_embeddings) return {};
  return {
    "roberta.embeddings.word_embeddings.weight": "lm_head.decoder.weight",
    "lm_head.bias": "lm_head.decoder.bias",
  };
}
