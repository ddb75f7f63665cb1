/** @file What the names in a piece of TypeScript are: declared at its top, used in it, or bound inside it. */
import type { Node, Program, Statement } from "@babel/types";
import { childNodes } from "../parse-cell";

/** Every node of a tree, outermost first; `enter` returns false to leave out what is below. */
export function walk(node: Node, enter: (node: Node, parent: Node | undefined) => unknown, parent?: Node): void {
  if (enter(node, parent) === false) return;
  for (const child of childNodes(node)) walk(child, enter, node);
}

/** The names that a pattern binds: `a` and `b` in `{ a, c: [b] }`. */
export function patternNames(pattern: Node | null | undefined): string[] {
  switch (pattern?.type) {
    case "Identifier":
      return [pattern.name];
    case "ObjectPattern":
      return pattern.properties.flatMap((property) =>
        patternNames(property.type === "RestElement" ? property.argument : property.value),
      );
    case "ArrayPattern":
      return pattern.elements.flatMap(patternNames);
    case "AssignmentPattern":
      return patternNames(pattern.left);
    case "RestElement":
      return patternNames(pattern.argument);
    case "TSParameterProperty":
      return patternNames(pattern.parameter);
    default:
      return [];
  }
}

/** The names that a statement adds to the cells below it, imports left out. */
export function statementNames(statement: Statement): string[] {
  switch (statement.type) {
    case "FunctionDeclaration":
    case "TSDeclareFunction":
    case "ClassDeclaration":
    case "TSTypeAliasDeclaration":
    case "TSInterfaceDeclaration":
    case "TSEnumDeclaration":
      return patternNames(statement.id);
    case "VariableDeclaration":
      return statement.declarations.flatMap(({ id }) => patternNames(id));
    default:
      return varNames(statement);
  }
}

/** The names that a cell adds for the cells below it, imports left out. */
export function declaredNames(program: Program): Set<string> {
  return new Set(program.body.flatMap(statementNames));
}

/** Every name that is read, written or bound in a tree; names of properties are not. */
export function usedNames(root: Node): Set<string> {
  const names = new Set<string>();
  walk(root, (node, parent) => {
    if (node.type === "Identifier" && !isPropertyName(node, parent)) names.add(node.name);
  });
  return names;
}

/** The names that a tree takes from outside. */
export function freeNames(root: Node): Set<string> {
  const free = usedNames(root);
  walk(root, (node) => {
    for (const name of boundBy(node)) free.delete(name);
  });
  return free;
}

/** Whether a node is a function or a class, whose body runs later than it stands. */
export function isDeferred(node: Node): boolean {
  return (
    node.type === "FunctionDeclaration" ||
    node.type === "FunctionExpression" ||
    node.type === "ArrowFunctionExpression" ||
    node.type === "ObjectMethod" ||
    node.type === "ClassDeclaration" ||
    node.type === "ClassExpression"
  );
}

function boundBy(node: Node): string[] {
  if ("params" in node && Array.isArray(node.params)) {
    const own = "id" in node ? patternNames(node.id as Node | null) : [];
    return [...own, ...node.params.flatMap((parameter) => patternNames(parameter as Node))];
  }
  if (node.type === "VariableDeclarator") return patternNames(node.id);
  if (node.type === "ClassDeclaration" || node.type === "ClassExpression") return patternNames(node.id);
  if (node.type === "CatchClause") return patternNames(node.param);
  return [];
}

/** The `var` names inside a statement, which belong to the cell however deep they stand. */
function varNames(statement: Statement): string[] {
  const names: string[] = [];
  walk(statement, (node) => {
    if (isDeferred(node)) return false;
    if (node.type === "VariableDeclaration" && node.kind === "var") {
      names.push(...node.declarations.flatMap(({ id }) => patternNames(id)));
    }
    return true;
  });
  return names;
}

function isPropertyName(node: Node, parent: Node | undefined): boolean {
  if (parent === undefined || ("computed" in parent && parent.computed === true)) return false;
  if (parent.type === "MemberExpression" || parent.type === "OptionalMemberExpression") return parent.property === node;
  if (parent.type === "TSQualifiedName") return parent.right === node;
  if (parent.type === "ImportSpecifier") return parent.imported === node && parent.local !== node;
  if (parent.type === "TSEnumMember") return parent.id === node;
  if (parent.type === "LabeledStatement" || parent.type === "BreakStatement" || parent.type === "ContinueStatement") {
    return parent.label === node;
  }
  return "key" in parent && parent.key === node && !("shorthand" in parent && parent.shorthand === true);
}
