import assert from "node:assert/strict";
import { test } from "node:test";
import { clip, displayWidth, textTable } from "../../src/core/text-table";

test("columns are aligned and no line ends in spaces", () => {
  const table = textTable(
    ["score", "essays"],
    [
      ["5", "312"],
      ["10", "4"],
    ],
    { align: ["right", "left"] },
  );
  assert.equal(table, ["score  essays", "─────  ──────", "    5  312", "   10  4"].join("\n"));
});

test("wide characters count as two columns and combining marks as none", () => {
  assert.equal(displayWidth("ação"), 4);
  assert.equal(displayWidth("ac\u0327a\u0303o"), 4);
  assert.equal(displayWidth("漢字"), 4);
  assert.equal(displayWidth("✅"), 2);
});

test("a cell with line breaks stays on its line and ends in an ellipsis when it is too long", () => {
  assert.equal(clip("one\n  two", 20), "one two");
  assert.equal(clip("abcdef", 4), "abc…");
  assert.equal(clip("漢字漢字", 5), "漢字…");
});

test("missing cells are empty", () => {
  assert.equal(textTable(["a", "b"], [["1"]]), "a  b\n─  ─\n1");
});
