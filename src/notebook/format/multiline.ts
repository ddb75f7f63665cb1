/** @file Which texts of a notebook its file keeps as arrays of lines, and how they become one text and lines again. */
import { copyObject } from "./json-numbers";
import type { Cell, Notebook, Output, OutputData } from "./types";

/** Everywhere that Python's `str.splitlines` ends a line, which is more than JavaScript's idea of a line. */
const LINE_ENDS = "\\n\\r\\v\\f\\x1c-\\x1e\\x85\\u2028\\u2029";
const LINE = new RegExp(`[^${LINE_ENDS}]*(?:\\r\\n|[${LINE_ENDS}]|$)`, "g");

/** A text cut after each line end; the empty text has no lines. */
export function splitLines(text: string): string[] {
  return (text.match(LINE) ?? []).filter((line) => line !== "");
}

/** Whether a media type's content is JSON, of any shape, rather than text. */
export function isJsonMime(mime: string): boolean {
  return mime === "application/json" || (mime.startsWith("application/") && mime.endsWith("+json"));
}

/** Joins, in place, the texts that a checked notebook's file kept as lines. */
export function joinNotebookLines(notebook: Notebook): void {
  for (const cell of notebook.cells) {
    cell.source = joined(cell.source);
    for (const attachment of Object.values(cell.attachments ?? {})) joinBundle(attachment as OutputData);
    if (cell.cell_type !== "code") continue;
    for (const output of cell.outputs) {
      if (output.output_type === "stream") output.text = joined(output.text);
      else if (output.output_type !== "error") joinBundle(output.data);
    }
  }
}

/** A cell as its file keeps it; the cell itself stays as it is. */
export function cellToFile(cell: Cell): Record<string, unknown> {
  const copy: Record<string, unknown> = copyObject(cell);
  copy.metadata = without(cell.metadata, ["trusted"]);
  copy.source = splitLines(cell.source);
  if (cell.attachments !== undefined) {
    const attachments: Record<string, unknown> = { ...(cell.attachments as object) };
    for (const name of Object.keys(attachments))
      define(attachments, name, bundleToFile(attachments[name] as OutputData));
    copy.attachments = attachments;
  }
  if (cell.cell_type === "code") copy.outputs = cell.outputs.map(outputToFile);
  return copy;
}

/** The object itself, or a copy without the keys that no file keeps. */
export function without<T extends object>(value: T, keys: readonly string[]): T {
  if (!keys.some((key) => Object.hasOwn(value, key))) return value;
  const copy = copyObject(value);
  for (const key of keys) delete (copy as Record<string, unknown>)[key];
  return copy;
}

function outputToFile(output: Output): Record<string, unknown> {
  if (output.output_type === "error") return output;
  const copy: Record<string, unknown> = copyObject(output);
  if (output.output_type === "stream") copy.text = splitLines(output.text);
  else copy.data = bundleToFile(output.data);
  return copy;
}

function bundleToFile(data: OutputData): OutputData {
  const copy = copyObject(data);
  for (const [mime, content] of Object.entries(data)) {
    const isText = mime.startsWith("text/") || mime === "application/javascript" || mime === "image/svg+xml";
    if (isText && typeof content === "string") copy[mime] = splitLines(content);
  }
  return copy;
}

function joinBundle(data: OutputData): void {
  for (const [mime, content] of Object.entries(data)) {
    if (!isJsonMime(mime)) define(data, mime, joined(content));
  }
}

function joined(lines: unknown): string {
  return Array.isArray(lines) ? lines.join("") : (lines as string);
}

/** Sets a key that came from outside and may be `__proto__`. */
function define(target: object, key: string, value: unknown): void {
  Object.defineProperty(target, key, { value, writable: true, enumerable: true, configurable: true });
}
