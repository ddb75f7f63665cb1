/** @file The machine: ONNX programs over shared named state on onnxruntime-node, off the main thread. */
import { argumentRangeError } from "../../core/errors";
import { CallQueue, type QueuedCall } from "./call-queue";
import type { CarrySpec, CarryUse } from "./carry";
import { defaultThreads } from "./default-threads";
import { buffersOf, type EngineFacts, type EngineHost, type EngineSettings, type RunRequest } from "./machine-calls";
import { MachineError } from "./machine-error";
import type { MachineProgram, ProgramFacts, StateValue, TensorData } from "./program";
import { ownState, ownTensor } from "./tensor-ownership";

/** How a machine is made. */
export interface MachineOptions {
  /** Threads for the arithmetic of a run. @default the physical cores that this process may use */
  readonly threads?: number;
  /** `"auto"` writes results straight into state where a self-test proves that it works; `"off"` copies. @default "auto" */
  readonly copyFree?: "auto" | "off";
  /** @default "worker", a thread of its own; `"main"` computes in the calling thread, which stands still meanwhile. */
  readonly where?: "worker" | "main";
}

/** What a run may be given besides its feeds. */
export interface RunOptions {
  /** The outputs that are wanted. @default all of the program's */
  readonly fetch?: readonly string[];
  /** Drops the run if it has not begun; a run that has begun is finished first, so that the state is whole. */
  readonly signal?: AbortSignal;
  /** Dims of outputs that cannot be told from the feeds. Without them such a run copies its results. */
  readonly shapes?: Readonly<Record<string, readonly number[]>>;
  /** Moves the feeds' memory instead of copying it: the caller's arrays are empty afterwards. @default false */
  readonly transfer?: boolean;
  /** The carry that feeds some inputs and takes some outputs, and how it is arranged before that. */
  readonly carry?: CarryUse;
}

/** What a process takes up. */
export interface MachineMemory {
  /** Resident memory of the whole process, in bytes. */
  readonly rss: number;
}

// A machine that nobody holds any more, as after a notebook cell was run again, must not keep its state in memory.
let forgotten: FinalizationRegistry<EngineHost> | undefined;

/**
 * Runs ONNX programs over named state that stays where it is between runs.
 *
 * Calls are made in the order in which they come, one at a time. A machine does not keep the process from ending.
 *
 * @example
 * ```ts
 * const machine = await Machine.create({ threads: 2 });
 * await machine.setState("weight", { dims: [2], data: Float32Array.of(1, 2) });
 * await machine.load({
 *   name: "step",
 *   model, // weight2 = weight - gradient
 *   state: [{ input: "weight", state: "weight" }],
 *   updates: [{ output: "weight2", state: "weight", inPlace: "copy" }],
 *   outputs: [],
 * });
 * await machine.run("step", { gradient: { type: "float32", dims: [2], data: Float32Array.of(0.5, 0.5) } });
 * (await machine.readState(["weight"])).get("weight"); // { dims: [2], data: Float32Array(2) [ 0.5, 1.5 ] }
 * await machine.close();
 * ```
 */
export class Machine {
  /** Whether results are written straight into the state, without a copy. */
  readonly copyFree: "on" | "off";
  /** Why {@link Machine.copyFree} is what it is, one sentence. */
  readonly copyFreeReason: string;
  /** Threads for the arithmetic of a run. */
  readonly threads: number;
  readonly #host: EngineHost;
  readonly #queue: CallQueue;
  #closed: Promise<void> | undefined;

  private constructor(host: EngineHost, queue: CallQueue, threads: number, facts: EngineFacts) {
    this.#host = host;
    this.#queue = queue;
    this.threads = threads;
    this.copyFree = facts.copyFree;
    this.copyFreeReason = facts.copyFreeReason;
  }

  /** Starts a machine. Throws a {@link MachineError} `"runtime-missing"` where onnxruntime-node has no binary. */
  static async create(options: MachineOptions = {}): Promise<Machine> {
    const threads = options.threads ?? defaultThreads();
    if (!Number.isSafeInteger(threads) || threads < 1 || threads > 1024) {
      const rule = "be a whole number from 1 to 1024";
      throw argumentRangeError({ function: "Machine.create", parameter: "threads", rule, value: threads });
    }
    const host: EngineHost =
      options.where === "main"
        ? new (await import("./local-host.js")).LocalHost()
        : new (await import("./worker-host.js")).WorkerHost();
    const queue = new CallQueue(host);
    const settings: EngineSettings = { threads, copyFree: options.copyFree ?? "auto" };
    try {
      const facts = (await queue.add({ name: "open", given: [settings] })) as EngineFacts;
      const machine = new Machine(host, queue, threads, facts);
      forgotten ??= new FinalizationRegistry((left) => void left.end());
      forgotten.register(machine, host, machine);
      return machine;
    } catch (error) {
      await host.end();
      throw error;
    }
  }

  /** Sets a state. `transfer` moves the array's memory into the machine instead of copying it. */
  async setState(name: string, value: StateValue, options: { readonly transfer?: boolean } = {}): Promise<void> {
    const own = ownState(name, value, options.transfer ?? false);
    await this.#call({ name: "setState", given: [name, own], moved: buffersOf([own]) });
  }

  /** Copies of states. */
  async readState(names: readonly string[]): Promise<Map<string, StateValue>> {
    return (await this.#call({ name: "readState", given: [[...names]] })) as Map<string, StateValue>;
  }

  /** Forgets states and frees their memory. Names that do not exist are passed over. */
  async dropState(names: readonly string[]): Promise<void> {
    await this.#call({ name: "dropState", given: [[...names]] });
  }

  /** Makes a program ready, and says what its model reads and gives. It replaces one of the same name. */
  async load(program: MachineProgram): Promise<ProgramFacts> {
    const { name, model, state, updates, outputs, stopOutput, barrier, options } = program;
    const bytes = "path" in model ? { path: model.path } : new Uint8Array(model);
    const given = { name, model: bytes, state, updates, outputs, stopOutput, barrier, options };
    const moved = bytes instanceof Uint8Array ? [bytes.buffer] : [];
    return (await this.#call({ name: "load", given: [given], moved, program: name })) as ProgramFacts;
  }

  /** Makes tensors that runs read and replace, any program's that has inputs and outputs of these names. */
  async openCarry(name: string, spec: CarrySpec): Promise<void> {
    await this.#call({ name: "openCarry", given: [name, spec] });
  }

  /** Frees a carry. One that does not exist is passed over. */
  async closeCarry(name: string): Promise<void> {
    await this.#call({ name: "closeCarry", given: [name] });
  }

  /** Frees a program. */
  async unload(name: string): Promise<void> {
    await this.#call({ name: "unload", given: [name], program: name });
  }

  /**
   * Runs a program and returns the outputs that are wanted.
   *
   * After a failure `error.state` of the {@link MachineError} tells whether the state is as it was before.
   */
  async run(
    program: string,
    feeds: Readonly<Record<string, TensorData>>,
    options: RunOptions = {},
  ): Promise<Record<string, TensorData>> {
    const own: Record<string, TensorData> = {};
    for (const [name, tensor] of Object.entries(feeds)) own[name] = ownTensor(name, tensor, options.transfer ?? false);
    const { fetch, shapes, carry } = options;
    const request: RunRequest = { program, feeds: own, fetch, shapes, carry };
    const call: QueuedCall = { name: "run", given: [request], moved: buffersOf(own), signal: options.signal, program };
    return (await this.#call(call)) as Record<string, TensorData>;
  }

  /** The memory of the process. */
  async memory(): Promise<MachineMemory> {
    return { rss: process.memoryUsage.rss() };
  }

  /**
   * Ends the machine: after the calls that were made before, or with `force` at once.
   *
   * Every call that has no answer then is rejected. Arithmetic that is under way in a thread is not waited for longer
   * than two seconds; the thread ends with it.
   */
  close(options: { readonly force?: boolean } = {}): Promise<void> {
    if (options.force === true) {
      this.#queue.rejectAll(closedError());
      this.#closed = this.#end();
    }
    this.#closed ??= this.#call({ name: "close", given: [] }).then(
      () => this.#end(),
      () => this.#end(),
    );
    return this.#closed;
  }

  async #end(): Promise<void> {
    forgotten?.unregister(this);
    await this.#host.end();
  }

  async #call(call: QueuedCall): Promise<unknown> {
    if (this.#closed !== undefined) throw closedError();
    return this.#queue.add(call);
  }
}

function closedError(): MachineError {
  return new MachineError("closed", "The machine is closed.", { state: "lost", hint: "Make a new one." });
}
