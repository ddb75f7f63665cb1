/** @file A causal language model with `generate`. */
import { type ModelFields, PreTrainedModel } from "../models/pretrained-model";
import type { SavePretrainedOptions } from "../models/save-model";
import { generate } from "./generate";
import type { GenerateOptions } from "./generate-options";
import type { GenerateOutput } from "./generate-output";
import { GenerationConfig } from "./generation-config";
import { type GenerationSource, type Generative, generationSourceOf } from "./generation-source";
import type { GenerateInputs } from "./run/prompts";

/**
 * A model that continues texts. Python: `transformers.PreTrainedModel` with `GenerationMixin`.
 *
 * @example
 * ```ts
 * const model = await AutoModelForCausalLM.fromPretrained("./gpt2-es-tiny");
 * const { texts } = await model.generate(tokenizer.encode("En un lugar"), { tokenizer, numBeams: 4, maxNewTokens: 20 });
 * ```
 */
export class GenerativeModel extends PreTrainedModel implements Generative {
  /**
   * The options that hold where a call of {@link GenerativeModel.generate} gives none: those of generation_config.json, or
   * of config.json. Python: `model.generation_config`.
   */
  generationConfig: GenerationConfig;

  constructor(fields: ModelFields) {
    super(fields);
    this.generationConfig = GenerationConfig.fromFiles({ config: fields.config.toJSON() });
  }

  /**
   * Continues each row by the strategy that the options ask for: greedy search by default, `doSample`, `numBeams`,
   * `penaltyAlpha`, `assistantModel` and others besides.
   *
   * Rows of a batch are padded on the left. A row that has ended leaves the batch. Throws a GenerationError for options that
   * clash and prompts that cannot be continued, a TypeError or RangeError for options that do not exist or are out of range.
   *
   * Python: `model.generate(**inputs, ...)`.
   */
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
