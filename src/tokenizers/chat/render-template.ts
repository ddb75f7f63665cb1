/** @file A conversation as text, by a template: compiled once, run within limits, with errors that say where. */
import { messageOf } from "../../core/errors";
import { TokenizerError } from "../tokenizer-error";
import {
  BLOCK_OPTIONS,
  type Jinja,
  type JinjaToken,
  loadJinja,
  runTemplate,
  TemplateLimit,
  type TemplateLimits,
} from "./jinja";
import { asPython } from "./python-program";
import { strftime } from "./strftime";
import { type TemplateTag, templateTags, unclosedBlock } from "./template-tags";

/** The most characters of a template; the longest that models have are below 20,000. */
const LONGEST_TEMPLATE = 200_000;

/** The longest run of spaces and line breaks: the package reads one in the square of its length. */
const LONGEST_SPACE = 1000;

/** The numbers that a template can count through at once: the limit of Jinja's sandbox, which Python runs templates in. */
const LONGEST_RANGE = 100_000;

/** What a chat template may do. A real one takes milliseconds. */
const LIMITS: TemplateLimits = { milliseconds: 5000, size: 10_000_000 };

/** Compiled templates, the latest used last. */
const compiled = new Map<string, unknown>();

/** A template's own refusal, by `raise_exception`. */
class TemplateRefusal extends Error {}

/** What a template gives for some variables. */
export function renderTemplate(
  template: string,
  variables: Readonly<Record<string, unknown>>,
  limits: TemplateLimits = LIMITS,
): string {
  const program = compile(template);
  try {
    return runTemplate(program, { ...globals(), ...variables }, limits);
  } catch (thrown) {
    if (thrown instanceof TemplateRefusal)
      throw new TokenizerError("chat-template-refused", thrown.message, {
        hint: "The chat template itself says so: it does not take this conversation. Change the messages, or pass another `chatTemplate`.",
      });
    if (thrown instanceof TemplateLimit || thrown instanceof RangeError)
      throw new TokenizerError("chat-template-limit", `The chat template was stopped: it ${limitOf(thrown)}.`, {
        hint: "It loops, calls itself, or doubles a text again and again. Correct it, or pass another `chatTemplate`.",
        cause: thrown,
      });
    throw new TokenizerError("chat-template-failed", `The chat template failed: ${messageOf(thrown)}.`, {
      hint: "It reads something that the messages do not have, or calls what it does not know. Pass what it needs as `variables`.",
      cause: thrown,
    });
  }
}

function compile(template: string): unknown {
  const known = compiled.get(template);
  if (known !== undefined) return known;
  if (typeof template !== "string" || template.length > LONGEST_TEMPLATE)
    throw new TokenizerError(
      "chat-template-limit",
      `A chat template is a text of at most ${LONGEST_TEMPLATE} characters.`,
    );
  for (const [run] of template.matchAll(/\s+/g))
    if (run.length > LONGEST_SPACE)
      throw new TokenizerError("chat-template-limit", `The chat template has ${run.length} spaces in a row.`, {
        hint: `At most ${LONGEST_SPACE} are read.`,
      });
  const jinja = loadJinja();
  let program: unknown;
  try {
    program = jinja.parse(jinja.tokenize(template, BLOCK_OPTIONS));
    asPython(program);
  } catch (thrown) {
    throw syntaxError(jinja, template, thrown);
  }
  compiled.set(template, program);
  const [oldest] = compiled.keys();
  if (compiled.size > 16 && oldest !== undefined) compiled.delete(oldest);
  return program;
}

/** What every template can use. A variable of the same name takes its place. */
function globals(): Record<string, unknown> {
  return {
    ...{ true: true, false: false, none: null, True: true, False: false, None: null },
    raise_exception: (message: unknown) => {
      throw new TemplateRefusal(String(message));
    },
    range,
    strftime_now: (format: string) => strftime(new Date(), format),
  };
}

function range(from: number, to?: number, step = 1): number[] {
  const [first, end] = to === undefined ? [0, from] : [from, to];
  if (step === 0) throw new Error("range() needs a step other than 0");
  const length = Math.max(0, Math.ceil((end - first) / step));
  if (!(length <= LONGEST_RANGE)) throw new TemplateLimit(`asked for a range of more than ${LONGEST_RANGE} numbers`);
  return Array.from({ length }, (_, index) => first + index * step);
}

function limitOf(thrown: Error): string {
  if (thrown instanceof TemplateLimit) return thrown.message;
  return /string length/.test(thrown.message) ? "made a text without end" : "called itself without end";
}

function syntaxError(jinja: Jinja, template: string, thrown: unknown): TokenizerError {
  const tags = templateTags(template);
  const tag = brokenTag(jinja, template, tags);
  const reason = /reading 'type'|!== |undefined/.test(messageOf(thrown)) ? "" : ` ${messageOf(thrown)}.`;
  const place = tag === undefined ? "" : ` in line ${tag.line}, at \`${shorten(tag.text)}\``;
  const unclosed = tag?.state === "open" ? " The tag has no end." : "";
  return new TokenizerError(
    "chat-template-syntax",
    `The chat template has a syntax error${place}.${unclosed || reason}`,
    {
      hint: "Each `{% if %}` and `{% for %}` needs its `{% endif %}` and `{% endfor %}`, each tag its end, each quote its pair.",
      cause: thrown,
    },
  );
}

/** The tag that cannot be read: one without end, one with a sign that is none, a block without end, or what the parser stopped at. */
function brokenTag(jinja: Jinja, template: string, tags: readonly TemplateTag[]): TemplateTag | undefined {
  const open = tags.find(({ state }) => state === "open");
  if (open !== undefined) return open;
  let tokens: JinjaToken[];
  try {
    tokens = jinja.tokenize(template, BLOCK_OPTIONS);
  } catch {
    return tags.slice(0, 2000).find(({ text }) => !isReadable(() => jinja.tokenize(text, BLOCK_OPTIONS)));
  }
  let last = 0;
  const watched = new Proxy(tokens, {
    get(target, key) {
      if (typeof key === "string" && /^\d+$/.test(key)) last = Math.max(last, Number(key));
      return Reflect.get(target, key);
    },
  });
  isReadable(() => jinja.parse(watched));
  if (last >= tokens.length) return unclosedBlock(tags);
  const openers = tokens.slice(0, last + 1).filter(({ type }) => /^(Open(Statement|Expression)|Comment)$/.test(type));
  // The package takes the tags of `generation` out before it reads.
  const read = tags.filter(({ text }) => !/^\{%-?\s*(end)?generation\b/.test(text));
  return read[openers.length - 1];
}

function isReadable(read: () => unknown): boolean {
  try {
    read();
    return true;
  } catch {
    return false;
  }
}

function shorten(text: string): string {
  const line = text.replace(/\s+/g, " ");
  return line.length > 60 ? `${line.slice(0, 57)}…` : line;
}
