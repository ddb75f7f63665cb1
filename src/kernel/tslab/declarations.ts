/** @file Which declarations of a cell that threw are worth keeping: those whose values were reached. */
import type { StatementNode, TypeScriptApi } from "./tslab-modules";

const CONST = 2;

/**
 * The part of `declarations` (a declaration file) whose values exist in `values`.
 *
 * A variable that the cell did not reach would be typed as a number and be undefined; without it, the next cell is told
 * that there is no such name, as in Python. A variable of an earlier cell may well be undefined: it stands in `before`, the
 * declarations that the cell began with, and stays.
 */
export function reachedDeclarations(
  typescript: TypeScriptApi,
  declarations: string,
  values: Record<string, unknown>,
  before: string = "",
): string {
  const kinds = typescript.SyntaxKind;
  const known = new Set(variablesOf(typescript, before).flatMap(({ variables }) => variables.map(({ text }) => text)));
  const kept: string[] = [];
  for (const { statement, text, variables } of variablesOf(typescript, declarations)) {
    if (variables.length > 0) {
      kept.push(
        ...variables.filter((one) => values[one.name] !== undefined || known.has(one.text)).map((one) => one.text),
      );
    } else if (statement.kind === kinds.ClassDeclaration || statement.kind === kinds.EnumDeclaration) {
      if (values[statement.name?.text ?? ""] !== undefined) kept.push(text);
    } else {
      kept.push(text);
    }
  }
  return `${kept.join("\n")}\n`;
}

interface DeclaredStatement {
  statement: StatementNode;
  text: string;
  /** One declaration for each variable of the statement; none where it declares something else. */
  variables: { name: string; text: string }[];
}

function variablesOf(typescript: TypeScriptApi, declarations: string): DeclaredStatement[] {
  const file = typescript.createSourceFile("declarations.d.ts", declarations, typescript.ScriptTarget.Latest, true);
  return [...file.statements].map((statement) => {
    const list = statement.kind === typescript.SyntaxKind.VariableStatement ? statement.declarationList : undefined;
    const word = ((list?.flags ?? 0) & CONST) === CONST ? "const" : "let";
    const variables = [...(list?.declarations ?? [])].map((variable) => ({
      name: variable.name.text ?? "",
      text: `declare ${word} ${declarations.slice(variable.pos, variable.end).trim()};`,
    }));
    return { statement, text: declarations.slice(statement.pos, statement.end), variables };
  });
}
