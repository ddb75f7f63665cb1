/** @file The linear layer, with its weights under PyTorch's names. */
import type { Value } from "../../graph/graph";
import { gemm } from "../../graph/operations/gemm";

/** Options of {@link linear}. */
export interface LinearOptions {
  /** @default true */
  bias?: boolean;
}

/**
 * `x @ weightᵀ + bias`, from the parameters `name.weight` `[size, inputs]` and `name.bias` `[size]`.
 *
 * Shapes: `[n, inputs]` gives `[n, size]`. Python: `torch.nn.Linear`.
 */
export function linear(x: Value, name: string, size: number, options: LinearOptions = {}): Value {
  const weight = x.graph.parameter(`${name}.weight`, [size, Number(x.shape[1])]);
  const bias = options.bias === false ? undefined : x.graph.parameter(`${name}.bias`, [size]);
  return x.graph.scope(name, () => gemm(x, weight, bias, { transB: true }));
}
