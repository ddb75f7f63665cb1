/** @file A layer of an encoder as BERT has it: attention and a feed-forward part, each added to its input and normalized. */
import type { Value } from "../../graph/graph";
import { add } from "../../graph/operations/arithmetic";
import type { ForwardOptions } from "../architecture";
import { type ActivationName, activation } from "../layers/activation";
import { attend, paddingBias } from "../layers/attention";
import { layerNorm } from "../layers/layer-norm";
import { linear } from "../layers/linear";
import { bySequence } from "../layers/tokens";
import { trainingDropout } from "../layers/training-dropout";

/** What a layer's parts are called in a checkpoint, after the layer's own name. */
export interface EncoderLayerNames {
  query: string;
  key: string;
  value: string;
  attentionOutput: string;
  attentionNorm: string;
  inner: string;
  outer: string;
  outputNorm: string;
}

/** Sizes and rates that all layers of an encoder share. */
export interface EncoderLayerSettings {
  layers: number;
  heads: number;
  intermediate: number;
  activation: ActivationName;
  epsilon: number;
  /** Of the feed-forward part's output. */
  dropout: number;
  /** Of the attention weights. */
  attentionDropout: number;
  /** Of the attention's output; DistilBERT has none. */
  attentionOutputDropout: number;
}

/** What {@link encoderLayers} builds. */
export interface EncoderRequest {
  /** The embeddings, `[batch*sequence, hidden]`. */
  x: Value;
  /** The name in front of a layer's number: `"bert.encoder.layer"`. */
  path: string;
  names: EncoderLayerNames;
  settings: EncoderLayerSettings;
  options: ForwardOptions;
}

/**
 * All layers of an encoder, `[batch*sequence, hidden]` again; names the outputs `hidden_states.N` where they are wanted.
 *
 * Declares the input `attention_mask`.
 */
export function encoderLayers({ x, path, names, settings, options }: EncoderRequest): Value {
  const { graph } = x;
  const bias = paddingBias(graph.input("attention_mask", "int64", ["batch", "sequence"]));
  const show = (index: number, hidden: Value): void => {
    if (options.hiddenStates === "all") graph.output(`hidden_states.${index}`, bySequence(hidden));
  };
  show(0, x);
  let hidden = x;
  for (let index = 0; index < settings.layers; index++) {
    const at = (part: string): string => `${path}.${index}.${part}`;
    hidden = encoderLayer(hidden, bias, at, names, settings, options.mode ?? "inference");
    show(index + 1, hidden);
  }
  return hidden;
}

function encoderLayer(
  x: Value,
  bias: Value,
  at: (part: string) => string,
  names: EncoderLayerNames,
  settings: EncoderLayerSettings,
  mode: "inference" | "training",
): Value {
  const { heads, epsilon } = settings;
  const width = Number(x.shape[1]);
  const project = (part: string): Value => linear(x, at(part), width);
  const inputs = { query: project(names.query), key: project(names.key), value: project(names.value), bias };
  const mixed = attend(inputs, { heads, dropout: settings.attentionDropout, mode });
  const attended = linear(mixed, at(names.attentionOutput), width);
  const kept = trainingDropout(attended, settings.attentionOutputDropout, mode);
  const middle = layerNorm(add(kept, x), at(names.attentionNorm), epsilon);
  const inner = activation(linear(middle, at(names.inner), settings.intermediate), settings.activation);
  const outer = trainingDropout(linear(inner, at(names.outer), width), settings.dropout, mode);
  return layerNorm(add(outer, middle), at(names.outputNorm), epsilon);
}
