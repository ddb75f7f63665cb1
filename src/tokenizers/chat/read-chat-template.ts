/** @file The chat templates of a repository, from the files in which libraries have kept them over time. */
import type { Repository } from "../../hub/repository";
import type { ChatTemplate } from "./chat-template";

/** A template is a file of some kilobytes. */
const MOST = { maxBytes: 1_000_000 };

const ADDITIONAL = /^additional_chat_templates\/([^/]+)\.jinja$/;

/**
 * The templates: `chat_template.jinja` with `additional_chat_templates/NAME.jinja`, or what tokenizer_config.json has, a text
 * or a list of names and templates.
 */
export async function readChatTemplate(repository: Repository, inConfig: unknown): Promise<ChatTemplate | undefined> {
  if (await repository.has("chat_template.jinja")) {
    const template = await repository.readText("chat_template.jinja", MOST);
    const others: [string, string][] = [];
    for (const file of await repository.list()) {
      const [, name] = ADDITIONAL.exec(file) ?? [];
      if (name !== undefined) others.push([name, await repository.readText(file, MOST)]);
    }
    return others.length === 0 ? template : { ...Object.fromEntries(others), default: template };
  }
  if (typeof inConfig === "string") return inConfig;
  if (!Array.isArray(inConfig)) return undefined;
  const named = inConfig.flatMap((item: unknown): [string, string][] =>
    isObject(item) && typeof item.name === "string" && typeof item.template === "string"
      ? [[item.name, item.template]]
      : [],
  );
  return named.length === 0 ? undefined : Object.fromEntries(named);
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return value !== null && typeof value === "object" && !Array.isArray(value);
}
