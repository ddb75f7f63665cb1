/** @file Whether the given values fit the declared parameters, and what to write instead if not. */
import { CadernoError, describeValue } from "../../core/errors";
import { listNames } from "../../core/suggest";
import { ParameterText, resolveText } from "./parameter-text";
import { formatParameterType, isOfType, type ParameterType } from "./parameter-type";

/** A parameter as far as a check needs it. */
export interface KnownParameter {
  readonly name: string;
  readonly type: ParameterType;
}

/** A parameter that nobody declared, or a value that does not fit. */
export class ParameterError extends CadernoError {
  /** The parameter's name as it was given. */
  readonly parameter: string;

  constructor(code: string, message: string, parameter: string, hint?: string) {
    super(code, message, { hint });
    this.parameter = parameter;
  }
}

/**
 * The values by name, each of its declared type, in the order of the declarations.
 *
 * `where` begins each message: the notebook or the script.
 */
export function checkParameters(
  known: readonly KnownParameter[],
  given: Readonly<Record<string, unknown>>,
  where: string,
): Map<string, unknown> {
  const names = known.map(({ name }) => name);
  for (const name of Object.keys(given)) {
    if (!names.includes(name)) {
      const message = `${where} has no parameter \`${name}\`. ${listNames("parameters", name, names)}`;
      throw new ParameterError("parameter-unknown", message, name);
    }
  }
  const values = new Map<string, unknown>();
  for (const { name, type } of known) {
    if (Object.hasOwn(given, name)) values.set(name, checked(name, type, given[name], where));
  }
  return values;
}

function checked(name: string, type: ParameterType, given: unknown, where: string): unknown {
  const value = given instanceof ParameterText ? resolveText(given, type) : given;
  if (isOfType(type, value)) return value;
  const message = `${where}: the parameter \`${name}\` must be of type ${formatParameterType(type)}, but got ${describeValue(value)}.`;
  throw new ParameterError("parameter-type", message, name, `On a command line: -p ${example(name, type)}`);
}

/** How a value of the type is written on a command line. */
function example(name: string, type: ParameterType): string {
  switch (type.kind) {
    case "number":
      return `${name}=1`;
    case "boolean":
      return `${name}=true`;
    case "literal":
      return `${name}=${type.value}`;
    case "array":
      return `'${name}=[${type.element.kind === "string" ? '"one", "two"' : "1, 2"}]'`;
    case "object":
    case "record":
    case "fields":
      return `'${name}={"key": …}'`;
    case "union":
      return example(name, type.of[0] ?? { kind: "string" });
    default:
      return `${name}=text`;
  }
}
