/** @file GPT-2's layers: attention and feed-forward, each behind a layer normalization (Radford et al. 2019). */
import type { Graph, Value } from "../../graph/graph";
import { add } from "../../graph/operations/arithmetic";
import { slice } from "../../graph/operations/join";
import { activation } from "../layers/activation";
import { layerNorm } from "../layers/layer-norm";
import { conv1d } from "../layers/linear";
import { trainingDropout } from "../layers/training-dropout";
import { causalAttention, splitHeads } from "./causal-attention";
import { causalMask } from "./causal-mask";
import type { DecoderInputs } from "./decoder-inputs";
import type { GPT2Config } from "./gpt2-config";
import { withPast } from "./key-value-cache";

/** What GPT-2's layers share. */
export interface GPT2Body {
  graph: Graph;
  config: GPT2Config;
  /** What every weight's name begins with: `"transformer."`, or nothing. */
  prefix: string;
  inputs: DecoderInputs;
  mode: "inference" | "training";
}

/** One layer: `[batch*sequence, n_embd]` in and out. */
export function gpt2Layer(body: GPT2Body, x: Value, layer: number): Value {
  const { graph, config, prefix, mode } = body;
  const at = `${prefix}h.${layer}.`;
  const { n_embd: width, n_inner: inner, layer_norm_epsilon: epsilon } = config;
  return graph.scope(`layer.${layer}`, () => {
    const attended = graph.scope("attention", () => attention(body, layerNorm(x, `${at}ln_1`, epsilon), layer));
    const mixed = add(trainingDropout(attended, config.resid_pdrop, mode), x);
    const fed = graph.scope("feed_forward", () => {
      const wide = conv1d(layerNorm(mixed, `${at}ln_2`, epsilon), `${at}mlp.c_fc`, inner);
      return conv1d(activation(wide, config.activation_function), `${at}mlp.c_proj`, width);
    });
    return add(mixed, trainingDropout(fed, config.resid_pdrop, mode));
  });
}

function attention({ graph, config, prefix, inputs, mode }: GPT2Body, x: Value, layer: number): Value {
  const { n_embd: width, n_head: heads } = config;
  const headSize = width / heads;
  const at = `${prefix}h.${layer}.attn.`;
  const joined = conv1d(x, `${at}c_attn`, 3 * width);
  const [queries, key, value] = [0, 1, 2].map((place) =>
    splitHeads(slice(joined, 1, place * width, (place + 1) * width), heads, headSize),
  ) as [Value, Value, Value];
  const attended = causalAttention(queries, withPast(graph, layer, { key, value }, inputs.past[layer]), {
    scale: scaleOf(config, layer),
    mask: causalMask(graph, {
      attentionMask: inputs.attentionMask,
      past: inputs.pastLength,
      sequence: "sequence",
    }),
    dropout: config.attn_pdrop,
    mode,
  });
  return conv1d(attended, `${at}c_proj`, width);
}

function scaleOf(config: GPT2Config, layer: number): number {
  const scale = config.scale_attn_weights ? 1 / Math.sqrt(config.n_embd / config.n_head) : 1;
  return config.scale_attn_by_inverse_layer_idx ? scale / (layer + 1) : scale;
}
