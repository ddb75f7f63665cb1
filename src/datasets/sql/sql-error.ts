/** @file The errors of databases as DatasetErrors, with the place in the query marked. */
import { DatasetError } from "../dataset-error";
import type { SqlBounds } from "./sql-options";

/** A statement as it is sent, and where its parts stood in the query as it was written. */
export interface SqlPlace {
  /** The query as its user wrote it. */
  query: string;
  /** Where in it the fault is, in UTF-16 units; undefined where it is not known. */
  offset: number | undefined;
}

/** Options of {@link sqlError}. */
export interface SqlErrorOptions {
  code?: string;
  hint?: string | undefined;
  cause?: unknown;
  path?: string | undefined;
}

/** "The query failed: …", with the line that is to blame and a mark below it. */
export function sqlError(reason: string, place: SqlPlace, options: SqlErrorOptions = {}): DatasetError {
  const message = `The query failed: ${sentence(reason)}${markedLine(place)}`;
  return new DatasetError(options.code ?? "bad-query", message, {
    hint: options.hint ?? "Correct the query; the database has refused it as it is.",
    cause: options.cause,
    path: options.path,
  });
}

/** The error of a read that took too long. */
export function timeoutError(bounds: SqlBounds): DatasetError {
  return new DatasetError("timeout", `Reading took longer than the ${bounds.timeout / 1000} seconds of \`timeout\`.`, {
    hint: "Ask for less, or pass a larger `timeout` in milliseconds.",
  });
}

/** A text that ends like a sentence. */
export function sentence(text: string): string {
  const trimmed = text.trim();
  return /[.!?]$/.test(trimmed) ? trimmed : `${trimmed}.`;
}

function markedLine({ query, offset }: SqlPlace): string {
  if (offset === undefined || offset < 0 || offset > query.length) return "";
  const start = query.lastIndexOf("\n", offset - 1) + 1;
  const end = query.indexOf("\n", offset);
  const line = query.slice(start, end === -1 ? query.length : end);
  const number = query.slice(0, start).split("\n").length;
  const from = Math.max(0, offset - start - 60);
  const shown = line.slice(from, from + 100).replaceAll("\t", " ");
  return `\n  line ${number}: ${shown}\n${" ".repeat(`  line ${number}: `.length + offset - start - from)}^`;
}
