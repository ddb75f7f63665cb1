/** @file The body that BERT and RoBERTa share: embeddings of words, positions and segments, then layers. */
import type { Graph, Value } from "../../graph/graph";
import { add } from "../../graph/operations/arithmetic";
import { tanh } from "../../graph/operations/elementwise";
import { gather } from "../../graph/operations/gather";
import { scalar } from "../../graph/operations/operand";
import { reshape } from "../../graph/operations/reshape";
import type { ForwardOptions } from "../architecture";
import { embed, embeddingTable } from "../layers/embedding";
import { layerNorm } from "../layers/layer-norm";
import { linear } from "../layers/linear";
import { bySequence, firstToken } from "../layers/tokens";
import { trainingDropout } from "../layers/training-dropout";
import type { BertConfig } from "./bert-config";
import { type EncoderLayerNames, encoderLayers } from "./encoder-layer";

const LAYER: EncoderLayerNames = {
  query: "attention.self.query",
  key: "attention.self.key",
  value: "attention.self.value",
  attentionOutput: "attention.output.dense",
  attentionNorm: "attention.output.LayerNorm",
  inner: "intermediate.dense",
  outer: "output.dense",
  outputNorm: "output.LayerNorm",
};

/** The rows of the table of positions for a batch, `[sequence, hidden]` or `[batch, sequence, hidden]`. */
export type PositionRows = (table: Value, ids: Value) => Value;

/** The hidden states of the last layer, `[batch*sequence, hidden]`. `prefix` stands in front of every weight's name. */
export function bertBody(
  graph: Graph,
  config: BertConfig,
  options: ForwardOptions,
  prefix: string,
  rows: PositionRows,
): Value {
  const { hidden_size: width, hidden_dropout_prob: dropout, layer_norm_eps: epsilon } = config;
  const ids = graph.input("input_ids", "int64", ["batch", "sequence"]);
  const at = `${prefix}embeddings`;
  const words = embeddingTable(graph, `${at}.word_embeddings`, config.vocab_size, width);
  const positions = embeddingTable(graph, `${at}.position_embeddings`, config.max_position_embeddings, width);
  const segments = embeddingTable(graph, `${at}.token_type_embeddings`, config.type_vocab_size, width);
  const typed = add(bySequence(embed(words, ids, config.pad_token_id)), segmentRows(segments));
  const sum = reshape(add(typed, rows(positions, ids)), ["batch*sequence", width]);
  const x = trainingDropout(layerNorm(sum, `${at}.LayerNorm`, epsilon), dropout, options.mode ?? "inference");
  const settings = {
    layers: config.num_hidden_layers,
    heads: config.num_attention_heads,
    intermediate: config.intermediate_size,
    activation: config.hidden_act,
    epsilon,
    dropout,
    attentionDropout: config.attention_probs_dropout_prob,
    attentionOutputDropout: dropout,
  };
  return encoderLayers({ x, path: `${prefix}encoder.layer`, names: LAYER, settings, options });
}

/** The first token through a layer and tanh, `[batch, hidden]`. */
export function bertPooler(hidden: Value, prefix: string): Value {
  return tanh(linear(firstToken(hidden), `${prefix}pooler.dense`, Number(hidden.shape[1])));
}

/** With one segment type there is nothing to tell apart, and so no input for it. */
function segmentRows(table: Value): Value {
  const { graph } = table;
  if (table.shape[0] === 1) return gather(table, scalar(graph, 0, "int64"));
  const types = graph.input("token_type_ids", "int64", ["batch", "sequence"]);
  return bySequence(embed(table, types));
}
