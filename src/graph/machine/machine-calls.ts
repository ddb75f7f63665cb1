/** @file What a machine asks of its engine, which runs on another thread or on this one. */
import type { CarrySpec, CarryUse } from "./carry";
import type { MachineErrorNote } from "./machine-error";
import type { MachineProgram, ProgramFacts, StateValue, TensorData } from "./program";

/** How an engine is opened. */
export interface EngineSettings {
  readonly threads: number;
  readonly copyFree: "auto" | "off";
}

/** What an engine found out when it was opened. */
export interface EngineFacts {
  readonly copyFree: "on" | "off";
  readonly copyFreeReason: string;
}

/** One run. */
export interface RunRequest {
  readonly program: string;
  readonly feeds: Readonly<Record<string, TensorData>>;
  /** The outputs that are wanted. */
  readonly fetch: readonly string[] | undefined;
  /** The dims of outputs that cannot be told from the feeds. */
  readonly shapes: Readonly<Record<string, readonly number[]>> | undefined;
  /** The carry that the run reads and replaces. */
  readonly carry: CarryUse | undefined;
}

/** The engine's methods. They are called one at a time; arrays that go in or come out belong to the receiver. */
export interface MachineCalls {
  open(settings: EngineSettings): Promise<EngineFacts>;
  setState(name: string, value: StateValue): Promise<void>;
  readState(names: readonly string[]): Promise<Map<string, StateValue>>;
  dropState(names: readonly string[]): Promise<void>;
  load(program: MachineProgram): Promise<ProgramFacts>;
  unload(name: string): Promise<void>;
  openCarry(name: string, spec: CarrySpec): Promise<void>;
  closeCarry(name: string): Promise<void>;
  run(request: RunRequest): Promise<Record<string, TensorData>>;
  /** Frees every program and all state. */
  close(): Promise<void>;
}

/** The name of one of the engine's methods. */
export type CallName = keyof MachineCalls;

/** A call as a message. */
export interface CallMessage {
  readonly name: CallName;
  readonly given: readonly unknown[];
}

/** What a thread is sent. */
export type WorkerMessage = CallMessage | { readonly name: "end" };

/** The answer as a message. */
export type AnswerMessage =
  | { readonly kind: "done"; readonly value: unknown }
  | { readonly kind: "failed"; readonly error: MachineErrorNote };

/** Where an engine lives. */
export interface EngineHost {
  /** Calls a method; a call is made only when the one before has been answered. `moved` changes its owner. */
  call(name: CallName, given: readonly unknown[], moved: readonly ArrayBuffer[]): Promise<unknown>;
  /** Ends the engine, at once where that is possible. A call that is under way is rejected. */
  end(): Promise<void>;
}

/** Calls a method of an engine by its name. */
export function dispatch(engine: MachineCalls, message: CallMessage): Promise<unknown> {
  const method: (...given: never[]) => Promise<unknown> = engine[message.name];
  return method.apply(engine, message.given as never[]);
}

/** The memory of the tensors that an engine answers with, to be moved and not copied. */
export function buffersOf(answer: unknown): ArrayBuffer[] {
  const tensors: unknown[] =
    answer instanceof Map ? [...answer.values()] : typeof answer === "object" && answer ? Object.values(answer) : [];
  const buffers = new Set<ArrayBuffer>();
  for (const tensor of tensors) {
    const data: unknown = typeof tensor === "object" && tensor !== null && "data" in tensor ? tensor.data : undefined;
    if (ArrayBuffer.isView(data) && data.buffer instanceof ArrayBuffer) buffers.add(data.buffer);
  }
  return [...buffers];
}
