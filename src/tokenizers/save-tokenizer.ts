/** @file Writing a tokenizer so that this library, Python and transformers.js read it back. */
import { join } from "node:path";
import { writeFileAtomic } from "../core/atomic-write";
import { argumentTypeError } from "../core/errors";
import type { FullAddedToken } from "./added-token";
import type { TokenizerEngine } from "./engine/engine";
import type { Side } from "./truncation";

/** What is saved. */
export interface SavedTokenizer {
  tokenizer: {
    readonly specialTokensMap: Readonly<Record<string, string>>;
    readonly modelMaxLength: number;
    readonly paddingSide: Side;
    readonly truncationSide: Side;
    readonly cleanUpTokenizationSpaces: boolean;
    readonly chatTemplate: unknown;
    readonly modelInputNames: readonly string[];
  };
  engine: TokenizerEngine;
  config: Readonly<Record<string, unknown>>;
  extra: readonly string[];
}

/** Writes the three files, and chat_template.jinja where there is a template. Returns their paths. */
export async function saveTokenizer(folder: string, saved: SavedTokenizer): Promise<string[]> {
  if (typeof folder !== "string" || folder === "")
    throw argumentTypeError({
      function: "tokenizer.savePretrained",
      parameter: "folder",
      rule: "be a folder's path",
      value: folder,
    });
  const files: [name: string, text: string][] = [
    ["tokenizer.json", jsonText(tokenizerJson(saved.engine))],
    ["tokenizer_config.json", jsonText(tokenizerConfig(saved))],
    ["special_tokens_map.json", jsonText(specialTokensMap(saved))],
  ];
  if (typeof saved.tokenizer.chatTemplate === "string")
    files.push(["chat_template.jinja", saved.tokenizer.chatTemplate]);
  for (const [name, text] of files) await writeFileAtomic(join(folder, name), text);
  return files.map(([name]) => join(folder, name));
}

function jsonText(value: unknown): string {
  return `${JSON.stringify(value, undefined, 2)}\n`;
}

/** The file as it was read, with the added tokens as they are now, and without anyone's settings for padding. */
export function tokenizerJson({ json, added }: TokenizerEngine): Record<string, unknown> {
  return {
    version: "1.0",
    ...json,
    truncation: null,
    padding: null,
    added_tokens: added.entries().map(([id, token]) => ({ id, ...fileToken(token) })),
  };
}

function fileToken(token: FullAddedToken): Record<string, unknown> {
  return {
    content: token.content,
    single_word: token.singleWord,
    lstrip: token.lstrip,
    rstrip: token.rstrip,
    normalized: token.normalized,
    special: token.special,
  };
}

function tokenizerConfig({ tokenizer, engine, config, extra }: SavedTokenizer): Record<string, unknown> {
  const { chat_template: _template, additional_special_tokens: _extra, ...kept } = config;
  const sorted = {
    ...kept,
    ...tokenizer.specialTokensMap,
    ...(extra.length > 0 ? { extra_special_tokens: extra } : {}),
    added_tokens_decoder: Object.fromEntries(engine.added.entries().map(([id, token]) => [id, fileToken(token)])),
    clean_up_tokenization_spaces: tokenizer.cleanUpTokenizationSpaces,
    // JSON writes 1e30 as a real number, which Python refuses nowhere and reads as "no limit".
    model_max_length: tokenizer.modelMaxLength,
    model_input_names: tokenizer.modelInputNames,
    padding_side: tokenizer.paddingSide,
    truncation_side: tokenizer.truncationSide,
    tokenizer_class: config.tokenizer_class ?? "PreTrainedTokenizerFast",
    ...(isObject(tokenizer.chatTemplate) ? { chat_template: namedTemplates(tokenizer.chatTemplate) } : {}),
  };
  return Object.fromEntries(Object.entries(sorted).sort(([one], [other]) => (one < other ? -1 : 1)));
}

function specialTokensMap({ tokenizer, engine, extra }: SavedTokenizer): Record<string, unknown> {
  const asFile = (content: string): unknown => {
    const id = engine.added.idOf(content);
    const token = id === undefined ? undefined : engine.added.get(id);
    if (token === undefined) return content;
    const { special: _special, ...rest } = fileToken(token);
    return rest;
  };
  const named = Object.entries(tokenizer.specialTokensMap).map(([role, content]) => [role, asFile(content)] as const);
  return { ...Object.fromEntries(named), ...(extra.length > 0 ? { additional_special_tokens: extra } : {}) };
}

function namedTemplates(templates: Record<string, unknown>): { name: string; template: unknown }[] {
  return Object.entries(templates).map(([name, template]) => ({ name, template }));
}

function isObject(value: unknown): value is Record<string, unknown> {
  return value !== null && typeof value === "object" && !Array.isArray(value);
}
