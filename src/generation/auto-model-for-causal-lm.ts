/** @file The class that opens causal language models, named as in Hugging Face's Python. */
import { openRepository, type Repository } from "../hub/repository";
import { splitOptions } from "../models/auto/auto-config";
import { type AutoModelClass, autoModelClassOf } from "../models/auto/auto-model";
import type { ModelClass } from "../models/auto/load-model";
import type { PreTrainedModel } from "../models/pretrained-model";
import { GenerationConfig } from "./generation-config";
import { GenerativeModel } from "./generative-model";

/** A generation_config.json is some kilobytes. */
const LARGEST = 16_000_000;

/** A model that holds what its files say of generation. */
type Configured = PreTrainedModel & { generationConfig: GenerationConfig };

/** What opens causal language models as objects of a class, with what their files say of generation. */
export function generativeClassOf<Model extends Configured>(Model: ModelClass<Model>): AutoModelClass<Model> {
  const models = autoModelClassOf("causal-lm", Model);
  const fromPretrained: AutoModelClass<Model>["fromPretrained"] = async (idOrFolder, options = {}) => {
    const model = await models.fromPretrained(idOrFolder, options);
    try {
      const given = await readGenerationConfig(await openRepository(idOrFolder, splitOptions(options).where));
      if (given !== undefined) model.generationConfig = given;
      return model;
    } catch (error) {
      await model.close();
      throw error;
    }
  };
  return { fromPretrained, from_pretrained: fromPretrained, fromConfig: models.fromConfig };
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
export const AutoModelForCausalLM: AutoModelClass<GenerativeModel> = generativeClassOf(GenerativeModel);
