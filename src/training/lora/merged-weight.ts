/** @file A layer's weight with its update added: `W + B A · scaling`. */
import type { LoraLayer } from "./lora-layers";

/** What {@link mergedWeight} adds up: the weight in its layer's layout, A `[rank, inputs]`, B `[size, rank]`. */
export interface LayerWeights {
  readonly weight: Float32Array;
  readonly down: Float32Array;
  readonly up: Float32Array;
}

/** The weight of a linear layer that gives what the layer and its update give together. */
export function mergedWeight(
  { rank, inputs, size, scaling, layout }: LoraLayer,
  { weight, down, up }: LayerWeights,
): Float32Array {
  const merged = Float32Array.from(weight);
  const [perOutput, perInput] = layout === "size-first" ? [inputs, 1] : [1, size];
  for (let output = 0; output < size; output++) {
    for (let middle = 0; middle < rank; middle++) {
      const factor = scaling * (up[output * rank + middle] ?? 0);
      const from = middle * inputs;
      for (let input = 0; input < inputs; input++) {
        const place = output * perOutput + input * perInput;
        merged[place] = (merged[place] ?? 0) + factor * (down[from + input] ?? 0);
      }
    }
  }
  return merged;
}
