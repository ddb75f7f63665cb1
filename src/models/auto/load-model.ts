/** @file Opening a model: its configuration, its graph, its weights on an engine. */
import { argumentTypeError } from "../../core/errors";
import { defaultRng } from "../../core/random";
import type { InferenceSession, WeightsPlace } from "../../graph/inference/inference-session";
import { openInference } from "../../graph/inference/open-inference";
import type { EngineName } from "../../graph/training/training-session";
import { openRepository } from "../../hub/repository";
import type { Head } from "../architecture";
import { classMissing } from "../class-missing";
import { type ConfigOverrides, PretrainedConfig } from "../pretrained-config";
import type { ModelFields, PreTrainedModel } from "../pretrained-model";
import { type AutoConfigOptions, readConfig, splitOptions } from "./auto-config";
import { loadWeights } from "./load-weights";

/** A class whose objects are models. */
export type ModelClass<Model extends PreTrainedModel> = new (fields: ModelFields) => Model;

/** Options of `AutoModel….fromConfig`. */
export interface FromConfigOptions {
  /** Where random weights start. @default the operating system's randomness */
  seed?: number;
  /** What computes. @default "onnx" */
  engine?: EngineName;
  /**
   * `"shared"` holds the weights once. `"packed"` gives each kind of call a copy of its own besides, which is made at the
   * first such call and whenever weights change. It pays where single short texts are run many times and where texts are
   * generated; large batches gain nothing. Up to 16 million weights `generate` makes such a copy without being asked.
   * @default "shared"
   */
  weights?: WeightsPlace;
}

/**
 * Options of `AutoModel….fromPretrained`. Any other key overrides config.json, in its spelling or in camelCase:
 * `{ hiddenDropoutProb: 0.2, activation: "relu" }`.
 */
export interface FromPretrainedOptions extends AutoConfigOptions, FromConfigOptions {
  /** Reads PyTorch's `.bin` files rather than safetensors, where both are there. @default false */
  fromPt?: boolean;
  /** A configuration to take instead of the repository's, or values that override it. */
  config?: PretrainedConfig | Readonly<Record<string, unknown>>;
  /** Begins with random values where a weight has another shape, instead of an error. @default false */
  ignoreMismatchedSizes?: boolean;
}

const OPTIONS = [
  "seed",
  "engine",
  "weights",
  "fromPt",
  "from_pt",
  "config",
  "ignoreMismatchedSizes",
  "ignore_mismatched_sizes",
];

/** Opens a model of a folder or of the Hub. */
export async function loadModel<Model extends PreTrainedModel>(
  head: Head,
  Model: ModelClass<Model>,
  idOrFolder: string,
  options: FromPretrainedOptions = {},
): Promise<Model> {
  const { config: given, seed } = options;
  const others = Object.fromEntries(Object.entries(options).filter(([key]) => !OPTIONS.includes(key)));
  const { where, overrides } = splitOptions(others);
  const repository = await openRepository(idOrFolder, where);
  const config = await configOf(given, overrides, () => readConfig(repository));
  const parameters = parametersOf(config, head);
  return withSession(options, async (session) => {
    const loadingReport = await loadWeights({
      repository,
      config,
      head,
      parameters,
      session,
      random: defaultRng(seed),
      fromPt: options.fromPt === true || options.from_pt === true,
      ignoreMismatchedSizes: options.ignoreMismatchedSizes === true || options.ignore_mismatched_sizes === true,
    });
    for (const line of loadingReport.warnings()) console.warn(line);
    return new Model({ config, head, parameters, session, loadingReport });
  });
}

/** Makes a model with random weights. */
export async function modelFromConfig<Model extends PreTrainedModel>(
  head: Head,
  Model: ModelClass<Model>,
  config: PretrainedConfig,
  options: FromConfigOptions = {},
): Promise<Model> {
  if (!(config instanceof PretrainedConfig)) {
    const next = "`await AutoConfig.fromPretrained(…)` or `AutoConfig.forModel(…)` makes one.";
    throw argumentTypeError({
      function: "fromConfig",
      parameter: "config",
      rule: "be a PretrainedConfig",
      value: config,
      next,
    });
  }
  const parameters = parametersOf(config, head);
  const random = defaultRng(options.seed);
  return withSession(options, async (session) => {
    for (const [name, shape] of parameters) {
      const data = config.architecture.initialize(config.values, name, shape, random);
      await session.write(new Map([[name, { shape, data }]]), { transfer: true });
    }
    return new Model({ config, head, parameters, session });
  });
}

async function configOf(
  given: FromPretrainedOptions["config"],
  overrides: ConfigOverrides,
  read: () => Promise<PretrainedConfig>,
): Promise<PretrainedConfig> {
  const base = given instanceof PretrainedConfig ? given : await read();
  const all = given === undefined || given instanceof PretrainedConfig ? overrides : { ...given, ...overrides };
  return Object.keys(all).length === 0 ? base : base.with(all);
}

function parametersOf(config: PretrainedConfig, head: Head): Map<string, readonly number[]> {
  const { architecture } = config;
  if (architecture.classNames[head] === undefined) throw classMissing(architecture, head);
  const { parameters } = architecture.build(config.values, { head });
  return new Map([...parameters].map(([name, { shape }]) => [name, shape.map(Number)]));
}

async function withSession<Model>(
  { engine = "onnx", weights = "shared" }: FromConfigOptions,
  make: (session: InferenceSession) => Promise<Model>,
): Promise<Model> {
  const session = await openInference(engine, weights);
  try {
    return await make(session);
  } catch (error) {
    await session.close();
    throw error;
  }
}
