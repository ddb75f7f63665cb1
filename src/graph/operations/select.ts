/** @file Operations whose result's size only the run knows. */
import type { Value } from "../graph";
import { only, requireType } from "./operand";
import { squeeze } from "./reshape";

/** The indices at which a list of bools holds, int64 of shape `[selected]`. ONNX: NonZero. */
export function indicesWhere(condition: Value): Value {
  requireType("NonZero", condition, "bool");
  const { graph } = condition;
  const selected = graph.freshDimension("selected");
  const [found] = graph.node({
    operation: "NonZero",
    inputs: [condition],
    outputs: [{ type: "int64", shape: [1, selected] }],
  });
  const source = only(found === undefined ? [] : [found]);
  graph.learnDimension(selected, { value: source, axis: 1 });
  return squeeze(source, [0]);
}

/** The distinct values of an int64 list, sorted, and for each element of the list the place of its value among them. ONNX: Unique. */
export function unique(list: Value): { values: Value; inverse: Value } {
  requireType("Unique", list, "int64");
  const { graph } = list;
  const distinct = graph.freshDimension("distinct");
  const outputs = graph.node({
    operation: "Unique",
    inputs: [list],
    attributes: { sorted: 1 },
    outputs: [
      { type: "int64", shape: [distinct] },
      { type: "int64", shape: [distinct] },
      { type: "int64", shape: list.shape },
      { type: "int64", shape: [distinct] },
    ],
  });
  const values = only(outputs);
  const inverse = only(outputs.slice(2));
  graph.learnDimension(distinct, { value: values, axis: 0 });
  return { values, inverse };
}
