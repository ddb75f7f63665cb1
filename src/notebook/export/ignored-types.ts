/** @file Code that fails on purpose, hidden from the type checker, whose complaint may be the point of it. */
import { endOf, parseTypeScript, startOf } from "../parse-cell";
import { walk } from "./syntax-walk";

const IGNORE = "// @ts-ignore: this cell fails on purpose.";

/**
 * The statements with a comment above each line that keeps TypeScript from refusing it.
 *
 * A notebook shows with such a cell what the compiler says; its script must pass the compiler, and shows what happens when
 * the code runs all the same.
 */
export function ignoreTypeErrors(statements: string): string {
  const texts: { start: number; end: number }[] = [];
  walk(parseTypeScript(statements).program, (node) => {
    if (/^(Template|String|Directive)Literal$/.test(node.type)) texts.push({ start: startOf(node), end: endOf(node) });
  });
  let start = 0;
  return statements
    .split("\n")
    .map((line) => {
      const isInText = texts.some((text) => text.start < start && start < text.end);
      start += line.length + 1;
      return isInText || /^\s*(\/\/.*)?$/.test(line) ? line : `${IGNORE}\n${line}`;
    })
    .join("\n");
}
