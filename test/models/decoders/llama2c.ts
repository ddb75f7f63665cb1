/** @file Reads a checkpoint and a vocabulary of llama2.c (version 0 of its format) as Llama's weights. Tests only. */
import { readFileSync } from "node:fs";
import type { FedTensor } from "../run-forward";

/** A checkpoint as Hugging Face would have it. */
export interface Llama2cModel {
  config: Record<string, unknown>;
  weights: Map<string, FedTensor>;
}

/** Reads a checkpoint: seven whole numbers, then each kind of weight for all layers, float32. */
export function readLlama2c(path: string): Llama2cModel {
  const bytes = readFileSync(path);
  const header = Array.from({ length: 7 }, (_, index) => bytes.readInt32LE(4 * index));
  const [width = 0, inner = 0, layers = 0, heads = 0, groups = 0, signed = 0, longest = 0] = header;
  // A negative vocabulary says that the head is not tied.
  const vocabulary = Math.abs(signed);
  const size = width / heads;
  let at = 28;
  const take = (...shape: number[]): FedTensor => {
    const length = shape.reduce((product, axis) => product * axis, 1);
    const data = Float32Array.from({ length }, (_, index) => bytes.readFloatLE(at + 4 * index));
    at += 4 * length;
    return { data, shape };
  };
  const weights = new Map<string, FedTensor>();
  const perLayer = (name: string, rows: number, columns: number | undefined, turned = 0): void => {
    for (let layer = 0; layer < layers; layer++) {
      const tensor = columns === undefined ? take(rows) : take(rows, columns);
      weights.set(`model.layers.${layer}.${name}.weight`, turned === 0 ? tensor : halved(tensor, turned));
    }
  };
  weights.set("model.embed_tokens.weight", take(vocabulary, width));
  perLayer("input_layernorm", width, undefined);
  perLayer("self_attn.q_proj", width, width, heads);
  perLayer("self_attn.k_proj", groups * size, width, groups);
  perLayer("self_attn.v_proj", groups * size, width);
  perLayer("self_attn.o_proj", width, width);
  perLayer("post_attention_layernorm", width, undefined);
  perLayer("mlp.gate_proj", inner, width);
  perLayer("mlp.down_proj", width, inner);
  perLayer("mlp.up_proj", inner, width);
  weights.set("model.norm.weight", take(width));
  // The angles of the rotation, which follow from the positions.
  take(longest, size);
  if (signed < 0) weights.set("lm_head.weight", take(vocabulary, width));
  const config = {
    model_type: "llama",
    vocab_size: vocabulary,
    hidden_size: width,
    intermediate_size: inner,
    num_hidden_layers: layers,
    num_attention_heads: heads,
    num_key_value_heads: groups,
    max_position_embeddings: longest,
    rms_norm_eps: 1e-5,
    tie_word_embeddings: signed > 0,
  };
  return { config, weights };
}

/** Rows that turn together: neighbours in llama2.c, half a head apart in Hugging Face. */
function halved({ data, shape }: FedTensor, heads: number): FedTensor {
  const [rows = 0, columns = 0] = shape;
  const size = rows / heads;
  const turned = new Float32Array(rows * columns);
  for (let row = 0; row < rows; row++) {
    const within = row % size;
    const target = row - within + (within % 2) * (size / 2) + Math.floor(within / 2);
    for (let column = 0; column < columns; column++) {
      turned[target * columns + column] = data[row * columns + column] ?? 0;
    }
  }
  return { data: turned, shape };
}

/** The tokens' texts, by id: a score, a length and the bytes of each. */
export function readLlama2cTokens(path: string, count: number): string[] {
  const bytes = readFileSync(path);
  let at = 4;
  return Array.from({ length: count }, () => {
    const length = bytes.readInt32LE(at + 4);
    const text = bytes.toString("utf8", at + 8, at + 8 + length);
    at += 8 + length;
    const byte = /^<0x([0-9A-F]{2})>$/.exec(text)?.[1];
    return byte === undefined ? text : String.fromCharCode(Number.parseInt(byte, 16));
  });
}
