/** @file A decoder over an ONNX file as others export them, with inputs for what earlier steps left. */
import type { MachineLease } from "../../graph/inference/shared-machine";
import type { CarrySpec } from "../../graph/machine/carry";
import type { ProgramFacts, TensorData, TensorFacts } from "../../graph/machine/program";
import type { CachedDecoder, CachedResult, CachedStep } from "../../models/decoders/cached-decoder";
import { ModelTensor } from "../../models/model-tensor";
import { GenerationError } from "../generation-error";
import { columnsOf } from "./forward-decoder";

/** How a file's inputs and outputs are to be used. */
export interface OnnxDecoderPlan {
  readonly facts: ProgramFacts;
  /** The cache's inputs, each with the output that replaces it. */
  readonly tensors: CarrySpec["tensors"];
  /** The shape of one cache tensor, with the sizes that no batch changes. */
  readonly cacheShape: readonly number[];
  readonly rowAxis: number;
  readonly lengthAxis: number;
  /** Inputs that every run is fed alike, such as `use_cache_branch`. */
  readonly constants: Readonly<Record<string, TensorData>>;
}

const READ = ["input_ids", "attention_mask", "position_ids", "use_cache_branch", "num_logits_to_keep"];

/**
 * Reads from an ONNX file's inputs how its cache goes in and out.
 *
 * Known are `past_key_values.N.key` and `.value` with `present.N.key`, `[batch, heads, length, size]`, as optimum and
 * transformers.js have them, and `past_N` with `present_N`, `[2, batch, heads, length, size]`, of onnxruntime's own exports.
 */
export function planOnnxDecoder(facts: ProgramFacts, name: string): OnnxDecoderPlan {
  const past = facts.inputs.filter((input) => /^past(_key_values)?[._]\d+/.test(input.name));
  const [first] = past;
  if (first === undefined || !facts.outputs.some((output) => output.name === "logits"))
    throw invalid(name, "it has no past inputs, or no output `logits`", "Export the model with past key values.");
  const wrong = past.find(({ type }) => type !== "float32");
  if (wrong !== undefined)
    throw invalid(name, `its input \`${wrong.name}\` is ${wrong.type}`, "Take an export whose cache is float32.");
  const unknown = facts.inputs.find((input) => !past.includes(input) && !READ.includes(input.name));
  if (unknown !== undefined)
    throw invalid(
      name,
      `nobody knows what to feed its input \`${unknown.name}\``,
      "Take an export of a decoder alone.",
    );
  const tensors = past.map((input) => ({ input: input.name, output: presentOf(input, facts, name) }));
  const isStacked = first.shape.length === 5;
  const cacheShape = first.shape.map((size) => (typeof size === "number" && size > 0 ? size : 0));
  return {
    facts,
    tensors,
    cacheShape,
    rowAxis: isStacked ? 1 : 0,
    lengthAxis: isStacked ? 3 : 2,
    constants: facts.inputs.some((input) => input.name === "use_cache_branch")
      ? { use_cache_branch: { type: "bool", dims: [1], data: Uint8Array.of(1) } }
      : {},
  };
}

/** A decoder over a program that the machine has loaded from an ONNX file. */
export class OnnxDecoder implements CachedDecoder {
  readonly #lease: MachineLease;
  readonly #program: string;
  readonly #plan: OnnxDecoderPlan;
  readonly #carry: string;
  #opened = false;

  constructor(lease: MachineLease, program: string, plan: OnnxDecoderPlan, carry: string) {
    this.#lease = lease;
    this.#program = program;
    this.#plan = plan;
    this.#carry = carry;
  }

  async step(step: CachedStep): Promise<CachedResult> {
    if (step.hiddenStates !== "none")
      throw new GenerationError("hidden-states-missing", "An ONNX file gives no hidden states.", {
        hint: "Load the model from weights for contrastive search and `outputHiddenStates`.",
      });
    const { rows, ids, mask, positions, logitsAt } = step;
    const { machine } = this.#lease;
    const { tensors, rowAxis, lengthAxis, cacheShape } = this.#plan;
    const columns = ids.length / rows;
    const total = mask.length / rows;
    const sized = (length: number): number[] =>
      cacheShape.map((size, axis) => (axis === rowAxis ? rows : axis === lengthAxis ? length : size));
    if (!this.#opened) await machine.openCarry(this.#carry, { tensors, begin: sized(0), rowAxis, lengthAxis });
    this.#opened = true;
    const given = new Map<string, readonly [BigInt64Array, number]>([
      ["input_ids", [ids, columns]],
      ["attention_mask", [mask, total]],
      ["position_ids", [positions, columns]],
    ]);
    const feeds: Record<string, TensorData> = { ...this.#plan.constants };
    for (const { name, type } of this.#plan.facts.inputs) {
      const [data, width] = given.get(name) ?? [];
      if (data !== undefined) feeds[name] = typed(type, [rows, width ?? 0], data);
      // As many as the earliest one that is wanted needs; 0 would be all.
      const kept = columns - Math.min(...logitsAt);
      if (name === "num_logits_to_keep")
        feeds[name] = { type: "int64", dims: [], data: BigInt64Array.of(BigInt(kept)) };
    }
    const { logits } = await machine.run(this.#program, feeds, {
      fetch: ["logits"],
      carry: { name: this.#carry, ...step.keep },
      ...(step.signal === undefined ? {} : { signal: step.signal }),
    });
    if (logits?.type !== "float32") throw invalid(this.#program, "its logits are not float32", "Take another export.");
    const offset = columns - (logits.dims[1] ?? columns);
    const all = new ModelTensor(logits.data, logits.dims);
    return {
      logits: columnsOf(
        all,
        logitsAt.map((column) => column - offset),
      ),
      hiddenStates: [],
    };
  }

  async close(): Promise<void> {
    if (this.#opened) await this.#lease.machine.closeCarry(this.#carry);
  }
}

function presentOf({ name }: TensorFacts, { outputs }: ProgramFacts, file: string): string {
  const rest = name.replace(/^past(_key_values)?/, "");
  const found = outputs.find(
    (output) => output.name === `present${rest}` || output.name === `present_key_values${rest}`,
  );
  if (found === undefined) throw invalid(file, `it has no output \`present${rest}\``, "Take another export.");
  return found.name;
}

function typed(type: string, dims: readonly number[], data: BigInt64Array): TensorData {
  return type === "int32" ? { type, dims, data: Int32Array.from(data, Number) } : { type: "int64", dims, data };
}

function invalid(name: string, problem: string, hint: string): GenerationError {
  return new GenerationError("onnx-unsupported", `${name} cannot be continued token by token: ${problem}.`, { hint });
}
