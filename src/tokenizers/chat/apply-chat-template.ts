/** @file Conversations as text or ids, by a tokenizer's chat template. */
import { argumentRangeError } from "../../core/errors";
import { BatchEncoding, type IdColumn } from "../batch-encoding";
import type { EncodeOptions } from "../encode-options";
import type { Span } from "../encoding";
import type { SpecialTokenRole } from "../special-tokens";
import { TokenTensor } from "../token-tensor";
import { TokenizerError } from "../tokenizer-error";
import { assistantMask, marksAssistant, readMarks, withMarks } from "./assistant-spans";
import { type ChatMessage, readConversations } from "./chat-message";
import { type ChatTemplateOptions, checkChatOptions, encodeOptionsOf } from "./chat-options";
import { type ChatTemplate, chooseTemplate } from "./chat-template";
import { toolSchemas } from "./describe-tool";
import { renderTemplate } from "./render-template";

/** What is needed of a tokenizer. */
export interface ChatTokenizer {
  readonly nameOrPath: string;
  readonly chatTemplate: ChatTemplate | undefined;
  readonly specialTokensMap: Partial<Record<SpecialTokenRole, string>>;
  encode(texts: string | readonly string[], options: EncodeOptions): BatchEncoding<unknown>;
}

const CALLER = "tokenizer.applyChatTemplate";

/** What `tokenizer.applyChatTemplate` gives: texts, ids, or columns. */
export function applyChatTemplate(tokenizer: ChatTokenizer, messages: unknown, options: ChatTemplateOptions): unknown {
  checkChatOptions(CALLER, options);
  const { chats, isBatch } = readConversations(CALLER, messages);
  const template = chooseTemplate({
    own: tokenizer.chatTemplate,
    asked: options.chatTemplate,
    tools: options.tools === undefined ? "none" : "given",
    owner: tokenizer.nameOrPath,
  });
  const isMasked = options.returnAssistantTokensMask === true;
  if (isMasked && !marksAssistant(template))
    throw new TokenizerError("chat-template-failed", "The chat template does not mark what the assistant says.", {
      hint: "`returnAssistantTokensMask` needs `{% generation %}` and `{% endgeneration %}` around it in the template.",
    });
  warnOfUnused(template, options);
  const variables = {
    ...tokenizer.specialTokensMap,
    ...options.variables,
    tools: options.tools === undefined ? null : toolSchemas(CALLER, options.tools),
    documents: options.documents ?? null,
    add_generation_prompt: options.addGenerationPrompt ?? false,
  };
  const rendered = chats.map((chat) => {
    const marked = renderTemplate(isMasked ? withMarks(template) : template, { ...variables, messages: chat });
    const { text, spans } = isMasked ? readMarks(marked) : { text: marked, spans: [] };
    return { text: options.continueFinalMessage === true ? leftOpen(text, chat) : text, spans };
  });
  const texts = rendered.map(({ text }) => text);
  const input = isBatch ? texts : (texts[0] ?? "");
  if (options.tokenize === false) return input;
  const batch = tokenizer.encode(input, { ...encodeOptionsOf(options), addSpecialTokens: false });
  if (options.returnDict !== true) return batch.input_ids;
  return isMasked ? withAssistantMasks(batch as BatchEncoding, rendered, options.returnTensors) : batch;
}

/** The text up to the end of the last message, so that a model goes on with it. */
function leftOpen(text: string, chat: readonly ChatMessage[]): string {
  const { content } = chat.at(-1) as ChatMessage;
  const last: unknown = Array.isArray(content) ? content.at(-1)?.text : content;
  const said = typeof last === "string" ? last : "";
  // Templates often take the spaces around a message away.
  for (const part of [said, said.trim()]) {
    const found = part === "" ? -1 : text.lastIndexOf(part);
    if (found >= 0) return text.slice(0, found + part.length);
  }
  throw argumentRangeError({
    function: CALLER,
    parameter: "continueFinalMessage",
    rule: "come with a last message whose text stands in what the template makes of it",
    value: said,
    next: said === "" ? "Write the beginning of the answer into the last message." : "This template changes the text.",
  });
}

function withAssistantMasks(
  batch: BatchEncoding,
  rendered: readonly { spans: readonly Span[] }[],
  kind: ChatTemplateOptions["returnTensors"],
): BatchEncoding {
  const masks = batch.encodings.map(({ ids }, batchIndex) =>
    assistantMask(ids.length, rendered[batchIndex]?.spans ?? [], (character) =>
      batch.charToToken(character, { batchIndex }),
    ),
  );
  const isFlat = Array.isArray(batch.input_ids) && !Array.isArray(batch.input_ids[0]);
  const lists: IdColumn = isFlat ? (masks[0] ?? []) : masks;
  const column = kind === undefined ? lists : TokenTensor.of(masks, kind, "assistant_masks");
  return new BatchEncoding({ ...batch, assistant_masks: column }, batch.encodings);
}

/** Tools that a template does not read are lost without a word; here with one. */
function warnOfUnused(template: string, options: ChatTemplateOptions): void {
  for (const name of ["tools", "documents"] as const)
    if (options[name] !== undefined && !template.includes(name))
      process.emitWarning(`The chat template reads no \`${name}\`: the model will not see them.`, "CadernoWarning");
}
