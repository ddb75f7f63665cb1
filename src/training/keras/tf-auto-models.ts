/** @file The classes that open models which are trained as Keras trains, named as in Hugging Face's Python. */
import { generativeClassOf } from "../../generation/auto-model-for-causal-lm";
import { type AutoModelClass, autoModelClassOf } from "../../models/auto/auto-model";
import { TFGenerativeModel } from "./tf-generative-model";
import { TFPreTrainedModel } from "./tf-pretrained-model";

/** {@link AutoModel} with Keras's `compile`, `fit`, `evaluate` and `predict`. */
export const TFAutoModel: AutoModelClass<TFPreTrainedModel> = autoModelClassOf("base", TFPreTrainedModel);

/**
 * Models that choose a label for a text, or several, or a number, with Keras's `compile`, `fit`, `evaluate` and `predict`.
 *
 * With `{ engine: "tensorflow" }` they are trained by TensorFlow; without its native library a line says so and `onnx` trains them.
 *
 * @example
 * ```ts
 * const model = await TFAutoModelForSequenceClassification.fromPretrained("./my-model", { numLabels: 11, seed: 42 });
 * model.compile({ optimizer: createOptimizer({ initLr: 2e-5, numTrainSteps: 150, numWarmupSteps: 0 }).optimizer });
 * ```
 */
export const TFAutoModelForSequenceClassification: AutoModelClass<TFPreTrainedModel> = autoModelClassOf(
  "sequence-classification",
  TFPreTrainedModel,
);

/** Models that choose a label for each token, with Keras's `compile`, `fit`, `evaluate` and `predict`. */
export const TFAutoModelForTokenClassification: AutoModelClass<TFPreTrainedModel> = autoModelClassOf(
  "token-classification",
  TFPreTrainedModel,
);

/** Models that mark an answer in a text, with Keras's `compile`, `fit`, `evaluate` and `predict`. */
export const TFAutoModelForQuestionAnswering: AutoModelClass<TFPreTrainedModel> = autoModelClassOf(
  "question-answering",
  TFPreTrainedModel,
);

/** Models that fill gaps in a text, with Keras's `compile`, `fit`, `evaluate` and `predict`. */
export const TFAutoModelForMaskedLM: AutoModelClass<TFPreTrainedModel> = autoModelClassOf(
  "masked-lm",
  TFPreTrainedModel,
);

/** Models that continue a text, with Keras's `compile`, `fit`, `evaluate` and `predict`, and `generate`. */
export const TFAutoModelForCausalLM: AutoModelClass<TFGenerativeModel> = generativeClassOf(TFGenerativeModel);
