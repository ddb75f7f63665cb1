/** @file The engine of a machine: programs and named state on onnxruntime-node, in the thread that calls it. */
import { listNames } from "../../core/suggest";
import { type CarrySpec, CarryStore } from "./carry";
import { type LoadedProgram, loadProgram } from "./loaded-program";
import type { EngineFacts, EngineSettings, MachineCalls, RunRequest } from "./machine-calls";
import { MachineError } from "./machine-error";
import type { MachineProgram, ProgramFacts, StateValue, TensorData } from "./program";
import { type RunContext, runProgram } from "./run-program";
import { loadRuntime } from "./runtime";
import { selfTest } from "./self-test";
import { StateStore } from "./state-store";

/** Programs over named state. Its methods are called one at a time, `open` first. */
export class Engine implements MachineCalls {
  readonly #programs = new Map<string, LoadedProgram>();
  #context: RunContext | undefined;
  #threads = 1;

  async open({ threads, copyFree }: EngineSettings): Promise<EngineFacts> {
    const runtime = await loadRuntime();
    const facts: EngineFacts =
      copyFree === "off" ? { copyFree, copyFreeReason: "It was switched off." } : await selfTest(runtime);
    this.#threads = threads;
    const { copyFree: found } = facts;
    this.#context = { runtime, state: new StateStore(runtime), carries: new CarryStore(), copyFree: found };
    return facts;
  }

  async setState(name: string, value: StateValue): Promise<void> {
    this.#opened().state.set(name, value);
  }

  async readState(names: readonly string[]): Promise<Map<string, StateValue>> {
    const { state } = this.#opened();
    return new Map(names.map((name) => [name, state.read(name)]));
  }

  async dropState(names: readonly string[]): Promise<void> {
    for (const name of names) this.#opened().state.drop(name);
  }

  async load(program: MachineProgram): Promise<ProgramFacts> {
    const loaded = await loadProgram(this.#opened().runtime, program, this.#threads);
    await this.#programs.get(program.name)?.session.release();
    this.#programs.set(program.name, loaded);
    const inputs = [...loaded.fed.values(), ...[...loaded.stateInputs.values()].map(({ facts }) => facts)];
    return { inputs, outputs: [...loaded.outputs.values()] };
  }

  async unload(name: string): Promise<void> {
    const { session } = this.#program(name);
    this.#programs.delete(name);
    await session.release();
  }

  async openCarry(name: string, spec: CarrySpec): Promise<void> {
    const { carries, runtime } = this.#opened();
    carries.open(runtime, name, spec);
  }

  async closeCarry(name: string): Promise<void> {
    this.#opened().carries.close(name);
  }

  async run(request: RunRequest): Promise<Record<string, TensorData>> {
    return runProgram(this.#opened(), this.#program(request.program), request);
  }

  async close(): Promise<void> {
    for (const { session } of this.#programs.values()) await session.release();
    this.#programs.clear();
    this.#context?.state.clear();
    this.#context?.carries.clear();
  }

  #program(name: string): LoadedProgram {
    const loaded = this.#programs.get(name);
    if (loaded !== undefined) return loaded;
    const names = listNames("programs", name, [...this.#programs.keys()]);
    throw new MachineError("program-missing", `There is no program \`${name}\`. ${names}`, { program: name });
  }

  #opened(): RunContext {
    if (this.#context === undefined) throw new MachineError("closed", "The engine has not been opened.");
    return this.#context;
  }
}
