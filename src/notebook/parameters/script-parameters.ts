/** @file The parameters of an exported script: read from its command line, checked, and listed by `--help`. */
import { relative } from "node:path";
import { CadernoError } from "../../core/errors";
import { textTable } from "../../core/text-table";
import { checkParameters } from "./check-parameters";
import { parseParameterArguments, readParameterFileSync } from "./parameter-arguments";
import { parseParameterType } from "./parse-parameter-type";
import { typescriptLiteral } from "./typescript-literal";

/** What a script says of one of its parameters. */
export interface ScriptParameter {
  /** Its type as TypeScript writes it: `"number"`, `"string[]"`, `'"fast" | "slow"'`. */
  type: string;
  /** Its default, for `--help`. */
  default?: unknown;
  /** The source of a default that has to be computed, for `--help`. */
  computed?: string;
  /** What it does, for `--help`. */
  description?: string;
}

/** Gives a parameter's value: the one from the command line, or the default. */
export type ParameterReader = <T>(name: string, initial: T) => T;

/**
 * Takes the parameters of a script from its command line: `-p name=value`, `--parameters file.json`, and `--help`.
 *
 * A script that `caderno export` wrote calls this. The later of two values for one name counts. On `--help` the parameters
 * are listed and the process ends; on a wrong name, a wrong type or an unknown option it ends with exit code 2 and a message
 * that says what is right.
 *
 * Python: papermill's `-p` and `-f`
 *
 * @example
 * ```ts
 * const parameter = scriptParameters({ epochs: { type: "number", default: 1 } });
 * const epochs = parameter("epochs", 1); // 3 after `script.ts -p epochs=3`
 * ```
 */
export function scriptParameters(parameters: Readonly<Record<string, ScriptParameter>>): ParameterReader {
  const script = relative(process.cwd(), process.argv[1] ?? "script");
  const values = givenValues(parameters, script, process.argv.slice(2));
  return <T>(name: string, initial: T): T => (values.has(name) ? (values.get(name) as T) : initial);
}

function givenValues(
  parameters: Readonly<Record<string, ScriptParameter>>,
  script: string,
  argv: readonly string[],
): Map<string, unknown> {
  try {
    const given = readArguments(argv);
    if (given === "help") {
      process.stdout.write(`${help(parameters, script)}\n`);
      process.exit(0);
    }
    const known = Object.entries(parameters).map(([name, { type }]) => ({
      name,
      type: parseParameterType(type) ?? { kind: "unknown" as const },
    }));
    return checkParameters(known, given, script);
  } catch (error) {
    if (!(error instanceof CadernoError)) throw error;
    const hint = error.hint ?? "--help lists the parameters.";
    process.stderr.write(`${error.message}\n  ${hint}\n`);
    process.exit(2);
  }
}

function readArguments(argv: readonly string[]): Record<string, unknown> | "help" {
  let given: Record<string, unknown> = {};
  for (let index = 0; index < argv.length; index++) {
    const [, option = "", joined] = /^(-p|--parameters?|-h|--help)(?:=(.*))?$/s.exec(argv[index] ?? "") ?? [];
    if (option === "-h" || option === "--help") return "help";
    const value = joined ?? argv[++index];
    if (option === "" || value === undefined) {
      const what = option === "" ? `There is no option ${argv[index - 1]}` : `${option} must be followed by a value`;
      throw new CadernoError("script-argument", `${what}. A script takes -p name=value, --parameters FILE and --help.`);
    }
    const more = option === "--parameters" ? readParameterFileSync(value) : parseParameterArguments([value]);
    given = { ...given, ...more };
  }
  return given;
}

function help(parameters: Readonly<Record<string, ScriptParameter>>, script: string): string {
  const rows = Object.entries(parameters).map(([name, { type, default: initial, computed, description }]) => [
    name,
    type,
    computed ?? typescriptLiteral(initial ?? null),
    description ?? "",
  ]);
  const columns = ["parameter", "type", "default", ...(rows.some((row) => row[3] !== "") ? ["meaning"] : [])];
  return [
    `Usage: npx caderno exec ${script} [-p name=value]… [--parameters FILE.json]`,
    "",
    rows.length === 0 ? "It has no parameters." : textTable(columns, rows),
    "",
    'A parameter file holds one JSON object: {"name": value}.',
  ].join("\n");
}
