import assert from "node:assert/strict";
import { mkdtempSync, readFileSync, rmSync, truncateSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import { parseNotebook, readNotebook } from "../../../src/notebook/format/read-notebook";
import type { Notebook } from "../../../src/notebook/format/types";
import { serializeNotebook, writeNotebook } from "../../../src/notebook/format/write-notebook";
import { NotebookError } from "../../../src/notebook/notebook-error";

const folder = mkdtempSync(join(tmpdir(), "caderno-format-"));
after(() => rmSync(folder, { recursive: true, force: true }));

const shell = (cells: string, metadata = "{}", minor = 5): string =>
  `{"nbformat": 4, "nbformat_minor": ${minor}, "metadata": ${metadata}, "cells": ${cells}}`;
const raw = (id: string): string => `{"cell_type": "raw", "id": "${id}", "metadata": {}, "source": ""}`;

function refused(text: string): NotebookError {
  try {
    parseNotebook(text, "n.ipynb");
  } catch (error) {
    assert.ok(error instanceof NotebookError, String(error));
    return error;
  }
  assert.fail("nothing was thrown");
}

test("a truncated notebook is an error with line, column, cell and field", () => {
  const error = refused('{"nbformat": 4,\n "cells": [\n  {"cell_type": "raw"},\n  {"source": ["one", "tw');
  assert.equal(error.code, "notebook-not-json");
  assert.equal(error.cell, 1);
  assert.equal(error.field, "cells[1].source[1]");
  assert.match(
    error.message,
    /^n\.ipynb is not valid JSON at line 4, column 22 \(in cells\[1\]\.source\[1\]\): a text is opened/,
  );
});

test("every truncation of a real notebook is an error, and no truncation crashes", () => {
  const text = readFileSync(join(__dirname, "../../fixtures/notebooks/round-trip/rich-4.5.ipynb"), "utf8");
  for (let length = 0; length < text.trimEnd().length; length++) {
    assert.equal(refused(text.slice(0, length)).code, "notebook-not-json", `cut at ${length}`);
  }
});

test("a wrong field is named with what it is and what it must be", () => {
  const error = refused(
    shell(
      '[{"cell_type": "code", "id": "a", "metadata": {}, "source": "", "execution_count": null, "outputs": [{"output_type": "display_data", "metadata": {}, "data": [1]}]}]',
    ),
  );
  assert.equal(error.message, "n.ipynb: cells[0].outputs[0].data must be an object, but got [1].");
  assert.equal(error.field, "cells[0].outputs[0].data");
});

test("the marks of an unfinished merge are recognised", () => {
  assert.match(refused('{\n<<<<<<< HEAD\n "cells": []}').hint ?? "", /merge/);
});

test("older and newer formats say what to do", () => {
  const old = refused('{"nbformat": 3, "nbformat_minor": 0, "metadata": {}, "worksheets": []}');
  assert.equal(old.code, "notebook-version");
  assert.match(old.message, /format 3\.0; formats 4\.0 to 4\.5 are read/);
  assert.match(old.hint ?? "", /nbconvert/);
  assert.equal(refused(shell("[]", "{}", 6)).code, "notebook-version");
  assert.equal(refused('{"nbformat": 5, "nbformat_minor": 0}').field, "nbformat");
});

test("nesting is bounded for arrays and objects", () => {
  assert.match(refused("[".repeat(1_000_000)).message, /nested more than 500 deep/);
  assert.match(refused('{"a":'.repeat(1_000_000)).message, /nested more than 500 deep/);
  const deep = shell("[]", `{"x": ${"[".repeat(400)}${"]".repeat(400)}}`);
  assert.doesNotThrow(() => serializeNotebook(parseNotebook(deep, "n.ipynb")));
});

test("a million cells are refused by their number", () => {
  const error = refused(shell(`[${`${raw("a")},`.repeat(1_000_000)}${raw("a")}]`));
  assert.equal(error.code, "notebook-too-large");
  assert.match(error.message, /1000001 cells/);
});

test("__proto__ and constructor are keys like any other", () => {
  const text = shell(
    `[${raw("a")}]`,
    '{"__proto__": {"polluted": true}, "constructor": {"prototype": {"polluted": true}}}',
  );
  const notebook = parseNotebook(text, "n.ipynb");
  assert.equal(({} as { polluted?: boolean }).polluted, undefined);
  assert.equal((notebook.metadata as { polluted?: boolean }).polluted, undefined);
  assert.match(serializeNotebook(notebook), /"__proto__": \{\n {3}"polluted": true/);
  assert.match(refused('{"__proto__": {"nbformat": 4}}').message, /nbformat must be 4, but it is missing/);
  const data = `[{"cell_type": "markdown", "id": "a", "metadata": {}, "source": "", "attachments": {"__proto__": {"__proto__": ["a", "b"]}}}]`;
  const bundle = parseNotebook(shell(data), "n.ipynb");
  assert.match(serializeNotebook(bundle), /"__proto__": \{\n {5}"__proto__": "ab"/);
});

test("a byte order mark and Windows line ends are read; NaN is written back as it was", () => {
  const text = `\ufeff${shell(`[${raw("a")}]`, '{"x": [NaN, -Infinity, 1.0, 1e5]}').replaceAll(" ", "\r\n")}`;
  const notebook = parseNotebook(text, "n.ipynb");
  assert.match(serializeNotebook(notebook), /"x": \[\n {3}NaN,\n {3}-Infinity,\n {3}1\.0,\n {3}1e5\n/);
});

test("half a surrogate pair survives, escaped, so that the file stays UTF-8", () => {
  const notebook = parseNotebook(shell(`[${raw("a").replace('"source": ""', '"source": "\\ud800x"')}]`), "n.ipynb");
  assert.equal(notebook.cells[0]?.source, "\ud800x");
  assert.match(serializeNotebook(notebook), /"\\ud800x"/);
});

test("numbers that were changed are written new, as Python would write them", () => {
  const notebook = parseNotebook(shell("[]", '{"a": 1.0, "b": 2.0}'), "n.ipynb");
  notebook.metadata.b = 3;
  notebook.metadata.c = [0.00001, 1e-7, 1.5e-10, 1e22, Number.NaN, -0.5, 1e16, 0.0001];
  const written = serializeNotebook(notebook);
  assert.match(written, /"a": 1\.0,\n {2}"b": 3,/);
  assert.match(
    written,
    /1e-05,\n {3}1e-07,\n {3}1\.5e-10,\n {3}1e\+22,\n {3}null,\n {3}-0\.5,\n {3}10000000000000000,\n {3}0\.0001\n/,
  );
});

test("what a file must not keep is dropped on the way in and out", () => {
  const text = shell(
    '[{"cell_type": "raw", "id": "a", "metadata": {"trusted": true, "x": 1}, "source": ""}]',
    '{"signature": "s", "orig_nbformat": 3, "y": 1.0}',
  );
  const notebook = parseNotebook(text, "n.ipynb");
  assert.deepEqual(notebook.metadata, { y: 1 });
  assert.deepEqual(notebook.cells[0]?.metadata, { x: 1 });
  const signed: Notebook = { ...notebook, metadata: { ...notebook.metadata, signature: "s" } };
  assert.doesNotMatch(serializeNotebook(signed), /signature/);
  assert.equal(signed.metadata.signature, "s");
  assert.match(serializeNotebook(notebook), /"y": 1\.0/);
});

test("missing and repeated ids are repaired, the same way each time", () => {
  const cell = '{"cell_type": "raw", "metadata": {}, "source": "x"}';
  const text = shell(`[${cell}, ${cell}, ${raw("a")}, ${raw("a")}, ${raw("b")}]`);
  const ids = parseNotebook(text, "n.ipynb").cells.map((one) => one.id);
  assert.equal(new Set(ids).size, 5);
  assert.equal(ids[2], "a");
  assert.equal(ids[4], "b");
  assert.match(ids[0] ?? "", /^[0-9a-f]{8}$/);
  assert.deepEqual(
    parseNotebook(text, "other.ipynb").cells.map((one) => one.id),
    ids,
  );
  assert.equal(parseNotebook(shell(`[${cell}]`, "{}", 4), "n.ipynb").cells[0]?.id, undefined);
});

test("a cell that a program added to a 4.5 notebook is written with an id", () => {
  const notebook: Notebook = {
    nbformat: 4,
    nbformat_minor: 5,
    metadata: {},
    cells: [{ cell_type: "markdown", metadata: {}, source: "a" }],
  };
  assert.match(serializeNotebook(notebook), /"id": "[0-9a-f]{8}"/);
  assert.equal(serializeNotebook(notebook), serializeNotebook(notebook));
  assert.equal(serializeNotebook({ ...notebook, nbformat_minor: 4 }).includes('"id"'), false);
});

test("a value that holds itself ends in an error, not in a crash", () => {
  const metadata: Record<string, unknown> = {};
  metadata.self = metadata;
  assert.throws(() => serializeNotebook({ nbformat: 4, nbformat_minor: 5, metadata, cells: [] }), RangeError);
});

test("a file of 200 MB is refused before it is read", async () => {
  const path = join(folder, "huge.ipynb");
  writeFileSync(path, "{");
  truncateSync(path, 200 * 1024 * 1024);
  await assert.rejects(readNotebook(path), {
    code: "notebook-too-large",
    message: /200\.0 MB; notebooks of up to 100\.0 MB are read/,
  });
  await assert.rejects(readNotebook(path, { maxBytes: 1 }), { code: "notebook-too-large" });
});

test("a missing file, a folder and bytes that are no text are errors that say so", async () => {
  await assert.rejects(readNotebook(join(folder, "none.ipynb")), {
    code: "notebook-missing",
    message: /^There is no notebook /,
  });
  await assert.rejects(readNotebook(folder), { code: "notebook-missing", message: /is a folder/ });
  const path = join(folder, "latin1.ipynb");
  writeFileSync(path, Buffer.from([0x7b, 0xe9, 0x7d]));
  await assert.rejects(readNotebook(path), { code: "notebook-not-json", message: /not UTF-8/ });
});

test("what was written is read back the same", async () => {
  const path = join(folder, "new", "n.ipynb");
  const notebook = parseNotebook(shell(`[${raw("a")}]`), "n.ipynb");
  await writeNotebook(path, notebook);
  assert.deepEqual(await readNotebook(path), notebook);
});
