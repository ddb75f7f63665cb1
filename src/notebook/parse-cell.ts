/** @file Parses the TypeScript of a cell, or says where in which cell it is wrong. */
import { type ParseResult, parse } from "@babel/parser";
import type { File, Node, Program } from "@babel/types";
import { messageOf } from "../core/errors";
import { NotebookError } from "./notebook-error";

/** A cell's source and what the parser made of it; positions are indexes into `source`. */
export interface ParsedCell {
  readonly source: string;
  readonly program: Program;
  readonly comments: readonly CellComment[];
}

/** A comment of a cell, without its marks. */
export interface CellComment {
  readonly type: "line" | "block";
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** Which cell of which notebook is being parsed, for messages. */
export interface CellPlace {
  notebook: string;
  /** The cell's position, counted from 0. */
  cell: number;
}

/**
 * The syntax tree of a cell, which may await at its top level as in every kernel of TypeScript.
 *
 * Throws a {@link NotebookError} with the line and the column of the first mistake. The parser is written in JavaScript
 * on purpose: source that nests without end exhausts its stack, which can be caught, and not that of the process.
 */
export function parseCell(source: string, place: CellPlace): ParsedCell {
  try {
    const { program, comments } = parseTypeScript(source);
    return {
      source,
      program,
      comments: (comments ?? []).map(({ type, value, start, end }) => ({
        type: type === "CommentLine" ? "line" : "block",
        text: value,
        start: start ?? 0,
        end: end ?? 0,
      })),
    };
  } catch (error) {
    throw syntaxError(error, source, place);
  }
}

/** The syntax tree of a whole script; throws the parser's own errors. */
export function parseTypeScript(source: string): ParseResult<File> {
  return parse(source, {
    sourceType: "module",
    plugins: ["typescript", "explicitResourceManagement", "decorators"],
    createParenthesizedExpressions: true,
    attachComment: false,
    allowAwaitOutsideFunction: true,
  });
}

/** The nodes directly below a node, in the order of the source. */
export function childNodes(node: Node): Node[] {
  return Object.values(node)
    .flat()
    .filter(isNode)
    .sort((left, right) => startOf(left) - startOf(right));
}

/** Where a node begins in its source. */
export function startOf(node: Node): number {
  return node.start ?? 0;
}

/** Where a node ends in its source. */
export function endOf(node: Node): number {
  return node.end ?? 0;
}

function syntaxError(error: unknown, source: string, place: CellPlace): NotebookError {
  const subject = `${place.notebook}: cell ${place.cell + 1}`;
  if (error instanceof RangeError) {
    return new NotebookError("cell-syntax", `${subject} nests too deep to be read.`, {
      ...place,
      source,
      cause: error,
    });
  }
  const { line, column } = hasPosition(error) ? error.loc : { line: 1, column: 0 };
  const what = messageOf(error).replace(/\.? \(\d+:\d+\)$/, "");
  return new NotebookError(
    "cell-syntax",
    `${subject} is not TypeScript at line ${line}, column ${column + 1}: ${what}.`,
    { ...place, source, hint: `The line reads: ${(source.split("\n")[line - 1] ?? "").trim()}`, cause: error },
  );
}

function hasPosition(error: unknown): error is { loc: { line: number; column: number } } {
  return error instanceof SyntaxError && "loc" in error;
}

function isNode(value: unknown): value is Node {
  return value !== null && typeof value === "object" && "type" in value && "start" in value && "loc" in value;
}
