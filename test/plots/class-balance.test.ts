import assert from "node:assert/strict";
import { test } from "node:test";
import { classBalance } from "../../src/plots/class-balance";
import type { BarTrace } from "../../src/plots/trace";

function bars(figure: ReturnType<typeof classBalance>): BarTrace[] {
  return figure.data.filter((trace) => trace.type === "bar");
}

test("counts and shares of each class, numbers in the order of their size", () => {
  const figure = classBalance([5, 6, 5, 10, 5], { unit: "essays", className: "score" });
  assert.deepEqual(bars(figure)[0]?.x, ["5", "6", "10"]);
  assert.deepEqual(bars(figure)[0]?.y, [3, 1, 1]);
  assert.deepEqual(bars(figure)[0]?.text, ["3\n60.0%", "1\n20.0%", "1\n20.0%"]);
  assert.equal(bars(figure)[0]?.hover?.[0], "score 5\nessays: 3, 60.0%");
  assert.equal(figure.layout.title, "Most frequent score: 5 (60.0% of 5 essays); rarest: 6 (20.0%)");
});

test("several splits are compared by shares, and the title says where they differ most", () => {
  const figure = classBalance({ train: ["a", "a", "b", "b"], test: ["a", "b", "b", "b"] });
  assert.deepEqual(
    bars(figure).map(({ name, y }) => ({ name, y })),
    [
      { name: "train", y: [0.5, 0.5] },
      { name: "test", y: [0.25, 0.75] },
    ],
  );
  assert.equal(figure.layout.title, "The shares of train and test differ most in class a: by 25.0 percentage points");
  assert.match(figure.toText(), /a +50\.0% .* 25\.0%/);
  assert.match(
    classBalance({ train: [1, 2], test: [2, 1] }).layout.title,
    /^The classes have the same shares in train and test$/,
  );
  assert.equal(bars(classBalance({ train: [1, 2] }))[0]?.name, "train");
});

test("names stand for class numbers, and a class without an example is shown", () => {
  const figure = classBalance([0, 2, 2], { classNames: ["fair", "neutral", "unfair"] });
  assert.deepEqual(bars(figure)[0]?.x, ["fair", "neutral", "unfair"]);
  assert.deepEqual(bars(figure)[0]?.y, [1, 0, 2]);
  assert.deepEqual(bars(classBalance(["unfair"], { classNames: ["fair", "unfair"] }))[0]?.y, [0, 1]);
  assert.deepEqual(bars(classBalance([1n, 0n, 1n]))[0]?.x, ["0", "1"]);
});

test("the order can be that of the counts or a list", () => {
  const labels = ["b", "a", "b", "c", "c", "c"];
  assert.deepEqual(bars(classBalance(labels))[0]?.x, ["a", "b", "c"]);
  assert.deepEqual(bars(classBalance(labels, { order: "count" }))[0]?.x, ["c", "b", "a"]);
  assert.deepEqual(bars(classBalance(labels, { order: ["c", "b", "a", "z"] }))[0]?.y, [3, 2, 1, 0]);
  assert.throws(
    () => classBalance(labels, { order: ["a", "b"] }),
    /`order` must list every class that occurs.* Add "c"\./,
  );
});

test("balanced classes, one class and an empty label are said as they are", () => {
  assert.equal(classBalance(["a", "b"]).layout.title, "The 2 classes are balanced: 50.0% each of 2 examples");
  assert.equal(classBalance(["a"]).layout.title, "The only class is a (1 examples)");
  assert.deepEqual(bars(classBalance(["", "a"]))[0]?.x, ['""', "a"]);
});

test("a million labels are counted, and a title of one's own is kept", () => {
  const labels = Uint8Array.from({ length: 1_000_000 }, (_, index) => index % 11);
  const figure = classBalance(labels, { title: "Mine" });
  assert.equal(figure.layout.title, "Mine");
  assert.equal(bars(figure)[0]?.y[0], 90_910);
});

test("labels that are none are errors that say where", () => {
  assert.throws(() => classBalance([]), /classBalance: `labels` must hold at least one label/);
  assert.throws(() => classBalance({ train: [1], test: [] }), /`labels\.test` must hold at least one label/);
  assert.throws(() => classBalance([1, null as never]), {
    name: "TypeError",
    message: /`labels\[1\]` must be a string, a number or a boolean, but got null\. Filter out/,
  });
  assert.throws(() => classBalance([Number.NaN]), TypeError);
  assert.throws(() => classBalance("abc" as never), TypeError);
  assert.throws(() => classBalance(undefined as never), TypeError);
  assert.throws(() => classBalance({} as never), /`labels` must have 1 to 7 entries/);
  assert.throws(() => classBalance({ train: 5 as never }), /`labels\.train` must be an array, but got 5/);
  assert.throws(
    () => classBalance([3], { classNames: ["a", "b"] }),
    /must be an index into `classNames`, but got 3\. There are names for 0 to 1/,
  );
  assert.throws(() => classBalance(["unfiar"], { classNames: ["fair", "unfair"] }), /Did you mean `unfair`\?/);
  const texts = Array.from({ length: 1000 }, (_, index) => `text ${index}`);
  assert.throws(() => classBalance(texts), /at most 100 different classes.*Are these the texts/);
});
