/** @file How an exported script ends when a cell of it throws. */
import { relative } from "node:path";
import { CadernoError } from "../core/errors";

/**
 * Prints the error that ended a script, and lets the process end with exit code 1.
 *
 * An error of this library is its message, what to do, and the line of the script; any other error is printed with its
 * stack. A script that `caderno export` wrote calls this.
 *
 * @example
 * ```ts
 * main().catch(failScript);
 * // DatasetError: There is no file `datasets/redacao.csv`.
 * //   Did you mean `datasets/redacoes.csv`?
 * //   at scripts/02-datasets.ts:72:16
 * ```
 */
export function failScript(error: unknown): void {
  process.exitCode = 1;
  if (!(error instanceof CadernoError)) {
    console.error(error);
    return;
  }
  const hint = error.hint === undefined ? "" : `\n  ${error.hint}`;
  console.error(`${error.name}: ${error.message}${hint}${placeInScript(error)}`);
}

/** The topmost frame of the stack that is in the script itself. */
function placeInScript({ stack = "" }: Error): string {
  const script = process.argv[1] ?? "";
  const frame = stack.split("\n").find((line) => script !== "" && line.includes(script));
  const position = frame?.slice(frame.indexOf(script) + script.length).match(/^:\d+(:\d+)?/)?.[0];
  return position === undefined ? "" : `\n  at ${relative(process.cwd(), script)}${position}`;
}
