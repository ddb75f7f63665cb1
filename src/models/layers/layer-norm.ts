/** @file Layer normalization, with its weights under PyTorch's names. */
import type { Value } from "../../graph/graph";
import { layerNormalization } from "../../graph/operations/layer-normalization";

/** Normalizes the last axis, from the parameters `name.weight` and `name.bias`. Python: `torch.nn.LayerNorm`. */
export function layerNorm(x: Value, name: string, epsilon: number): Value {
  const size = [Number(x.shape.at(-1))];
  const weight = x.graph.parameter(`${name}.weight`, size);
  const bias = x.graph.parameter(`${name}.bias`, size);
  return x.graph.scope(name, () => layerNormalization(x, weight, bias, epsilon));
}
