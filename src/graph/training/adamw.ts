/** @file AdamW as nodes of a graph: clipping by the global norm, the two moments, decoupled weight decay. */

import type { Gradient } from "../gradients/gradient";
import type { Graph, Value } from "../graph";
import { add, divide, minimum, multiply, subtract } from "../operations/arithmetic";
import { lessOrEqual, where } from "../operations/comparison";
import { sqrt } from "../operations/elementwise";
import { expand } from "../operations/expand";
import { gather } from "../operations/gather";
import { scalar } from "../operations/operand";
import { reduceSumSquare } from "../operations/reduce";
import { unsqueeze } from "../operations/reshape";
import { scatterAddRows, sumRows } from "../operations/scatter";
import { unique } from "../operations/select";

/** The constants of AdamW, as in the paper and in PyTorch. */
export interface AdamWConstants {
  /** How much of the mean gradient is kept a step. @default 0.9 */
  beta1: number;
  /** How much of the mean squared gradient is kept a step. @default 0.999 */
  beta2: number;
  /** What keeps the quotient finite. @default 1e-8 */
  epsilon: number;
}

/** A parameter with its gradient and the group whose learning rate and decay it follows. */
export interface AdamWEntry {
  name: string;
  parameter: Value;
  gradient: Gradient;
  group: string;
}

/** The updates, by the name of the state that they replace, and the norm of all gradients before clipping. */
export interface AdamWNodes {
  updates: ReadonlyMap<string, Value>;
  norm: Value;
}

/** What stands in the name of the node that fails where the gradients are no finite numbers. */
export const FINITE_GUARD = "finite";

const LARGEST_FLOAT = 3.4028234663852886e38;

/** The state that holds a parameter's mean gradient. */
export function firstMoment(parameter: string): string {
  return `adamw.m.${parameter}`;
}

/** The state that holds a parameter's mean squared gradient. */
export function secondMoment(parameter: string): string {
  return `adamw.v.${parameter}`;
}

/**
 * Adds one step of AdamW to a graph (Loshchilov and Hutter 2019). PyTorch: `torch.optim.AdamW` after `clip_grad_norm_`.
 *
 * Every update hangs on the global norm and so on every gradient: nothing is written before all that reads the old values is
 * done, which is what lets the machine update in place. The inputs that it adds are those of {@link adamWScalars}.
 */
export function adamW(graph: Graph, entries: readonly AdamWEntry[], constants: AdamWConstants): AdamWNodes {
  const gradients = entries.map(({ gradient }) => summedRows(gradient));
  const norm = graph.scope("norm", () =>
    onlyFinite(sqrt(sumOf(gradients.map((gradient) => reduceSumSquare(gradient.value))))),
  );
  const clip = graph.input("clip_norm", "float32", []);
  const scale = minimum(divide(clip, add(norm, 1e-6)), 1);
  const shared = {
    ...constants,
    // Clipping costs nothing: the scale is folded into the two factors by which gradients enter the moments.
    intoFirst: multiply(scale, 1 - constants.beta1),
    intoSecond: multiply(multiply(scale, scale), 1 - constants.beta2),
    epsilon: graph.input("adamw.epsilon", "float32", []),
  };
  const groups = new Map<string, { stepSize: Value; keep: Value }>();
  for (const { group } of entries) {
    if (groups.has(group)) continue;
    const stepSize = graph.input(`adamw.step_size.${group}`, "float32", []);
    groups.set(group, { stepSize, keep: graph.input(`adamw.keep.${group}`, "float32", []) });
  }
  const updates = new Map<string, Value>();
  for (const [index, { name, parameter, group }] of entries.entries()) {
    const gradient = gradients[index] as SummedGradient;
    const { stepSize, keep } = groups.get(group) as { stepSize: Value; keep: Value };
    graph.scope(`adamw/${name}`, () => {
      const shape = parameter.shape as readonly number[];
      const m = graph.state(firstMoment(name), shape, "moment");
      const v = graph.state(secondMoment(name), shape, "moment");
      const nextM = addTo(multiply(m, constants.beta1), gradient, multiply(gradient.value, shared.intoFirst));
      const square = multiply(gradient.value, gradient.value);
      const nextV = addTo(multiply(v, constants.beta2), gradient, multiply(square, shared.intoSecond));
      const change = multiply(divide(nextM, add(sqrt(nextV), shared.epsilon)), stepSize);
      updates.set(name, subtract(multiply(parameter, keep), change));
      updates.set(firstMoment(name), nextM);
      updates.set(secondMoment(name), nextV);
    });
  }
  return { updates, norm };
}

/** What {@link adamWScalars} needs to know of one group at one step. */
export interface AdamWGroupStep {
  learningRate: number;
  /** A share of the weights that is lost each step, times the learning rate; 0 for none. */
  weightDecay: number;
}

/**
 * The scalars that a step of {@link adamW} is fed, by input name.
 *
 * @param step The number of this step, from 1: the moments' bias is corrected by it.
 * @param clipNorm The greatest norm that the gradients may have together; Infinity clips nothing.
 */
export function adamWScalars(
  step: number,
  groups: Readonly<Record<string, AdamWGroupStep>>,
  constants: AdamWConstants,
  clipNorm: number,
): Record<string, number> {
  const first = 1 - constants.beta1 ** step;
  const second = Math.sqrt(1 - constants.beta2 ** step);
  const scalars: Record<string, number> = { clip_norm: clipNorm, "adamw.epsilon": constants.epsilon * second };
  for (const [group, { learningRate, weightDecay }] of Object.entries(groups)) {
    scalars[`adamw.step_size.${group}`] = (learningRate * second) / first;
    scalars[`adamw.keep.${group}`] = 1 - learningRate * weightDecay;
  }
  return scalars;
}

/**
 * The norm, where it is a finite number; else the run fails here, before anything was updated.
 *
 * A tensor of one number has no second one: looking that up is an error in every engine of ONNX, and costs nothing.
 */
function onlyFinite(norm: Value): Value {
  const { graph } = norm;
  const place = where(lessOrEqual(norm, LARGEST_FLOAT), scalar(graph, 0, "int64"), scalar(graph, 1, "int64"));
  return graph.scope(FINITE_GUARD, () => gather(unsqueeze(norm, [0]), place));
}

/** A gradient with each row once, so that its squares can be summed. */
interface SummedGradient {
  value: Value;
  /** The rows' indices `[distinct, 1]`; undefined for a gradient in full. */
  rows?: Value;
}

function summedRows(gradient: Gradient): SummedGradient {
  if (gradient.kind === "dense") return { value: gradient.value };
  const { graph } = gradient.rows;
  const { values, inverse } = unique(gradient.indices);
  const zeros = expand(scalar(graph, 0), [...values.shape, ...gradient.shape.slice(1)]);
  return { value: sumRows(zeros, inverse, gradient.rows), rows: unsqueeze(values, [1]) };
}

/** The rows that no batch touched get nothing, which is what a gradient of zeros would give them. */
function addTo(moment: Value, gradient: SummedGradient, contribution: Value): Value {
  return gradient.rows === undefined ? add(moment, contribution) : scatterAddRows(moment, gradient.rows, contribution);
}

function sumOf(values: readonly Value[]): Value {
  const [first, ...others] = values;
  if (first === undefined) throw new RangeError("adamW: `entries` must hold one parameter or more, but got none.");
  return others.reduce((sum, value) => add(sum, value), first);
}
