/** @file Temporary CSV files and Python's goldens, for the tests of datasets. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after } from "node:test";

/** A golden file's cases. */
export function golden<Case>(name: string): Case[] {
  const path = join(__dirname, "../fixtures/datasets", name);
  return (JSON.parse(readFileSync(path, "utf8")) as { cases: Case[] }).cases;
}

/** Makes files in a folder of their own, which is removed when the test file ends. */
export function temporaryFiles(): (name: string, content: string | Uint8Array) => string {
  const folder = mkdtempSync(join(tmpdir(), "caderno-datasets-"));
  after(() => rmSync(folder, { recursive: true, force: true }));
  return (name, content) => {
    const path = join(folder, name);
    writeFileSync(path, content);
    return path;
  };
}
