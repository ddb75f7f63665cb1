/** @file What a conversation is, and checking that something is one. */
import { argumentTypeError, describeValue } from "../../core/errors";

/** One turn of a conversation. Templates may read any other key too: `tool_calls`, `name`. */
export interface ChatMessage {
  /** Who speaks: "system", "user", "assistant", "tool", or what else the template knows. */
  readonly role: string;
  /** What is said: a text, or parts such as `{ type: "text", text: "…" }`. */
  readonly content?: string | readonly Readonly<Record<string, unknown>>[] | null;
  readonly [key: string]: unknown;
}

/** A conversation, or several. */
export type Conversations = readonly ChatMessage[] | readonly (readonly ChatMessage[])[];

/** The conversations one by one, and whether a list of them was given rather than one. */
export function readConversations(
  caller: string,
  messages: unknown,
): { chats: (readonly ChatMessage[])[]; isBatch: boolean } {
  if (!Array.isArray(messages) || messages.length === 0)
    throw argumentTypeError({
      function: caller,
      parameter: "messages",
      rule: "be a list of messages, one at least",
      value: messages,
      next: 'Such as [{ role: "user", content: "¡Hola!" }].',
    });
  const isBatch = Array.isArray(messages[0]);
  const chats: readonly unknown[] = isBatch ? messages : [messages];
  return {
    chats: chats.map((chat, index) => readChat(caller, chat, isBatch ? `messages[${index}]` : "messages")),
    isBatch,
  };
}

function readChat(caller: string, chat: unknown, parameter: string): readonly ChatMessage[] {
  if (!Array.isArray(chat) || chat.length === 0)
    throw argumentTypeError({ function: caller, parameter, rule: "be a list of messages, one at least", value: chat });
  for (const [index, message] of chat.entries()) {
    const broken = brokenRule(message);
    if (broken === undefined) continue;
    const place = `${parameter}[${index}]`;
    throw argumentTypeError({
      function: caller,
      parameter: place,
      rule: broken,
      value: message,
      next: nextStep(message),
    });
  }
  return chat;
}

function brokenRule(message: unknown): string | undefined {
  if (message === null || typeof message !== "object" || Array.isArray(message))
    return "be a message, an object with `role` and `content`";
  const { role, content } = message as { role?: unknown; content?: unknown };
  if (typeof role !== "string" || role === "") return `have a \`role\` that is a text (it is ${describeValue(role)})`;
  const isParts = Array.isArray(content) && content.every((part) => part !== null && typeof part === "object");
  if (content === undefined || content === null || typeof content === "string" || isParts) return undefined;
  return `have a \`content\` that is a text or a list of parts (it is ${describeValue(content)})`;
}

function nextStep(message: unknown): string | undefined {
  return typeof message === "string" ? 'Write { role: "user", content: … } around it.' : undefined;
}
