/** @file The options of `applyChatTemplate`. */
import { argumentTypeError } from "../../core/errors";
import { listNames } from "../../core/suggest";
import type { EncodeOptions } from "../encode-options";
import type { ToolSchema } from "./describe-tool";

/** Options that are handed to `tokenizer.encode`. Special tokens are the template's business: none are added. */
export type ChatEncodeOptions = Pick<
  EncodeOptions,
  | "padding"
  | "maxLength"
  | "padToMultipleOf"
  | "paddingSide"
  | "truncation"
  | "truncationSide"
  | "returnTensors"
  | "returnAttentionMask"
  | "returnTokenTypeIds"
  | "returnOffsetsMapping"
  | "returnSpecialTokensMask"
  | "returnLength"
>;

/** Options of `tokenizer.applyChatTemplate`. Python: the arguments of `apply_chat_template`. */
export interface ChatTemplateOptions extends ChatEncodeOptions {
  /** Gives ids; false for the text. @default true */
  tokenize?: boolean;
  /** Ends with what begins an answer, so that the model answers instead of speaking for the user. @default false */
  addGenerationPrompt?: boolean;
  /** Leaves the last message open, so that the model continues it. @default false */
  continueFinalMessage?: boolean;
  /** What the model may call: JSON schemas, or functions wrapped with `describeTool`. */
  tools?: readonly (ToolSchema | Readonly<Record<string, unknown>> | { readonly toolSchema: ToolSchema })[];
  /** What the model may read: objects with `title` and `text`. */
  documents?: readonly Readonly<Record<string, unknown>>[];
  /** Another template, or the name of one of the tokenizer's. @default tokenizer.chatTemplate */
  chatTemplate?: string;
  /** Gives all columns, ready for `model.generate`, instead of the ids alone. @default false */
  returnDict?: boolean;
  /** Adds the column `assistant_masks`: 1 for the assistant's tokens, where the template marks them. @default false */
  returnAssistantTokensMask?: boolean;
  /** What else the template may read, by name. Python takes these as further arguments. */
  variables?: Readonly<Record<string, unknown>>;
}

const FLAGS = ["tokenize", "addGenerationPrompt", "continueFinalMessage", "returnDict", "returnAssistantTokensMask"];
const OTHERS = ["tools", "documents", "chatTemplate", "variables"];
const ENCODING = [
  ...["padding", "maxLength", "padToMultipleOf", "paddingSide", "truncation", "truncationSide", "returnTensors"],
  ...["returnAttentionMask", "returnTokenTypeIds", "returnOffsetsMapping", "returnSpecialTokensMask", "returnLength"],
];

/** Refuses names and values that no option has, and options that exclude each other. */
export function checkChatOptions(caller: string, options: ChatTemplateOptions): void {
  if (options === null || typeof options !== "object" || Array.isArray(options))
    throw argumentTypeError({ function: caller, parameter: "options", rule: "be an object", value: options });
  const names = [...FLAGS, ...OTHERS, ...ENCODING];
  for (const [name, value] of Object.entries(options)) {
    if (!names.includes(name)) {
      const camel = name.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase());
      const next =
        camel !== name && names.includes(camel) ? `It is spelt \`${camel}\` here.` : listNames("options", name, names);
      throw new TypeError(
        `${caller}: there is no option \`${name}\`. ${next} What else a template reads goes into \`variables\`.`,
      );
    }
    if (value === undefined) continue;
    if (FLAGS.includes(name) && typeof value !== "boolean")
      throw argumentTypeError({ function: caller, parameter: name, rule: "be true or false", value });
    if (name === "chatTemplate" && typeof value !== "string")
      throw argumentTypeError({ function: caller, parameter: name, rule: "be a template or a template's name", value });
    if (name === "variables" && (value === null || typeof value !== "object" || Array.isArray(value)))
      throw argumentTypeError({ function: caller, parameter: name, rule: "be an object", value });
    const isDocuments = (list: unknown): boolean =>
      Array.isArray(list) && list.every((one) => one !== null && typeof one === "object" && !Array.isArray(one));
    if (name === "documents" && !isDocuments(value))
      throw argumentTypeError({
        function: caller,
        parameter: name,
        rule: "be a list of objects with `title` and `text`",
        value,
      });
  }
  checkClashes(caller, options);
}

function checkClashes(caller: string, options: ChatTemplateOptions): void {
  const clash = (rule: string): TypeError => new TypeError(`${caller}: ${rule}`);
  if (options.addGenerationPrompt === true && options.continueFinalMessage === true)
    throw clash(
      "`addGenerationPrompt` begins a new answer and `continueFinalMessage` goes on with the last message. Set one of them.",
    );
  if (options.tokenize === false) {
    if (options.returnDict === true) throw clash("`returnDict` has columns of ids, and `tokenize: false` makes none.");
    const unused = ENCODING.find((name) => {
      const value = options[name as keyof ChatEncodeOptions];
      return value !== undefined && value !== false;
    });
    if (unused !== undefined)
      throw clash(`\`${unused}\` is of ids, and \`tokenize: false\` makes none. Leave one out.`);
  }
  if (options.returnAssistantTokensMask !== true) return;
  if (options.returnDict !== true) throw clash("`returnAssistantTokensMask` is a column: set `returnDict: true` too.");
  if (options.continueFinalMessage === true)
    throw clash(
      "`returnAssistantTokensMask` is of whole messages, and `continueFinalMessage` leaves the last one open.",
    );
}

/** What `tokenizer.encode` is told. */
export function encodeOptionsOf(options: ChatTemplateOptions): ChatEncodeOptions {
  return Object.fromEntries(Object.entries(options).filter(([name]) => ENCODING.includes(name)));
}
