/** @file How gpt2-es-tiny-chat is trained: on the assistant's turns of written conversations. */
import { defaultRng } from "../../src/core/random";
import { GPT2 } from "../../src/models/decoders/gpt2";
import type { PreTrainedTokenizerFast } from "../../src/tokenizers/pre-trained-tokenizer-fast";
import { type Conversation, writeConversation } from "./chat-grammar";
import { renderMessage } from "./chat-template";
import { decoderFeeds, IGNORED } from "./feeds";
import { SPANISH_CONFIG } from "./spanish-recipes";
import { CHAT_TOKENS, END_OF_TEXT } from "./spanish-tokenizer";
import { tokenId } from "./token-id";
import { batchRandom, type Parameters, type Recipe } from "./training-run";

const SEED = 1615;
const ROWS = 12;

/** Where the conversations that judge the model are drawn from. */
export const CHAT_TEST_SEED = 1616;

/** config.json: the base model's, but a turn's end is the end. */
export function chatConfig(tokenizer: PreTrainedTokenizerFast): Readonly<Record<string, unknown>> {
  return { ...SPANISH_CONFIG, eos_token_id: tokenId(tokenizer, CHAT_TOKENS.end) };
}

/** Trains on what the assistant says; the person's turns are read, not learnt. */
export function chatRecipe(tokenizer: PreTrainedTokenizerFast, base: Parameters, steps: number): Recipe {
  return {
    name: "gpt2-es-tiny-chat",
    architecture: GPT2,
    config: chatConfig(tokenizer),
    head: "causal-lm",
    seed: SEED,
    steps,
    learningRate: 1e-3,
    initial: base,
    batch: (step) => {
      const random = batchRandom(SEED, step);
      const rows = Array.from({ length: ROWS }, () => conversationRow(tokenizer, writeConversation(random)));
      return decoderFeeds(
        rows.map(({ ids }) => ids),
        rows.map(({ labels }) => labels),
      );
    },
  };
}

/** Conversations that training has not drawn, though their sentences come from the same grammar. */
export function testConversations(count: number): Conversation[] {
  const random = defaultRng(CHAT_TEST_SEED);
  return Array.from({ length: count }, () => writeConversation(random));
}

function conversationRow(
  tokenizer: PreTrainedTokenizerFast,
  { messages }: Conversation,
): { ids: number[]; labels: number[] } {
  const ids: number[] = [];
  const labels: number[] = [];
  for (const message of messages) {
    const own = tokenizer.encode(renderMessage(message), { addSpecialTokens: false }).input_ids.map(Number);
    ids.push(...own);
    // The mark that opens the turn is given to the model; what follows it, and the end, is to be learnt.
    labels.push(...own.map((id, place) => (message.role === "assistant" && place > 0 ? id : IGNORED)));
  }
  ids.push(tokenId(tokenizer, END_OF_TEXT));
  labels.push(IGNORED);
  return { ids, labels };
}
