/**
 * The pictures and texts of every kind of figure, compared with files that were looked at. After an intended change:
 * `CADERNO_UPDATE_GOLDENS=1 node test/run.mjs figure-goldens`, and look at them again.
 */
import assert from "node:assert/strict";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { sampleFigures } from "./sample-figures";

const folder = join(__dirname, "../fixtures/plots");
const isUpdate = process.env.CADERNO_UPDATE_GOLDENS === "1";

for (const [name, figure] of Object.entries(sampleFigures())) {
  test(`${name} is drawn and written as its goldens`, () => {
    for (const [extension, text] of [
      ["svg", `${figure.toSvg()}\n`],
      ["txt", `${figure.toText()}\n`],
    ] as const) {
      const path = join(folder, `${name}.${extension}`);
      if (isUpdate) writeFileSync(path, text);
      assert.equal(text, readFileSync(path, "utf8"), path);
    }
  });
}

test("every golden has its figure", () => {
  const names = Object.keys(sampleFigures());
  const files = readdirSync(folder).filter((file) => /\.(svg|txt)$/.test(file));
  assert.deepEqual(files.sort(), names.flatMap((name) => [`${name}.svg`, `${name}.txt`]).sort());
});
