/** @file What the losses share: a mean over nothing, and the range of label smoothing. */
import { argumentRangeError } from "../../core/errors";
import type { Value } from "../graph";
import { equal, where } from "../operations/comparison";
import { scalar } from "../operations/operand";

/** The loss, or NaN where it was divided by 0: the mean over nothing, as PyTorch has it. No gradient flows then. */
export function meanOf(loss: Value, divisor: Value): Value {
  return where(equal(divisor, 0), scalar(loss.graph, Number.NaN), loss);
}

/** A share of label smoothing, checked. */
export function checkSmoothing(caller: string, value: number): number {
  if (value >= 0 && value < 1) return value;
  throw argumentRangeError({
    function: caller,
    parameter: "labelSmoothing",
    rule: "be from 0 up to but not 1",
    value,
  });
}
