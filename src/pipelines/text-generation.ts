/** @file Text generation: texts continued, by every strategy of `generate`. */
import { GENERATION_FIELDS, GENERATION_NAMES } from "../generation/config/generation-fields";
import type { GenerationOptions } from "../generation/config/generation-options";
import { generate } from "../generation/generate";
import type { GenerateOptions } from "../generation/generate-options";
import type { GenerationConfig } from "../generation/generation-config";
import type { ChatMessage, Conversations } from "../tokenizers/chat/chat-message";
import type { CallOptions, Rules } from "./call-options";
import { flag, text } from "./call-options";
import {
  type ChatPromptOptions,
  checkPrompt,
  type GenerationPrompt,
  promptIds,
  readInputs,
  withAdded,
} from "./generation-prompt";
import { sourceOf } from "./generation-source";
import { PipelineError } from "./pipeline-error";
import type { PipelineHandle } from "./pipeline-handle";
import type { PipelineModel, PipelineParts } from "./pipeline-model";
import type { TaskCall } from "./run-inputs";
import type { RunOptions } from "./run-rows";
import { paddingId, textEmpty } from "./run-rows";

/** A continued text. */
export interface GeneratedText {
  generated_text: string;
}

/** A conversation with the model's turn; with `returnFullText: false` the turn's text alone. */
export interface GeneratedConversation {
  generated_text: readonly ChatMessage[] | string;
}

type Generated = GeneratedText | GeneratedConversation;

/** Options of text generation: those of `model.generate` too. */
export interface TextGenerationOptions
  extends CallOptions,
    GenerationOptions,
    ChatPromptOptions,
    Pick<GenerateOptions, "assistantModel" | "logitsProcessor" | "stoppingCriteria" | "streamer"> {
  /** How many tokens to add at most; an end token or the end of the model's positions may come first. @default 256 */
  maxNewTokens?: number | null;
  /** Whether the prompt stands before what was added. @default true */
  returnFullText?: boolean;
}

/** Continues texts. */
export interface TextGenerationPipeline
  extends PipelineHandle<"text-generation", PipelineModel, PipelineParts["tokenizer"]> {
  <const Inputs extends string | readonly string[] | Conversations>(
    texts: Inputs,
    options?: TextGenerationOptions,
  ): Promise<
    Inputs extends string
      ? GeneratedText[]
      : Inputs extends readonly string[]
        ? GeneratedText[][]
        : Inputs extends readonly ChatMessage[]
          ? GeneratedConversation[]
          : GeneratedConversation[][]
  >;
}

type OwnOptions = Omit<TextGenerationOptions, "returnFullText" | keyof CallOptions | keyof ChatPromptOptions>;

const OF_CALL = ["assistantModel", "logitsProcessor", "stoppingCriteria", "streamer", "tools", "documents"];

/** The rules of {@link TextGenerationOptions}. What belongs to one call of `generate` is checked there. */
export const TEXT_GENERATION_RULES: Rules = {
  ...Object.fromEntries(GENERATION_NAMES.map((name) => [name, GENERATION_FIELDS[name].rule])),
  ...Object.fromEntries(OF_CALL.map((name) => [name, () => undefined])),
  returnFullText: flag,
  continueFinalMessage: flag,
  chatTemplate: text,
};

/** The arguments of a call: a list of messages is one conversation, not several texts. */
export function readGenerationArguments([first, second]: readonly unknown[]): { inputs: unknown; options: unknown } {
  return { inputs: readInputs(first), options: second };
}

/**
 * Each text with what the model adds, one or `numReturnSequences`; each conversation with the model's turn.
 *
 * Python's pipeline draws by default; this one takes the likeliest tokens unless the model's files or the call say otherwise.
 */
export function textGeneration(
  parts: PipelineParts,
  options: TextGenerationOptions,
): TaskCall<GenerationPrompt, Generated[]> {
  const { returnFullText = true, continueFinalMessage, tools, documents, chatTemplate, ...rest } = options;
  const { batchSize: _batchSize, onProgress: _onProgress, signal: _signal, ...own } = rest;
  const chat = Object.fromEntries(
    Object.entries({ continueFinalMessage, tools, documents, chatTemplate }).filter(([, value]) => value !== undefined),
  ) as ChatPromptOptions;
  const source = sourceOf(parts);
  const generateOptions = withLength(own, source.generationConfig);
  let begun = 0;
  return {
    task: "text-generation",
    parameter: "texts",
    check: checkPrompt,
    async run(inputs, { batchSize, signal }: RunOptions) {
      const prompts = inputs.map((prompt) => begin(parts, promptIds(parts, prompt, chat)));
      const results: Generated[][] = [];
      for (let first = 0; first < prompts.length; first += batchSize) {
        const rows = prompts.slice(first, first + batchSize);
        const added = await continueBatch(rows, begun + first, signal);
        for (const [row, continuations] of added.entries()) {
          const prompt = inputs[first + row] ?? "";
          results.push(
            continuations.map((one) => ({ generated_text: returnFullText ? withAdded(prompt, one, chat) : one })),
          );
        }
      }
      begun += inputs.length;
      return results;
    },
  };

  async function continueBatch(
    rows: readonly (readonly number[])[],
    before: number,
    signal: AbortSignal | undefined,
  ): Promise<string[][]> {
    const width = Math.max(...rows.map((ids) => ids.length));
    const left = (ids: readonly number[], fill: number, values = ids): number[] => [
      ...new Array<number>(width - ids.length).fill(fill),
      ...values,
    ];
    const padding = generateOptions.padTokenId ?? source.generationConfig.padTokenId ?? paddingId(parts);
    const copies = generateOptions.numReturnSequences ?? source.generationConfig.numReturnSequences;
    const { seed } = generateOptions;
    const { newTokens } = await generate(
      source,
      {
        input_ids: rows.map((ids) => left(ids, padding)),
        attention_mask: rows.map((ids) =>
          left(
            ids,
            0,
            ids.map(() => 1),
          ),
        ),
      },
      {
        ...generateOptions,
        padTokenId: padding,
        tokenizer: parts.tokenizer,
        ...endOf(parts, source.generationConfig, generateOptions),
        // Each row draws by itself, so that the texts beside it do not change what it gets.
        ...(seed === undefined || seed === null ? {} : { seed: seed + before * copies }),
        ...(signal === undefined ? {} : { signal }),
      },
    );
    const texts = newTokens.map((ids) => parts.tokenizer.decode(ids, { skipSpecialTokens: true }));
    return rows.map((_, row) => texts.slice(row * copies, (row + 1) * copies));
  }
}

/** Without a length of the user's or the model's own, Python's pipeline adds 256 tokens. */
function withLength(options: OwnOptions, config: GenerationConfig): OwnOptions {
  if (options.maxNewTokens !== undefined || options.maxLength !== undefined) return options;
  const isSet = config.maxNewTokens !== null || config.maxLength !== GENERATION_FIELDS.maxLength.default;
  return isSet ? options : { ...options, maxNewTokens: 256 };
}

/** Where the model's files do not say what ends texts, the tokenizer's end token does. */
function endOf(
  { tokenizer }: PipelineParts,
  config: GenerationConfig,
  options: GenerationOptions,
): Pick<GenerationOptions, "eosTokenId"> {
  const isKnown = options.eosTokenId !== undefined || config.eosTokenId !== null;
  return isKnown || tokenizer.eosTokenId === undefined ? {} : { eosTokenId: tokenizer.eosTokenId };
}

/** The prompt's tokens; an empty prompt begins with the token that begins texts. */
function begin({ tokenizer, maxLength }: PipelineParts, ids: readonly number[]): readonly number[] {
  if (maxLength !== undefined && ids.length >= maxLength)
    throw new PipelineError(
      "text-too-long",
      `A prompt has ${ids.length} tokens, and the model has room for ${maxLength} with the new ones.`,
      { task: "text-generation", hint: "Shorten it." },
    );
  if (ids.length > 0) return ids;
  const first = tokenizer.bosTokenId ?? tokenizer.eosTokenId;
  if (first === undefined) throw textEmpty();
  return [first];
}
