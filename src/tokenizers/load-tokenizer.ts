/** @file Reading a tokenizer out of a repository's files. */
import type { Repository } from "../hub/repository";
import { type FullAddedToken, fullAddedToken } from "./added-token";
import { readChatTemplate } from "./chat/read-chat-template";
import { TokenizerEngine } from "./engine/engine";
import type { RegexTranslator } from "./engine/patterns";
import { modelInputNames } from "./model-input-names";
import type { TokenizerParts } from "./pre-trained-tokenizer-fast";
import { classOf, defaultSpecialTokens } from "./slow-tokenizer-files";
import { SPECIAL_TOKEN_ROLES, type SpecialTokenRole } from "./special-tokens";
import { chooseBackend, type UseFast } from "./tokenizer-backend";
import { readTokenizerJson } from "./tokenizer-json";

type Json = Readonly<Record<string, unknown>>;

/** The parts of the tokenizer that a repository holds. */
export async function loadTokenizer(repository: Repository, useFast?: UseFast): Promise<TokenizerParts> {
  const config = await readObject(repository, "tokenizer_config.json");
  const modelConfig = config.tokenizer_class === undefined ? await readObject(repository, "config.json") : {};
  const tokenizerClass = classOf(config, modelConfig);
  const json = await readTokenizerJson(repository, config, tokenizerClass);
  const engine = new TokenizerEngine(json, await regexTranslator());
  const hasDecoder = isObject(config.added_tokens_decoder);
  const map = hasDecoder ? {} : await readObject(repository, "special_tokens_map.json");
  const declared: Json = { ...config, ...map };
  const known = addDeclared(engine, config.added_tokens_decoder);
  const specialTokens: Partial<Record<SpecialTokenRole, string>> = {};
  const register = (value: unknown): string | undefined => {
    const token = readToken(value, (content) => (hasDecoder ? known.get(content) : inEngine(engine, content)));
    if (token !== undefined) engine.added.add({ ...token, special: true });
    return token?.content;
  };
  const defaults = defaultSpecialTokens(tokenizerClass);
  for (const role of SPECIAL_TOKEN_ROLES) {
    const fallback = defaults[role];
    const isKnown = fallback !== undefined && engine.id(fallback) !== undefined;
    const content = register(declared[role] === undefined && isKnown ? fallback : declared[role]);
    if (content !== undefined) specialTokens[role] = content;
  }
  const extra = declared.extra_special_tokens ?? declared.additional_special_tokens;
  const extraList: readonly unknown[] = Array.isArray(extra) ? extra : isObject(extra) ? Object.values(extra) : [];
  const extraSpecialTokens = extraList.flatMap((token) => register(token) ?? []);
  return {
    engine,
    nameOrPath: repository.id,
    config,
    specialTokens,
    extraSpecialTokens,
    inputNames: modelInputNames(config.model_input_names, tokenizerClass),
    chatTemplate: await readChatTemplate(repository, config.chat_template),
    backend: await chooseBackend(engine, useFast),
  };
}

/** The tokens of `added_tokens_decoder`, by their text. */
function addDeclared(engine: TokenizerEngine, decoder: unknown): Map<string, FullAddedToken> {
  const known = new Map<string, FullAddedToken>();
  if (!isObject(decoder)) return known;
  for (const [id, value] of Object.entries(decoder)) {
    const token = readToken(value, () => undefined);
    if (token === undefined || !/^\d{1,9}$/.test(id)) continue;
    known.set(token.content, token);
    engine.added.add(token, Number(id));
  }
  return known;
}

function inEngine(engine: TokenizerEngine, content: string): FullAddedToken | undefined {
  const id = engine.added.idOf(content);
  return id === undefined ? undefined : engine.added.get(id);
}

/** A token as files write it: its text, or an object with the ways it is found. */
function readToken(value: unknown, find: (content: string) => FullAddedToken | undefined): FullAddedToken | undefined {
  if (typeof value === "string") {
    if (value === "") return undefined;
    return find(value) ?? fullAddedToken({ content: value, special: true, normalized: false });
  }
  if (!isObject(value) || typeof value.content !== "string" || value.content === "") return undefined;
  const known = find(value.content);
  if (known !== undefined) return known;
  const isSpecial = value.special === true;
  return {
    content: value.content,
    singleWord: value.single_word === true,
    lstrip: value.lstrip === true,
    rstrip: value.rstrip === true,
    normalized: typeof value.normalized === "boolean" ? value.normalized : !isSpecial,
    special: isSpecial,
  };
}

async function readObject(repository: Repository, file: string): Promise<Json> {
  if (!(await repository.has(file))) return {};
  const value = await repository.readJson(file);
  return isObject(value) ? value : {};
}

interface RegexLibrary {
  SplitPreTokenizer: new (config: object) => { pattern: RegExp | null };
}

/** @huggingface/tokenizers knows how to write a regular expression of Oniguruma for JavaScript. */
async function regexTranslator(): Promise<RegexTranslator> {
  // Its declarations name their files without endings, so that TypeScript sees no class in them.
  const { SplitPreTokenizer } = (await import("@huggingface/tokenizers")) as unknown as RegexLibrary;
  return (source) => {
    const config = { type: "Split", pattern: { Regex: source }, behavior: "Isolated", invert: true } as const;
    const { pattern } = new SplitPreTokenizer(config);
    if (pattern === null) throw new SyntaxError(source);
    return pattern;
  };
}

function isObject(value: unknown): value is Json {
  return value !== null && typeof value === "object" && !Array.isArray(value);
}
