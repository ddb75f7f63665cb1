/** @file Gradients of addition, subtraction, multiplication and division, with broadcasting undone. */

import type { Value } from "../graph";
import { divide, multiply } from "../operations/arithmetic";
import { negate } from "../operations/elementwise";
import type { GradientRule } from "./gradient";
import { sumToShape } from "./sum-to-shape";

/** d(a + b) = da + db. */
export const addRule: GradientRule = ({ node, gradient, needs }) => {
  const [a, b] = node.inputs as [Value, Value];
  return [needs(0) ? sumToShape(gradient, a.shape) : undefined, needs(1) ? sumToShape(gradient, b.shape) : undefined];
};

/** d(a - b) = da - db. */
export const subtractRule: GradientRule = ({ node, gradient, needs }) => {
  const [a, b] = node.inputs as [Value, Value];
  return [
    needs(0) ? sumToShape(gradient, a.shape) : undefined,
    needs(1) ? negate(sumToShape(gradient, b.shape)) : undefined,
  ];
};

/** d(a b) = b da + a db. */
export const multiplyRule: GradientRule = ({ node, gradient, needs }) => {
  const [a, b] = node.inputs as [Value, Value];
  return [
    needs(0) ? sumToShape(multiply(gradient, b), a.shape) : undefined,
    needs(1) ? sumToShape(multiply(gradient, a), b.shape) : undefined,
  ];
};

/** d(a / b) = da / b - (a / b) db / b. */
export const divideRule: GradientRule = ({ node, gradient, needs }) => {
  const [a, b] = node.inputs as [Value, Value];
  const [quotient] = node.outputs as [Value];
  const overB = divide(gradient, b);
  return [
    needs(0) ? sumToShape(overB, a.shape) : undefined,
    needs(1) ? negate(sumToShape(multiply(overB, quotient), b.shape)) : undefined,
  ];
};
