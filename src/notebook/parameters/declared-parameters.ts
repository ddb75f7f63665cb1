/** @file The parameters that a notebook declares: the variables of its first cell tagged `parameters`. */
import type { Identifier, Node, ObjectExpression } from "@babel/types";
import type { Notebook } from "../format/types";
import { type CellComment, type CellPlace, endOf, type ParsedCell, parseCell, startOf } from "../parse-cell";
import { type ParameterType, typeOfValue } from "./parameter-type";
import { parseParameterType } from "./parse-parameter-type";

/** The tag of the cell that declares parameters and their defaults; papermill's own. */
export const PARAMETERS_TAG = "parameters";

/** One variable of the parameters cell. */
export interface DeclaredParameter {
  readonly name: string;
  /** The position of its cell. */
  readonly cell: number;
  /** How the notebook declares it, and how an injected value is declared again. */
  readonly keyword: "const" | "let" | "var";
  /** The annotation as written, if there is one: `"fast" | "slow"`. */
  readonly annotation: string | undefined;
  /** What a value must be. */
  readonly type: ParameterType;
  /** The default; told apart from an expression that only the kernel can compute. */
  readonly initial: { kind: "value"; value: unknown } | { kind: "expression" | "none" };
  /** The default as written, and where it stands in the cell. */
  readonly initialSource: string;
  readonly initialStart: number;
  readonly initialEnd: number;
  /** The comment behind the declaration, or right above it. */
  readonly description: string | undefined;
}

/** The position of the notebook's parameters cell, or -1. */
export function parametersCellIndex(notebook: Notebook): number {
  return notebook.cells.findIndex((cell) => cell.cell_type === "code" && cell.metadata.tags?.includes(PARAMETERS_TAG));
}

/** The variables that a parameters cell declares at its top level, in order. */
export function declaredParameters(source: string, place: CellPlace): DeclaredParameter[] {
  const parsed = parseCell(source, place);
  return parsed.program.body.flatMap((statement) => {
    if (statement.type !== "VariableDeclaration") return [];
    const keyword = statement.kind;
    if (keyword !== "const" && keyword !== "let" && keyword !== "var") return [];
    return statement.declarations.flatMap((declaration) => {
      const { id, init } = declaration;
      if (id.type !== "Identifier") return [];
      const initial = initialOf(init);
      const annotation = annotationOf(id, source);
      const described = annotation === undefined ? undefined : parseParameterType(annotation);
      return {
        name: id.name,
        cell: place.cell,
        keyword,
        annotation,
        type: described ?? (initial.kind === "value" ? typeOfValue(initial.value) : { kind: "unknown" }),
        initial,
        initialSource: source.slice(startOf(init ?? declaration), endOf(declaration)),
        initialStart: startOf(init ?? declaration),
        initialEnd: endOf(declaration),
        description: describe(parsed, startOf(statement), endOf(statement)),
      };
    });
  });
}

function annotationOf(id: Identifier, source: string): string | undefined {
  if (id.typeAnnotation?.type !== "TSTypeAnnotation") return undefined;
  const { typeAnnotation } = id.typeAnnotation;
  return source.slice(startOf(typeAnnotation), endOf(typeAnnotation));
}

function initialOf(init: Node | null | undefined): DeclaredParameter["initial"] {
  if (init === null || init === undefined) return { kind: "none" };
  const value = literalValue(init);
  return value === undefined ? { kind: "expression" } : { kind: "value", value };
}

/** What a literal means, or undefined for anything that must be computed. */
function literalValue(node: Node): unknown {
  switch (node.type) {
    case "NumericLiteral":
    case "StringLiteral":
    case "BooleanLiteral":
      return node.value;
    case "NullLiteral":
      return null;
    case "ParenthesizedExpression":
    case "TSAsExpression":
    case "TSSatisfiesExpression":
      return literalValue(node.expression);
    case "TemplateLiteral":
      return node.expressions.length === 0 ? (node.quasis[0]?.value.cooked ?? undefined) : undefined;
    case "UnaryExpression": {
      const value = literalValue(node.argument);
      if (typeof value !== "number") return undefined;
      return node.operator === "-" ? -value : node.operator === "+" ? value : undefined;
    }
    case "ArrayExpression":
      return allOrNothing(node.elements.map((element) => (element === null ? undefined : literalValue(element))));
    case "ObjectExpression":
      return objectValue(node);
    default:
      return undefined;
  }
}

function objectValue(node: ObjectExpression): unknown {
  const entries = node.properties.map((property): [string, unknown] | undefined => {
    if (property.type !== "ObjectProperty" || property.computed) return undefined;
    const { key } = property;
    const name = key.type === "Identifier" ? key.name : key.type === "StringLiteral" ? key.value : undefined;
    const value = literalValue(property.value);
    return name === undefined || value === undefined ? undefined : [name, value];
  });
  const known = allOrNothing(entries);
  return known === undefined ? undefined : Object.fromEntries(known);
}

function allOrNothing<T>(values: readonly (T | undefined)[]): T[] | undefined {
  return values.includes(undefined) ? undefined : (values as T[]);
}

/** The comment behind a declaration on its last line, else one that has the line just above to itself. */
function describe(cell: ParsedCell, start: number, end: number): string | undefined {
  const { source, comments } = cell;
  const isBehind = ({ start: from }: CellComment): boolean => from >= end && /^[ \t]*$/.test(source.slice(end, from));
  const isAbove = ({ start: from, end: to }: CellComment): boolean =>
    to <= start && /^[ \t]*\r?\n[ \t]*$/.test(source.slice(to, start)) && /(^|\n)[ \t]*$/.test(source.slice(0, from));
  const comment = comments.find(isBehind) ?? comments.find(isAbove);
  const text = comment?.text
    .replace(/\s*\n\s*\*?\s*/g, " ")
    .replace(/^\*?\s*/, "")
    .trim();
  return text === "" ? undefined : text;
}
