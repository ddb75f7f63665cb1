/** @file Checking a run's feeds against its program, and finding what its symbolic dimensions stand for. */
import type { Tensor } from "onnxruntime-node";
import { listNames } from "../../core/suggest";
import { evaluateDimension } from "../dimension";
import type { LoadedProgram } from "./loaded-program";
import { MachineError } from "./machine-error";
import type { TensorData, TensorFacts } from "./program";
import type { StateStore } from "./state-store";
import { describeTensor, mismatch } from "./tensor-ownership";

/** What the symbolic dimensions stand for in one run. */
export type Sizes = Readonly<Record<string, number>>;

const NAME = /^[A-Za-z_][A-Za-z0-9_]*$/;

/** Checks that everything a program reads is there and fits. Throws a {@link MachineError}; nothing has run then. */
export function bindFeeds(
  loaded: LoadedProgram,
  feeds: Readonly<Record<string, TensorData>>,
  state: StateStore,
  carried: ReadonlyMap<string, Tensor> = new Map(),
): Sizes {
  const program = loaded.program.name;
  for (const name of Object.keys(feeds)) checkWanted(loaded, name);
  const given: [name: string, facts: TensorFacts, tensor: { type: string; dims: readonly number[] }][] = [];
  for (const [name, facts] of loaded.fed) {
    const tensor = Object.hasOwn(feeds, name) ? feeds[name] : carried.get(name);
    if (tensor === undefined) throw mismatch(name, describeTensor(facts, facts.shape), "nothing", program);
    given.push([name, facts, tensor]);
  }
  for (const [name, { state: stateName, facts }] of loaded.stateInputs) {
    given.push([name, facts, state.get(stateName, program)]);
  }
  const sizes: Record<string, number> = Object.create(null);
  const fits = given.map(([name, facts, tensor]) => checkTensor(program, name, facts, tensor, sizes));
  for (const check of fits) check();
  return sizes;
}

/** The numbers of a symbolic shape, or undefined where it cannot be told from the feeds. */
export function resolveShape(shape: readonly (number | string)[], sizes: Sizes): number[] | undefined {
  const dims = shape.map((axis) => resolveAxis(axis, sizes));
  return dims.every((dim) => dim !== undefined) ? dims : undefined;
}

function checkTensor(
  program: string,
  name: string,
  facts: TensorFacts,
  tensor: { type: string; dims: readonly number[] },
  sizes: Record<string, number>,
): () => void {
  const wrong = (why: string): MachineError =>
    mismatch(name, `${describeTensor(facts, facts.shape)}${why}`, describeTensor(tensor, tensor.dims), program);
  if (tensor.type !== facts.type || tensor.dims.length !== facts.shape.length) throw wrong("");
  facts.shape.forEach((axis, index) => {
    if (typeof axis === "string" && NAME.test(axis)) sizes[axis] ??= tensor.dims[index] ?? 0;
  });
  return () => {
    facts.shape.forEach((axis, index) => {
      const size = resolveAxis(axis, sizes);
      if (size === undefined || size === tensor.dims[index]) return;
      throw wrong(typeof axis === "string" ? ` with ${axis} = ${size}, as in the inputs before` : "");
    });
  };
}

function checkWanted(loaded: LoadedProgram, name: string): void {
  if (loaded.fed.has(name)) return;
  const program = loaded.program.name;
  const bound = loaded.stateInputs.get(name);
  const problem =
    bound === undefined
      ? `The program \`${program}\` has no input \`${name}\`. ${listNames("inputs", name, [...loaded.fed.keys()])}`
      : `The input \`${name}\` of \`${program}\` is fed from the state \`${bound.state}\`; it cannot be given.`;
  throw new MachineError("feed-mismatch", problem, { input: name, program });
}

function resolveAxis(axis: number | string, sizes: Sizes): number | undefined {
  if (typeof axis === "number") return axis;
  if (Object.hasOwn(sizes, axis)) return sizes[axis];
  if (axis === "") return undefined;
  try {
    return evaluateDimension(axis, sizes);
  } catch {
    // Not a polynomial, or of names that no feed has.
    return undefined;
  }
}
