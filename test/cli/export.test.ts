import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { after, test } from "node:test";
import { serializeNotebook } from "../../src/notebook/format/write-notebook";
import { code, notebookOf } from "../notebook/export/notebook-of";

const root = resolve(__dirname, "../..");
const folders: string[] = [];
after(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

/** A project of its own with notebooks of one cell each. */
function project(notebooks: Record<string, string>): string {
  const folder = mkdtempSync(join(tmpdir(), "caderno-export-"));
  folders.push(folder);
  writeFileSync(join(folder, "package.json"), "{}");
  for (const [path, source] of Object.entries(notebooks)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), serializeNotebook(notebookOf(code(source))));
  }
  return folder;
}

function caderno(cwd: string, ...args: string[]): { status: number | null; stdout: string; stderr: string } {
  return spawnSync(process.execPath, [join(root, "bin/caderno.js"), ...args], { cwd, encoding: "utf8" });
}

test("a folder's notebooks become scripts, and a second export changes nothing", () => {
  const folder = project({
    "notebooks/01-a.ipynb": "1",
    "notebooks/02-b.ipynb": "2",
    "notebooks/exercises/03.ipynb": "3",
  });
  const first = caderno(folder, "export", "notebooks");
  assert.equal(first.status, 0, first.stderr);
  assert.equal(
    first.stdout,
    "scripts/01-a.ts  written from notebooks/01-a.ipynb\nscripts/02-b.ts  written from notebooks/02-b.ipynb\n",
  );
  assert.match(readFileSync(join(folder, "scripts/01-a.ts"), "utf8"), /^\/\/ Generated from notebooks\/01-a\.ipynb by/);
  assert.equal(caderno(folder, "export", "notebooks", "--check").status, 0);
  assert.match(caderno(folder, "export", "notebooks").stdout, /^scripts\/01-a\.ts {2}up to date$/m);
});

test("the command works from inside the notebooks' folder too", () => {
  const folder = project({ "notebooks/01-a.ipynb": "1" });
  assert.equal(caderno(join(folder, "notebooks"), "export", "01-a.ipynb").status, 0);
  assert.ok(existsSync(join(folder, "scripts/01-a.ts")));
});

test("--check names missing and stale scripts with the first difference, and writes nothing", () => {
  const folder = project({ "notebooks/01-a.ipynb": "1", "notebooks/02-b.ipynb": "2" });
  caderno(folder, "export", "notebooks/01-a.ipynb");
  const script = join(folder, "scripts/01-a.ts");
  const stale = readFileSync(script, "utf8").replace("(1)", "(7)");
  writeFileSync(script, stale);
  const check = caderno(folder, "export", "notebooks", "--check");
  assert.equal(check.status, 1);
  assert.match(check.stderr, /^scripts\/01-a\.ts {2}out of date: run `npx caderno export notebooks\/01-a\.ipynb`$/m);
  assert.match(check.stderr, /^@@ line \d+ @@\n- await displayResult\(7\);\n\+ await displayResult\(1\);$/m);
  assert.match(check.stderr, /^scripts\/02-b\.ts {2}missing/m);
  assert.equal(readFileSync(script, "utf8"), stale);
  assert.deepEqual(readdirSync(join(folder, "scripts")), ["01-a.ts"]);
});

test("--check finds scripts whose notebook is gone", () => {
  const folder = project({ "notebooks/01-a.ipynb": "1", "notebooks/02-b.ipynb": "2" });
  caderno(folder, "export", "notebooks");
  rmSync(join(folder, "notebooks/02-b.ipynb"));
  const check = caderno(folder, "export", "notebooks", "--check");
  assert.equal(check.status, 1);
  assert.match(check.stderr, /scripts\/02-b\.ts {2}its notebook is gone/);
});

test("a script that a person wrote is not written over", () => {
  const folder = project({ "notebooks/01-a.ipynb": "1" });
  mkdirSync(join(folder, "scripts"));
  writeFileSync(join(folder, "scripts/01-a.ts"), "// mine\n");
  const done = caderno(folder, "export", "notebooks");
  assert.equal(done.status, 1);
  assert.match(done.stderr, /was not written by `caderno export`, so it stays as it is/);
  assert.equal(readFileSync(join(folder, "scripts/01-a.ts"), "utf8"), "// mine\n");
});

test("one bad notebook does not keep the others from being exported", () => {
  const folder = project({ "notebooks/01-a.ipynb": "const a = ;", "notebooks/02-b.ipynb": "2" });
  writeFileSync(join(folder, "notebooks/00-broken.ipynb"), "{");
  const done = caderno(folder, "export", "notebooks");
  assert.equal(done.status, 1);
  assert.match(done.stderr, /^caderno: notebooks\/00-broken\.ipynb is not valid JSON at line 1, column 2/m);
  assert.match(done.stderr, /^caderno: notebooks\/01-a\.ipynb: cell 1 is not TypeScript/m);
  assert.match(done.stdout, /02-b\.ts {2}written/);
});

test("--out puts the scripts elsewhere; a folder without notebooks is an error", () => {
  const folder = project({ "notebooks/01-a.ipynb": 'import x from "./x.json";' });
  assert.equal(caderno(folder, "export", "notebooks", "--out", "build/deep").status, 0);
  assert.match(readFileSync(join(folder, "build/deep/01-a.ts"), "utf8"), /from "\.\.\/\.\.\/notebooks\/x\.json"/);
  assert.match(caderno(folder, "export", "build").stderr, /There is no notebook in the folder build/);
  assert.equal(caderno(folder, "export", "nowhere").status, 1);
  assert.equal(caderno(folder, "export").status, 2);
});

test("the scripts of this repository are what its notebooks export", () => {
  const notebooks = existsSync(join(root, "notebooks"))
    ? readdirSync(join(root, "notebooks")).filter((name) => name.endsWith(".ipynb"))
    : [];
  const scripts = readdirSync(join(root, "scripts")).filter((name) => name.endsWith(".ts"));
  assert.deepEqual(scripts.sort(), notebooks.map((name) => name.replace(".ipynb", ".ts")).sort());
  if (notebooks.length === 0) return;
  const check = caderno(root, "export", "notebooks", "--check");
  assert.equal(check.status, 0, check.stderr);
});
