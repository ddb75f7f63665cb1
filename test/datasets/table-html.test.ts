import assert from "node:assert/strict";
import { test } from "node:test";
import { JUPYTER_DISPLAY } from "../../src/core/display";
import { summarize } from "../../src/datasets/column-summary";
import { Dataset } from "../../src/datasets/dataset";
import { DatasetDict } from "../../src/datasets/dataset-dict";
import { tableHtml } from "../../src/datasets/table-html";

const hostile = '<script>alert("1")</script><img src=x onerror=alert(1)>&';

/** Every tag's name and its attributes' names; values and the texts between are left out. */
function tags(html: string): string[] {
  return (html.match(/<[a-z][^>]*>/g) ?? []).map((tag) => tag.replace(/="[^"]*"/g, "="));
}

test("nothing from the data becomes markup, not even a column's or a split's name", async () => {
  const dataset = Dataset.fromDict({ [hostile]: [hostile, `${hostile} ${"long ".repeat(100)}`], score: [1, null] });
  const bundle = await new DatasetDict({ [hostile]: dataset })[JUPYTER_DISPLAY]();
  const html = String(bundle["text/html"]);
  assert.equal(html.includes("<script"), false);
  assert.equal(html.includes("<img"), false);
  assert.deepEqual(
    tags(html).filter((tag) => /\son\w+|href|src/i.test(tag)),
    [],
  );
  assert.ok(String(bundle["text/plain"]).startsWith("DatasetDict({"));
});

test("a long text is clipped and opens whole; a huge one is cut with a note", () => {
  const text = `início\n${"palavra ".repeat(50)}fim`;
  const html = tableHtml(Dataset.fromDict({ essay: [text, "😀".repeat(20_000), "short"] }));
  assert.ok(html.includes(`>${text}</div>`));
  assert.ok(html.includes("<summary"));
  assert.ok(html.includes("30,000 more characters"));
  assert.ok(html.includes(">short</span>"));
  assert.equal(/[\ud800-\udbff](?![\udc00-\udfff])/.test(html), false);
  assert.ok(html.length < 60_000);
});

test("columns and rows beyond the first are counted, not shown", () => {
  const wide = Object.fromEntries(Array.from({ length: 25 }, (_, column) => [`c${column}`, [1, 2, 3, 4, 5, 6]]));
  const html = tableHtml(Dataset.fromDict(wide), { title: "train" });
  assert.ok(html.includes("<strong>train</strong>"));
  assert.ok(html.includes("6 rows, 25 columns; the first 5 are shown"));
  assert.ok(html.includes("5 more columns are not shown."));
  assert.equal((html.match(/<tr/g) ?? []).length, 6);
  const long = tableHtml(Dataset.fromDict({ x: Array.from({ length: 50_001 }, (_, row) => row) }));
  assert.ok(long.includes("The histograms count 20,000 rows, evenly spread."));
  assert.ok(tableHtml(Dataset.fromDict({})).includes("0 rows, 0 columns"));
  assert.ok(tableHtml(Dataset.fromDict({ x: [] })).includes("0 rows, 1 column"));
});

test("class balance for few whole numbers, booleans and short texts", () => {
  const scores = summarize([5, 0, 5, 10, null, 5]);
  assert.deepEqual(scores.bars, [
    { label: "0", count: 1 },
    { label: "5", count: 3 },
    { label: "10", count: 1 },
  ]);
  assert.deepEqual([scores.kind, scores.text, scores.missing], ["values", "0 to 10, 3 values", 1]);
  assert.deepEqual(
    summarize([true, false, true]).bars.map(({ label, count }) => `${label} ${count}`),
    ["false 1", "true 2"],
  );
  assert.equal(summarize(["neg", "pos", "neg", "pos", "neg", "pos"]).kind, "values");
  assert.equal(summarize(["Ana", "Bia", "Caio", "Davi"]).kind, "lengths");
});

test("ranges for numbers and dates, lengths for texts", () => {
  const numbers = summarize(Array.from({ length: 1000 }, (_, row) => row / 10));
  assert.equal(numbers.kind, "ranges");
  assert.equal(numbers.bars.length, 20);
  assert.ok(numbers.bars.every(({ count }) => count === 50));
  assert.equal(numbers.text, "0 to 99.9, mean 49.95");
  const texts = summarize(["😀".repeat(50), "x".repeat(60), "y".repeat(70)]);
  assert.equal(texts.text, "50 to 70 characters, median 60");
  const dates = summarize(Array.from({ length: 30 }, (_, day) => new Date(Date.UTC(2024, 0, day + 1))));
  assert.equal(dates.text, "2024-01-01 to 2024-01-30");
});

test("numbers at the edge of what a double holds make bars all the same", () => {
  const odd = summarize([Number.MAX_VALUE, -Number.MAX_VALUE, 0.5, Number.NaN, Number.POSITIVE_INFINITY]);
  assert.equal(
    odd.bars.reduce((sum, { count }) => sum + count, 0),
    3,
  );
  assert.ok(odd.bars.every(({ count }) => Number.isFinite(count)));
  assert.equal(summarize([Number.NaN, Number.NaN]).text, "no finite number");
  assert.deepEqual(summarize([]), { kind: "none", bars: [], text: "", missing: 0 });
  assert.equal(summarize([null, null]).missing, 2);
  assert.equal(summarize([1.5, 1.5]).bars.length, 1);
});
