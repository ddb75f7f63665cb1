/** @file The code of a cell as statements of a script: imports out, the last value shown, parameters taken from outside. */
import { posix } from "node:path";
import type { ExpressionStatement, Node, Statement } from "@babel/types";
import { NotebookError } from "../notebook-error";
import type { DeclaredParameter } from "../parameters/declared-parameters";
import { endOf, type ParsedCell, startOf } from "../parse-cell";
import type { RunningCell } from "./code-cells";
import { applyEdits, type Edit } from "./edits";
import type { MergedImports } from "./merged-imports";
import { walk } from "./syntax-walk";

/** What the code of a cell becomes part of. */
export interface ScriptContext {
  imports: MergedImports;
  /** The name under which the script knows `displayResult`; asking for it imports it. */
  displayResult: () => string;
  /** The name of the function that gives a parameter its value. */
  parameter: string;
  /** From the folder of the script to that of the notebook: `../notebooks`. */
  notebookFolder: string;
}

/** The imports go into the context; the rest comes back as text. */
export function cellStatements(
  cell: RunningCell,
  context: ScriptContext,
  parameters: readonly DeclaredParameter[],
  hides: readonly string[],
): string {
  const edits = [
    ...relativeModules(cell, context),
    ...cell.program.body.flatMap((statement, index) => statementEdits(statement, index, cell, context, hides)),
    ...parameters.map((parameter) => parameterEdit(parameter, cell, context)),
    ...endEdits(cell, context),
  ];
  return applyEdits(cell.source, edits).replace(/^\s*\n|\s+$/g, "");
}

function statementEdits(
  statement: Statement,
  index: number,
  cell: RunningCell,
  context: ScriptContext,
  hides: readonly string[],
): Edit[] {
  const refuse = (what: string, hint: string): NotebookError => {
    const line = cell.source.slice(0, startOf(statement)).split("\n").length;
    const subject = `${cell.place.notebook}: line ${line} of cell ${cell.place.cell + 1}`;
    return new NotebookError("export-refused", `${subject} ${what}, which a script cannot hold.`, {
      ...cell.place,
      source: cell.source,
      hint,
    });
  };
  switch (statement.type) {
    case "ImportDeclaration": {
      if (statement.source.value === "tslab") {
        throw refuse(
          "imports tslab",
          'Show values with `import { display } from "caderno"`, which works in every kernel and in scripts.',
        );
      }
      const source = rebased(statement.source.value, context.notebookFolder);
      const conflict = context.imports.add(statement, source);
      if (conflict !== undefined) {
        const [first, second] = conflict.sources;
        const sources = first === second ? `two things of "${first}"` : `things of "${first}" and "${second}"`;
        throw refuse(
          `imports \`${conflict.local}\`, so that the name means ${sources}`,
          "Import one of them under another name: `import { a as b } from …`.",
        );
      }
      return [removal(statement, index, cell)];
    }
    case "TSImportEqualsDeclaration":
      throw refuse("imports with `=`", 'Write `import * as name from "module"`.');
    case "ExportNamedDeclaration":
    case "ExportDefaultDeclaration":
    case "ExportAllDeclaration":
    case "TSExportAssignment":
    case "TSNamespaceExportDeclaration":
      throw refuse("exports something", "Leave out `export`: every cell sees what the cells above declare.");
    case "TSModuleDeclaration":
      throw refuse("declares a namespace or a module", "Use an object or a file of its own instead.");
    case "VariableDeclaration": {
      if (statement.declare === true)
        throw refuse("has a `declare`", "Import the thing that the declaration describes.");
      const isHiding = statement.declarations.some(({ id }) => id.type === "Identifier" && hides.includes(id.name));
      // A `var` would reach out of the block that hides the older declaration, and collide with it.
      return statement.kind === "var" && isHiding
        ? [{ start: startOf(statement), end: startOf(statement) + 3, text: "let" }]
        : [];
    }
    default:
      return [];
  }
}

/** Takes an import out with its line; where it stood between two statements, what is left must not become one. */
function removal(statement: Statement, index: number, cell: ParsedCell): Edit {
  const previous = cell.program.body[index - 1];
  const isOpen =
    previous !== undefined && previous.type !== "ImportDeclaration" && needsSemicolon(previous, cell.source);
  const lineEnd = /^[ \t]*(?:\n|$)/.exec(cell.source.slice(endOf(statement)));
  const end = endOf(statement) + (isOpen ? 0 : (lineEnd?.[0].length ?? 0));
  return { start: startOf(statement), end, text: isOpen ? ";" : "" };
}

/** Shows the last expression, as every kernel does, and closes the last statement against the next cell. */
function endEdits(cell: ParsedCell, context: ScriptContext): Edit[] {
  const last = cell.program.body.at(-1);
  const directive = cell.program.directives.at(-1);
  // A text alone is a directive to the parser, and a value like any other to a kernel.
  if (last === undefined) return directive === undefined ? [] : shownEdits(directive.value, directive, context);
  if (last.type === "ExpressionStatement" && isShown(last)) return shownEdits(last.expression, last, context);
  return needsSemicolon(last, cell.source) ? [{ start: endOf(last), end: endOf(last), text: ";" }] : [];
}

function shownEdits(expression: Node, statement: Node, context: ScriptContext): Edit[] {
  const isSequence = expression.type === "SequenceExpression";
  const opening = `await ${context.displayResult()}(${isSequence ? "(" : ""}`;
  return [
    { start: startOf(expression), end: startOf(expression), text: opening },
    { start: endOf(expression), end: endOf(statement), text: isSequence ? "));" : ");" },
  ];
}

/** Calls that give nothing to show need no wrapping: the script reads better without. */
function isShown({ expression }: ExpressionStatement): boolean {
  const call = expression.type === "AwaitExpression" ? expression.argument : expression;
  if (call.type !== "CallExpression") return true;
  const callee = call.callee.type === "MemberExpression" ? call.callee.object : call.callee;
  return !(callee.type === "Identifier" && /^(console|assert|display|displayHtml|displayMarkdown)$/.test(callee.name));
}

const CLOSED_BY_BRACE: ReadonlySet<string> = new Set([
  "FunctionDeclaration",
  "ClassDeclaration",
  "BlockStatement",
  "IfStatement",
  "ForStatement",
  "ForInStatement",
  "ForOfStatement",
  "WhileStatement",
  "TryStatement",
  "SwitchStatement",
  "LabeledStatement",
  "TSInterfaceDeclaration",
  "TSEnumDeclaration",
  "ImportDeclaration",
]);

function needsSemicolon(statement: Statement, source: string): boolean {
  const text = source.slice(startOf(statement), endOf(statement));
  return !text.endsWith(";") && !(CLOSED_BY_BRACE.has(statement.type) && text.endsWith("}"));
}

function parameterEdit(parameter: DeclaredParameter, cell: ParsedCell, context: ScriptContext): Edit {
  const { name, initialStart: start, initialEnd: end } = parameter;
  const initial = cell.source.slice(start, end);
  return { start, end, text: `${context.parameter}(${JSON.stringify(name)}, ${initial})` };
}

/** Modules that `import("./…")` and `require("./…")` load are found from the notebook's folder, not from the script's. */
function relativeModules(cell: ParsedCell, context: ScriptContext): Edit[] {
  const edits: Edit[] = [];
  walk(cell.program, (node) => {
    if (node.type !== "CallExpression" || !isLoader(node.callee)) return;
    const [module] = node.arguments;
    if (module?.type !== "StringLiteral") return;
    const text = JSON.stringify(rebased(module.value, context.notebookFolder));
    edits.push({ start: startOf(module), end: endOf(module), text });
  });
  return edits;
}

function isLoader(callee: Node): boolean {
  return callee.type === "Import" || (callee.type === "Identifier" && callee.name === "require");
}

function rebased(module: string, notebookFolder: string): string {
  if (!/^\.\.?(\/|$)/.test(module)) return module;
  const path = posix.join(notebookFolder, module);
  return path.startsWith(".") ? path : `./${path}`;
}
