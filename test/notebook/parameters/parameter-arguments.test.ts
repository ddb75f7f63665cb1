import assert from "node:assert/strict";
import { mkdtempSync, rmSync, truncateSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import { parseParameterArguments, readParameterFile } from "../../../src/notebook/parameters/parameter-arguments";

const folder = mkdtempSync(join(tmpdir(), "caderno-parameters-"));
after(() => rmSync(folder, { recursive: true, force: true }));

function file(name: string, text: string): string {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
}

test("arguments are split at the first equals sign, and the last of a name counts", () => {
  const given = parseParameterArguments(["a=1", "b=x=y", "a=2", "c="]);
  assert.deepEqual(
    Object.entries(given).map(([name, value]) => [name, value.text]),
    [
      ["a", "2"],
      ["b", "x=y"],
      ["c", ""],
    ],
  );
});

test("an argument that is no name=value is an error with an example", () => {
  for (const argument of ["epochs", "=1", "a b=1", "1a=2", ""]) {
    assert.throws(() => parseParameterArguments([argument]), { code: "parameter-argument", hint: /-p epochs=1/ });
  }
});

test("a parameter file holds one object", async () => {
  assert.deepEqual(await readParameterFile(file("good.json", '\ufeff{"epochs": 1, "names": ["a"]}')), {
    epochs: 1,
    names: ["a"],
  });
  await assert.rejects(readParameterFile(file("array.json", "[1]")), { code: "parameter-file", message: /one object/ });
  await assert.rejects(readParameterFile(file("bad.json", '{"a": 1,\n}')), {
    code: "parameter-file",
    message: /line 2, column 1/,
  });
  await assert.rejects(readParameterFile(join(folder, "none.json")), { message: /^There is no parameter file / });
  await assert.rejects(readParameterFile(folder), { code: "parameter-file" });
});

test("a huge parameter file is refused before it is read", async () => {
  const path = file("huge.json", "{");
  truncateSync(path, 1024 ** 3);
  await assert.rejects(readParameterFile(path), { code: "parameter-file", message: /at most/ });
});
