/** @file What a model's files say of generation. */
import { GenerationError } from "../generation-error";
import { camelCase, fieldOf, snakeCase } from "./generation-fields";
import { asksForMore, REFUSED_NAMES } from "./refused-options";

/** A model's files, parsed. */
export interface GenerationFiles {
  /** generation_config.json where there is one: then config.json is not read. */
  generationConfig?: Readonly<Record<string, unknown>> | undefined;
  /** config.json, which older models keep the options in. */
  config?: Readonly<Record<string, unknown>> | undefined;
}

/** What was read: values of known options, and options that would change the text and are not built here. */
export interface ReadFiles {
  readonly values: Readonly<Record<string, unknown>>;
  readonly unsupported: Readonly<Record<string, unknown>>;
}

/** Reads the options out of a model's files. Keys that are no options are skipped. */
export function readFiles({ generationConfig, config }: GenerationFiles): ReadFiles {
  const file = generationConfig === undefined ? "config.json" : "generation_config.json";
  const values: Record<string, unknown> = {};
  const unsupported: Record<string, unknown> = {};
  for (const [key, value] of Object.entries(generationConfig ?? config ?? {})) {
    const name = camelCase(key);
    if (key !== snakeCase(name)) continue;
    if (REFUSED_NAMES.includes(name)) {
      // An encoder's start token and a request for attentions say nothing of the text that a decoder writes.
      const matters = name !== "outputAttentions" && name !== "decoderStartTokenId";
      if (matters && asksForMore(name, value)) unsupported[name] = value;
      continue;
    }
    const field = fieldOf(name);
    if (field === undefined || name === "seed" || (value === null && field.default !== null)) continue;
    // Python also takes -1 and other ids below 0 for "none".
    const read = name.endsWith("TokenId") && typeof value === "number" && value < 0 ? null : value;
    const broken = field.rule(read);
    if (broken !== undefined)
      throw new GenerationError(
        "config-invalid",
        `${file}: \`${key}\` must ${broken}, but is ${JSON.stringify(value)}.`,
        {
          parameters: [name],
          hint: "Correct the model's file.",
        },
      );
    values[name] = read;
  }
  return { values, unsupported };
}
