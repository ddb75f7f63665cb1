import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { inspect } from "node:util";
import { SafetensorsFile } from "../../../src/models/weights/safetensors-file";
import { WeightsError } from "../../../src/models/weights/weights-error";
import { FIXTURES, safetensorsBytes, temporaryFolder, write } from "./fixtures";

const folder = temporaryFolder();
const whole = readFileSync(join(FIXTURES, "types.safetensors"));

async function refusal(bytes: Uint8Array): Promise<WeightsError> {
  const path = write(folder, "model.safetensors", bytes);
  const error = await SafetensorsFile.open(path, "model.safetensors").then(
    async (file) => {
      await file.close();
      return assert.fail("it was opened");
    },
    (thrown: unknown) => thrown,
  );
  assert.ok(error instanceof WeightsError, inspect(error));
  assert.equal(error.file, "model.safetensors");
  return error;
}

test("a file cut off anywhere is refused", async () => {
  for (let length = 0; length < whole.length; length++) {
    const { code } = await refusal(whole.subarray(0, length));
    assert.equal(code, "file-truncated", String(length));
  }
  assert.equal((await refusal(Buffer.concat([whole, Buffer.alloc(1)]))).code, "header-invalid");
});

test("headers that lie about their length are refused without being read", async () => {
  const lengths = [2n ** 64n - 1n, 2n ** 63n, 2n ** 53n + 1n, 100_000_001n];
  for (const length of lengths)
    assert.equal((await refusal(safetensorsBytes("{}", undefined, length))).code, "header-invalid");
  assert.equal((await refusal(safetensorsBytes("{}", undefined, 100_000_000n))).code, "file-truncated");
  assert.equal((await refusal(safetensorsBytes("{}", undefined, 0n))).code, "header-invalid");
});

const f32 = (begin: number, end: number, shape: unknown = [(end - begin) / 4]): unknown => ({
  dtype: "F32",
  shape,
  data_offsets: [begin, end],
});
const WRONG: [string, unknown, WeightsError["code"]][] = [
  ["no JSON", "{", "header-invalid"],
  ["a list", "[]", "header-invalid"],
  ["space before the brace", " {}", "header-invalid"],
  ["trailing bytes after the JSON", "{}x", "header-invalid"],
  ["deep nesting", `{"a":${"[".repeat(50_000)}${"]".repeat(50_000)}}`, "tensor-invalid"],
  [
    "the same tensor twice",
    '{"a":{"dtype":"U8","shape":[4],"data_offsets":[0,4]},"a":{"dtype":"U8","shape":[4],"data_offsets":[4,8]}}',
    "header-invalid",
  ],
  ["the same field twice", '{"a":{"dtype":"U8","dtype":"I8","shape":[8],"data_offsets":[0,8]}}', "header-invalid"],
  ["overlap", { a: f32(0, 8), b: f32(4, 8) }, "tensor-invalid"],
  ["the same place", { a: f32(0, 8), b: f32(0, 8) }, "tensor-invalid"],
  ["a gap", { a: f32(0, 4), b: f32(8, 8) }, "tensor-invalid"],
  ["a gap at the start", { a: f32(4, 8) }, "tensor-invalid"],
  ["bytes that no tensor has", { a: f32(0, 4) }, "header-invalid"],
  ["beyond the end", { a: f32(0, 12) }, "file-truncated"],
  ["backwards", { a: f32(8, 0) }, "tensor-invalid"],
  ["negative", { a: f32(-4, 4, [2]) }, "tensor-invalid"],
  ["half a byte", { a: f32(0, 7.5, [2]) }, "tensor-invalid"],
  ["a shape that says more", { a: f32(0, 8, [3]) }, "tensor-invalid"],
  ["a shape that overflows", { a: f32(0, 8, [2 ** 32, 2 ** 32]) }, "tensor-invalid"],
  ["a shape that overflows to infinity", { a: f32(0, 8, Array(64).fill(2 ** 52)) }, "tensor-invalid"],
  ["a negative shape", { a: f32(0, 8, [-1, -2]) }, "tensor-invalid"],
  ["a thousand dimensions", { a: f32(0, 8, [2, ...Array(999).fill(1)]) }, "tensor-invalid"],
  ["a text as shape", { a: f32(0, 8, "2") }, "tensor-invalid"],
  ["another type", { a: { dtype: "F8_E4M3", shape: [8], data_offsets: [0, 8] } }, "dtype-unsupported"],
  ["a type of JavaScript", { a: { dtype: "constructor", shape: [8], data_offsets: [0, 8] } }, "dtype-unsupported"],
  ["no type", { a: { shape: [8], data_offsets: [0, 8] } }, "dtype-unsupported"],
  ["no offsets", { a: { dtype: "U8", shape: [8] } }, "tensor-invalid"],
  ["no object", { a: 8 }, "tensor-invalid"],
  ["metadata that are no texts", { __metadata__: { a: 1 } }, "header-invalid"],
  ["metadata that are a list", { __metadata__: [] }, "header-invalid"],
];

test("headers that break the format's rules are refused by name", async () => {
  for (const [what, header, code] of WRONG) {
    const error = await refusal(safetensorsBytes(header, new Uint8Array(8)));
    assert.equal(error.code, code, `${what}: ${error.message}`);
    assert.ok(error.message.length < 600, what);
    if (code === "tensor-invalid" || code === "dtype-unsupported") assert.equal(typeof error.tensor, "string", what);
  }
  assert.equal(
    (await refusal(Buffer.concat([safetensorsBytes("").fill(2, 0, 1), Buffer.from([0x7b, 0xff])]))).code,
    "header-invalid",
  );
});

test("what the format allows is read: padding, no tensors, empty tensors, names of JavaScript", async () => {
  const names = { __proto__x: f32(0, 4), constructor: f32(4, 8), toString: f32(8, 8, [0, 7]) };
  const path = write(folder, "model.safetensors", safetensorsBytes(`${JSON.stringify(names)}   `, new Uint8Array(8)));
  const file = await SafetensorsFile.open(path, "model.safetensors");
  assert.deepEqual([...file.tensors.keys()].sort(), ["__proto__x", "constructor", "toString"]);
  assert.deepEqual(await file.read("toString"), { data: new Float32Array(), shape: [0, 7] });
  await file.close();
  const empty = await SafetensorsFile.open(
    write(folder, "empty.safetensors", safetensorsBytes("{}")),
    "empty.safetensors",
  );
  assert.equal(empty.tensors.size, 0);
  await empty.close();
});
