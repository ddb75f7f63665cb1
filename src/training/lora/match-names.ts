/** @file Python's `re.fullmatch` over a model's names, for patterns that may come out of a downloaded file. */
import { runInNewContext } from "node:vm";
import { describeValue } from "../../core/errors";
import { PeftError } from "./peft-error";

const LONGEST = 1000;
const PATIENCE_MS = 1000;

/**
 * The names that a regular expression describes from the first letter to the last.
 *
 * A pattern that backtracks without end is stopped after a second.
 */
export function matchNames(pattern: string, names: readonly string[]): string[] {
  if (pattern.length > LONGEST) throw invalid(pattern, `it is longer than ${LONGEST} characters`);
  try {
    const source =
      "(() => { const whole = new RegExp('^(?:' + pattern + ')$', 's'); return names.filter((name) => whole.test(name)).join('\\n'); })()";
    const found: unknown = runInNewContext(source, { pattern, names: [...names] }, { timeout: PATIENCE_MS });
    return String(found)
      .split("\n")
      .filter((name) => name !== "");
  } catch (error) {
    throw invalid(pattern, error instanceof Error ? error.message : String(error));
  }
}

function invalid(pattern: string, why: string): PeftError {
  return new PeftError("pattern-invalid", `The pattern ${describeValue(pattern)} cannot be used: ${why}.`, {
    hint: "Write a regular expression that both JavaScript and Python read, or a list of names.",
  });
}
