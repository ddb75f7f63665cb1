/** @file Parameters as a user gives them: `-p name=value`, and a JSON file. */
import { readFileSync, statSync } from "node:fs";
import { CadernoError, describeValue, messageOf } from "../../core/errors";
import { JsonSyntaxError, parseJson } from "../format/json-reader";
import { ParameterText } from "./parameter-text";

/** No list of parameters is larger. */
const MAX_FILE_BYTES = 10 * 1024 * 1024;

/**
 * The parameters in `["epochs=1", "name=ana"]`; of two with the same name the last one counts.
 *
 * Values stay text until a notebook or script says what type they are of, so that `name=1` is a text where a text belongs.
 */
export function parseParameterArguments(given: readonly string[]): Record<string, ParameterText> {
  return Object.fromEntries(
    given.map((argument) => {
      const [, name, text] = /^([A-Za-z_$][\w$]*)=(.*)$/s.exec(argument) ?? [];
      if (name === undefined || text === undefined) {
        throw new CadernoError(
          "parameter-argument",
          `-p must be followed by name=value, but got ${describeValue(argument)}.`,
          {
            hint: 'For example: -p epochs=1 -p name=ana -p \'labels=["yes", "no"]\'',
          },
        );
      }
      return [name, new ParameterText(text)];
    }),
  );
}

/** The parameters in a JSON file that holds one object of names and values. */
export async function readParameterFile(path: string): Promise<Record<string, unknown>> {
  return readParameterFileSync(path);
}

/** As {@link readParameterFile}, for scripts, which take their parameters before anything else runs. */
export function readParameterFileSync(path: string): Record<string, unknown> {
  let value: unknown;
  try {
    value = parseJson(readText(path).replace(/^\ufeff/, ""));
  } catch (error) {
    if (!(error instanceof JsonSyntaxError)) throw error;
    const place = `line ${error.line}, column ${error.column}`;
    throw fileError(`${path} is not valid JSON at ${place}: ${error.message}.`, error);
  }
  if (value === null || typeof value !== "object" || Array.isArray(value)) {
    const what = "must hold one object with the parameters' names and values";
    throw fileError(`${path} ${what}, but got ${describeValue(value)}.`);
  }
  return value as Record<string, unknown>;
}

function readText(path: string): string {
  try {
    const { size } = statSync(path);
    if (size > MAX_FILE_BYTES) throw fileError(`${path} has ${size} bytes; at most ${MAX_FILE_BYTES} are read.`);
    return readFileSync(path, "utf8");
  } catch (error) {
    if (error instanceof CadernoError) throw error;
    const isMissing = (error as NodeJS.ErrnoException).code === "ENOENT";
    const why = isMissing ? `There is no parameter file ${path}.` : `${path} cannot be read: ${messageOf(error)}.`;
    throw fileError(why, error);
  }
}

function fileError(message: string, cause?: unknown): CadernoError {
  return new CadernoError("parameter-file", message, {
    hint: 'A parameter file looks like {"epochs": 1, "name": "ana"}.',
    cause,
  });
}
