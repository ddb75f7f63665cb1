import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { after, test } from "node:test";
import ts from "typescript";
import { projectKernelspecs } from "../../../src/kernel/kernelspecs";
import { executeNotebook } from "../../../src/notebook/execute/execute-notebook";
import { exportNotebook } from "../../../src/notebook/export/export-notebook";
import type { Notebook } from "../../../src/notebook/format/types";
import { injectParameters } from "../../../src/notebook/parameters/inject-parameters";
import { code, markdown, notebookOf } from "./notebook-of";

const root = resolve(__dirname, "../../..");
mkdirSync(join(root, "build"), { recursive: true });
// Inside the project, so that the script finds the package by its name, as those in scripts/ do.
const folder = mkdtempSync(join(root, "build", "test-export-"));
after(() => rmSync(folder, { recursive: true, force: true }));

const notebook = notebookOf(
  markdown("# The same\n\nA script prints what the notebook shows."),
  code('// Passes.\nconst epochs = 1;\nconst mode: "a" | "b" = "a";\nlet names = ["x"];', "parameters"),
  'import { join } from "node:path";\nconst text = join("a", "b")\ntext',
  'import { join, sep } from "node:path";\nimport type { ParsedPath } from "node:path";\nfunction shout(t: string) { return t.toUpperCase() + sep }\n[1, 2].length',
  "(() => 5)()",
  "names.push(mode);\nnames",
  "const text = 5; function twice() { return text * 2 }\ntwice() + epochs",
  "shout('a')",
  // biome-ignore lint/suspicious/noTemplateCurlyInString: it is the source of a cell
  code("throw new RangeError(`boom ${text}`)", "raises-exception"),
  code('const wrong: number = "a";\n', "raises-exception"),
  // biome-ignore lint/suspicious/noTemplateCurlyInString: it is the source of a cell
  code("JSON.parse(\n  // why\n  `{ ${wrong.a}\n  never: closed\n`,\n);", "raises-exception"),
  code("neverRun(", "skip-execution"),
  "await Promise.resolve(mode)",
  "const inner = await (await Promise.resolve(Promise.resolve(3)))\nfor await (const x of [inner]) console.log('x', x)",
  "type Row = { n: number }\nconst text: Row[] = [{ n: 1 }];\nfor (const { n } of text) console.log(n);",
  "interface Row { m: string }\nconst row: Row = { m: 'q' }; row",
  "enum Colour { Red, Green }\nColour[1]",
  "class Point { constructor(readonly x: number) {} }\nnew Point(3)",
  "class Point { constructor(readonly y: number) {} }\nconst { y } = new Point(4);\ny",
  "var counter = 1;\ncounter++",
  'var counter = "again"\ncounter',
  "let counter = [1]; counter[0] = 2; counter",
  "undefined",
  "null",
  '"a text alone"',
  "console.log('last')",
  "({ a: [1, { b: 2 }] })",
  "let x = 1; x = 3",
  "new Map([[1, 'one']])",
  "if (x > 2) { 5 }",
  "// only a comment",
  "",
  "x // trailing",
);

/** What the executed cells show, as text. */
function shownBy(executed: Notebook): string {
  return executed.cells
    .flatMap((cell) => (cell.cell_type === "code" ? cell.outputs : []))
    .map((output) => {
      if (output.output_type === "stream") return output.name === "stdout" ? output.text : "";
      return output.output_type === "error" ? "" : `${output.data["text/plain"]}\n`;
    })
    .join("");
}

test("a script prints what the notebook shows on tslab, with the same parameters", { timeout: 120_000 }, async () => {
  const given = { epochs: 3, mode: "b" };
  const executed = await executeNotebook(injectParameters(notebook, given, "n.ipynb"), {
    kernelspecs: projectKernelspecs(),
    cwd: root,
  });
  assert.equal(executed.status, "ok", executed.failure?.message);
  const expected = shownBy(executed.notebook);
  assert.match(expected, /^'a\/b'\n2\n5\n\[ 'x', 'b' \]\n13\n/);

  const script = join(folder, "same.ts");
  writeFileSync(script, exportNotebook(notebook, "notebooks/same.ipynb"));
  const run = spawnSync(process.execPath, ["--import", "tsx", script, "-p", "epochs=3", "-p", "mode=b"], {
    cwd: root,
    encoding: "utf8",
  });
  assert.equal(run.stdout, expected);
  assert.equal(run.stderr, "RangeError: boom 5\nReferenceError: wrong is not defined\n");
  assert.equal(run.status, 0);
});

test("the script passes the project's strict type check", () => {
  const script = join(folder, "typed.ts");
  writeFileSync(script, exportNotebook(notebook, "notebooks/typed.ipynb"));
  const { config } = ts.readConfigFile(join(root, "tsconfig.json"), ts.sys.readFile);
  const { options } = ts.parseJsonConfigFileContent({ ...config, include: [], files: [script] }, ts.sys, root);
  const program = ts.createProgram([script], options);
  const messages = ts
    .getPreEmitDiagnostics(program, program.getSourceFile(script))
    .map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, "\n"));
  assert.deepEqual(messages, []);
});
