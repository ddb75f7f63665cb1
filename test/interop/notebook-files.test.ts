import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { existsSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import { readNotebook } from "../../src/notebook/format/read-notebook";
import type { Notebook } from "../../src/notebook/format/types";
import { writeNotebook } from "../../src/notebook/format/write-notebook";
import { injectParameters } from "../../src/notebook/parameters/inject-parameters";
import { code, markdown, notebookOf } from "../notebook/export/notebook-of";
import { root, skipWithout, venvProgram } from "./interop-support";

interface Finding {
  problem: string | null;
  rewritten: boolean;
  parameters: number;
  injected: number;
}

const skip = skipWithout("python", "papermill");
const folder = mkdtempSync(join(tmpdir(), "caderno-interop-"));
after(() => rmSync(folder, { recursive: true, force: true }));

function read(paths: readonly string[]): Finding[] {
  const oracle = join(__dirname, "notebook_files_oracle.py");
  return JSON.parse(execFileSync(venvProgram("python"), [oracle, ...paths], { encoding: "utf8" }));
}

async function written(name: string, notebook: Notebook): Promise<string> {
  const path = join(folder, name);
  await writeNotebook(path, notebook);
  return path;
}

test("Jupyter finds nothing wrong with what we write, and would write the same bytes", { skip }, async () => {
  const texts = "é😀\u2028\u0085\u000b\u001c end\r\nwindows\rmac\n";
  const odd: Notebook = {
    ...notebookOf(markdown(texts), code(texts, "a"), { cell_type: "raw", metadata: {}, source: texts }),
    metadata: {
      kernelspec: { name: "tslab", display_name: "TypeScript" },
      numbers: [0.00001, 1e-7, 1.5e-300, 1e22, 1e21, 123456789012345680000, 0.1, -0.5, 5e-324, 1.7976931348623157e308],
      "\uffff": { "😀": {}, "10": [], "9": [[]] },
    },
  };
  const paths = [await written("odd.ipynb", odd)];
  for (const minor of [0, 1, 2, 3, 4]) paths.push(await written(`4.${minor}.ipynb`, { ...odd, nbformat_minor: minor }));
  const course = join(root, "notebooks");
  const names = existsSync(course) ? readdirSync(course).filter((name) => name.endsWith(".ipynb")) : [];
  for (const name of names) paths.push(await written(name, await readNotebook(join(course, name))));
  const found = read(paths);
  for (const [index, path] of paths.entries()) {
    assert.equal(found[index]?.problem, null, path);
    assert.equal(found[index]?.rewritten, true, path);
  }
});

test("papermill finds our injected cell where it would have put its own", { skip }, async () => {
  const notebook = notebookOf("1", code("const epochs = 1", "parameters"), "epochs");
  const once = injectParameters(notebook, { epochs: 2 }, "n.ipynb");
  const [before, done] = read([await written("before.ipynb", notebook), await written("after.ipynb", once)]);
  assert.deepEqual([before?.parameters, before?.injected], [1, -1]);
  assert.deepEqual([done?.parameters, done?.injected, done?.problem], [1, 2, null]);
});
