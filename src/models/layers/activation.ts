/** @file Activation functions by the names that config.json has for them. */
import type { Value } from "../../graph/graph";
import { add, multiply } from "../../graph/operations/arithmetic";
import { gelu, relu, sigmoid, softplus, tanh } from "../../graph/operations/elementwise";
import type { ConfigReader } from "../config-reader";

/** The name of an activation function. */
export type ActivationName =
  | "gelu"
  | "gelu_python"
  | "gelu_new"
  | "gelu_fast"
  | "gelu_accurate"
  | "gelu_pytorch_tanh"
  | "gelu_python_tanh"
  | "quick_gelu"
  | "relu"
  | "relu2"
  | "leaky_relu"
  | "silu"
  | "swish"
  | "mish"
  | "sigmoid"
  | "tanh"
  | "linear";

/** Several of Hugging Face's names are one function, written in another way. */
const FUNCTIONS: Readonly<Record<ActivationName, (x: Value) => Value>> = {
  gelu: (x: Value) => gelu(x),
  gelu_python: (x: Value) => gelu(x),
  gelu_new: (x: Value) => gelu(x, "tanh"),
  gelu_fast: (x: Value) => gelu(x, "tanh"),
  gelu_accurate: (x: Value) => gelu(x, "tanh"),
  gelu_pytorch_tanh: (x: Value) => gelu(x, "tanh"),
  gelu_python_tanh: (x: Value) => gelu(x, "tanh"),
  quick_gelu: (x: Value) => multiply(x, sigmoid(multiply(x, 1.702))),
  relu: (x: Value) => relu(x),
  relu2: (x: Value) => squared(relu(x)),
  leaky_relu: (x: Value) => add(multiply(relu(x), 0.99), multiply(x, 0.01)),
  silu: (x: Value) => multiply(x, sigmoid(x)),
  swish: (x: Value) => multiply(x, sigmoid(x)),
  mish: (x: Value) => multiply(x, tanh(softplus(x))),
  sigmoid: (x: Value) => sigmoid(x),
  tanh: (x: Value) => tanh(x),
  linear: (x: Value) => x,
};

/** Every name that is known here. */
export const ACTIVATIONS: readonly ActivationName[] = Object.keys(FUNCTIONS) as ActivationName[];

/** Applies an activation function. Python: `transformers.activations.ACT2FN`. */
export function activation(x: Value, name: ActivationName): Value {
  return FUNCTIONS[name](x);
}

/** The activation that a configuration names, or an error that offers the nearest. */
export function readActivation(read: ConfigReader, key: string, fallback: ActivationName): ActivationName {
  return read.choice(key, fallback, ACTIVATIONS, "activations");
}

function squared(x: Value): Value {
  return multiply(x, x);
}
