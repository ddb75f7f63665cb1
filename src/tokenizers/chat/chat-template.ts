/** @file The templates of a tokenizer, and which of them a call means. */
import { listNames } from "../../core/suggest";
import { TokenizerError } from "../tokenizer-error";

/** A chat template in the language Jinja, or several by name. */
export type ChatTemplate = string | Readonly<Record<string, string>>;

/** What decides which template is meant. */
export interface TemplateChoice {
  /** The tokenizer's templates. */
  readonly own: ChatTemplate | undefined;
  /** What the call says: a template, or the name of one. */
  readonly asked: string | undefined;
  /** Whether the call brings tools. */
  readonly tools: "given" | "none";
  /** The tokenizer's id or folder, for errors. */
  readonly owner: string;
}

/** The template that a call means. Python: `tokenizer.get_chat_template`. */
export function chooseTemplate({ own, asked, tools, owner }: TemplateChoice): string {
  if (own === undefined || typeof own === "string") {
    const template = asked ?? own;
    if (template !== undefined) return template;
    throw new TokenizerError("chat-template-missing", `The tokenizer of ${owner} has no chat template.`, {
      hint: "Its model was not trained on conversations. Set `tokenizer.chatTemplate`, or pass `chatTemplate`, to one that you trained with.",
    });
  }
  if (asked !== undefined) {
    const named = Object.hasOwn(own, asked) ? own[asked] : undefined;
    if (named === undefined && /^[\w-]+$/.test(asked))
      throw new TokenizerError("chat-template-missing", `The tokenizer of ${owner} has no chat template "${asked}".`, {
        hint: listNames("templates", asked, Object.keys(own)),
      });
    return named ?? asked;
  }
  const template = (tools === "given" ? own.tool_use : undefined) ?? own.default;
  if (template !== undefined) return template;
  throw new TokenizerError(
    "chat-template-missing",
    `The tokenizer of ${owner} has several chat templates, and none of them is the default.`,
    { hint: `Pass one as \`chatTemplate\`: ${Object.keys(own).join(", ")}.` },
  );
}
