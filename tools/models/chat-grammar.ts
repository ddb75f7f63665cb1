/** @file Conversations in Spanish, written from intents: what a person says, and what a polite small assistant answers. */

import { Writer } from "../essays/template";
import { pick, type RandomSource } from "../text/random-source";
import { INTENTS, type Intent } from "./chat-intents";

/** A turn of a conversation, as chat templates take it. */
export interface ChatMessage {
  role: "system" | "user" | "assistant";
  content: string;
}

/** A conversation with the intent of each of the person's turns. */
export interface Conversation {
  messages: ChatMessage[];
  intents: string[];
}

const SYSTEM = [
  "Eres un asistente amable que responde en español.",
  "Responde con frases breves.",
  "Eres Rocinante, un asistente pequeño y cortés.",
];

/** Writes a conversation of one to four exchanges: a greeting first, a farewell last, and questions between them. */
export function writeConversation(random: RandomSource): Conversation {
  const writer = new Writer(random, {});
  const middle = INTENTS.filter(({ place }) => place === "middle");
  const chosen: Intent[] = [];
  if (random.random() < 0.7) chosen.push(...INTENTS.filter(({ place }) => place === "first").slice(0, 1));
  const questions = Math.floor(random.random() * 3);
  for (let index = 0; index < questions; index++) chosen.push(pick(random, middle));
  if (chosen.length === 0 || random.random() < 0.4)
    chosen.push(
      pick(
        random,
        INTENTS.filter(({ place }) => place === "last"),
      ),
    );
  const messages: ChatMessage[] = [];
  if (random.random() < 0.3) messages.push({ role: "system", content: pick(random, SYSTEM) });
  for (const { says, answers } of chosen) {
    messages.push({ role: "user", content: spoken(random, writer.one(says)) });
    messages.push({ role: "assistant", content: writer.one(answers) });
  }
  return { messages, intents: chosen.map(({ id }) => id) };
}

/** Every sentence that an intent's answers can be. */
export function answersOf(id: string): Set<string> {
  const intent = INTENTS.find((intent) => intent.id === id);
  return new Set(intent?.answers.flatMap(variants) ?? []);
}

/** Every text that a template can become. */
export function variants(template: string): string[] {
  const close = template.indexOf("}");
  if (close < 0) return [template];
  const open = template.lastIndexOf("{", close);
  return template
    .slice(open + 1, close)
    .split("|")
    .flatMap((choice) => variants(template.slice(0, open) + choice + template.slice(close + 1)));
}

/** People write without marks and capitals too. */
function spoken(random: RandomSource, text: string): string {
  const kind = random.random();
  if (kind < 0.6) return text;
  const plain = text.replace(/[¡¿]/g, "");
  if (kind < 0.8) return plain;
  return plain.toLowerCase().replace(/[.!?]$/, "");
}
