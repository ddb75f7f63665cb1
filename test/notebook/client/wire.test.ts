import assert from "node:assert/strict";
import { describe, test } from "node:test";
import type { Decoded } from "../../../src/notebook/client/wire";
import { Wire } from "../../../src/notebook/client/wire";

/** What jupyter_client 8.10.0 made of a stream message: `Session(key=b"secret key").serialize(msg, ident=[b"id"])`. */
const FROM_PYTHON = [
  "id",
  "<IDS|MSG>",
  "7a3e80693662387663350e76d5da52d1a915baaad774e73fcec1bdf149e13294",
  '{"msg_id": "abc_1", "msg_type": "stream", "session": "abc", "username": "ana", "date": "2026-01-02T03:04:05.678901Z", "version": "5.3"}',
  '{"msg_id": "p"}',
  "{}",
  '{"name": "stdout", "text": "ação ✓\\n"}',
];

function decode(frames: readonly string[], key = "secret key"): Decoded {
  return new Wire(key, "session").decode(frames.map((frame) => Buffer.from(frame)));
}

/** The frames with one of them replaced. */
function spoilt(index: number, frame: string): string[] {
  return FROM_PYTHON.map((original, at) => (at === index ? frame : original));
}

test("a message that Python signed is read", () => {
  const decoded = decode(FROM_PYTHON);
  assert.equal(decoded.status, "message");
  if (decoded.status !== "message") return;
  const { header, parent_header, content, size } = decoded.message;
  assert.equal(header.msg_type, "stream");
  assert.equal(parent_header.msg_id, "p");
  assert.deepEqual(content, { name: "stdout", text: "ação ✓\n" });
  assert.equal(size, Buffer.byteLength(FROM_PYTHON[6] ?? ""));
});

test("a message of ours is read back, and each has an id of its own", () => {
  const wire = new Wire("k", "session");
  const header = wire.header("execute_request");
  const frames = wire.encode(header, { code: "1 + 1" }).map((frame) => Buffer.from(frame));
  const decoded = wire.decode(frames);
  assert.deepEqual(decoded.status === "message" && [decoded.message.header, decoded.message.content], [
    header,
    { code: "1 + 1" },
  ]);
  assert.notEqual(wire.header("x").msg_id, header.msg_id);
});

describe("what is no message is rejected with a reason", () => {
  const cases: [string, readonly string[], RegExp][] = [
    ["a changed content", spoilt(6, '{"name": "stdout", "text": "forged"}'), /signature/],
    ["a signature of another key", spoilt(2, "0".repeat(64)), /signature/],
    ["a cut signature", spoilt(2, "7a3e"), /signature/],
    ["no signature", spoilt(2, ""), /signature/],
    ["no frames", [], /frames/],
    ["no delimiter", FROM_PYTHON.slice(2), /frames/],
    ["frames cut short", FROM_PYTHON.slice(0, 5), /frames/],
    ["many frames without a delimiter", Array.from({ length: 10_000 }, () => "x"), /frames/],
  ];
  for (const [name, frames, reason] of cases) {
    test(name, () => {
      const decoded = decode(frames);
      assert.equal(decoded.status, "rejected");
      assert.match(decoded.status === "rejected" ? decoded.reason : "", reason);
    });
  }

  const unsigned: [string, readonly string[], RegExp][] = [
    ["no JSON", ["<IDS|MSG>", "", "{}", "{}", "{}", "{"], /JSON/],
    ["a list for a header", ["<IDS|MSG>", "", "[]", "{}", "{}", "{}"], /msg_id/],
    ["a number for an id", ["<IDS|MSG>", "", '{"msg_id":1,"msg_type":"x"}', "{}", "{}", "{}"], /msg_id/],
    ["a list for a content", ["<IDS|MSG>", "", '{"msg_id":"1","msg_type":"x"}', "{}", "{}", "[]"], /content/],
  ];
  for (const [name, frames, reason] of unsigned) {
    test(`signed, but ${name}`, () => {
      const decoded = decode(frames, "");
      assert.match(decoded.status === "rejected" ? decoded.reason : "", reason);
    });
  }
});
