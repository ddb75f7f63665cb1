/** @file Whether a cell awaits outside of every function, in any spelling. */
import type { SyntaxNode, TypeScriptApi } from "./tslab-modules";

/**
 * Whether `source` has an `await` or a `for await` that belongs to the cell itself, also inside its blocks.
 *
 * tslab finds them by a complaint of the type checker, which TypeScript does not make for `await (…)`, template
 * literals and `for await` once it has read the file as a module; it then runs the cell in a function that is not async.
 */
export function hasTopLevelAwait(typescript: TypeScriptApi, source: string): boolean {
  if (!/\bawait\b/.test(source)) return false;
  const kinds = typescript.SyntaxKind;
  const functions = new Set([
    kinds.ArrowFunction,
    kinds.FunctionExpression,
    kinds.FunctionDeclaration,
    kinds.MethodDeclaration,
    kinds.Constructor,
    kinds.GetAccessor,
    kinds.SetAccessor,
    kinds.PropertyDeclaration,
    kinds.ClassStaticBlockDeclaration,
    kinds.ModuleDeclaration,
  ]);
  const awaits = (node: SyntaxNode): true | undefined => {
    if (node.kind === kinds.AwaitExpression) return true;
    if (node.kind === kinds.ForOfStatement && node.awaitModifier !== undefined) return true;
    if (functions.has(node.kind)) return undefined;
    return typescript.forEachChild(node, awaits);
  };
  // Only in a module does the parser read `await (x)` as an await and not as a call.
  const file = typescript.createSourceFile("cell.ts", `export {};\n${source}`, typescript.ScriptTarget.Latest);
  return awaits(file) === true;
}
