/** @file The classes that open models, named as in Hugging Face's Python. */
import type { Head } from "../architecture";
import type { PretrainedConfig } from "../pretrained-config";
import { PreTrainedModel } from "../pretrained-model";
import {
  type FromConfigOptions,
  type FromPretrainedOptions,
  loadModel,
  type ModelClass,
  modelFromConfig,
} from "./load-model";

/** What opens models with one kind of head. */
export interface AutoModelClass<Model extends PreTrainedModel = PreTrainedModel> {
  /**
   * Opens the model in a folder, or a model of the Hub by its id.
   *
   * Weights that the checkpoint does not have begin with random values: `model.loadingReport` names them, and a warning
   * says so. Throws a ModelError, a WeightsError or a RepositoryError, each of which says what to do.
   */
  fromPretrained(idOrFolder: string, options?: FromPretrainedOptions): Promise<Model>;
  /** Another spelling of {@link AutoModelClass.fromPretrained}. */
  from_pretrained(idOrFolder: string, options?: FromPretrainedOptions): Promise<Model>;
  /** A model with random weights. */
  fromConfig(config: PretrainedConfig, options?: FromConfigOptions): Promise<Model>;
}

/** Models without a head: they give `last_hidden_state`. */
export const AutoModel: AutoModelClass = autoModelClass("base");

/**
 * Models that choose a label for a text, or several, or a number.
 *
 * @example
 * ```ts
 * const model = await AutoModelForSequenceClassification.fromPretrained("./my-model", { numLabels: 11, seed: 42 });
 * const { logits } = await model.forward({ input_ids: [[2, 7, 3]] });
 * logits.dims; // [ 1, 11 ]
 * ```
 */
export const AutoModelForSequenceClassification: AutoModelClass = autoModelClass("sequence-classification");

/** Models that choose a label for each token. */
export const AutoModelForTokenClassification: AutoModelClass = autoModelClass("token-classification");

/** Models that mark an answer in a text: `start_logits` and `end_logits`. */
export const AutoModelForQuestionAnswering: AutoModelClass = autoModelClass("question-answering");

/** Models that fill gaps in a text. */
export const AutoModelForMaskedLM: AutoModelClass = autoModelClass("masked-lm");

/**
 * What opens models with one head as objects of a class.
 *
 * @param Model A class of a room above this one, which adds what that room can do with a model.
 */
export function autoModelClassOf<Model extends PreTrainedModel>(
  head: Head,
  Model: ModelClass<Model>,
): AutoModelClass<Model> {
  const fromPretrained: AutoModelClass<Model>["fromPretrained"] = (idOrFolder, options) =>
    loadModel(head, Model, idOrFolder, options);
  return {
    fromPretrained,
    from_pretrained: fromPretrained,
    fromConfig: (config, options) => modelFromConfig(head, Model, config, options),
  };
}

function autoModelClass(head: Head): AutoModelClass {
  return autoModelClassOf(head, PreTrainedModel);
}
