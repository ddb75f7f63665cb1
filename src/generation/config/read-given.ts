/** @file The options of a call, checked: known names, values in range. */
import { argumentRangeError } from "../../core/errors";
import { listNames } from "../../core/suggest";
import { camelCase, fieldOf, GENERATION_NAMES } from "./generation-fields";
import { asksForMore, isRefused, optionUnsupported } from "./refused-options";

/** Who reads the options. */
export interface GivenOptions {
  /** Who is named in errors: `"generate"`. */
  readonly caller: string;
  /** Names that belong to the caller, offered beside ours for a misspelt one. */
  readonly alsoKnown?: readonly string[];
}

/** The options that were given, without those that are undefined. */
export function readGiven(options: unknown, { caller, alsoKnown = [] }: GivenOptions): Record<string, unknown> {
  if (options === null || typeof options !== "object" || Array.isArray(options))
    throw new TypeError(`${caller}: \`options\` must be an object, such as { maxNewTokens: 20 }.`);
  const given: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(options)) {
    if (value === undefined) continue;
    const field = fieldOf(name);
    if (field !== undefined) {
      const broken = field.rule(value);
      if (broken !== undefined) throw argumentRangeError({ function: caller, parameter: name, rule: broken, value });
      given[name] = value;
    } else if (!isRefused(name)) throw unknownOption(caller, name, alsoKnown);
    else if (asksForMore(name, value)) throw optionUnsupported(caller, name);
  }
  return given;
}

function unknownOption(caller: string, name: string, alsoKnown: readonly string[]): TypeError {
  const option = camelCase(name);
  const names = [...GENERATION_NAMES, ...alsoKnown];
  const isPython = option !== name && (names.includes(option) || isRefused(option));
  const next = isPython
    ? `It is spelt \`${option}\` here.`
    : `${listNames("options", option, names)} The docstring of GenerationOptions says what each does.`;
  return new TypeError(`${caller}: there is no option \`${name}\`. ${next}`);
}
