import assert from "node:assert/strict";
import { test } from "node:test";
import { checkFinite } from "../../../src/models/weights/check-finite";
import { duplicateKey } from "../../../src/models/weights/duplicate-key";
import { widenBfloat16, widenFloat16 } from "../../../src/models/weights/widen-floats";

test("every float16 is widened to its value by IEEE 754", () => {
  const bits = Uint16Array.from({ length: 65_536 }, (_, index) => index);
  const widened = new Float32Array(65_536);
  widenFloat16(bits, widened);
  const known: [number, number][] = [
    [0x0000, 0],
    [0x8000, -0],
    [0x0001, 2 ** -24],
    [0x03ff, 2 ** -14 - 2 ** -24],
    [0x0400, 2 ** -14],
    [0x3c00, 1],
    [0x3555, 0.333251953125],
    [0x7bff, 65504],
    [0xfbff, -65504],
    [0x7c00, Number.POSITIVE_INFINITY],
    [0xfc00, Number.NEGATIVE_INFINITY],
    [0x7e00, Number.NaN],
  ];
  for (const [index, value] of known)
    assert.ok(Object.is(widened[index], value), `${index.toString(16)}: ${widened[index]}`);
  for (let index = 1; index < 0x7c00; index++)
    assert.ok((widened[index] ?? 0) > (widened[index - 1] ?? 0), String(index));
});

test("bfloat16 is the upper half of a float32", () => {
  const target = new Float32Array(4);
  widenBfloat16(Uint16Array.of(0x3f80, 0xc000, 0x7f80, 0x0001), target);
  assert.deepEqual([...target], [1, -2, Number.POSITIVE_INFINITY, 2 ** -133]);
});

test("values that are no numbers are counted and named", () => {
  assert.equal(checkFinite("w", Float32Array.of(1, -0, 3e38)), undefined);
  assert.equal(checkFinite("ids", Int32Array.of(1)), undefined);
  assert.deepEqual(checkFinite("w", Float32Array.of(Number.NaN, 1, Number.NEGATIVE_INFINITY, Number.NaN)), {
    name: "w",
    nan: 2,
    infinite: 1,
    message: "w has 2 NaN and 1 infinite values among 4: the model was saved after its training had failed.",
  });
});

test("a key that stands twice in one object is found, whatever surrounds it", () => {
  assert.equal(duplicateKey('{"a": {"b": 1}, "b": "a", "c": ["a", {"a": 1}]}'), undefined);
  assert.equal(duplicateKey('{"a": 1, "b": {"a": 2}, "a" : 3}'), "a");
  assert.equal(duplicateKey(String.raw`{"a\"b": 1, "\u0061\"b": 2}`), 'a"b');
  assert.equal(duplicateKey('{"x": {"shape": [], "shape": []}}'), "shape");
});
