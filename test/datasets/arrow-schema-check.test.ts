import assert from "node:assert/strict";
import { test } from "node:test";
import * as arrow from "apache-arrow";
import { isFooterSound, isSchemaSound } from "../../src/datasets/arrow-schema-check";

const item = new arrow.Field("item", new arrow.Utf8(), true, new Map([["of", "list"]]));
const schema = new arrow.Schema(
  [
    new arrow.Field("id", new arrow.Int32()),
    new arrow.Field("tags", new arrow.List(item)),
    new arrow.Field("pair", new arrow.Struct([new arrow.Field("a", new arrow.Bool()), item])),
  ],
  new Map([["made by", "a test"]]),
);
const stream = arrow.tableToIPC(new arrow.Table(schema), "stream");
const file = arrow.tableToIPC(new arrow.Table(schema), "file");

test("what Arrow writes is sound, in a stream and in a file", () => {
  assert.equal(isSchemaSound(stream), true);
  assert.equal(isFooterSound(file), true);
});

test("a list that claims more entries than there are bytes is refused", () => {
  // Each 32-bit word in turn claims a billion; those that are lengths of lists must be found.
  let refused = 0;
  for (let at = 8; at + 4 <= stream.length; at += 4) {
    const damaged = stream.slice();
    new DataView(damaged.buffer).setUint32(at, 1_000_000_000, true);
    if (!isSchemaSound(damaged)) refused++;
  }
  assert.ok(refused >= 5, `${refused} refused`);
});

test("cut, empty and random bytes are refused and not followed out of their bounds", () => {
  for (let length = 0; length < 200; length++) assert.equal(isSchemaSound(stream.subarray(0, length)), false);
  assert.equal(isFooterSound(file.subarray(0, file.length - 12)), false);
  assert.equal(isFooterSound(new Uint8Array(4)), false);
  const noise = Uint8Array.from({ length: 4096 }, (_, index) => (index * 7919) % 251);
  assert.equal(isSchemaSound(noise), false);
  assert.equal(isFooterSound(noise), false);
});
