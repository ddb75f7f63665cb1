import assert from "node:assert/strict";
import { test } from "node:test";
import ts from "typescript";
import { exportNotebook } from "../../../src/notebook/export/export-notebook";
import { parseNotebook } from "../../../src/notebook/format/read-notebook";
import type { Cell } from "../../../src/notebook/format/types";
import { serializeNotebook } from "../../../src/notebook/format/write-notebook";
import { NotebookError } from "../../../src/notebook/notebook-error";
import { code, markdown, notebookOf } from "./notebook-of";

const exported = (...cells: (string | Cell)[]): string => exportNotebook(notebookOf(...cells), "notebooks/02-x.ipynb");

/** The script as TypeScript's own compiler sees it: no comments, no types. */
const compiled = (script: string): string =>
  ts.transpileModule(script, {
    compilerOptions: { removeComments: true, target: ts.ScriptTarget.ES2022, module: ts.ModuleKind.ESNext },
  }).outputText;

function refused(...cells: (string | Cell)[]): NotebookError {
  try {
    exported(...cells);
  } catch (error) {
    assert.ok(error instanceof NotebookError, String(error));
    return error;
  }
  assert.fail("the notebook was exported");
}

test("Markdown stays in comments, whatever JavaScript takes for a line end", () => {
  const script = exported(
    markdown("# One */ two\r\nprocess.exit(1)\rprocess.exit(2)\u2028process.exit(3)\u2029process.exit(4)"),
  );
  assert.match(script, /^\/\/ One \*\/ two\n/);
  assert.match(script, /\/\/ %% \[markdown\]\n\/\/ # One/);
  assert.equal(script.match(/^\/\/ process\.exit\(\d\)$/gm)?.length, 4);
  assert.doesNotMatch(compiled(script), /exit\(/);
});

test("a hostile tag or path cannot leave its comment", () => {
  const script = exportNotebook(notebookOf(code("1", "a\u2028process.exit(1)")), "notebooks/a\nprocess.exit(2).ipynb");
  assert.doesNotMatch(compiled(script), /exit\(/);
});

test("imports stand once at the top", () => {
  const script = exported(
    'import { join, sep as slash } from "node:path";\nconst a = 1;',
    'import { join, resolve } from "node:path"; import fs, { type Stats } from "node:fs"; import "node:os";',
    'import type { Dirent } from "node:fs"; import * as all from "node:fs";\nimport type { ParsedPath } from "node:path";',
    'import data from "./data.json" with { type: "json" };',
  );
  const imports = script.match(/^import .*/gm);
  assert.deepEqual(imports, [
    'import { type ParsedPath, join, resolve, sep as slash } from "node:path";',
    'import fs from "node:fs";',
    'import * as all from "node:fs";',
    'import type { Dirent, Stats } from "node:fs";',
    'import "node:os";',
    'import data from "../notebooks/data.json" with { "type": "json" };',
    'import { failScript, scriptParameters } from "caderno";',
  ]);
});

test("the helpers get other names where a cell uses theirs", () => {
  const script = exported(
    "const main = 1, parameter = 2, displayResult = 3;\nmain + parameter",
    code("const a = 1", "parameters"),
  );
  assert.match(script, /import \{ displayResult as displayResult2, failScript, scriptParameters \} from "caderno"/);
  assert.match(script, /const parameter2 = scriptParameters/);
  assert.match(script, /async function main2\(\)/);
  assert.match(
    exported('import { displayResult } from "caderno";\n1'),
    /import \{ displayResult, failScript, scriptParameters \}/,
  );
});

test("parameters are read from the command line, and their declarations stay as they are", () => {
  const source =
    '// Passes.\nconst epochs: number = 1, rate = 0.5;\nlet mode: "a" | "b" = "a"; // Which.\nconst path = [1].join("/");';
  const script = exported(code(source, "parameters"));
  assert.match(script, /epochs: \{ type: "number", default: 1, description: "Passes\." \},/);
  assert.match(script, /mode: \{ type: "\\"a\\" \| \\"b\\"", default: "a", description: "Which\." \},/);
  assert.match(script, /path: \{ type: "unknown", computed: "\[1\]\.join\(\\"\/\\"\)" \},/);
  assert.match(script, /^const epochs: number = parameter\("epochs", 1\), rate = parameter\("rate", 0\.5\);$/m);
  assert.match(script, /^let mode: "a" \| "b" = parameter\("mode", "a"\); \/\/ Which\.$/m);
  assert.match(refused(code("let epochs: number;", "parameters")).message, /`epochs` without a default/);
});

test("cells that do not run are comments, and injected parameters are left out", () => {
  const script = exported(
    code("neverRun(", "skip-execution"),
    code("neverRun2(", "skip-export"),
    code("const epochs = 9", "injected-parameters"),
    "%%html\n<b>bold</b>",
    "%time\n  %other\nconst a = 1",
    { cell_type: "raw", metadata: {}, source: "raw text" },
  );
  assert.match(script, /\/\/ neverRun\(\n/);
  assert.match(script, /\/\/ neverRun2\(\n/);
  assert.doesNotMatch(script, /epochs/);
  assert.match(script, /\/\/ %%html\n\/\/ <b>bold<\/b>/);
  assert.match(script, /\/\/ magic: %time\n\/\/ magic: %other\nconst a = 1;/);
  assert.match(script, /\/\/ %% \[raw\]\n\/\/ raw text/);
});

test("what a script cannot hold is refused with the cell and what to do", () => {
  const cases: [(string | Cell)[], number, RegExp][] = [
    [["const a = 1", 'import * as tslab from "tslab";'], 1, /line 1 of cell 2 imports tslab/],
    [["const a = 1;\nexport const b = 2;"], 0, /line 2 of cell 1 exports something/],
    [["export default 1"], 0, /exports something/],
    [["namespace N { export const a = 1 }"], 0, /namespace/],
    [["declare global { interface Window {} }"], 0, /namespace or a module/],
    [["declare const a: number;"], 0, /`declare`/],
    [['import fs = require("node:fs");'], 0, /imports with `=`/],
    [["/** @module helper */\nconst a = 1;"], 0, /only tslab understands/],
    [['import { a } from "x";', 'import { b as a } from "x";'], 1, /`a`, so that the name means two things of "x"/],
    [['import a from "x";', 'import a from "y";'], 1, /things of "x" and "y"/],
    [["const a = 1", 'import { a } from "x";'], 1, /cell 2 imports `a`, a name that a cell above declares/],
    [[code("const kept = 1; throw 1", "raises-exception"), "kept + 1"], 1, /uses `kept`, which only cell 1 declares/],
    [["const a = ;"], 0, /not TypeScript at line 1, column 11/],
    [[`x = ${"(".repeat(100_000)}`], 0, /nests too deep/],
  ];
  for (const [cells, cell, message] of cases) {
    const error = refused(...cells);
    assert.match(error.message, message);
    assert.equal(error.cell, cell, error.message);
    assert.equal(error.notebook, "notebooks/02-x.ipynb");
    assert.ok((error.hint ?? "nests").length > 0);
  }
});

test("a function that would see an older value than in the notebook is refused, directly or through another", () => {
  const direct = refused("const rows = [1]", "const show = () => rows.length", "const rows = [1, 2]", "show()");
  assert.equal(direct.cell, 3);
  assert.match(
    direct.message,
    /cell 4 uses `show`, which works with the `rows` of cell 3 .* older one that it knew in cell 2/,
  );
  refused("let n = 1", "function f() { return n }", "function g() { return f() }", "let n = 2", "g()");
  refused("let n = 1", "class A { get() { return n } }", "let n = 2", "new A().get()");
  refused("let n = 1", "const tools = { get: () => n }", "let n = 2; tools.get()");
});

test("a name that is declared again is no reason to refuse where no old function sees it", () => {
  exported("const rows = [1]", "const show = () => rows.length\nshow()", "const rows = [1, 2]", "rows");
  exported("const n = 1", "const doubled = [1].map((x) => x * n)", "const n = 2", "doubled");
  exported("const n = 1", "function f(n: number) { return n }", "const n = 2", "f(n)");
  exported("const n = 1", "function f() { return n }", "const n = 2", "function f() { return n }", "f()");
  exported("const n = 1", "const o = { n: 2, f() { return this.n } }", "const n = 2", "o.f()");
});

test("a notebook gives the same script every time, also after a round trip through its file", () => {
  const notebook = notebookOf(markdown("# T\r\n"), "const a = 1;\r\na", code("const b = 2", "parameters"));
  const script = exportNotebook(notebook, "notebooks/n.ipynb");
  assert.equal(exportNotebook(notebook, "notebooks/n.ipynb"), script);
  assert.equal(exportNotebook(parseNotebook(serializeNotebook(notebook), "n"), "notebooks/n.ipynb"), script);
  assert.doesNotMatch(script, /\r/);
});
