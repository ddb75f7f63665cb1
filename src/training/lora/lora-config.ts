/** @file What a LoRA adapter is like: its rank, where it is added, what else is trained. */
import { inspect } from "node:util";
import { argumentRangeError, argumentTypeError } from "../../core/errors";
import { SelfShowing } from "../../core/self-showing";
import { listNames } from "../../core/suggest";

/** What the adapted model is for, as PEFT names it. */
export type PeftTaskType = "SEQ_CLS" | "TOKEN_CLS" | "QUESTION_ANS" | "CAUSAL_LM" | "FEATURE_EXTRACTION";

/** Options of {@link LoraConfig}: PEFT's, in camelCase. */
export interface LoraOptions {
  /** The rank of the updates: how many numbers stand between a layer's inputs and its outputs. @default 8 */
  r?: number;
  /** The updates are scaled by `loraAlpha / r`. @default 8 */
  loraAlpha?: number;
  /** Dropout in front of the updates, while training. @default 0 */
  loraDropout?: number;
  /**
   * Which linear layers: the ends of their names (`["q_lin", "v_lin"]`), a regular expression for whole names, or
   * `"all-linear"`. By default PEFT's choice for the model's type: queries and values.
   */
  targetModules?: readonly string[] | string;
  /** Names, or a regular expression, of layers that are left out. */
  excludeModules?: readonly string[] | string;
  /** Which biases are trained as well: of no layer, of all layers, or of those that are adapted. @default "none" */
  bias?: "none" | "all" | "lora_only";
  /** Layers that are trained and saved whole, by the ends of their names; a classifier's head is always among them. */
  modulesToSave?: readonly string[];
  /** What the model is for. By default what its head says. */
  taskType?: PeftTaskType;
  /** Layers by number, from 0; the others are left as they are. */
  layersToTransform?: number | readonly number[];
  /** What stands in front of a layer's number in its name: `"layer"`. */
  layersPattern?: string | readonly string[];
  /** Other ranks for some layers, by the end of a name or a regular expression. */
  rankPattern?: Readonly<Record<string, number>>;
  /** Other alphas for some layers, likewise. */
  alphaPattern?: Readonly<Record<string, number>>;
  /** Scales by `loraAlpha / √r` instead (Kalajdzievski 2023). @default false */
  useRslora?: boolean;
  /**
   * How the updates begin: `true`, A uniform and B zero, so that the model begins as it was; `"gaussian"`, A normal with
   * deviation 1/r; `false`, both uniform, for tests.
   * @default true
   */
  initLoraWeights?: boolean | "gaussian";
}

const BIASES = ["none", "all", "lora_only"] as const;
const TASKS: readonly PeftTaskType[] = ["SEQ_CLS", "TOKEN_CLS", "QUESTION_ANS", "CAUSAL_LM", "FEATURE_EXTRACTION"];
const OPTIONS: readonly (keyof LoraOptions)[] = [
  ...(["r", "loraAlpha", "loraDropout", "targetModules", "excludeModules", "bias", "modulesToSave"] as const),
  ...(["taskType", "layersToTransform", "layersPattern", "rankPattern", "alphaPattern", "useRslora"] as const),
  "initLoraWeights",
];

/**
 * What a LoRA adapter is like (Hu et al. 2021). Python: `peft.LoraConfig`.
 *
 * Throws a RangeError or TypeError for options that no adapter can have.
 *
 * @example
 * ```ts
 * console.log(new LoraConfig({ r: 4, loraAlpha: 16, targetModules: ["q_lin", "v_lin"] }));
 * // LoraConfig { r: 4, loraAlpha: 16, loraDropout: 0, bias: 'none', targetModules: [ 'q_lin', 'v_lin' ] }
 * ```
 */
export class LoraConfig extends SelfShowing {
  readonly r: number;
  readonly loraAlpha: number;
  readonly loraDropout: number;
  readonly targetModules: readonly string[] | string | undefined;
  readonly excludeModules: readonly string[] | string | undefined;
  readonly bias: "none" | "all" | "lora_only";
  readonly modulesToSave: readonly string[] | undefined;
  readonly taskType: PeftTaskType | undefined;
  readonly layersToTransform: number | readonly number[] | undefined;
  readonly layersPattern: string | readonly string[] | undefined;
  readonly rankPattern: Readonly<Record<string, number>>;
  readonly alphaPattern: Readonly<Record<string, number>>;
  readonly useRslora: boolean;
  readonly initLoraWeights: boolean | "gaussian";
  /** The model that the adapter was made for, where that is known: an id or a folder. */
  readonly baseModelNameOrPath: string | undefined;

  constructor(options: LoraOptions = {}, baseModelNameOrPath?: string) {
    super();
    checkOptions(options);
    this.r = options.r ?? 8;
    this.loraAlpha = options.loraAlpha ?? 8;
    this.loraDropout = options.loraDropout ?? 0;
    this.targetModules = options.targetModules;
    this.excludeModules = options.excludeModules;
    this.bias = options.bias ?? "none";
    this.modulesToSave = options.modulesToSave;
    this.taskType = options.taskType;
    this.layersToTransform = options.layersToTransform;
    this.layersPattern = options.layersPattern;
    this.rankPattern = options.rankPattern ?? {};
    this.alphaPattern = options.alphaPattern ?? {};
    this.useRslora = options.useRslora ?? false;
    this.initLoraWeights = options.initLoraWeights ?? true;
    this.baseModelNameOrPath = baseModelNameOrPath;
  }

  /** A copy with other options. */
  with(options: LoraOptions, baseModelNameOrPath: string | undefined = this.baseModelNameOrPath): LoraConfig {
    return new LoraConfig({ ...this.#options(), ...options }, baseModelNameOrPath);
  }

  /** What `adapter_config.json` holds; PEFT's keys. */
  toJSON(): Record<string, unknown> {
    return {
      alpha_pattern: this.alphaPattern,
      auto_mapping: null,
      base_model_name_or_path: this.baseModelNameOrPath ?? null,
      bias: this.bias,
      exclude_modules: this.excludeModules ?? null,
      fan_in_fan_out: false,
      inference_mode: true,
      init_lora_weights: this.initLoraWeights,
      layers_pattern: this.layersPattern ?? null,
      layers_to_transform: this.layersToTransform ?? null,
      lora_alpha: this.loraAlpha,
      lora_dropout: this.loraDropout,
      modules_to_save: this.modulesToSave ?? null,
      peft_type: "LORA",
      r: this.r,
      rank_pattern: this.rankPattern,
      revision: null,
      target_modules: this.targetModules ?? null,
      task_type: this.taskType ?? null,
      use_dora: false,
      use_rslora: this.useRslora,
    };
  }

  override toText(): string {
    const { r, loraAlpha, loraDropout, bias, ...others } = this.#options();
    return `LoraConfig ${inspect({ r, loraAlpha, loraDropout, bias, ...others }, { breakLength: 100 })}`;
  }

  override toBundle(): { "text/plain": string } {
    return { "text/plain": this.toText() };
  }

  /** The options that say anything. */
  #options(): LoraOptions {
    const usual: Partial<Record<keyof LoraOptions, unknown>> = { useRslora: false, initLoraWeights: true };
    const isSaid = ([key, value]: [string, unknown]): boolean =>
      value !== undefined &&
      value !== usual[key as keyof LoraOptions] &&
      !(/Pattern$/.test(key) && typeof value === "object" && Object.keys(value as object).length === 0);
    return Object.fromEntries(OPTIONS.map((key): [string, unknown] => [key, this[key]]).filter(isSaid));
  }
}

function checkOptions(options: LoraOptions): void {
  if (typeof options !== "object" || options === null) {
    throw argumentTypeError({ function: "LoraConfig", parameter: "options", rule: "be an object", value: options });
  }
  const unknown = Object.keys(options).find((key) => !OPTIONS.some((name) => name === key));
  if (unknown !== undefined) {
    const hint = listNames("options", unknown, OPTIONS);
    throw new TypeError(`LoraConfig: there is no option \`${unknown}\`. ${hint}`);
  }
  const { r, loraAlpha, loraDropout, bias, taskType } = options;
  const range = (parameter: string, rule: string, value: unknown, next?: string): void => {
    throw argumentRangeError({ function: "LoraConfig", parameter, rule, value, next });
  };
  if (r !== undefined && !isRank(r))
    range("r", "be a whole number from 1 to 65536", r, "Usual ranks are 4, 8 and 16; a rank of 0 would adapt nothing.");
  if (loraAlpha !== undefined && !(Number.isFinite(loraAlpha) && loraAlpha > 0))
    range("loraAlpha", "be a number above 0", loraAlpha, "The updates are scaled by `loraAlpha / r`.");
  if (loraDropout !== undefined && !(loraDropout >= 0 && loraDropout < 1))
    range("loraDropout", "be from 0 up to but not 1", loraDropout);
  if (bias !== undefined && !BIASES.includes(bias)) range("bias", 'be "none", "all" or "lora_only"', bias);
  if (taskType !== undefined && !TASKS.includes(taskType)) range("taskType", `be one of ${TASKS.join(", ")}`, taskType);
  for (const [pattern, rank] of Object.entries(options.rankPattern ?? {}))
    if (!isRank(rank)) range(`rankPattern[${JSON.stringify(pattern)}]`, "be a whole number from 1 to 65536", rank);
  for (const [pattern, alpha] of Object.entries(options.alphaPattern ?? {}))
    if (!(Number.isFinite(alpha) && alpha > 0))
      range(`alphaPattern[${JSON.stringify(pattern)}]`, "be a number above 0", alpha);
  checkNames(options);
}

function checkNames(options: LoraOptions): void {
  const isName = (value: unknown): boolean => typeof value === "string" && value !== "";
  const isList = (value: unknown): boolean => Array.isArray(value) && value.length > 0 && value.every(isName);
  const check = (parameter: keyof LoraOptions, isRight: boolean, rule: string): void => {
    if (options[parameter] === undefined || isRight) return;
    throw argumentTypeError({ function: "LoraConfig", parameter, rule, value: options[parameter] });
  };
  const { targetModules: target, excludeModules: exclude, modulesToSave: saved, layersPattern: pattern } = options;
  check("targetModules", isName(target) || isList(target), 'be a list of names, a pattern, or "all-linear"');
  check("excludeModules", isName(exclude) || isList(exclude), "be a list of names or a pattern");
  check("modulesToSave", Array.isArray(saved) && saved.every(isName), "be a list of names");
  check("layersPattern", isName(pattern) || isList(pattern), "be a name or a list of names");
  const layers = [options.layersToTransform ?? []].flat();
  check(
    "layersToTransform",
    layers.every((layer) => Number.isSafeInteger(layer) && layer >= 0),
    "be whole numbers from 0 on",
  );
  check(
    "initLoraWeights",
    [true, false, "gaussian"].includes(options.initLoraWeights ?? true),
    'be true, false or "gaussian"',
  );
  check("useRslora", typeof options.useRslora === "boolean", "be true or false");
}

function isRank(value: number): boolean {
  return Number.isSafeInteger(value) && value >= 1 && value <= 65_536;
}
