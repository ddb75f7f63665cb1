/** @file What stands on top of a decoder, whichever it is: the outputs of each head. */
import type { Value } from "../../graph/graph";
import type { ForwardOptions, Head, ProblemType } from "../architecture";
import { finishSequenceClassification } from "../heads/sequence-classification";
import { finishTokenClassification } from "../heads/token-classification";
import { linear } from "../layers/linear";
import { bySequence } from "../layers/tokens";
import { trainingDropout } from "../layers/training-dropout";
import { ModelError } from "../model-error";
import { finishCausalLanguageModel } from "./causal-lm-head";
import { lastTokenRows } from "./last-token";

/** What a head needs to know of the decoder below it. */
export interface DecoderHeadSettings {
  modelType: string;
  numLabels: number;
  problemType: ProblemType;
  paddingId: number | undefined;
  classifierDropout: number;
  /** The name of the token classifier's layer. */
  tokenClassifier: string;
  /** The language model's layer, `[vocab, hidden]`; made only where it is needed. */
  vocabularyWeight(): Value;
}

/** Names the outputs of a head, from the last hidden states `[batch*sequence, hidden]`. */
export function finishDecoder(hidden: Value, ids: Value, settings: DecoderHeadSettings, options: ForwardOptions): void {
  const { modelType } = settings;
  const finish: Partial<Record<Head, () => void>> = {
    base: () => {
      hidden.graph.output("last_hidden_state", bySequence(hidden));
    },
    "causal-lm": () => finishCausalLanguageModel(hidden, { weight: settings.vocabularyWeight() }, options),
    "sequence-classification": () => {
      const { paddingId } = settings;
      if (paddingId === undefined) throw paddingMissing(modelType);
      const rows = lastTokenRows(hidden, ids, paddingId);
      const logits = linear(rows, "score", settings.numLabels, { bias: false });
      finishSequenceClassification(logits, settings.problemType, options);
    },
    "token-classification": () => {
      const kept = trainingDropout(hidden, settings.classifierDropout, options.mode ?? "inference");
      finishTokenClassification(linear(kept, settings.tokenClassifier, settings.numLabels), options);
    },
  };
  const known = finish[options.head];
  if (known === undefined) {
    throw new ModelError("head-missing", `A model of the type ${modelType} has no head \`${options.head}\`.`, {
      modelType,
      hint: `Available heads: ${Object.keys(finish).join(", ")}.`,
    });
  }
  known();
}

function paddingMissing(modelType: string): ModelError {
  return new ModelError(
    "config-invalid",
    `The configuration of a ${modelType} model has no \`pad_token_id\`, by which its classifier finds the last token.`,
    {
      modelType,
      key: "pad_token_id",
      hint: "Set `pad_token_id`, to the tokenizer's end of text where it has no padding.",
    },
  );
}
