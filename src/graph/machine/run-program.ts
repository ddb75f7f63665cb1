/** @file One run of a program: into memory that is offered where that is proven to work, else with results copied out. */
import type { InferenceSession, Tensor } from "onnxruntime-node";
import { messageOf } from "../../core/errors";
import { listNames } from "../../core/suggest";
import { bindFeeds, resolveShape, type Sizes } from "./bind-feeds";
import type { Carry, CarryStore } from "./carry";
import type { LoadedProgram } from "./loaded-program";
import type { RunRequest } from "./machine-calls";
import { HALF_UPDATED, MachineError, type StateAfter } from "./machine-error";
import type { ProgramOutput, TensorData, TensorType } from "./program";
import type { Runtime } from "./runtime";
import type { StateStore } from "./state-store";
import { elementCount } from "./tensor-ownership";

/** What the binding throws at a sequence, after the run has written everything else. */
export const STOP_MESSAGE = "Non tensor type is temporarily not supported";

/** A NaN that no arithmetic makes: where it still stands after a failure, nothing has been written. */
const UNTOUCHED = 0x7fcac0de;

const NODE = /while running (\S+) node\. Name:'([^']*)'(?: Status Message: )?/;
const MEMORY =
  /failed to allocate memory|bad_alloc|bad allocation|array buffer allocation failed|invalid (typed )?array length/i;

/** What a run needs besides its request. */
export interface RunContext {
  readonly runtime: Runtime;
  readonly state: StateStore;
  readonly carries: CarryStore;
  readonly copyFree: "on" | "off";
}

/** The memory that is offered for the results of a run. */
interface Offer {
  readonly fetches: Record<string, Tensor | null>;
  readonly results: Record<string, TensorData>;
}

/**
 * Runs a program. The state is replaced as a whole or not at all.
 *
 * The exception is a failure in the middle of in-place updates, which the error's `state: "lost"` tells.
 */
export async function runProgram(
  context: RunContext,
  loaded: LoadedProgram,
  request: RunRequest,
): Promise<Record<string, TensorData>> {
  const carry = request.carry === undefined ? undefined : context.carries.of(context.runtime, request.carry);
  if (carry !== undefined && request.carry !== undefined) carry.arrange(request.carry);
  const carried = carry?.inputs();
  const sizes = bindFeeds(loaded, request.feeds, context.state, carried);
  const wanted = wantedOutputs(loaded, request.fetch);
  const feeds: Record<string, Tensor> = {};
  for (const [name, { type, data, dims }] of Object.entries(request.feeds))
    feeds[name] = makeTensor(context, type, data, dims);
  for (const [name, { state }] of loaded.stateInputs) feeds[name] = context.state.get(state, loaded.program.name);
  for (const [name, tensor] of carried ?? []) feeds[name] = tensor;
  const offer = tryOffer(context, loaded, wanted, sizes, request.shapes ?? {}, carry);
  return offer === undefined
    ? runCopying(context, loaded, feeds, wanted, carry)
    : runInPlace(context, loaded, feeds, offer, carry);
}

async function runCopying(
  { state }: RunContext,
  { program, session }: LoadedProgram,
  feeds: Record<string, Tensor>,
  wanted: readonly ProgramOutput[],
  carry: Carry | undefined,
): Promise<Record<string, TensorData>> {
  const kept = [...program.updates.map(({ output }) => output), ...(carry?.outputs ?? [])];
  const names = [...new Set([...wanted.map(({ name }) => name), ...kept])];
  let values: InferenceSession.OnnxValueMapType = {};
  try {
    if (names.length > 0) values = await session.run(feeds, names);
  } catch (error) {
    throw failure(error, program.name, "unchanged");
  }
  const results: Record<string, TensorData> = {};
  for (const { name } of wanted) {
    const value = values[name];
    const shared = kept.includes(name);
    if (value !== undefined) results[name] = dataOf(value, shared);
  }
  for (const { output, state: name } of program.updates) {
    const value = values[output];
    if (value !== undefined) state.put(name, value);
  }
  carry?.take((output) => values[output]);
  return results;
}

async function runInPlace(
  { state }: RunContext,
  { program, session }: LoadedProgram,
  feeds: Record<string, Tensor>,
  { fetches, results }: Offer,
  carry: Carry | undefined,
): Promise<Record<string, TensorData>> {
  const witness = program.barrier === undefined ? undefined : witnessOf(fetches[program.barrier]);
  witness?.fill(UNTOUCHED);
  try {
    await session.run(feeds, fetches);
  } catch (error) {
    if (!messageOf(error).includes(STOP_MESSAGE)) {
      const inPlace = program.updates.filter((update) => update.inPlace === "safe").map((update) => update.state);
      const intact = inPlace.length === 0 || witness?.[0] === UNTOUCHED;
      if (!intact) state.markLost(inPlace);
      throw failure(error, program.name, intact ? "unchanged" : "lost");
    }
  }
  for (const update of program.updates) if (update.inPlace === "copy") state.swap(update.state);
  carry?.take((output) => fetches[output] ?? undefined);
  for (const output of [...program.updates.map((update) => update.output), ...(carry?.outputs ?? [])]) {
    const result = results[output];
    if (result?.type === "float32") results[output] = { ...result, data: new Float32Array(result.data) };
  }
  return results;
}

function tryOffer(...given: Parameters<typeof offerMemory>): Offer | undefined {
  const [context, { program }] = given;
  if (context.copyFree === "off") return undefined;
  try {
    return offerMemory(...given);
  } catch (error) {
    throw error instanceof MachineError ? error : failure(error, program.name, "unchanged");
  }
}

/** Memory for everything that a run writes; undefined where a size cannot be told before the run. */
function offerMemory(
  context: RunContext,
  { program, outputs, returned }: LoadedProgram,
  wanted: readonly ProgramOutput[],
  sizes: Sizes,
  shapes: Readonly<Record<string, readonly number[]>>,
  carry: Carry | undefined,
): Offer | undefined {
  if (program.stopOutput === undefined) return undefined;
  const fetches: Record<string, Tensor | null> = { [program.stopOutput]: null };
  const results: Record<string, TensorData> = {};
  const { state } = context;
  for (const { output, state: name, inPlace } of program.updates) {
    const dims = resolveShape(outputs.get(output)?.shape ?? [], sizes);
    const fits = state.has(name) && dims !== undefined && sameDims(dims, state.get(name, program.name).dims);
    if (dims === undefined || !fits) return undefined;
    fetches[output] = inPlace === "safe" ? state.get(name, program.name) : state.spare(name, dims);
  }
  for (const output of carry?.outputs ?? []) {
    const dims = Object.hasOwn(shapes, output) ? shapes[output] : resolveShape(outputs.get(output)?.shape ?? [], sizes);
    if (dims === undefined || carry === undefined) return undefined;
    fetches[output] = carry.offer(output, dims);
  }
  const barrier = returned.filter(({ name }) => name === program.barrier);
  for (const { name, type, shape } of [...new Set([...wanted, ...barrier])]) {
    const dims = Object.hasOwn(shapes, name) ? shapes[name] : resolveShape(shape, sizes);
    if (dims === undefined) return undefined;
    const offered = fetches[name] ?? makeTensor(context, type, emptyArray(type, elementCount(dims)), dims);
    fetches[name] = offered;
    if (wanted.some((output) => output.name === name)) results[name] = dataOf(offered, false);
  }
  return { fetches, results };
}

function wantedOutputs(
  { program, returned }: LoadedProgram,
  fetch: readonly string[] | undefined,
): readonly ProgramOutput[] {
  if (fetch === undefined) return returned;
  return [...new Set(fetch)].map((name) => {
    const output = returned.find((one) => one.name === name);
    if (output !== undefined) return output;
    const names = listNames(
      "outputs",
      name,
      returned.map((one) => one.name),
    );
    throw new MachineError("program-invalid", `The program \`${program.name}\` has no output \`${name}\`. ${names}`, {
      program: program.name,
    });
  });
}

function failure(error: unknown, program: string, state: StateAfter): MachineError {
  const message = messageOf(error);
  const [found, operation, node] = NODE.exec(message) ?? [];
  const where = found === undefined ? "" : ` at the node ${node} (${operation})`;
  const reason = found === undefined ? message : message.slice(message.indexOf(found) + found.length);
  const details = { program, node, state, cause: error };
  const after = state === "lost" ? HALF_UPDATED : "";
  if (MEMORY.test(message)) {
    return new MachineError("out-of-memory", `The program \`${program}\` ran out of memory${where}.${after}`, {
      ...details,
      hint: "Use a smaller batch, shorter sequences or fewer trainable layers.",
    });
  }
  return new MachineError("run-failed", `The program \`${program}\` failed${where}: ${reason.trim()}${after}`, details);
}

function makeTensor(
  { runtime }: RunContext,
  type: TensorType,
  data: TensorData["data"],
  dims: readonly number[],
): Tensor {
  return new runtime.Tensor(type, data as Float32Array, dims);
}

/** A runtime's tensor as plain data; with `copy` it has memory of its own. */
function dataOf({ type, dims, data }: Tensor, copy: boolean): TensorData {
  return { type, dims: [...dims], data: copy ? (data as Float32Array).slice() : data } as TensorData;
}

function emptyArray(type: TensorType, length: number): TensorData["data"] {
  if (type === "int64") return new BigInt64Array(length);
  if (type === "int32") return new Int32Array(length);
  return type === "bool" ? new Uint8Array(length) : new Float32Array(length);
}

function witnessOf(tensor: Tensor | null | undefined): Uint32Array | undefined {
  const data = tensor?.data;
  return data instanceof Float32Array ? new Uint32Array(data.buffer, data.byteOffset, 1) : undefined;
}

function sameDims(first: readonly number[], second: readonly number[]): boolean {
  return first.length === second.length && first.every((dim, index) => dim === second[index]);
}
