/** @file A model's configuration: config.json as it is, with what the user overrides and every default filled in. */
import { join } from "node:path";
import { inspect } from "node:util";
import { writeFileAtomic } from "../core/atomic-write";
import { SelfShowing } from "../core/self-showing";
import { listNames } from "../core/suggest";
import type { Architecture, Head } from "./architecture";
import { classMissing } from "./class-missing";
import { defaultLabels, type LabelOptions, labelMaps } from "./label-maps";
import { ModelError } from "./model-error";

/** What overrides a configuration: labels, and any key of config.json, in its own spelling or in camelCase. */
export interface ConfigOverrides extends LabelOptions {
  readonly [key: string]: unknown;
}

/** Keys that say how Python stored the file, and nothing of the model. */
const LEFT_OUT = new Set(["transformers_version", "_name_or_path", "num_labels"]);

const LABELS = ["numLabels", "id2label", "label2id"];

/** Keys that every model of Hugging Face may have, and other models' names for sizes. */
const GENERAL: readonly string[] = [
  ...["architectures", "model_type", "num_labels", "problem_type", "dtype", "torch_dtype", "use_cache"],
  ...["bos_token_id", "eos_token_id", "pad_token_id", "sep_token_id", "cls_token_id", "tie_word_embeddings"],
  ...["hidden_size", "num_attention_heads", "num_hidden_layers", "max_position_embeddings", "initializer_range"],
  ...["task_specific_params", "finetuning_task", "transformers.js_config", "is_decoder", "rope_scaling", "rope_theta"],
];

/**
 * A model's configuration. Its keys are those of config.json: `config.hidden_size`, `config["vocab_size"]`.
 *
 * It cannot be changed; {@link PretrainedConfig.with} gives a changed copy. Keys that no architecture here knows are kept.
 *
 * Python: `transformers.PretrainedConfig`.
 *
 * @example
 * ```ts
 * const config = await AutoConfig.fromPretrained("./my-model", { numLabels: 3 });
 * config.numLabels; // 3
 * config.id2label; // { '0': 'LABEL_0', '1': 'LABEL_1', '2': 'LABEL_2' }
 * ```
 */
export class PretrainedConfig extends SelfShowing {
  /** Every key of config.json. */
  readonly [key: string]: unknown;
  declare readonly id2label: Readonly<Record<string, string>>;
  declare readonly label2id: Readonly<Record<string, number>>;
  declare readonly model_type: string;
  readonly #architecture: Architecture;
  readonly #raw: Readonly<Record<string, unknown>>;
  readonly #values: Readonly<Record<string, unknown>>;

  constructor(architecture: Architecture, raw: Readonly<Record<string, unknown>>, overrides: ConfigOverrides = {}) {
    super();
    const { numLabels, id2label, label2id, ...others } = overrides;
    const labels: LabelOptions = {
      ...(numLabels === undefined ? {} : { numLabels }),
      ...(id2label === undefined ? {} : { id2label }),
      ...(label2id === undefined ? {} : { label2id }),
    };
    const merged: Record<string, unknown> = { ...raw };
    for (const [key, value] of Object.entries(others)) {
      if (value !== undefined) merged[Object.hasOwn(raw, key) ? key : snakeCase(key)] = value;
    }
    // A number of labels among the overrides' own spellings counts as the option.
    if (labels.numLabels === undefined && others.num_labels !== undefined)
      labels.numLabels = others.num_labels as number;
    const maps = labelMaps(merged, labels);
    for (const key of LEFT_OUT) delete merged[key];
    Object.assign(merged, maps, { model_type: architecture.modelType });
    this.#architecture = architecture;
    this.#raw = merged;
    const known = maps ?? defaultLabels(2);
    this.#values = Object.freeze({
      ...architecture.readConfig({ ...merged, ...known, num_labels: Object.keys(known.id2label).length }),
    });
    checkKnown(architecture, raw, Object.keys(others));
    for (const [key, value] of Object.entries({ ...this.#values, ...merged, ...known })) {
      // A key such as `toJSON` or `__proto__` in a file must not take a method's place.
      if (key in this) continue;
      Object.defineProperty(this, key, { value, enumerable: true });
    }
  }

  /** The architecture's name: `"distilbert"`. */
  get modelType(): string {
    return this.#architecture.modelType;
  }

  /** How many labels a classifier has. */
  get numLabels(): number {
    return Object.keys(this.id2label).length;
  }

  /** What the architecture reads: every key that it knows, with its defaults. */
  get values(): Readonly<Record<string, unknown>> {
    return this.#values;
  }

  /** What knows how this model is built. */
  get architecture(): Architecture {
    return this.#architecture;
  }

  /** A copy with other values. */
  with(overrides: ConfigOverrides): PretrainedConfig {
    return new PretrainedConfig(this.#architecture, this.#raw, overrides);
  }

  /** A copy that names the class of a model with this head in `architectures`. */
  withHead(head: Head): PretrainedConfig {
    const name = this.#architecture.classNames[head];
    if (name === undefined) throw classMissing(this.#architecture, head);
    return this.with({ architectures: [name] });
  }

  /** What config.json holds. */
  toJSON(): Record<string, unknown> {
    return { ...this.#raw };
  }

  /** Writes `config.json` into a folder, which is made where it is missing. */
  async savePretrained(folder: string): Promise<void> {
    const sorted = Object.fromEntries(Object.entries(this.#raw).sort(([left], [right]) => (left < right ? -1 : 1)));
    await writeFileAtomic(join(folder, "config.json"), `${JSON.stringify(sorted, undefined, 2)}\n`);
  }

  override toText(): string {
    const [base = this.modelType] = [this.#architecture.classNames.base?.replace(/Model$/, "Config")];
    return `${base} ${inspect({ ...this }, { breakLength: 100, depth: 3, maxArrayLength: 20 })}`;
  }

  override toBundle(): { "text/plain": string } {
    return { "text/plain": this.toText() };
  }
}

/** An override that nothing reads is a misspelling. */
function checkKnown(
  architecture: Architecture,
  raw: Readonly<Record<string, unknown>>,
  overrides: readonly string[],
): void {
  if (overrides.length === 0) return;
  const own = Object.keys(architecture.readConfig({}));
  const wrong = overrides.find(
    (key) => ![key, snakeCase(key)].some((name) => [...own, ...GENERAL].includes(name) || Object.hasOwn(raw, name)),
  );
  if (wrong === undefined) return;
  throw new ModelError("override-unknown", `A ${architecture.modelType} model has no option \`${wrong}\`.`, {
    modelType: architecture.modelType,
    key: wrong,
    hint: listNames("options", wrong, [...LABELS, ...own]),
  });
}

/** `hiddenDropoutProb` as config.json spells it. */
function snakeCase(key: string): string {
  return /[A-Z]/.test(key) ? key.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`) : key;
}
