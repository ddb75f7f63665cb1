/** @file Gradients of the functions of one tensor. */

import type { Value } from "../graph";
import { add, divide, multiply, subtract } from "../operations/arithmetic";
import { cast, cosine, erf, exp, negate, sigmoid, sign, sine } from "../operations/elementwise";
import type { GradientRule } from "./gradient";

/** A rule from the derivative in terms of the input and the output. */
function byDerivative(derivative: (x: Value, y: Value) => Value): GradientRule {
  return ({ node, gradient }) => {
    const [x] = node.inputs as [Value];
    const [y] = node.outputs as [Value];
    return [multiply(gradient, derivative(x, y))];
  };
}

/** d(-x) = -dx. */
export const negateRule: GradientRule = ({ gradient }) => [negate(gradient)];

/** d|x| = sign(x) dx. */
export const absoluteRule: GradientRule = byDerivative((x) => sign(x));

/** d e^x = e^x dx. */
export const expRule: GradientRule = byDerivative((_, y) => y);

/** d log(x) = dx / x. */
export const logRule: GradientRule = ({ node, gradient }) => [divide(gradient, node.inputs[0] as Value)];

/** d √x = dx / (2 √x). */
export const sqrtRule: GradientRule = ({ node, gradient }) => [
  divide(multiply(gradient, 0.5), node.outputs[0] as Value),
];

/** d(1/x) = -dx / x². */
export const reciprocalRule: GradientRule = byDerivative((_, y) => negate(multiply(y, y)));

/** d erf(x) = 2/√π e^(-x²) dx. */
export const erfRule: GradientRule = byDerivative((x) => multiply(exp(negate(multiply(x, x))), 2 / Math.sqrt(Math.PI)));

/** d tanh(x) = (1 - tanh²) dx. */
export const tanhRule: GradientRule = byDerivative((_, y) => subtract(1, multiply(y, y)));

/** dσ(x) = σ (1 - σ) dx. */
export const sigmoidRule: GradientRule = byDerivative((_, y) => multiply(y, subtract(1, y)));

/** d log(1 + e^x) = σ(x) dx. */
export const softplusRule: GradientRule = byDerivative((x) => sigmoid(x));

/** d max(x, 0) = dx where x > 0. The output's sign says so, and is 0 at 0 as in PyTorch. */
export const reluRule: GradientRule = byDerivative((_, y) => sign(y));

/** d sin(x) = cos(x) dx. */
export const sineRule: GradientRule = byDerivative((x) => cosine(x));

/** d cos(x) = -sin(x) dx. */
export const cosineRule: GradientRule = byDerivative((x) => negate(sine(x)));

/** A cast keeps the gradient where it is between floats; to and from whole numbers there is none. */
export const castRule: GradientRule = ({ node, gradient }) => {
  const [x] = node.inputs as [Value];
  return [x.type === "float32" ? cast(gradient, x.type) : undefined];
};

/**
 * GELU: d(x Φ(x)) = (Φ(x) + x φ(x)) dx, and the same through its tanh form.
 *
 * Φ is computed again from x: keeping it would cost a tensor of the feed-forward's size a layer.
 */
export const geluRule: GradientRule = ({ node, gradient }) => {
  const [x] = node.inputs as [Value];
  return [multiply(gradient, node.attributes.approximate === "tanh" ? tanhGeluSlope(x) : geluSlope(x))];
};

function geluSlope(x: Value): Value {
  const cdf = add(multiply(erf(multiply(x, Math.SQRT1_2)), 0.5), 0.5);
  const density = exp(multiply(multiply(x, x), -0.5));
  return add(cdf, multiply(multiply(x, density), 1 / Math.sqrt(2 * Math.PI)));
}

/**
 * The tanh form is x σ(v) with v = x (a + c x²), a = 2√(2/π) and c = 0.044715 a, so that its slope is
 * s (1 + x (1 - s) (a + 3 c x²)) with s = σ(v): fewer passes over the feed-forward's tensor than through tanh.
 */
function tanhGeluSlope(x: Value): Value {
  const a = 2 * Math.sqrt(2 / Math.PI);
  const c = 0.044715 * a;
  const square = multiply(x, x);
  const s = sigmoid(multiply(x, add(multiply(square, c), a)));
  const inner = multiply(multiply(x, subtract(1, s)), add(multiply(square, 3 * c), a));
  return multiply(s, add(inner, 1));
}
