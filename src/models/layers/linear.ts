/** @file The linear layer, with its weights under PyTorch's names, and what may be added to every such layer of a model. */
import { Graph, type Value } from "../../graph/graph";
import { gemm } from "../../graph/operations/gemm";

/** Options of {@link linear}. */
export interface LinearOptions {
  /** @default true */
  bias?: boolean;
}

/** A linear layer as an adapter sees it. */
export interface LinearLayer {
  /** PyTorch's name for the module: `"distilbert.transformer.layer.0.attention.q_lin"`. */
  readonly name: string;
  /** What the layer reads, `[n, inputs]`. */
  readonly x: Value;
  /** What the layer gives, `[n, size]`. */
  readonly output: Value;
  readonly inputs: number;
  readonly size: number;
  /** `"size-first"`: the weight is `[size, inputs]`, as in `torch.nn.Linear`; `"inputs-first"`: `[inputs, size]`, as in GPT-2. */
  readonly layout: "size-first" | "inputs-first";
}

/** What takes the place of a linear layer's output: the output itself, or more than it. LoRA is one. */
export type LinearAdapter = (layer: LinearLayer) => Value;

const adapters = new WeakMap<Graph, LinearAdapter>();

/** A model's graph, every linear layer of which asks `adapter`. */
export function modelGraph(name: string, adapter: LinearAdapter | undefined): Graph {
  const graph = new Graph(name);
  if (adapter !== undefined) adapters.set(graph, adapter);
  return graph;
}

/**
 * `x @ weightᵀ + bias`, from the parameters `name.weight` `[size, inputs]` and `name.bias` `[size]`.
 *
 * Shapes: `[n, inputs]` gives `[n, size]`. Python: `torch.nn.Linear`.
 */
export function linear(x: Value, name: string, size: number, options: LinearOptions = {}): Value {
  const inputs = Number(x.shape[1]);
  const weight = x.graph.parameter(`${name}.weight`, [size, inputs]);
  const bias = options.bias === false ? undefined : x.graph.parameter(`${name}.bias`, [size]);
  const output = x.graph.scope(name, () => gemm(x, weight, bias, { transB: true }));
  return adapted({ name, x, output, inputs, size, layout: "size-first" });
}

/** GPT-2's linear layer, whose weight is `[inputs, size]`: the transpose of every other's. Python: `transformers.pytorch_utils.Conv1D`. */
export function conv1d(x: Value, name: string, size: number): Value {
  const inputs = Number(x.shape[1]);
  const weight = x.graph.parameter(`${name}.weight`, [inputs, size]);
  const output = gemm(x, weight, x.graph.parameter(`${name}.bias`, [size]));
  return adapted({ name, x, output, inputs, size, layout: "inputs-first" });
}

function adapted(layer: LinearLayer): Value {
  const adapter = adapters.get(layer.x.graph);
  return adapter === undefined ? layer.output : layer.x.graph.scope(layer.name, () => adapter(layer));
}
