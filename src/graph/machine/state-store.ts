/** @file The named state of an engine: one runtime tensor a name, shared by all programs. */
import type { Tensor } from "onnxruntime-node";
import { listNames } from "../../core/suggest";
import { MachineError } from "./machine-error";
import type { StateValue } from "./program";
import type { Runtime } from "./runtime";
import { elementCount } from "./tensor-ownership";

/** Named float32 tensors. A run may write into them or put others in their places. */
export class StateStore {
  readonly #runtime: Runtime;
  readonly #tensors = new Map<string, Tensor>();
  readonly #spares = new Map<string, Tensor>();
  readonly #lost = new Set<string>();

  constructor(runtime: Runtime) {
    this.#runtime = runtime;
  }

  set(name: string, { dims, data }: StateValue): void {
    this.put(name, new this.#runtime.Tensor("float32", data, dims));
  }

  /** Puts a tensor in a state's place. */
  put(name: string, tensor: Tensor): void {
    this.#tensors.set(name, tensor);
    this.#spares.delete(name);
    this.#lost.delete(name);
  }

  /** The tensor of a state which a program is about to read. */
  get(name: string, program?: string): Tensor {
    const tensor = this.#tensors.get(name);
    if (tensor === undefined) {
      const names = listNames("states", name, [...this.#tensors.keys()]);
      throw new MachineError("state-missing", `There is no state \`${name}\`. ${names}`, { program, input: name });
    }
    if (program !== undefined && this.#lost.has(name)) {
      throw new MachineError("state-lost", `The state \`${name}\` may be half updated: a step failed in its middle.`, {
        program,
        input: name,
        state: "lost",
        hint: "Set it again, from a checkpoint or from the first weights.",
      });
    }
    return tensor;
  }

  has(name: string): boolean {
    return this.#tensors.has(name);
  }

  /** A copy of a state's value. */
  read(name: string): StateValue {
    const { dims, data } = this.get(name);
    return { dims: [...dims], data: new Float32Array(data as Float32Array) };
  }

  drop(name: string): void {
    this.#tensors.delete(name);
    this.#spares.delete(name);
    this.#lost.delete(name);
  }

  clear(): void {
    for (const name of [...this.#tensors.keys()]) this.drop(name);
  }

  /** Second memory for a state that may not be written while it is read; it is kept for the next run. */
  spare(name: string, dims: readonly number[]): Tensor {
    const known = this.#spares.get(name);
    if (known !== undefined) return known;
    const spare = new this.#runtime.Tensor("float32", new Float32Array(elementCount(dims)), dims);
    this.#spares.set(name, spare);
    return spare;
  }

  /** Makes the second memory the state, and the state's the second memory. */
  swap(name: string): void {
    const spare = this.#spares.get(name);
    const before = this.#tensors.get(name);
    if (spare === undefined) return;
    this.put(name, spare);
    if (before !== undefined) this.#spares.set(name, before);
  }

  /** Notes that states may be half updated. */
  markLost(names: readonly string[]): void {
    for (const name of names) this.#lost.add(name);
  }
}
