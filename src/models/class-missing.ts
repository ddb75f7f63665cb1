/** @file The error of a model that has no class for what is asked of it. */
import type { Architecture, Head } from "./architecture";
import { ModelError } from "./model-error";

/** The names that Python, transformers.js and this library have for the classes of `fromPretrained`. */
export type AutoClassName =
  | "AutoModel"
  | "AutoModelForSequenceClassification"
  | "AutoModelForTokenClassification"
  | "AutoModelForQuestionAnswering"
  | "AutoModelForMaskedLM"
  | "AutoModelForCausalLM";

/** The class of `fromPretrained` by what it is for. */
export const AUTO_CLASSES: Readonly<Record<Head, AutoClassName>> = {
  base: "AutoModel",
  "sequence-classification": "AutoModelForSequenceClassification",
  "token-classification": "AutoModelForTokenClassification",
  "question-answering": "AutoModelForQuestionAnswering",
  "masked-lm": "AutoModelForMaskedLM",
  "causal-lm": "AutoModelForCausalLM",
};

/** The error of an architecture without this head; it lists the heads that there are. */
export function classMissing({ modelType, classNames }: Architecture, head: Head): ModelError {
  const heads = (Object.keys(classNames) as Head[]).filter((name) => classNames[name] !== undefined);
  const classes = heads.map((name) => AUTO_CLASSES[name]).join(", ");
  return new ModelError(
    "head-missing",
    `A model of the type \`${modelType}\` has no class for ${AUTO_CLASSES[head]}.`,
    {
      hint: `It can be opened with ${classes}.`,
    },
  );
}
