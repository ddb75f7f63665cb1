/** @file Llama's layers, which Mistral and Qwen2 share: rotated attention over few key heads, and a gated feed-forward. */
import type { Graph, Value } from "../../graph/graph";
import { add, multiply } from "../../graph/operations/arithmetic";
import { activation } from "../layers/activation";
import { linear } from "../layers/linear";
import { causalAttention, splitHeads } from "./causal-attention";
import { causalMask } from "./causal-mask";
import type { DecoderInputs } from "./decoder-inputs";
import { withPast } from "./key-value-cache";
import type { LlamaConfig } from "./llama-config";
import { rmsNormalization } from "./rms-normalization";
import { type Rotation, rotate } from "./rotary-embedding";

/** What Llama's layers share. */
export interface LlamaBody {
  graph: Graph;
  config: LlamaConfig;
  /** What every weight's name begins with: `"model."`, or nothing. */
  prefix: string;
  inputs: DecoderInputs;
  rotation: Rotation;
  mode: "inference" | "training";
}

/** One layer: `[batch*sequence, hidden]` in and out (Touvron et al. 2023). */
export function llamaLayer(body: LlamaBody, x: Value, layer: number): Value {
  const { graph, prefix } = body;
  const at = `${prefix}layers.${layer}.`;
  return graph.scope(`layer.${layer}`, () => {
    const attended = graph.scope("attention", () =>
      attention(body, llamaNormalization(body, x, `${at}input_layernorm`), layer),
    );
    const mixed = add(x, attended);
    const fed = graph.scope("feed_forward", () =>
      feedForward(body, llamaNormalization(body, mixed, `${at}post_attention_layernorm`), `${at}mlp.`),
    );
    return add(mixed, fed);
  });
}

/** A normalization of Llama. */
export function llamaNormalization({ graph, config }: LlamaBody, x: Value, name: string): Value {
  return graph.scope("normalization", () =>
    rmsNormalization(x, graph.parameter(`${name}.weight`, [config.hidden_size]), config.rms_norm_eps),
  );
}

function attention(body: LlamaBody, x: Value, layer: number): Value {
  const { graph, config, prefix, inputs, rotation } = body;
  const { head_dim: size, num_attention_heads: heads, num_key_value_heads: groups } = config;
  const at = `${prefix}layers.${layer}.self_attn.`;
  const bias = config.attention_bias;
  const project = (name: string, count: number): Value =>
    splitHeads(linear(x, `${at}${name}`, count * size, { bias }), count, size);
  const queries = rotate(project("q_proj", heads), rotation);
  const key = rotate(project("k_proj", groups), rotation);
  const value = project("v_proj", groups);
  const attended = causalAttention(queries, withPast(graph, layer, { key, value }, inputs.past[layer]), {
    scale: 1 / Math.sqrt(size),
    mask: causalMask(graph, {
      attentionMask: inputs.attentionMask,
      past: inputs.pastLength,
      sequence: "sequence",
      slidingWindow: config.layer_types[layer] === "sliding_attention" ? config.sliding_window : undefined,
    }),
    dropout: config.attention_dropout,
    mode: body.mode,
  });
  return linear(attended, `${at}o_proj`, config.hidden_size, { bias: config.attention_output_bias });
}

/** SwiGLU (Shazeer 2020): one projection, through the activation, gates the other. */
function feedForward({ config }: LlamaBody, x: Value, at: string): Value {
  const bias = { bias: config.mlp_bias };
  const gate = activation(linear(x, `${at}gate_proj`, config.intermediate_size, bias), config.hidden_act);
  const gated = multiply(gate, linear(x, `${at}up_proj`, config.intermediate_size, bias));
  return linear(gated, `${at}down_proj`, config.hidden_size, bias);
}
