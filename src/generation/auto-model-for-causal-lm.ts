/** @file The class that opens causal language models, named as in Hugging Face's Python. */
import { openRepository, type Repository } from "../hub/repository";
import { splitOptions } from "../models/auto/auto-config";
import { type AutoModelClass, autoModelClassOf } from "../models/auto/auto-model";
import type { FromPretrainedOptions } from "../models/auto/load-model";
import { GenerationConfig } from "./generation-config";
import { GenerativeModel } from "./generative-model";

/** A generation_config.json is some kilobytes. */
const LARGEST = 16_000_000;

const models = autoModelClassOf("causal-lm", GenerativeModel);

/** Opens a model, and what its files say of generation. */
export async function openGenerativeModel(
  idOrFolder: string,
  options: FromPretrainedOptions = {},
): Promise<GenerativeModel> {
  const model = await models.fromPretrained(idOrFolder, options);
  try {
    const given = await readGenerationConfig(await openRepository(idOrFolder, splitOptions(options).where));
    if (given !== undefined) model.generationConfig = given;
    return model;
  } catch (error) {
    await model.close();
    throw error;
  }
}

/** What generation_config.json says; undefined where there is none. */
export async function readGenerationConfig(repository: Repository): Promise<GenerationConfig | undefined> {
  if (!(await repository.has("generation_config.json"))) return undefined;
  const raw = await repository.readJson("generation_config.json", { maxBytes: LARGEST });
  const isObject = typeof raw === "object" && raw !== null && !Array.isArray(raw);
  return GenerationConfig.fromFiles({ generationConfig: isObject ? (raw as Record<string, unknown>) : {} });
}

/**
 * Models that continue a text.
 *
 * @example
 * ```ts
 * const model = await AutoModelForCausalLM.fromPretrained("./gpt2-es-tiny");
 * const output = await model.generate([[37, 81, 92]], { maxNewTokens: 5 });
 * output.sequences[0]?.length; // 8
 * ```
 */
export const AutoModelForCausalLM: AutoModelClass<GenerativeModel> = {
  fromPretrained: openGenerativeModel,
  from_pretrained: openGenerativeModel,
  fromConfig: models.fromConfig,
};

/** {@link AutoModelForCausalLM} under the name that TensorFlow's users know. */
export const TFAutoModelForCausalLM: AutoModelClass<GenerativeModel> = AutoModelForCausalLM;
