/** @file Reads a notebook file into memory, or says which notebook, cell and field is wrong. */
import { constants } from "node:fs";
import { type FileHandle, open } from "node:fs/promises";
import { messageOf } from "../../core/errors";
import { NotebookError } from "../notebook-error";
import { completeCellIds } from "./cell-ids";
import { checkNotebook } from "./check-notebook";
import { type JsonPath, JsonSyntaxError, parseJson } from "./json-reader";
import { joinNotebookLines, without } from "./multiline";
import type { Notebook } from "./types";

/** How much of a file {@link readNotebook} is willing to take in. */
export interface ReadNotebookOptions {
  /**
   * The largest file, in bytes.
   * @default 104857600
   */
  maxBytes?: number;
}

const DEFAULT_MAX_BYTES = 100 * 1024 * 1024;

/**
 * Reads and checks a notebook of format 4.0 to 4.5.
 *
 * Throws a {@link NotebookError} that names the notebook, the cell and the field; the file is never touched.
 *
 * Python: `nbformat.read(path, nbformat.NO_CONVERT)`
 */
export async function readNotebook(path: string, options: ReadNotebookOptions = {}): Promise<Notebook> {
  const maxBytes = options.maxBytes ?? DEFAULT_MAX_BYTES;
  const bytes = await readBytes(path, maxBytes);
  let text: string;
  try {
    text = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch (error) {
    throw new NotebookError("notebook-not-json", `${path} is not UTF-8 text, as every notebook is.`, {
      notebook: path,
      cause: error,
    });
  }
  return parseNotebook(text, path);
}

/**
 * The notebook that a text holds. `path` is for messages.
 *
 * Texts that the file keeps as lines are joined. Cells of a 4.5 notebook that lack an id get one, and a repeated id is
 * replaced, as nbformat does.
 */
export function parseNotebook(text: string, path: string): Notebook {
  const value = parse(text.startsWith("\ufeff") ? text.slice(1) : text, path);
  checkNotebook(value, path);
  joinNotebookLines(value);
  value.metadata = without(value.metadata, ["orig_nbformat", "orig_nbformat_minor", "signature"]);
  for (const cell of value.cells) cell.metadata = without(cell.metadata, ["trusted"]);
  if (value.nbformat_minor >= 5) completeCellIds(value.cells);
  return value;
}

function parse(text: string, path: string): unknown {
  try {
    return parseJson(text);
  } catch (error) {
    if (!(error instanceof JsonSyntaxError)) throw error;
    const field = fieldName(error.path);
    const inside = field === undefined ? "" : ` (in ${field})`;
    const place = `line ${error.line}, column ${error.column}${inside}`;
    throw new NotebookError("notebook-not-json", `${path} is not valid JSON at ${place}: ${error.message}.`, {
      notebook: path,
      cell: error.path[0] === "cells" && typeof error.path[1] === "number" ? error.path[1] : undefined,
      field,
      hint: repairHint(text, error),
      cause: error,
    });
  }
}

function repairHint(text: string, error: JsonSyntaxError): string {
  if (text.trim() === "") return "The file is empty. Restore it from a backup or from version control.";
  if (/^(<{7}|={7}|>{7})/.test(error.found)) {
    return "These are the marks of an unfinished merge. Resolve the conflict in this file first.";
  }
  return "Restore the file from a backup or from version control; JupyterLab keeps one in .ipynb_checkpoints.";
}

function fieldName(path: JsonPath): string | undefined {
  if (path.length === 0) return undefined;
  const shown = path.slice(0, 8).map((step) => (typeof step === "number" ? `[${step}]` : `.${step}`));
  return shown.join("").replace(/^\./, "") + (path.length > 8 ? "…" : "");
}

async function readBytes(path: string, maxBytes: number): Promise<Buffer> {
  let file: FileHandle | undefined;
  try {
    // Without this flag the open of a named pipe would wait for a writer that may never come.
    file = await open(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
    const found = await file.stat();
    if (!found.isFile()) {
      const what = found.isDirectory() ? "a folder" : "not a file";
      throw new NotebookError("notebook-missing", `${path} is ${what}; a notebook is a file that ends in .ipynb.`, {
        notebook: path,
      });
    }
    if (found.size > maxBytes) throw tooLarge(path, found.size, maxBytes);
    return await file.readFile();
  } catch (error) {
    if (error instanceof NotebookError) throw error;
    const code = (error as NodeJS.ErrnoException).code;
    const why = code === "ENOENT" ? `There is no notebook ${path}.` : `${path} cannot be read: ${messageOf(error)}.`;
    throw new NotebookError("notebook-missing", why, { notebook: path, cause: error });
  } finally {
    await file?.close();
  }
}

function tooLarge(path: string, bytes: number, maxBytes: number): NotebookError {
  const inMegabytes = (value: number): string => `${(value / 1048576).toFixed(1)} MB`;
  return new NotebookError(
    "notebook-too-large",
    `${path} has ${inMegabytes(bytes)}; notebooks of up to ${inMegabytes(maxBytes)} are read.`,
    { notebook: path, hint: "Clear its outputs (JupyterLab: Edit > Clear Outputs of All Cells), then try again." },
  );
}
