import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, test } from "node:test";
import type { Notebook } from "../../../src/notebook/format/types";
import { serializeNotebook } from "../../../src/notebook/format/write-notebook";
import { NotebookError } from "../../../src/notebook/notebook-error";
import { ParameterError } from "../../../src/notebook/parameters/check-parameters";
import { injectParameters } from "../../../src/notebook/parameters/inject-parameters";
import { parseParameterArguments } from "../../../src/notebook/parameters/parameter-arguments";

function notebook(cells: readonly { source: string; tags?: string[] }[], minor = 5): Notebook {
  return {
    nbformat: 4,
    nbformat_minor: minor,
    metadata: { papermill: { parameters: { old: 1 } }, caderno: { other: true } },
    cells: cells.map(({ source, tags = [] }, index) => ({
      cell_type: "code",
      ...(minor >= 5 && { id: `c${index}` }),
      metadata: { tags },
      source,
      outputs: [],
      execution_count: null,
    })),
  };
}

const withParameters = (source: string): Notebook => notebook([{ source, tags: ["parameters"] }, { source: "epochs" }]);

/** The source of the injected cell. */
function injected(source: string, values: Record<string, unknown>): string {
  return injectParameters(withParameters(source), values, "n.ipynb").cells[1]?.source ?? "";
}

function refused(source: string, values: Record<string, unknown>): ParameterError {
  try {
    injected(source, values);
  } catch (error) {
    assert.ok(error instanceof ParameterError, String(error));
    return error;
  }
  assert.fail("nothing was thrown");
}

describe("papermill's places", () => {
  interface Layout {
    before: string[][];
    after: string[][];
    kept: string[];
  }
  const path = join(__dirname, "../../fixtures/notebooks/papermill.json");
  const { layouts }: { layouts: Record<string, Layout> } = JSON.parse(readFileSync(path, "utf8"));
  for (const [name, { before, after, kept }] of Object.entries(layouts)) {
    test(name, () => {
      const given = notebook(before.map((tags, index) => ({ source: `let epochs = ${index}`, tags })));
      const done = injectParameters(given, { epochs: 3 }, "n.ipynb");
      assert.deepEqual(
        done.cells.map((cell) => cell.metadata.tags),
        after,
      );
      const others = done.cells.filter((cell) => !cell.metadata.tags?.includes("injected-parameters"));
      assert.deepEqual(
        others.map((cell) => cell.source.replace("let ", "")),
        kept,
      );
    });
  }
});

test("the injected cell declares what was given as the notebook does, in the notebook's order", () => {
  const source = 'const epochs = 1;\nlet name: string = "x", mode: "fast" | "slow" = `fast`;\nvar rates = [0.1];';
  assert.equal(
    injected(source, { mode: "slow", rates: [1, 2.5], epochs: 3 }),
    '// Parameters\nconst epochs = 3;\nlet mode: "fast" | "slow" = "slow";\nvar rates = [1, 2.5];',
  );
});

test("the notebook itself stays as it was; the copy notes what was given", () => {
  const original = withParameters("const epochs = 1");
  const before = serializeNotebook(original);
  const done = injectParameters(original, { epochs: 3 }, "n.ipynb");
  assert.equal(serializeNotebook(original), before);
  assert.deepEqual(done.metadata, {
    papermill: { parameters: { old: 1 } },
    caderno: { other: true, parameters: { epochs: 3 } },
  });
  assert.match(done.cells[1]?.id ?? "", /^[0-9a-f]{8}$/);
  assert.equal(injectParameters(original, {}, "n.ipynb"), original);
  const old = injectParameters(notebook([{ source: "let a = 1", tags: ["parameters"] }], 4), { a: 2 }, "n.ipynb");
  assert.equal(old.cells[1]?.id, undefined);
});

test("injecting twice leaves one injected cell with the last values", () => {
  const once = injectParameters(withParameters("const a = 1, b = 2"), { a: 3 }, "n.ipynb");
  const twice = injectParameters(once, { b: 4 }, "n.ipynb");
  assert.equal(twice.cells.length, 3);
  assert.equal(twice.cells[1]?.source, "// Parameters\nconst b = 4;");
});

test("an unknown name is an error that lists the right ones and the nearest", () => {
  const error = refused("const epochs = 1, name = 'x'", { epoch: 2 });
  assert.equal(error.code, "parameter-unknown");
  assert.equal(error.parameter, "epoch");
  assert.equal(
    error.message,
    "n.ipynb has no parameter `epoch`. Available parameters: epochs, name. Did you mean `epochs`?",
  );
  assert.equal(refused("const epochs = 1", { constructor: 2 }).code, "parameter-unknown");
  assert.equal(refused("const epochs = 1", JSON.parse('{"__proto__": 2}')).code, "parameter-unknown");
});

test("a value of the wrong type is an error with the parameter, the type and the value", () => {
  const wrong: [string, unknown, string][] = [
    ["const p = 1", "three", "number"],
    ["const p = 1", Number.POSITIVE_INFINITY, "number"],
    ["const p = -0.5", null, "number"],
    ["const p = 'a'", 1, "string"],
    ["const p = `a`", ["a"], "string"],
    ["const p = true", "true", "boolean"],
    ["const p = [1, 2]", ["a"], "number[]"],
    ["const p = [1, 'a']", [true], "(number | string)[]"],
    ["const p = { a: 1 }", [1], "object"],
    ["const p: 'a' | 'b' = 'a'", "c", '"a" | "b"'],
    ["const p: number[] = []", 1, "number[]"],
    ["const p: string | null = null", 1, "string | null"],
    ["const p: Record<string, number> = {}", { a: "b" }, "Record<string, number>"],
    ["const p: { a: number; b?: string } = { a: 1 }", { b: "x" }, "{ a: number; b?: string }"],
    ["const p: { a: number } = { a: 1 }", { a: 1, c: 2 }, "{ a: number }"],
    ["const p: 1 | 2 | -3 = 1", 3, "1 | 2 | -3"],
  ];
  for (const [source, value, type] of wrong) {
    const error = refused(source, { p: value });
    assert.equal(error.code, "parameter-type", source);
    assert.ok(
      error.message.startsWith(`n.ipynb: the parameter \`p\` must be of type ${type}, but got `),
      error.message,
    );
    assert.match(error.hint ?? "", /-p /);
  }
});

test("values of the right type pass, whatever the default was", () => {
  const right: [string, unknown][] = [
    ["const p: number | string = 1", "a"],
    ["const p: ReadonlyArray<number> = []", [1]],
    ["const p: readonly string[] = []", ["a"]],
    ["const p: { a: number; b?: string } = { a: 1 }", { a: 2 }],
    ["const p = null", { any: ["thing"] }],
    ["const p = []", [1, "a", null]],
    ["const p: Mode = 'a'", "b"],
    ["const p = require('os').cpus().length", 4],
    ["let p: string | undefined", "a"],
    ["let p: number;", 4],
    ["const p = 1 as number", 4],
  ];
  for (const [source, value] of right)
    assert.match(injected(source, { p: value }), /^\/\/ Parameters\n(const|let) p/, source);
});

test("the texts of a command line become what the declaration asks for", () => {
  const given = (source: string, text: string): string =>
    injected(source, parseParameterArguments([`p=${text}`])).replace(/^.*\n[^=]*= /, "");
  assert.equal(given("const p = 1", "3"), "3;");
  assert.equal(given("const p = 'a'", "3"), '"3";');
  assert.equal(given("const p = 'a'", '"3"'), '"\\"3\\"";');
  assert.equal(given("const p = 'a'", ""), '"";');
  assert.equal(given("const p: 'a' | 'b' = 'a'", "b"), '"b";');
  assert.equal(given("const p: string | null = null", "null"), "null;");
  assert.equal(given("const p: string | null = null", "nil"), '"nil";');
  assert.equal(given("const p: string | number = 1", "2"), "2;");
  assert.equal(given("const p = [1]", "[2, 3]"), "[2, 3];");
  assert.equal(given("const p = false", "true"), "true;");
  assert.equal(given("const p = null", "plain text"), '"plain text";');
  assert.match(
    refused("const p = 1", parseParameterArguments(["p=three"])).message,
    /must be of type number, but got "three"/,
  );
});

test("values without a cell for them are an error that says how to tag one", () => {
  assert.throws(
    () => injectParameters(notebook([{ source: "const a = 1" }]), { a: 2, b: 3 }, "n.ipynb"),
    (error) =>
      error instanceof NotebookError &&
      error.code === "parameters-missing" &&
      /`a`, `b` cannot be set/.test(error.message) &&
      /tag `parameters`/.test(error.hint ?? ""),
  );
});

test("a parameters cell that is no TypeScript is an error with line and column", () => {
  assert.throws(() => injected("const a = 1;\nconst b = ;", { a: 2 }), {
    code: "cell-syntax",
    cell: 0,
    message: /^n\.ipynb: cell 1 is not TypeScript at line 2, column 11: Unexpected token\.$/,
  });
  assert.throws(() => injected(`const a = ${"[".repeat(200_000)}`, { a: 2 }), { code: "cell-syntax" });
});
