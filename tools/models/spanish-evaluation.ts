/** @file How well the Spanish models do: perplexity against a trigram's, the draft's agreement, a text, conversations. */
import { defaultRng } from "../../src/core/random";
import type { PreTrainedModel } from "../../src/models/pretrained-model";
import type { PreTrainedTokenizerFast } from "../../src/tokenizers/pre-trained-tokenizer-fast";
import { answersOf, type ChatMessage } from "./chat-grammar";
import { testConversations } from "./chat-recipe";
import { renderMessage } from "./chat-template";
import { CHAT_TOKENS, END_OF_TEXT } from "./spanish-tokenizer";
import { tokenId } from "./token-id";

const WINDOW = 256;
/** Tokens before this one only give context, so that every token that counts has enough of it. */
export const CONTEXT = 128;
const BATCH = 4;

/** What {@link readStream} finds. */
export interface StreamScores {
  perplexity: number;
  /** The token that the model thinks likeliest at each place from {@link CONTEXT} on. */
  greedy: Uint16Array;
}

/** Reads a stream in windows that overlap by half: every token from {@link CONTEXT} on has 128 to 255 tokens before it. */
export async function readStream(model: PreTrainedModel, stream: Uint16Array): Promise<StreamScores> {
  const greedy = new Uint16Array(stream.length - CONTEXT);
  let sum = 0;
  const starts: number[] = [];
  for (let at = 0; at + CONTEXT < stream.length; at += WINDOW - CONTEXT) starts.push(at);
  for (let first = 0; first < starts.length; first += BATCH) {
    const group = starts.slice(first, first + BATCH).filter((at) => at + WINDOW <= stream.length);
    const last = starts.slice(first, first + BATCH).filter((at) => at + WINDOW > stream.length);
    for (const rows of [group, ...last.map((at) => [at])].filter(({ length }) => length > 0)) {
      const input_ids = rows.map((at) => Array.from(stream.subarray(at, at + WINDOW)));
      const { logits } = await model.forward({ input_ids });
      const [, length = 0, vocabulary = 0] = logits.dims;
      for (const [row, at] of rows.entries()) {
        for (let place = CONTEXT - 1; place < length - 1; place++) {
          const begin = (row * length + place) * vocabulary;
          const scores = logits.data.subarray(begin, begin + vocabulary);
          const best = argmax(scores);
          greedy[at + place + 1 - CONTEXT] = best;
          sum += logSumExp(scores) - (scores[stream[at + place + 1] ?? 0] ?? 0);
        }
      }
    }
  }
  return { perplexity: Math.exp(sum / greedy.length), greedy };
}

/** The share of places where two models' likeliest tokens are the same. */
export function agreement(one: Uint16Array, other: Uint16Array): number {
  return one.filter((token, place) => token === other[place]).length / one.length;
}

/** How {@link continueText} chooses. */
export interface ContinueOptions {
  tokens: number;
  /** 0 always takes the likeliest token. */
  temperature: number;
  seed?: number;
  stop?: number;
}

/** The ids that a model writes after others. Plain and slow: it reads everything anew for each token. */
export async function continueText(
  model: PreTrainedModel,
  prompt: readonly number[],
  { tokens, temperature, seed = 0, stop }: ContinueOptions,
): Promise<number[]> {
  const random = defaultRng(seed);
  const written: number[] = [];
  while (written.length < tokens) {
    const { logits } = await model.forward({ input_ids: [[...prompt, ...written].slice(-WINDOW)] }, { logits: "last" });
    const next = temperature === 0 ? argmax(logits.data) : draw(logits.data, temperature, random.random());
    written.push(next);
    if (next === stop) break;
  }
  return written;
}

/** What came of talking to the chat model. */
export interface ChatScores {
  turns: number;
  /** The share of answers that ended with the token that ends a turn. */
  ended: number;
  /** The share of answers that are one of those that the grammar has for what was said. */
  fitting: number;
}

/** Lets the chat model answer every turn of conversations that training has not drawn. */
export async function chatScores(
  model: PreTrainedModel,
  tokenizer: PreTrainedTokenizerFast,
  conversations: number,
): Promise<ChatScores> {
  let [turns, ended, fitting] = [0, 0, 0];
  for (const { messages, intents } of testConversations(conversations)) {
    const intentOf = messages.filter(({ role }) => role === "user");
    for (const [index, message] of messages.entries()) {
      if (message.role !== "user") continue;
      const answer = await answerTo(model, tokenizer, messages.slice(0, index + 1));
      turns++;
      if (answer.ended) ended++;
      if (answersOf(intents[intentOf.indexOf(message)] ?? "").has(answer.text)) fitting++;
    }
  }
  return { turns, ended: ended / turns, fitting: fitting / turns };
}

/** The answer to a conversation that ends with the person's turn. */
export async function answerTo(
  model: PreTrainedModel,
  tokenizer: PreTrainedTokenizerFast,
  messages: readonly ChatMessage[],
): Promise<{ text: string; ended: boolean }> {
  const text = `${messages.map(renderMessage).join("")}${CHAT_TOKENS.assistant}`;
  const prompt = tokenizer.encode(text, { addSpecialTokens: false }).input_ids.map(Number);
  const stop = tokenId(tokenizer, CHAT_TOKENS.end);
  const ids = await continueText(model, prompt, { tokens: 60, temperature: 0, stop });
  return { text: tokenizer.decode(ids, { skipSpecialTokens: true }), ended: ids.at(-1) === stop };
}

/** A text of a model as one line: the prompt and what came after it, up to the end of a paragraph. */
export async function writeAfter(
  model: PreTrainedModel,
  tokenizer: PreTrainedTokenizerFast,
  prompt: string,
  options: ContinueOptions,
): Promise<string> {
  const ids = tokenizer.encode(prompt, { addSpecialTokens: false }).input_ids.map(Number);
  const stop = tokenId(tokenizer, END_OF_TEXT);
  const written = await continueText(model, ids, { ...options, stop });
  return tokenizer.decode([...ids, ...written], { skipSpecialTokens: true });
}

function argmax(scores: Float32Array): number {
  let best = 0;
  for (let index = 1; index < scores.length; index++) if ((scores[index] ?? 0) > (scores[best] ?? 0)) best = index;
  return best;
}

function logSumExp(scores: Float32Array): number {
  const highest = scores[argmax(scores)] ?? 0;
  return highest + Math.log(scores.reduce((sum, score) => sum + Math.exp(score - highest), 0));
}

function draw(scores: Float32Array, temperature: number, at: number): number {
  const total = logSumExp(scores.map((score) => score / temperature));
  let left = at;
  for (const [token, score] of scores.entries()) {
    left -= Math.exp(score / temperature - total);
    if (left < 0) return token;
  }
  return argmax(scores);
}
