/** @file A parsed template changed so that it prints values, and writes JSON, as Python does. */
import { JSON_PARAMETERS, type JsonArguments, pythonJson, pythonText } from "./python-values";

interface Node {
  type: string;
  [field: string]: unknown;
}

/** Nodes of our own: an expression that prints, and the filter `tojson` with its arguments. */
const PRINT = "PythonPrint";
const JSON_FILTER = "PythonJson";

/**
 * What one of our own nodes gives, or undefined for any other node. `evaluate` gives what a part of it holds.
 */
export function evaluatePython(node: unknown, evaluate: (part: unknown) => unknown): string | undefined {
  if (!isNode(node) || !Array.isArray(node.parts)) return undefined;
  if (node.type === PRINT) return pythonText(evaluate(node.parts[0]));
  if (node.type !== JSON_FILTER) return undefined;
  const [operand, ...given] = node.parts;
  const style: JsonArguments = new Map();
  let place = 0;
  for (const argument of given) {
    const isNamed = isNode(argument) && argument.type === "KeywordArgumentExpression" && isNode(argument.key);
    const name = isNamed ? String((argument.key as Node).value) : JSON_PARAMETERS[place++];
    if (name !== undefined) style.set(name, evaluate(isNamed ? argument.value : argument));
  }
  return pythonJson(evaluate(operand), style);
}

/** Nodes that stand in a block and print nothing by themselves, and texts. */
const STATEMENTS = new Set([
  ...["Program", "If", "For", "Break", "Continue", "Set", "Macro", "Comment", "CallStatement", "FilterStatement"],
  "StringLiteral",
]);

/** Fields that hold the nodes of a block. */
const BLOCKS = new Set(["body", "alternate", "defaultBlock"]);

/** Changes the program in place: what prints does so by `str`, the filter `tojson` by `json.dumps`. */
export function asPython(program: unknown): void {
  visit(program);
}

function visit(value: unknown): void {
  if (Array.isArray(value)) {
    value.forEach((item, index) => {
      value[index] = changed(item);
    });
    value.forEach(visit);
    return;
  }
  if (value instanceof Map) {
    for (const [key, item] of value) {
      const other = changed(item);
      if (other !== item) value.set(key, other);
      visit(key);
      visit(other);
    }
    return;
  }
  if (!isNode(value)) return;
  for (const [field, item] of Object.entries(value)) {
    value[field] = changed(item);
    visit(value[field]);
    const block = value[field];
    if (!BLOCKS.has(field) || !Array.isArray(block)) continue;
    block.forEach((node, index) => {
      if (isNode(node) && !STATEMENTS.has(node.type)) block[index] = { type: PRINT, parts: [node] };
    });
  }
}

/** A use of the filter `tojson` as a node of ours; anything else as it is. */
function changed(node: unknown): unknown {
  if (!isNode(node) || node.type !== "FilterExpression" || !isNode(node.filter)) return node;
  const { operand, filter } = node;
  if (filter.type === "Identifier" && filter.value === "tojson") return { type: JSON_FILTER, parts: [operand] };
  const isCall = filter.type === "CallExpression" && isNode(filter.callee) && filter.callee.value === "tojson";
  return isCall && Array.isArray(filter.args) ? { type: JSON_FILTER, parts: [operand, ...filter.args] } : node;
}

function isNode(value: unknown): value is Node {
  return value !== null && typeof value === "object" && "type" in value && typeof value.type === "string";
}
