/**
 * @file What a notebook of format 4 must hold, field by field (https://nbformat.readthedocs.io/en/latest/format_description.html).
 *
 * Stricter readers refuse fields that the format does not know; here they are kept, because a front end put them there.
 */
import { NotebookError } from "../notebook-error";
import { Field } from "./field-checker";
import { isJsonMime } from "./multiline";
import type { Notebook } from "./types";

/** The newest minor version of format 4 that is read and written. */
export const NEWEST_MINOR = 5;

/** More cells than any person writes: what is above is no notebook, and would keep the reader busy for minutes. */
const MAX_CELLS = 100_000;

/** Throws a {@link NotebookError} that names the first field that is wrong. */
export function checkNotebook(value: unknown, path: string): asserts value is Notebook {
  const root = new Field(value, "", path);
  root.object();
  checkVersion(root, path);
  checkMetadata(root.get("metadata"));
  const cells = root.get("cells");
  if (cells.array().length > MAX_CELLS) {
    throw new NotebookError(
      "notebook-too-large",
      `${path} has ${cells.array().length} cells; at most ${MAX_CELLS} are read.`,
      {
        notebook: path,
        field: "cells",
      },
    );
  }
  for (const cell of cells.items()) checkCell(cell);
}

function checkVersion(root: Field, path: string): void {
  const major = root.get("nbformat");
  if (major.value === undefined) throw major.must("be 4", "Is this a notebook? Every .ipynb file says its format.");
  const minor = root.get("nbformat_minor");
  const isKnown = major.count() === 4 && minor.count() <= NEWEST_MINOR;
  if (isKnown) return;
  const version = `${major.value}.${Number(minor.value ?? 0)}`;
  const isOld = major.count() < 4;
  throw new NotebookError(
    "notebook-version",
    `${path} is in notebook format ${version}; formats 4.0 to 4.${NEWEST_MINOR} are read.`,
    {
      notebook: path,
      field: major.value === 4 ? "nbformat_minor" : "nbformat",
      hint: isOld
        ? "Open it in JupyterLab and save it, or run `jupyter nbconvert --to notebook --inplace` on it."
        : "Save it in an older format, or look for a newer Caderno.",
    },
  );
}

function checkMetadata(metadata: Field): void {
  metadata.object();
  metadata.get("kernelspec").ifPresent((kernelspec) => {
    kernelspec.get("name").text();
    kernelspec.get("display_name").ifPresent((name) => name.text());
  });
  metadata.get("language_info").ifPresent((language) => {
    language.get("name").text();
    for (const key of ["file_extension", "mimetype", "pygments_lexer"])
      language.get(key).ifPresent((text) => text.text());
    language.get("codemirror_mode").ifPresent((mode) => {
      if (typeof mode.value !== "string") mode.object();
    });
  });
  metadata.get("title").ifPresent((title) => title.text());
  metadata.get("authors").ifPresent((authors) => authors.array());
}

function checkCell(cell: Field): void {
  const type = cell.get("cell_type");
  type.oneOf(["code", "markdown", "raw"]);
  cell.get("id").ifPresent(checkId);
  checkCellMetadata(cell.get("metadata"));
  cell.get("source").lines();
  cell.get("attachments").ifPresent((attachments) => {
    for (const bundle of attachments.values()) checkBundle(bundle);
  });
  if (type.value !== "code") return;
  for (const output of cell.get("outputs").items()) checkOutput(output);
  checkExecutionCount(cell.get("execution_count"));
}

function checkId(id: Field): void {
  if (!/^[A-Za-z0-9_-]{1,64}$/.test(id.text())) throw id.must("be 1 to 64 letters, digits, - or _");
}

function checkCellMetadata(metadata: Field): void {
  metadata.object();
  metadata.get("name").ifPresent((name) => {
    if (name.text() === "") throw name.must("not be empty");
  });
  metadata.get("tags").ifPresent((tags) => {
    const seen = new Set<string>();
    for (const tag of tags.items()) {
      if (tag.text() === "" || tag.text().includes(",")) throw tag.must("be a text without commas");
      if (seen.has(tag.text())) throw tag.must("not be there twice");
      seen.add(tag.text());
    }
  });
  metadata.get("collapsed").ifPresent((collapsed) => collapsed.oneOf([true, false]));
  metadata.get("scrolled").ifPresent((scrolled) => scrolled.oneOf([true, false, "auto"]));
  metadata.get("format").ifPresent((format) => format.text());
  metadata.get("jupyter").ifPresent((jupyter) => jupyter.object());
  metadata.get("execution").ifPresent((execution) => {
    for (const time of execution.values()) time.text();
  });
}

function checkOutput(output: Field): void {
  const type = output.get("output_type");
  type.oneOf(["stream", "display_data", "execute_result", "error"]);
  if (type.value === "stream") {
    output.get("name").oneOf(["stdout", "stderr"]);
    output.get("text").lines();
  } else if (type.value === "error") {
    output.get("ename").text();
    output.get("evalue").text();
    for (const line of output.get("traceback").items()) line.text();
  } else {
    checkBundle(output.get("data"));
    output.get("metadata").object();
    if (type.value === "execute_result") checkExecutionCount(output.get("execution_count"));
  }
}

function checkBundle(bundle: Field): void {
  for (const mime of Object.keys(bundle.object())) if (!isJsonMime(mime)) bundle.get(mime).lines();
}

function checkExecutionCount(count: Field): void {
  if (count.value !== null) count.count();
}
