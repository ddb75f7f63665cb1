/** @file Tensors that one run leaves to the next: they grow, are cut and reordered where they lie, and never leave the machine. */
import type { Tensor } from "onnxruntime-node";
import { listNames } from "../../core/suggest";
import { MachineError } from "./machine-error";
import type { Runtime } from "./runtime";
import { elementCount } from "./tensor-ownership";

/** What a carry is made of: float32 tensors of one shape, such as the keys and values of a decoder's layers. */
export interface CarrySpec {
  /** The inputs that are fed from the carry, and the outputs whose values they get for the next run. */
  readonly tensors: readonly { readonly input: string; readonly output: string }[];
  /** The dims at the beginning; the axis that grows has 0 there. */
  readonly begin: readonly number[];
  /** The axis of the batch's rows. */
  readonly rowAxis: number;
  /** The axis that grows. */
  readonly lengthAxis: number;
}

/** What is done to a carry before a run reads it. */
export interface CarryUse {
  readonly name: string;
  /** Opens the carry where it is not open yet: the run that begins a text needs no call before it. */
  readonly spec?: CarrySpec | undefined;
  /** Cuts it to this length. */
  readonly length?: number | undefined;
  /** The rows that are kept, in their new order; one may come more than once. */
  readonly rows?: readonly number[] | undefined;
}

/** Memory grows by half, so that a text of n tokens asks for new memory log(n) times. */
const GROWTH = 1.5;

interface Slot {
  readonly input: string;
  readonly output: string;
  tensor: Tensor;
  spare: Float32Array;
}

/** The carried tensors of one user. Each has two memories: a run reads one and writes the other. */
export class Carry {
  readonly #runtime: Runtime;
  readonly #spec: CarrySpec;
  readonly #slots: readonly Slot[];

  constructor(runtime: Runtime, spec: CarrySpec) {
    this.#runtime = runtime;
    this.#spec = spec;
    this.#slots = spec.tensors.map(({ input, output }) => ({
      input,
      output,
      tensor: new runtime.Tensor("float32", new Float32Array(elementCount(spec.begin)), spec.begin),
      spare: new Float32Array(),
    }));
  }

  /** What a run reads, by the names of its inputs. */
  inputs(): ReadonlyMap<string, Tensor> {
    return new Map(this.#slots.map(({ input, tensor }) => [input, tensor]));
  }

  /** The outputs that a run must write. */
  get outputs(): readonly string[] {
    return this.#slots.map(({ output }) => output);
  }

  /** Memory for what a run writes. The dims are those of the tensors now, with `added` more on the axis that grows. */
  offer(output: string, dims: readonly number[]): Tensor {
    const slot = this.#slots.find((one) => one.output === output);
    const memory = this.#roomy(slot, elementCount(dims));
    return new this.#runtime.Tensor("float32", memory, dims);
  }

  /** Takes what a run has written. A run that failed never comes here, and so changes nothing. */
  take(written: (output: string) => Tensor | undefined): void {
    for (const slot of this.#slots) {
      const tensor = written(slot.output);
      if (tensor === undefined) continue;
      slot.spare = wholeMemory(slot.tensor);
      slot.tensor = tensor;
    }
  }

  /** Cuts the tensors and puts their rows in another order. */
  arrange({ length, rows }: Pick<CarryUse, "length" | "rows">): void {
    for (const slot of this.#slots) {
      if (length !== undefined) this.#cut(slot, length);
      if (rows !== undefined) this.#reorder(slot, rows);
    }
  }

  #cut(slot: Slot, length: number): void {
    const { lengthAxis } = this.#spec;
    const { dims } = slot.tensor;
    const before = dims[lengthAxis] ?? 0;
    if (length < 0 || length > before) throw outside("length", length, before);
    if (length === before) return;
    const data = slot.tensor.data as Float32Array;
    const { outer, inner } = around(dims, lengthAxis);
    // Every block moves towards the front, so that none overwrites one that is still to be moved.
    for (let block = 1; block < outer; block++) {
      const from = block * before * inner;
      data.copyWithin(block * length * inner, from, from + length * inner);
    }
    const cut = dims.map((size, axis) => (axis === lengthAxis ? length : size));
    slot.tensor = new this.#runtime.Tensor("float32", data.subarray(0, elementCount(cut)), cut);
  }

  #reorder(slot: Slot, rows: readonly number[]): void {
    const { rowAxis } = this.#spec;
    const { dims } = slot.tensor;
    const count = dims[rowAxis] ?? 0;
    const wrong = rows.find((row) => !Number.isSafeInteger(row) || row < 0 || row >= count);
    if (wrong !== undefined) throw outside("row", wrong, count - 1);
    if (rows.length === count && rows.every((row, place) => row === place)) return;
    const data = slot.tensor.data as Float32Array;
    const { outer, inner } = around(dims, rowAxis);
    const ordered = dims.map((size, axis) => (axis === rowAxis ? rows.length : size));
    const target = this.#roomy(slot, elementCount(ordered));
    for (let block = 0; block < outer; block++) {
      for (const [place, row] of rows.entries()) {
        const from = (block * count + row) * inner;
        target.set(data.subarray(from, from + inner), (block * rows.length + place) * inner);
      }
    }
    slot.spare = wholeMemory(slot.tensor);
    slot.tensor = new this.#runtime.Tensor("float32", target, ordered);
  }

  #roomy(slot: Slot | undefined, count: number): Float32Array {
    if (slot === undefined) return new Float32Array(count);
    if (slot.spare.length < count) slot.spare = new Float32Array(Math.ceil(count * GROWTH));
    return slot.spare.subarray(0, count);
  }
}

/** The carries of an engine, by name. */
export class CarryStore {
  readonly #carries = new Map<string, Carry>();

  open(runtime: Runtime, name: string, spec: CarrySpec): void {
    this.#carries.set(name, new Carry(runtime, spec));
  }

  /** The carry of a use, opened where the use says how. */
  of(runtime: Runtime, { name, spec }: CarryUse): Carry {
    if (spec !== undefined && !this.#carries.has(name)) this.open(runtime, name, spec);
    return this.get(name);
  }

  get(name: string): Carry {
    const carry = this.#carries.get(name);
    if (carry !== undefined) return carry;
    const names = listNames("carries", name, [...this.#carries.keys()]);
    throw new MachineError("state-missing", `There is no carry \`${name}\`. ${names}`, { input: name });
  }

  close(name: string): void {
    this.#carries.delete(name);
  }

  clear(): void {
    this.#carries.clear();
  }
}

function around(dims: readonly number[], axis: number): { outer: number; inner: number } {
  return { outer: elementCount(dims.slice(0, axis)), inner: elementCount(dims.slice(axis + 1)) };
}

/** All the memory behind a tensor, of which the tensor may fill a part. */
function wholeMemory({ data }: Tensor): Float32Array {
  const { buffer } = data as Float32Array;
  return buffer instanceof ArrayBuffer ? new Float32Array(buffer) : new Float32Array();
}

function outside(what: string, value: number, most: number): MachineError {
  return new MachineError("feed-mismatch", `A carry's ${what} must be from 0 to ${most}, but got ${value}.`);
}
