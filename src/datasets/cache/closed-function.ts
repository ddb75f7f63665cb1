/** @file Whether a function's source says all that it does: it uses no variable from outside, so its text can stand for it. */

import { parseExpression } from "@babel/parser";
import type * as babel from "@babel/types";
import * as types from "@babel/types";

/** What every program has and none changes (`__name` is esbuild's). Not `Date`, which tells the time, nor what reaches outside. */
const CONSTANT = new Set(
  (
    "__name undefined NaN Infinity isNaN isFinite parseInt parseFloat Object Array String Number Boolean BigInt Symbol JSON RegExp Map Set " +
    "Error TypeError RangeError Promise Math Intl TextEncoder TextDecoder encodeURIComponent decodeURIComponent Uint8Array Int8Array " +
    "Uint16Array Int16Array Uint32Array Int32Array Float32Array Float64Array BigInt64Array BigUint64Array structuredClone"
  ).split(" "),
);

/** The variables from outside that a function uses, or undefined where its source cannot be read: native and bound functions. */
export function outsideNames(source: string): string[] | undefined {
  let tree: babel.Expression;
  try {
    tree = parseExpression(source);
  } catch {
    try {
      // A method of an object or a class is written without the word `function`.
      tree = parseExpression(`({ ${source} })`);
    } catch {
      return undefined;
    }
  }
  const found = new Set<string>();
  walk(tree, [], new Set(), found);
  return [...found];
}

function walk(node: babel.Node, parents: readonly babel.Node[], known: ReadonlySet<string>, found: Set<string>): void {
  const parent = parents.at(-1);
  // A random number differs from run to run, whatever the function's source.
  if (types.isMemberExpression(node) && types.isIdentifier(node.object, { name: "Math" })) {
    if (node.computed || types.isIdentifier(node.property, { name: "random" })) found.add("Math.random");
  }
  if (types.isThisExpression(node) || types.isSuper(node) || types.isMetaProperty(node) || types.isImport(node)) {
    found.add(node.type === "ThisExpression" ? "this" : node.type);
  }
  if (types.isIdentifier(node)) {
    const isUsed = parent === undefined || types.isReferenced(node, parent, parents.at(-2)) || isTarget(node, parent);
    if (isUsed && !known.has(node.name) && !CONSTANT.has(node.name)) found.add(node.name);
    return;
  }
  const scope = new Set([...known, ...declaredBy(node)]);
  for (const key of types.VISITOR_KEYS[node.type] ?? []) {
    const child = (node as unknown as Record<string, unknown>)[key];
    for (const part of Array.isArray(child) ? child : [child]) {
      if (part !== null && part !== undefined) walk(part as babel.Node, [...parents, node], scope, found);
    }
  }
}

/** Whether an identifier is what an assignment changes: the function then reaches outside itself. */
function isTarget(node: babel.Node, parent: babel.Node): boolean {
  return (
    (types.isAssignmentExpression(parent) && parent.left === node) ||
    (types.isUpdateExpression(parent) && parent.argument === node)
  );
}

/** The names that a node declares for what is inside it. */
function declaredBy(node: babel.Node): string[] {
  if (types.isFunction(node)) {
    const own = types.isFunctionExpression(node) && node.id ? [node.id.name] : [];
    const words = types.isArrowFunctionExpression(node) ? [] : ["arguments"];
    return [...own, ...words, ...node.params.flatMap((parameter) => namesIn(parameter)), ...varsIn(node.body)];
  }
  if (types.isCatchClause(node)) return node.param ? namesIn(node.param) : [];
  if (types.isClassExpression(node)) return node.id ? [node.id.name] : [];
  if (types.isFor(node)) {
    const head = types.isForStatement(node) ? node.init : "left" in node ? node.left : undefined;
    return head && types.isVariableDeclaration(head) ? namesIn(head) : [];
  }
  const statements = types.isBlockStatement(node)
    ? node.body
    : types.isSwitchStatement(node)
      ? node.cases.flatMap((one) => one.consequent)
      : [];
  return statements.flatMap((statement) => (types.isDeclaration(statement) ? namesIn(statement) : []));
}

/** The names that `var` declares anywhere in a function's body: they belong to the whole function. */
function varsIn(node: babel.Node): string[] {
  const names = types.isVariableDeclaration(node, { kind: "var" }) ? namesIn(node) : [];
  for (const key of types.VISITOR_KEYS[node.type] ?? []) {
    const child = (node as unknown as Record<string, unknown>)[key];
    for (const part of (Array.isArray(child) ? child : [child]) as (babel.Node | null | undefined)[]) {
      if (part !== null && part !== undefined && !types.isFunction(part)) names.push(...varsIn(part));
    }
  }
  return names;
}

function namesIn(node: babel.Node): string[] {
  return Object.keys(types.getBindingIdentifiers(node, false, true));
}
