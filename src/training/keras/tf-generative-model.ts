/** @file A causal language model that is trained as Keras trains, and continues texts. */

import { generate } from "../../generation/generate";
import type { GenerateOptions } from "../../generation/generate-options";
import type { GenerateOutput } from "../../generation/generate-output";
import { GenerationConfig } from "../../generation/generation-config";
import { type GenerationSource, type Generative, generationSourceOf } from "../../generation/generation-source";
import type { GenerateInputs } from "../../generation/run/prompts";
import type { ModelFields } from "../../models/pretrained-model";
import type { SavePretrainedOptions } from "../../models/save-model";
import { TFPreTrainedModel } from "./tf-pretrained-model";

/** {@link TFPreTrainedModel} with `generate`. Python: `transformers.TFPreTrainedModel` with `TFGenerationMixin`. */
export class TFGenerativeModel extends TFPreTrainedModel implements Generative {
  /** The options that hold where a call of {@link TFGenerativeModel.generate} gives none. */
  generationConfig: GenerationConfig;

  constructor(fields: ModelFields) {
    super(fields);
    this.generationConfig = GenerationConfig.fromFiles({ config: fields.config.toJSON() });
  }

  /** Continues each row, as `AutoModelForCausalLM`'s models do. */
  generate(inputs: GenerateInputs, options: GenerateOptions = {}): Promise<GenerateOutput> {
    return generate(this.generationSource(), inputs, options);
  }

  /** What `generate` works with. */
  generationSource(): GenerationSource {
    return generationSourceOf(this);
  }

  override async savePretrained(folder: string, options: SavePretrainedOptions = {}): Promise<string[]> {
    const files = await super.savePretrained(folder, options);
    await this.generationConfig.savePretrained(folder);
    return [...files, "generation_config.json"];
  }
}
