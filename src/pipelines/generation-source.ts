/** @file What `generate` needs of a pipeline's model, whoever computes it. */
import { ForwardDecoder } from "../generation/decoder/forward-decoder";
import { GenerationConfig } from "../generation/generation-config";
import { type GenerationSource, type Generative, vocabularyOf } from "../generation/generation-source";
import type { PipelineParts } from "./pipeline-model";

/** The source of a pipeline's model, within what its tokenizer and positions allow. */
export function sourceOf({ model, maxLength }: PipelineParts): GenerationSource {
  const own = isGenerative(model) ? model.generationSource() : undefined;
  const { className, config } = model;
  const given = "generationConfig" in model ? model.generationConfig : undefined;
  return {
    className,
    vocabulary: own?.vocabulary ?? vocabularyOf(config),
    positions: maxLength ?? own?.positions,
    generationConfig:
      own?.generationConfig ?? (given instanceof GenerationConfig ? given : GenerationConfig.fromFiles({ config })),
    openDecoder: async () => (await own?.openDecoder()) ?? new ForwardDecoder(model),
  };
}

function isGenerative(model: object): model is Generative {
  return "generationSource" in model;
}
