/** @file Where an answer starts and ends: a logit for each token, twice, and their loss. */
import type { Value } from "../../graph/graph";
import { crossEntropy } from "../../graph/losses/cross-entropy";
import { add, maximum, multiply } from "../../graph/operations/arithmetic";
import { greaterOrEqual } from "../../graph/operations/comparison";
import { slice } from "../../graph/operations/join";
import { scalar } from "../../graph/operations/operand";
import { reshape } from "../../graph/operations/reshape";
import { sizeOf } from "../../graph/operations/sizes";
import type { ForwardOptions } from "../architecture";
import { type LossInputs, lossInputs, wantsLogits, wantsLoss } from "./loss-inputs";

/**
 * Names the outputs `start_logits` and `end_logits`, both `[batch, sequence]`, and `loss`, from logits `[batch*sequence, 2]`.
 *
 * The loss is the mean of both. Positions past the end count for nothing, which is how an answer that was cut off is
 * marked; those below 0 count as 0, as in Python.
 */
export function finishQuestionAnswering(logits: Value, options: ForwardOptions): void {
  const { graph } = logits;
  const column = (index: number): Value => reshape(slice(logits, 1, index, index + 1), ["batch", "sequence"]);
  const start = column(0);
  const end = column(1);
  if (wantsLogits(options)) {
    graph.output("start_logits", start);
    graph.output("end_logits", end);
  }
  if (!wantsLoss(options)) return;
  const starts = graph.input("start_positions", "int64", ["batch"]);
  const ends = graph.input("end_positions", "int64", ["batch"]);
  const inputs = lossInputs(graph, options.lossOptions);
  const loss = graph.scope("loss", () =>
    multiply(add(positionLoss(start, starts, inputs), positionLoss(end, ends, inputs)), 0.5),
  );
  graph.output("loss", loss);
}

function positionLoss(logits: Value, positions: Value, inputs: LossInputs): Value {
  const ignored = greaterOrEqual(positions, sizeOf(logits.graph, "sequence"));
  return crossEntropy(logits, maximum(positions, scalar(logits.graph, 0, "int64")), { ...inputs, ignored });
}
