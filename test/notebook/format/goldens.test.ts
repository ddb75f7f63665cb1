import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, test } from "node:test";
import { parseNotebook } from "../../../src/notebook/format/read-notebook";
import { serializeNotebook } from "../../../src/notebook/format/write-notebook";
import { NotebookError } from "../../../src/notebook/notebook-error";

const FIXTURES = join(__dirname, "../../fixtures/notebooks");

interface Case {
  name: string;
  text: string | null;
  verdict: "valid" | "invalid" | "not-json" | "not-4";
  at?: (string | number)[];
}

/** Where this reader differs from nbformat on purpose. */
const ACCEPTED_HERE = new Set([
  // Fields that the format does not know are kept: a front end put them there.
  "root-unknown-field",
  "cell-unknown-field",
  "output-unknown-field",
  "id-in-4.4",
  // Nothing here needs the name that a menu shows.
  "kernelspec-no-display-name",
]);
const REFUSED_HERE = new Set([
  // nbformat lets notebooks from the future pass; their cells may be of kinds that nobody here knows.
  "minor-6",
  // Python's `$` matches before a final line end, so this id passes there by accident.
  "id-newline",
  // The protocol has no third stream.
  "stream-name-other",
]);

test("what nbformat.write wrote comes back byte for byte", () => {
  const folder = join(FIXTURES, "round-trip");
  const names = readdirSync(folder);
  assert.ok(names.length >= 8);
  for (const name of names) {
    const text = readFileSync(join(folder, name), "utf8");
    assert.equal(serializeNotebook(parseNotebook(text, name)), text, name);
  }
});

describe("nbformat's verdict", () => {
  const golden: { cases: Case[] } = JSON.parse(readFileSync(join(FIXTURES, "cases.json"), "utf8"));
  for (const { name, text, verdict, at } of golden.cases) {
    test(`${name}: ${verdict}`, () => {
      const read = () => parseNotebook(text ?? "[".repeat(100_000), `${name}.ipynb`);
      if ((verdict === "valid" && !REFUSED_HERE.has(name)) || ACCEPTED_HERE.has(name)) {
        const notebook = read();
        assert.equal(serializeNotebook(parseNotebook(serializeNotebook(notebook), name)), serializeNotebook(notebook));
        return;
      }
      const error = caught(read);
      assert.equal(error.notebook, `${name}.ipynb`);
      assert.match(error.message, new RegExp(`^${name}\\.ipynb`));
      if (verdict === "not-json") {
        assert.equal(error.code, "notebook-not-json");
        assert.match(error.message, /line \d+, column \d+/);
      } else {
        assert.match(error.code, /^notebook-(invalid|version)$/);
      }
      if (verdict === "invalid") assertSamePlace(error, at ?? []);
    });
  }
});

/** nbformat names the object that lacks a field, we name the field; a wrong item may be named by its list. */
function assertSamePlace(error: NotebookError, at: readonly (string | number)[]): void {
  const nbformat = at.map((step) =>
    typeof step === "number" ? `[${step}]` : /^\w+$/.test(step) ? `.${step}` : `[${JSON.stringify(step)}]`,
  );
  const theirs = nbformat.join("").replace(/^\./, "");
  const ours = error.field ?? "";
  assert.ok(ours.startsWith(theirs), `nbformat complains about "${theirs}", we about "${ours}"`);
  if (at[0] === "cells" && typeof at[1] === "number") assert.equal(error.cell, at[1]);
}

function caught(run: () => unknown): NotebookError {
  try {
    run();
  } catch (error) {
    assert.ok(error instanceof NotebookError, String(error));
    return error;
  }
  assert.fail("nothing was thrown");
}
