// The oracle is Python's datasets: test/fixtures/datasets/features.json, made by make_features.py beside it.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, test } from "node:test";
import { inspect } from "node:util";
import { ClassLabel } from "../../src/datasets/class-label";
import { columnFromValues } from "../../src/datasets/column-from-values";
import { Dataset } from "../../src/datasets/dataset";
import { DatasetError } from "../../src/datasets/dataset-error";
import { type Feature, LargeList, List } from "../../src/datasets/feature";
import { Features } from "../../src/datasets/features";
import { Sequence } from "../../src/datasets/sequence";
import { tableHtml } from "../../src/datasets/table-html";
import { DTYPES, type DType, Value } from "../../src/datasets/value";
import { temporaryFiles } from "./fixtures";

interface Golden {
  features: { repr: string; json: unknown }[];
  oldForms: { repr: string; json: unknown }[];
  inferred: { values: unknown[]; result: string | { error: string } }[];
  labels: { call: "str2int" | "int2str"; value: string | number; result: unknown }[];
}
const goldens = JSON.parse(readFileSync(join(__dirname, "../fixtures/datasets/features.json"), "utf8")) as Golden;
const file = temporaryFiles();

function isError(result: unknown): boolean {
  return result !== null && typeof result === "object" && "error" in result;
}

/** A dataset of one column with this feature. */
function column(values: readonly unknown[], feature?: Feature): Dataset<{ x: unknown }> {
  return new Dataset(new Map([["x", columnFromValues("x", values, feature)]]));
}

describe("features as Python's datasets has them", () => {
  test("print alike and come through JSON unchanged", () => {
    for (const { repr, json } of goldens.features) {
      const features = Features.fromJSON(json);
      assert.equal(inspect(features), repr);
      assert.deepEqual(JSON.parse(JSON.stringify(features)), json);
      assert.deepEqual(JSON.parse(JSON.stringify(Features.toJSON(features))), json);
    }
  });

  test("forms of earlier versions are read", () => {
    for (const { repr, json } of goldens.oldForms) assert.equal(inspect(Features.fromJSON(json)), repr);
  });

  test("broken forms say where they are broken", () => {
    const cases: [unknown, RegExp][] = [
      [null, /the features/],
      [{ x: 3 }, /`x`: 3/],
      [{ x: { dtype: "int65", _type: "Value" } }, /`x`: "int65"/],
      [{ x: { feature: { a: { dtype: 1, _type: "Value" } }, _type: "List" } }, /`x\[\]\.a`/],
      [{ x: { _type: "Image" } }, /"Image", which is not supported/],
      [{ x: { _type: "ClassLabel" } }, /ClassLabel/],
      [{ x: { names: ["a", "a"], _type: "ClassLabel" } }, /names that differ/],
      [{ x: { feature: { dtype: "int8", _type: "Value" }, length: 1.5, _type: "List" } }, /a list's length/],
      [{ x: [] }, /a list of one type/],
    ];
    for (const [json, message] of cases) {
      assert.throws(
        () => Features.fromJSON(json),
        (error) => error instanceof DatasetError && message.test(error.message),
      );
    }
    let deep: unknown = { dtype: "int8", _type: "Value" };
    for (let level = 0; level < 5000; level++) deep = { feature: deep, _type: "List" };
    assert.throws(() => Features.fromJSON({ x: deep }), /at most 64 deep/);
  });

  test("types are inferred from nested values", () => {
    for (const { values, result } of goldens.inferred) {
      if (isError(result)) assert.throws(() => column(values), DatasetError, JSON.stringify(values));
      // JavaScript has one kind of number, and a list of nothing at all says nothing of its type.
      else assert.equal(inspect(column(values).features), result, JSON.stringify(values));
    }
  });
});

describe("ClassLabel", () => {
  const label = new ClassLabel({ names: ["a", "b", "7", " x"] });

  test("names and numbers as in Python", () => {
    for (const { call, value, result } of goldens.labels) {
      const run = (): unknown => (call === "str2int" ? label.str2int(String(value)) : label.int2str(Number(value)));
      if (isError(result)) assert.throws(run, DatasetError, `${call}(${JSON.stringify(value)})`);
      else assert.equal(run(), result, `${call}(${JSON.stringify(value)})`);
    }
    assert.deepEqual(label.str2int(["b", "-1"]), [1, -1]);
    assert.deepEqual(label.int2str([2, 0]), ["7", "a"]);
    assert.equal(label.numClasses, 4);
  });

  test("errors list the names", () => {
    assert.throws(() => label.str2int("bb"), /There is no class "bb"\./);
    try {
      new ClassLabel({ names: ["negative", "positive"] }).str2int("postive");
      assert.fail("an unknown name was taken");
    } catch (error) {
      assert.ok(error instanceof DatasetError);
      assert.equal(error.code, "unknown-class");
      assert.equal(error.hint, "Available classes: negative, positive. Did you mean `positive`?");
    }
  });

  test("from a file, from a count, and not from nonsense", () => {
    const path = file("names.txt", "cat\r\n\n dog \n");
    assert.deepEqual(new ClassLabel({ namesFile: path }).names, ["cat", "dog"]);
    assert.deepEqual(new ClassLabel({ numClasses: 3 }).names, ["0", "1", "2"]);
    assert.throws(() => new ClassLabel({ namesFile: `${path}.missing` }), DatasetError);
    assert.throws(() => new ClassLabel({}), TypeError);
    assert.throws(() => new ClassLabel({ names: ["a", "a"] }), /must differ from each other, but got "a"/);
    assert.throws(() => new ClassLabel({ names: ["a"], numClasses: 2 }), RangeError);
    assert.throws(() => new ClassLabel({ numClasses: 1e12 }), RangeError);
    assert.throws(() => new ClassLabel({ names: [1] as unknown as string[] }), TypeError);
  });
});

describe("columns of every type", () => {
  const day = new Date("2020-01-02");
  const instant = new Date("1969-12-31T23:59:59.999Z");

  test("give back what was put in", () => {
    const cases: [DType, unknown[]][] = [
      ["binary", [new Uint8Array([0, 255]), null, new Uint8Array()]],
      ["large_string", ["\ufeffá", "", null]],
      ["date32", [day, null]],
      ["date64", [day, null]],
      ["timestamp[us]", [instant, null]],
      ["timestamp[ns, tz=America/Sao_Paulo]", [instant, day]],
      ["time64[ns]", [86_399_999_999_999, null, 0]],
      ["duration[us]", [-5, null]],
      ["duration[ns]", [2n ** 62n, null, 1n]],
      ["uint64", [2n ** 64n - 1n, 0n]],
      ["float16", [65504, -0.5, null, Number.POSITIVE_INFINITY, 2 ** -24]],
      ["decimal128(10, 2)", ["12345678.90", "-0.05", null]],
      ["decimal256(60, 4)", ["-99999999999999999999999999999999999999999999.0001"]],
      ["null", [null, null]],
      ["bool", [true, false, null]],
    ];
    for (const [dtype, values] of cases) {
      assert.deepEqual(column(values, new Value(dtype)).column("x"), values, dtype);
      const list = column([values, null, []], new List(new Value(dtype)));
      assert.deepEqual(list.column("x"), [values, null, []], dtype);
    }
  });

  test("a value that does not fit is an error with its row and its place", () => {
    const cases: [Feature, unknown, RegExp][] = [
      [new Value("int8"), 128, /row 1 is 128, which is no int8/],
      [new Value("uint8"), -1, /no uint8/],
      [new Value("int32"), 1.5, /no int32/],
      [new Value("string"), 5, /is 5, which is no string/],
      [new Value("float64"), "x", /no float64/],
      [new Value("timestamp[ns]"), new Date("3000-01-01"), /no timestamp\[ns\]/],
      [new Value("decimal128(4, 2)"), "100.00", /no decimal128/],
      [new Value("decimal128(4, 2)"), "1.005", /no decimal128/],
      [new Value("null"), 0, /no null/],
      [new ClassLabel({ names: ["a"] }), "b", /is "b", which is no class/],
      [new ClassLabel({ names: ["a"] }), 1, /is 1, which is no class/],
      [new List(new Value("int8")), [1, 500], /at `\[1\]`, is 500/],
      [new List(new Value("int8"), { length: 2 }), [1], /has 1 items where 2 are expected/],
      [{ a: { b: new Value("bool") } }, { a: { b: 1 } }, /at `\.a\.b`, is 1/],
      [{ a: new Value("bool") }, { c: true }, /has a property `c`/],
      [{ a: new Value("bool") }, new Map(), /an empty Map/],
      [new LargeList(new Value("int8")), "text", /no LargeList/],
    ];
    for (const [feature, value, message] of cases) {
      assert.throws(
        () => column([null, value], feature),
        (error) =>
          error instanceof DatasetError && message.test(error.message) && error.row === 1 && error.column === "x",
        String(message),
      );
    }
  });

  test("fromDict takes types for some columns", () => {
    const label = new ClassLabel({ names: ["bad", "good"] });
    const made = Dataset.fromDict({ label: ["good", null], score: [1, 2] }, { features: { label } });
    assert.equal(inspect(made.features), "{'label': ClassLabel(names=['bad', 'good']), 'score': Value('int64')}");
    assert.deepEqual(made.column("label"), [1, null]);
    const wrong = (): unknown => Dataset.fromDict({ score: [1] }, { features: { scor: new Value("int8") } });
    assert.throws(wrong, { code: "unknown-column", column: "scor" });
    const none = { features: { score: "int8" as unknown as Feature } };
    assert.throws(() => Dataset.fromDict({ score: [1] }, none), /`features\.score` must be a feature/);
    assert.throws(() => Dataset.fromDict({ score: [1, 300] }, { features: { score: new Value("int8") } }), { row: 1 });
  });

  test("mixed types name row, column and place", () => {
    assert.throws(() => column([{ a: [1] }, { a: [2, "x"] }]), {
      name: "DatasetError",
      code: "mixed-types",
      row: 1,
      column: "x",
      message: 'Column `x` mixes types: row 1, at `.a[1]`, is "x", a string, after values of type int64.',
    });
    const cycle: unknown[] = [];
    cycle.push(cycle);
    assert.throws(() => column([cycle]), { code: "too-deep" });
    assert.throws(() => column([[() => 1]]), { code: "unsupported-value" });
  });

  test("typed arrays say the type of their items", () => {
    const made = column([new Float32Array([0.5]), null, new Float32Array([1, 2])]);
    assert.equal(inspect(made.features), "{'x': List(Value('float32'))}");
    assert.deepEqual(made.column("x"), [[0.5], null, [1, 2]]);
  });

  test("a property called __proto__ is a property", () => {
    const value = JSON.parse('{"__proto__": 5, "a": 1}') as unknown;
    const made = column([value]);
    assert.equal(JSON.stringify(made.at(0).x), '{"__proto__":5,"a":1}');
    assert.equal(({} as Record<string, unknown>).a, undefined);
  });

  test("names of types: wrong ones are answered with the right ones", () => {
    assert.throws(() => new Value("flaot32" as DType), /Did you mean `float32`/);
    assert.throws(() => new Value("decimal128(50, 2)"), TypeError);
    assert.throws(() => new Value("timestamp[us, tz=']" as DType), TypeError);
    assert.throws(() => new List("int64" as unknown as Feature), /List: `feature` must be a feature/);
    for (const dtype of DTYPES) assert.equal(String(new Value(dtype)), `Value('${dtype}')`);
    assert.equal(new Value("double" as DType).dtype, "float64");
  });

  test("Sequence turns an object of types inside out", () => {
    assert.equal(inspect(Sequence({ a: new Value("int8") }).a), "List(Value('int8'))");
    assert.equal(inspect(Sequence(new Value("int8"), { length: 2 })), "List(Value('int8'), length=2)");
  });

  test("the table in a notebook shows nested types and the classes' names", () => {
    const label = new ClassLabel({ names: ["<bad>", "good"] });
    const html = tableHtml(
      new Dataset(
        new Map([
          ["tags", columnFromValues("tags", [["a"], null])],
          ["pair", columnFromValues("pair", [{ x: 1, y: "<b>" }, null])],
          ["label", columnFromValues("label", [1, 0], label)],
        ]),
      ),
    );
    assert.match(html, /list of string/);
    assert.match(html, /\{x: int64, y: string\}/);
    assert.match(html, /class: &lt;bad&gt;, good/);
    assert.match(html, /<title>&lt;bad&gt;: 1 /);
    assert.match(html, /\{&quot;x&quot;:1,&quot;y&quot;:&quot;&lt;b&gt;&quot;\}/);
    assert.doesNotMatch(html, /<b>|\[object Object\]/);
  });
});
