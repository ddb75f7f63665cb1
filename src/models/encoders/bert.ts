/** @file BERT (Devlin et al. 2018) with its heads. */
import type { Graph, Value } from "../../graph/graph";
import type { Architecture, ForwardOptions } from "../architecture";
import { classMissing } from "../class-missing";
import { finishMaskedLanguageModel } from "../heads/language-model";
import { finishQuestionAnswering } from "../heads/question-answering";
import { finishSequenceClassification } from "../heads/sequence-classification";
import { finishTokenClassification } from "../heads/token-classification";
import { initialValues } from "../initial-values";
import { activation } from "../layers/activation";
import { firstPositions } from "../layers/embedding";
import { layerNorm } from "../layers/layer-norm";
import { linear, modelGraph } from "../layers/linear";
import { bySequence } from "../layers/tokens";
import { trainingDropout } from "../layers/training-dropout";
import { bertBody, bertPooler } from "./bert-body";
import { type BertConfig, readBertConfig } from "./bert-config";
import { encoderDepth, isDecayedWeight, isEncoderBuffer, renamed } from "./encoder-names";

/** BERT with every head. Python: `transformers.models.bert`. */
export const BERT: Architecture = {
  modelType: "bert",
  classNames: {
    base: "BertModel",
    "sequence-classification": "BertForSequenceClassification",
    "token-classification": "BertForTokenClassification",
    "question-answering": "BertForQuestionAnswering",
    "masked-lm": "BertForMaskedLM",
  },
  prefix: "bert.",
  readConfig: (raw) => ({ ...raw, ...parse(raw) }),
  build: (config, options) => build(parse(config), options),
  initialize(config, name, shape, random) {
    const { initializer_range, pad_token_id } = parse(config);
    const paddingRows = { "word_embeddings.weight": pad_token_id };
    return initialValues(name, shape, random, { deviation: initializer_range, paddingRows });
  },
  rename: (config, name) => renamed(name, aliases(parse(config))),
  isBuffer: isEncoderBuffer,
  isDecayed: isDecayedWeight,
  aliases: (config, head) => (head === "masked-lm" ? aliases(parse(config)) : {}),
  depth: (_, name) => encoderDepth(name),
};

function parse(raw: Readonly<Record<string, unknown>>): BertConfig {
  return readBertConfig("bert", raw, { vocab_size: 30_522, pad_token_id: 0 });
}

function build(config: BertConfig, options: ForwardOptions): Graph {
  const { head, mode = "inference" } = options;
  const name = BERT.classNames[head];
  if (name === undefined) throw classMissing(BERT, head);
  const graph = modelGraph(name, options.linearAdapter);
  const prefix = head === "base" ? "" : BERT.prefix;
  const hidden = bertBody(graph, config, options, prefix, firstPositions);
  const rate = config.classifier_dropout ?? config.hidden_dropout_prob;
  const drop = (x: Value): Value => trainingDropout(x, rate, mode);
  if (head === "base") {
    graph.output("last_hidden_state", bySequence(hidden));
    graph.output("pooler_output", bertPooler(hidden, prefix));
  } else if (head === "sequence-classification") {
    const logits = linear(drop(bertPooler(hidden, prefix)), "classifier", config.num_labels);
    finishSequenceClassification(logits, config.problem_type, options);
  } else if (head === "token-classification") {
    finishTokenClassification(linear(drop(hidden), "classifier", config.num_labels), options);
  } else if (head === "question-answering") finishQuestionAnswering(linear(hidden, "qa_outputs", 2), options);
  else {
    const transform = "cls.predictions.transform";
    const dense = activation(linear(hidden, `${transform}.dense`, config.hidden_size), config.hidden_act);
    const normalized = layerNorm(dense, `${transform}.LayerNorm`, config.layer_norm_eps);
    const own = config.tie_word_embeddings
      ? { weight: `${prefix}embeddings.word_embeddings.weight`, bias: "cls.predictions.bias" }
      : { weight: "cls.predictions.decoder.weight", bias: "cls.predictions.decoder.bias" };
    const weight = graph.parameter(own.weight, [config.vocab_size, config.hidden_size]);
    const bias = graph.parameter(own.bias, [config.vocab_size]);
    finishMaskedLanguageModel(normalized, { weight, bias }, options);
  }
  return graph;
}

/** The decoder's weight is the table of word embeddings, and its bias stands beside it. */
function aliases({ tie_word_embeddings }: BertConfig): Readonly<Record<string, string>> {
  if (!tie_word_embeddings) return {};
  return {
    "bert.embeddings.word_embeddings.weight": "cls.predictions.decoder.weight",
    "cls.predictions.bias": "cls.predictions.decoder.bias",
  };
}
