/** @file Showing the value of a cell's last expression in a script, as a kernel does in a notebook. */
import { inspect } from "node:util";
import { JUPYTER_DISPLAY, type MimeBundle } from "../core/display";
import { display } from "./display";

/**
 * Shows a value as the output of a cell: nothing for undefined and null, and texts in quotes.
 *
 * A script that `caderno export` wrote calls this for the last expression of each cell. It returns what `display` returns.
 *
 * @example
 * ```ts
 * displayResult("a text"); // 'a text'
 * displayResult(undefined); // shows nothing
 * ```
 */
export function displayResult(value: unknown): Promise<void> | undefined {
  if (value === undefined || value === null) return undefined;
  if (typeof value !== "string") return display(value);
  return display({ [JUPYTER_DISPLAY]: (): MimeBundle => ({ "text/plain": inspect(value) }) });
}
