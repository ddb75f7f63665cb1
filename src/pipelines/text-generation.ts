/** @file Text generation: a text continued, by the likeliest tokens or by drawn ones. */
import { argumentRangeError } from "../core/errors";
import { defaultRng } from "../core/random";
import { type CallOptions, count, countOrAll, flag, type Rules } from "./call-options";
import { continueRows } from "./continue-rows";
import { checkText, encodeRows } from "./encode-row";
import type { PipelineHandle } from "./pipeline-handle";
import type { PipelineModel, PipelineParts } from "./pipeline-model";
import type { TaskCall } from "./run-inputs";

/** A continued text. */
export interface GeneratedText {
  generated_text: string;
}

/** Options of text generation. */
export interface TextGenerationOptions extends CallOptions {
  /** How many tokens to add at most; an end token or the end of the model's positions may come first. @default 256 */
  maxNewTokens?: number;
  /** Whether the prompt stands before what was added. @default true */
  returnFullText?: boolean;
  /** Draws tokens by their probabilities instead of taking the likeliest. @default false */
  doSample?: boolean;
  /** Of drawing: below 1 likely tokens become likelier, above 1 unlikely ones. @default 1 */
  temperature?: number;
  /** Of drawing: how many of the likeliest tokens are drawn from; null for all. @default 50 */
  topK?: number | null;
  /** Of drawing: the same seed draws the same tokens. @default the operating system's randomness */
  seed?: number;
}

/** Continues texts. */
export interface TextGenerationPipeline
  extends PipelineHandle<"text-generation", PipelineModel, PipelineParts["tokenizer"]> {
  <const Inputs extends string | readonly string[]>(
    texts: Inputs,
    options?: TextGenerationOptions,
  ): Promise<Inputs extends string ? GeneratedText[] : GeneratedText[][]>;
}

/** The rules of {@link TextGenerationOptions}. */
export const TEXT_GENERATION_RULES: Rules = {
  maxNewTokens: count(1),
  returnFullText: flag,
  doSample: flag,
  temperature: (value) =>
    typeof value === "number" && value > 0 && Number.isFinite(value) ? undefined : "be a number above 0",
  topK: countOrAll(1),
  seed: count(0),
};

/** Each text with what the model adds. Python's pipeline draws by default; this one takes the likeliest tokens. */
export function textGeneration(
  parts: PipelineParts,
  { maxNewTokens = 256, returnFullText = true, doSample = false, temperature, topK, seed }: TextGenerationOptions,
): TaskCall<string, GeneratedText[]> {
  if (!doSample && (temperature !== undefined || topK !== undefined)) {
    const [parameter, value] = temperature === undefined ? ["topK", topK] : ["temperature", temperature];
    const rule = "come with `doSample: true`: without it nothing is drawn";
    throw argumentRangeError({ function: "text-generation", parameter, rule, value });
  }
  let begun = 0;
  return {
    task: "text-generation",
    parameter: "texts",
    check: (input, place) => checkText("text-generation", input, place),
    async run(inputs, { batchSize, signal }) {
      const prompts = inputs.map((text) => encodeRows(parts, text, {}, "refuse")[0]?.ids ?? []);
      const first = begun;
      begun += inputs.length;
      const added = await continueRows(parts, prompts, {
        maxNewTokens,
        batchSize,
        signal,
        // Each row draws by itself, so that the texts beside it do not change what it gets.
        samplingOf: (row) =>
          doSample
            ? {
                temperature: temperature ?? 1,
                topK: topK === undefined ? 50 : topK,
                random: defaultRng(seed === undefined ? undefined : seed + first + row),
              }
            : undefined,
      });
      return inputs.map((text, row) => {
        const continuation = parts.tokenizer.decode(added[row] ?? [], { skipSpecialTokens: true });
        return [{ generated_text: returnFullText ? text + continuation : continuation }];
      });
    },
  };
}
