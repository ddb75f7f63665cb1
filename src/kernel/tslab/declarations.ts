/** @file Which declarations of a cell that threw are worth keeping: those whose values were reached. */
import type { TypeScriptApi } from "./tslab-modules";

const CONST = 2;

/**
 * The part of `declarations` (a declaration file) whose values exist in `values`.
 *
 * A variable that the cell did not reach would be typed as a number and be undefined; without it, the next cell is told
 * that there is no such name, as in Python.
 */
export function reachedDeclarations(
  typescript: TypeScriptApi,
  declarations: string,
  values: Record<string, unknown>,
): string {
  const kinds = typescript.SyntaxKind;
  const file = typescript.createSourceFile("declarations.d.ts", declarations, typescript.ScriptTarget.Latest, true);
  const kept: string[] = [];
  for (const statement of file.statements) {
    const text = declarations.slice(statement.pos, statement.end);
    if (statement.kind === kinds.VariableStatement && statement.declarationList !== undefined) {
      const word = (statement.declarationList.flags & CONST) === CONST ? "const" : "let";
      for (const variable of statement.declarationList.declarations) {
        if (values[variable.name.text ?? ""] === undefined) continue;
        kept.push(`declare ${word} ${declarations.slice(variable.pos, variable.end).trim()};`);
      }
    } else if (statement.kind === kinds.ClassDeclaration || statement.kind === kinds.EnumDeclaration) {
      if (values[statement.name?.text ?? ""] !== undefined) kept.push(text);
    } else {
      kept.push(text);
    }
  }
  return `${kept.join("\n")}\n`;
}
