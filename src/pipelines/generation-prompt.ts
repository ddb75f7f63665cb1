/** @file What text generation continues: a text, or a conversation that gets its next turn. */
import { argumentTypeError } from "../core/errors";
import type { ChatMessage } from "../tokenizers/chat/chat-message";
import type { ChatTemplateOptions } from "../tokenizers/chat/chat-options";
import { encodeRows } from "./encode-row";
import type { PipelineParts } from "./pipeline-model";

/** A conversation among the inputs of a call, where a list would be several inputs. */
export interface ConversationInput {
  readonly messages: readonly ChatMessage[];
}

/** One input: a text or a conversation. */
export type GenerationPrompt = string | ConversationInput;

/** How conversations become prompts. */
export interface ChatPromptOptions extends Pick<ChatTemplateOptions, "tools" | "documents" | "chatTemplate"> {
  /** Continues the last message instead of answering it. @default whether the assistant wrote it */
  continueFinalMessage?: boolean;
}

/** The inputs of a call: one conversation is one input, and so is each of several. */
export function readInputs(given: unknown): unknown {
  if (isConversation(given)) return { messages: given };
  return Array.isArray(given) ? given.map((one: unknown) => (isConversation(one) ? { messages: one } : one)) : given;
}

/** The input, or an error that names it. */
export function checkPrompt(value: unknown, place: string): GenerationPrompt {
  if (typeof value === "string") return value;
  if (typeof value === "object" && value !== null && "messages" in value) return value as ConversationInput;
  const rule = 'be a text, or a conversation such as [{ role: "user", content: "…" }]';
  throw argumentTypeError({ function: "text-generation", parameter: place, rule, value });
}

/** The tokens of a prompt. */
export function promptIds(
  parts: PipelineParts,
  prompt: GenerationPrompt,
  options: ChatPromptOptions,
): readonly number[] {
  if (typeof prompt === "string") return encodeRows(parts, prompt, {}, "refuse")[0]?.ids ?? [];
  const { continueFinalMessage: _given, ...template } = options;
  const continues = isContinued(prompt, options);
  const call = { ...template, continueFinalMessage: continues, addGenerationPrompt: !continues };
  return parts.tokenizer.applyChatTemplate(prompt.messages, call) as number[];
}

/** A prompt with what the model adds: a text, or the conversation with the new turn or the longer last one. */
export function withAdded(
  prompt: GenerationPrompt,
  added: string,
  options: ChatPromptOptions,
): string | readonly ChatMessage[] {
  if (typeof prompt === "string") return prompt + added;
  const { messages } = prompt;
  if (!isContinued(prompt, options)) return [...messages, { role: "assistant", content: added }];
  const last = messages.at(-1);
  const content = typeof last?.content === "string" ? last.content : "";
  return [...messages.slice(0, -1), { ...last, role: last?.role ?? "assistant", content: content + added }];
}

function isContinued({ messages }: ConversationInput, { continueFinalMessage }: ChatPromptOptions): boolean {
  return continueFinalMessage ?? messages.at(-1)?.role === "assistant";
}

function isConversation(value: unknown): value is readonly ChatMessage[] {
  return (
    Array.isArray(value) &&
    value.length > 0 &&
    value.every((one) => one !== null && typeof one === "object" && !Array.isArray(one) && "role" in one)
  );
}
