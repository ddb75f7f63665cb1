/** @file A parameter as the command line gave it: text, until the notebook says of which type it is. */
import { isOfType, type ParameterType } from "./parameter-type";

/** The text behind the equals sign of `-p name=text`. */
export class ParameterText {
  constructor(readonly text: string) {}
}

/**
 * The value that a text means for a type: `1` is a number where a number belongs and a text where a text does.
 *
 * A text that is JSON of the right type is that value; else it is taken as it stands.
 */
export function resolveText({ text }: ParameterText, type: ParameterType): unknown {
  const value = parsed(text);
  if (value === undefined) return text;
  if (typeof value !== "string" && isOfType(type, value) && type.kind !== "string") return value;
  if (isOfType(type, text) && type.kind !== "unknown") return text;
  return value;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
