/** @file A program made ready: its session, and what the model says of its inputs and outputs. */
import type { InferenceSession } from "onnxruntime-node";
import { messageOf } from "../../core/errors";
import { listNames } from "../../core/suggest";
import { MachineError } from "./machine-error";
import type { MachineProgram, ProgramOutput, SessionTuning, TensorFacts } from "./program";
import type { Runtime } from "./runtime";

/** A program with its session. */
export interface LoadedProgram {
  readonly program: MachineProgram;
  readonly session: InferenceSession;
  /** The inputs that a run must feed. */
  readonly fed: ReadonlyMap<string, TensorFacts>;
  /** The inputs that come from state. */
  readonly stateInputs: ReadonlyMap<string, { readonly state: string; readonly facts: TensorFacts }>;
  readonly outputs: ReadonlyMap<string, TensorFacts>;
  /** What a run may return. */
  readonly returned: readonly ProgramOutput[];
}

/** Makes a program ready. Throws a {@link MachineError} `"program-invalid"` where its parts do not fit together. */
export async function loadProgram(runtime: Runtime, program: MachineProgram, threads: number): Promise<LoadedProgram> {
  const options = sessionOptions(program.options ?? {}, threads);
  const model = program.model;
  let session: InferenceSession;
  try {
    session = await ("path" in model
      ? runtime.InferenceSession.create(model.path, options)
      : runtime.InferenceSession.create(model, options));
  } catch (error) {
    throw invalid(program, `onnxruntime does not take its model: ${messageOf(error)}`);
  }
  try {
    return wire(program, session);
  } catch (error) {
    await session.release();
    throw error;
  }
}

function wire(program: MachineProgram, session: InferenceSession): LoadedProgram {
  const inputs = factsByName(session.inputMetadata);
  const outputs = factsByName(session.outputMetadata);
  const known = (what: "inputs" | "outputs", name: string, names: readonly string[]): void => {
    if (names.includes(name)) return;
    throw invalid(program, `its model has no ${what.slice(0, -1)} \`${name}\`. ${listNames(what, name, names)}`);
  };
  const stateInputs = new Map<string, { state: string; facts: TensorFacts }>();
  for (const { input, state } of program.state) {
    known("inputs", input, session.inputNames);
    const facts = inputs.get(input);
    if (facts?.type !== "float32") throw invalid(program, `the input \`${input}\` is not float32, as all state is.`);
    stateInputs.set(input, { state, facts });
  }
  const returned = program.outputs === "all" ? [...outputs.values()].map(asOutput) : program.outputs;
  for (const { name } of returned) known("outputs", name, session.outputNames);
  const updated = new Set<string>();
  for (const { output, state } of program.updates) {
    known("outputs", output, session.outputNames);
    if (outputs.get(output)?.type !== "float32") throw invalid(program, `the output \`${output}\` is not float32.`);
    if (updated.has(state)) throw invalid(program, `it updates the state \`${state}\` twice.`);
    updated.add(state);
  }
  checkStop(program, session);
  checkBarrier(program, returned);
  const fed = new Map([...inputs].filter(([name]) => !stateInputs.has(name)));
  return { program, session, fed, stateInputs, outputs, returned };
}

function checkStop(program: MachineProgram, session: InferenceSession): void {
  const stop = program.stopOutput;
  if (stop === undefined) return;
  const first = session.outputMetadata[0];
  if (first === undefined || first.name !== stop || first.isTensor) {
    throw invalid(program, `the stop output \`${stop}\` must be its model's first output, and a sequence.`);
  }
}

function asOutput({ name, type, shape }: TensorFacts): ProgramOutput {
  return { name, type: type as ProgramOutput["type"], shape };
}

function checkBarrier(program: MachineProgram, returned: readonly ProgramOutput[]): void {
  const { barrier } = program;
  if (barrier === undefined) return;
  const output = returned.find(({ name }) => name === barrier);
  if (output?.type !== "float32" || output.shape.length > 0) {
    throw invalid(program, `the barrier \`${barrier}\` must be a float32 scalar among its outputs.`);
  }
}

function factsByName(metadata: readonly InferenceSession.ValueMetadata[]): Map<string, TensorFacts> {
  const facts = new Map<string, TensorFacts>();
  for (const one of metadata)
    if (one.isTensor) facts.set(one.name, { name: one.name, type: one.type, shape: one.shape });
  return facts;
}

function sessionOptions(tuning: SessionTuning, threads: number): InferenceSession.SessionOptions {
  return {
    executionProviders: ["cpu"],
    // Two branches at once could write a state while another still reads it.
    executionMode: "sequential",
    intraOpNumThreads: threads,
    interOpNumThreads: 1,
    graphOptimizationLevel: tuning.optimization ?? "extended",
    enableMemPattern: tuning.memoryPattern ?? false,
    enableCpuMemArena: true,
    logSeverityLevel: 4,
    // Spinning threads of one session slow down the next one, and won nothing where only one ran.
    extra: { session: { intra_op: { allow_spinning: tuning.spinning === true ? "1" : "0" } } },
  };
}

function invalid(program: MachineProgram, problem: string): MachineError {
  return new MachineError("program-invalid", `The program \`${program.name}\` cannot be loaded: ${problem}`, {
    program: program.name,
  });
}
