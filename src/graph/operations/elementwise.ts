/** @file Functions of one tensor, element by element. */
import type { Attributes, ElementType, Value } from "../graph";
import { only, requireType } from "./operand";

/** `-x`. ONNX: Neg. */
export function negate(x: Value): Value {
  return unary("Neg", x);
}

/** `|x|`. ONNX: Abs. */
export function absolute(x: Value): Value {
  return unary("Abs", x);
}

/** `e^x`. ONNX: Exp. */
export function exp(x: Value): Value {
  return unary("Exp", x);
}

/** The natural logarithm. ONNX: Log. */
export function log(x: Value): Value {
  return unary("Log", x);
}

/** The square root. ONNX: Sqrt. */
export function sqrt(x: Value): Value {
  return unary("Sqrt", x);
}

/** `1 / x`. ONNX: Reciprocal. */
export function reciprocal(x: Value): Value {
  return unary("Reciprocal", x);
}

/** The error function of Gauss. ONNX: Erf. */
export function erf(x: Value): Value {
  return unary("Erf", x);
}

/** The hyperbolic tangent. ONNX: Tanh. */
export function tanh(x: Value): Value {
  return unary("Tanh", x);
}

/** `1 / (1 + e^-x)`. ONNX: Sigmoid. */
export function sigmoid(x: Value): Value {
  return unary("Sigmoid", x);
}

/** `log(1 + e^x)`, without overflow. ONNX: Softplus. */
export function softplus(x: Value): Value {
  return unary("Softplus", x);
}

/** `max(x, 0)`. ONNX: Relu. */
export function relu(x: Value): Value {
  return unary("Relu", x);
}

/** -1, 0 or 1. ONNX: Sign. Its gradient is zero. */
export function sign(x: Value): Value {
  return unary("Sign", x);
}

/** The sine of an angle in radians. ONNX: Sin. */
export function sine(x: Value): Value {
  return unary("Sin", x);
}

/** The cosine of an angle in radians. ONNX: Cos. */
export function cosine(x: Value): Value {
  return unary("Cos", x);
}

/**
 * The Gaussian error linear unit (Hendrycks and Gimpel 2016). ONNX: Gelu.
 *
 * @param approximate `"tanh"` is the approximation that GPT-2 was trained with (`gelu_new`). Default `"none"`, the exact one.
 */
export function gelu(x: Value, approximate: "none" | "tanh" = "none"): Value {
  return unary("Gelu", x, { approximate });
}

/** The same values as another element type. ONNX: Cast. A bool becomes 0 or 1; a fraction is cut. */
export function cast(x: Value, type: ElementType): Value {
  if (x.type === type) return x;
  return only(
    x.graph.node({ operation: "Cast", inputs: [x], attributes: { to: type }, outputs: [{ type, shape: x.shape }] }),
  );
}

function unary(operation: string, x: Value, attributes: Attributes = {}): Value {
  requireType(operation, x, "float32");
  return only(x.graph.node({ operation, inputs: [x], attributes, outputs: [{ type: x.type, shape: x.shape }] }));
}
