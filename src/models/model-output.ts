/** @file What a forward call returns: tensors by the names that Hugging Face gives them. */
import { SelfShowing } from "../core/self-showing";
import { listNames } from "../core/suggest";
import { ModelError } from "./model-error";
import type { ModelTensor } from "./model-tensor";

/** Keys and values of each layer, as one call returns them and the next one takes them: `past_key_values.0.key`, … */
export type PastKeyValues = ReadonlyMap<string, ModelTensor>;

/** The outputs of a model, by name. */
export interface OutputTensors {
  readonly tensors: ReadonlyMap<string, ModelTensor>;
  readonly hiddenStates?: readonly ModelTensor[] | undefined;
  readonly pastKeyValues?: PastKeyValues | undefined;
}

/**
 * What a model gives for a batch. An output that the model does not have is an error that says which ones it has.
 *
 * Python: `transformers.utils.ModelOutput`.
 *
 * @example
 * ```ts
 * const output = await model.forward({ input_ids: [[2, 7, 3]] });
 * output.keys(); // [ 'logits' ]
 * output.logits.dims; // [ 1, 11 ]
 * ```
 */
export class ModelOutput extends SelfShowing {
  readonly #tensors: ReadonlyMap<string, ModelTensor>;
  readonly #hiddenStates: readonly ModelTensor[] | undefined;
  readonly #past: PastKeyValues | undefined;

  constructor({ tensors, hiddenStates, pastKeyValues }: OutputTensors) {
    super();
    this.#tensors = tensors;
    this.#hiddenStates = hiddenStates;
    this.#past = pastKeyValues;
  }

  /** The mean loss over the labelled places, a scalar; there where labels were given. */
  get loss(): ModelTensor {
    return this.get("loss");
  }

  /** Scores before the softmax: `[batch, labels]`, `[batch, sequence, labels]` or `[batch, sequence, vocabulary]`. */
  get logits(): ModelTensor {
    return this.get("logits");
  }

  /** Of question answering: where the answer may begin, `[batch, sequence]`. */
  get start_logits(): ModelTensor {
    return this.get("start_logits");
  }

  /** Of question answering: where the answer may end, `[batch, sequence]`. */
  get end_logits(): ModelTensor {
    return this.get("end_logits");
  }

  /** What the last layer gives, `[batch, sequence, hidden]`. */
  get last_hidden_state(): ModelTensor {
    return this.get("last_hidden_state");
  }

  /** The first token's state after the pooler, `[batch, hidden]`. */
  get pooler_output(): ModelTensor {
    return this.get("pooler_output");
  }

  /** The embeddings and what each layer gives, each `[batch, sequence, hidden]`. */
  get hidden_states(): readonly ModelTensor[] {
    if (this.#hiddenStates !== undefined) return this.#hiddenStates;
    throw this.#missing("hidden_states", "Pass `{ outputHiddenStates: true }` to `forward`.");
  }

  /** What the next call of a decoder needs, so that it computes new tokens only. */
  get past_key_values(): PastKeyValues {
    if (this.#past !== undefined) return this.#past;
    throw this.#missing("past_key_values", "Pass `{ useCache: true }` to `forward`.");
  }

  /** The output of a name. */
  get(name: string): ModelTensor {
    const tensor = this.#tensors.get(name);
    if (tensor !== undefined) return tensor;
    throw this.#missing(
      name,
      name === "loss" ? "Give `labels` among the inputs." : listNames("outputs", name, this.keys()),
    );
  }

  /** Whether there is an output of this name. */
  has(name: string): boolean {
    return this.keys().includes(name);
  }

  /** The names of the outputs. */
  keys(): string[] {
    const names = [...this.#tensors.keys()];
    if (this.#hiddenStates !== undefined) names.push("hidden_states");
    if (this.#past !== undefined) names.push("past_key_values");
    return names;
  }

  override toText(): string {
    const lines = [...this.#tensors].map(([name, tensor]) => `  ${name}: ${tensor.toText()}`);
    if (this.#hiddenStates !== undefined) lines.push(`  hidden_states: ${listOf(this.#hiddenStates)}`);
    if (this.#past !== undefined) lines.push(`  past_key_values: ${listOf([...this.#past.values()])}`);
    return `ModelOutput {\n${lines.join(",\n")}\n}`;
  }

  override toBundle(): { "text/plain": string } {
    return { "text/plain": this.toText() };
  }

  #missing(name: string, hint: string): ModelError {
    return new ModelError("output-missing", `This output has no \`${name}\`.`, { hint });
  }
}

function listOf(tensors: readonly ModelTensor[]): string {
  return `${tensors.length} of [${tensors[0]?.dims.join(", ") ?? ""}]`;
}
