// Known encodings are those of protobuf's own guide, or follow from its rule of seven bits a byte.
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { ProtobufMessage } from "../../../src/graph/onnx/protobuf-writer";

const hex = (message: ProtobufMessage): string => Buffer.from(message.encode()).toString("hex");

describe("ProtobufMessage", () => {
  test("the guide's examples: 150, a string, a message within", () => {
    const inner = new ProtobufMessage().integer(1, 150);
    assert.equal(hex(inner), "089601");
    assert.equal(hex(new ProtobufMessage().text(2, "testing")), "120774657374696e67");
    assert.equal(hex(new ProtobufMessage().message(3, inner)), "1a03089601");
    assert.equal(hex(new ProtobufMessage()), "");
  });

  test("varints at their edges are the same from numbers and from bigints", () => {
    const edges: readonly [number | bigint, string][] = [
      [0, "00"],
      [1, "01"],
      [127, "7f"],
      [128, "8001"],
      [16383, "ff7f"],
      [16384, "808001"],
      [2 ** 31 - 1, "ffffffff07"],
      [2 ** 31, "8080808008"],
      [2 ** 32 - 1, "ffffffff0f"],
      [2 ** 32, "8080808010"],
      [2 ** 49 - 1, "ffffffffffff7f"],
      [2 ** 49, "8080808080808001"],
      [Number.MAX_SAFE_INTEGER, "ffffffffffffff0f"],
      [2n ** 63n - 1n, "ffffffffffffffff7f"],
      [-1, "ffffffffffffffffff01"],
      [-128, "80ffffffffffffffff01"],
      [-(2 ** 31), "80808080f8ffffffff01"],
      [-(2n ** 63n), "80808080808080808001"],
    ];
    for (const [value, expected] of edges) {
      assert.equal(hex(new ProtobufMessage().integer(1, value)), `08${expected}`, String(value));
      assert.equal(hex(new ProtobufMessage().integer(1, BigInt(value))), `08${expected}`, `${value}n`);
    }
  });

  test("a field's number above 15 takes two bytes, lengths above 127 too", () => {
    assert.equal(hex(new ProtobufMessage().integer(16, 1)), "800101");
    const long = new ProtobufMessage().bytes(1, new Uint8Array(128).fill(1));
    assert.equal(hex(long), `0a8001${"01".repeat(128)}`);
    assert.equal(hex(new ProtobufMessage().message(1, long)), `0a83010a8001${"01".repeat(128)}`);
  });

  test("floats are little endian; text is UTF-8", () => {
    assert.equal(hex(new ProtobufMessage().float(2, 1).float(2, -0.5)), "150000803f15000000bf");
    assert.equal(hex(new ProtobufMessage().text(1, "ñ🎲")), "0a06c3b1f09f8eb2");
  });

  test("late bytes split the message; the rest is one allocation", async () => {
    const late = { byteLength: 2, read: (): Uint8Array => Uint8Array.of(5, 6) };
    const message = new ProtobufMessage().message(1, new ProtobufMessage().bytes(9, late)).integer(2, 3);
    assert.equal(message.size, 8);
    const parts = message.parts();
    const read = await Promise.all(parts.map((part) => (part instanceof Uint8Array ? part : part.read())));
    assert.equal(Buffer.concat(read).toString("hex"), "0a044a0205061003");
    const [first, , last] = parts;
    assert.ok(first instanceof Uint8Array && last instanceof Uint8Array);
    assert.equal(first.buffer, last.buffer);
    assert.equal(first.buffer.byteLength, 6);
    assert.throws(() => message.encode(), /late bytes/);
  });
});
