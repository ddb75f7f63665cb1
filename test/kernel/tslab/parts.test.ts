/** @file The pure parts of the repairs: awaits, excerpts, frames, declarations, and the wire. */
import assert from "node:assert/strict";
import { createRequire } from "node:module";
import { describe, it } from "node:test";
import { stripVTControlCharacters } from "node:util";
import { reachedDeclarations } from "../../../src/kernel/tslab/declarations";
import { markSource } from "../../../src/kernel/tslab/source-excerpt";
import { readFrames } from "../../../src/kernel/tslab/stack-frames";
import { hasTopLevelAwait } from "../../../src/kernel/tslab/top-level-await";
import type { TypeScriptApi } from "../../../src/kernel/tslab/tslab-modules";
import { Wire } from "../../../src/kernel/tslab/wire";

const require_ = createRequire(createRequire(__filename).resolve("tslab/package.json"));
const typescript = require_("@tslab/typescript-for-tslab") as TypeScriptApi;

describe("hasTopLevelAwait", () => {
  for (const code of [
    "await f()",
    "await (f())",
    "await\n(f())",
    "const r = await (await f()).json()",
    "for await (const x of xs) {}",
    "if (a) { for await (const x of xs) {} }",
    "try { await (f()) } finally {}",
    "label: while (true) { await (f()) }",
    "const text = `a $" + "{await (f())}`",
    "const { a = await (f()) } = b",
    "[await (f())]",
    "x ??= await (f())",
  ]) {
    it(`finds: ${code}`, () => assert.equal(hasTopLevelAwait(typescript, code), true));
  }

  for (const code of [
    "1 + 1",
    "async function f() { await (1) }",
    "const f = async () => { for await (const x of xs) {} }",
    "const o = { async m() { await (1) } }",
    "class A { async m() { await (1) } }",
    "class A { get x() { return async () => await (1) } }",
    "// await (1)",
    '"await (1)"',
    "awaiting(1)",
    "o.await(1)",
  ]) {
    it(`leaves: ${code}`, () => assert.equal(hasTopLevelAwait(typescript, code), false));
  }
});

describe("markSource", () => {
  const text = "let a = 1;\n\tb.c(d);\r\nlet e;\nlet f;";
  const plain = (lines: string[]): string[] => lines.map(stripVTControlCharacters);

  it("numbers the lines around, and keeps the caret below its column where there are tabs", () => {
    assert.deepEqual(plain(markSource(text, { line: 2, column: 4 }, { around: 1 })), [
      "      1 | let a = 1;",
      "    > 2 | \tb.c(d);",
      "        | \t  ^",
      "      3 | let e;",
    ]);
  });

  it("marks a width, but not beyond the line", () => {
    assert.equal(plain(markSource(text, { line: 1, column: 5 }, { around: 0, width: 3 })).at(-1), "        |     ^^^");
    assert.equal(plain(markSource(text, { line: 4, column: 5 }, { around: 0, width: 30 })).at(-1), "        |     ^^");
  });

  it("shows nothing for a line that is not there, and cuts long ones", () => {
    assert.deepEqual(markSource(text, { line: 9, column: 1 }, { around: 2 }), []);
    const long = plain(markSource("x".repeat(5_000), { line: 1, column: 4_000 }, { around: 0 }));
    assert.equal(long.length, 1);
    assert.ok((long[0]?.length ?? 0) < 200);
  });
});

describe("readFrames", () => {
  it("takes cells, files and functions apart, and leaves Node out", () => {
    const stack = [
      "TypeError: at first (sight:1:2)",
      "    at new Thing (Cell In[12]:3:4)",
      "    at Cell In[3]:4:8",
      "    at async Promise.all (index 0)",
      "    at Object.open (node:fs:601:3)",
      "    at Array.map (<anonymous>)",
      "    at async load (lib/a b.ts:5:6)",
    ].join("\n");
    assert.deepEqual(readFrames(stack), [
      { called: "new Thing", where: "Cell In[12]", line: 3, column: 4 },
      { called: "", where: "Cell In[3]", line: 4, column: 8 },
      { called: "load", where: "lib/a b.ts", line: 5, column: 6 },
    ]);
  });
});

describe("reachedDeclarations", () => {
  it("keeps types, functions and imports, and the values that exist", () => {
    const declarations = [
      'import fs from "fs";',
      "declare const a: number, b: string;",
      "declare let c: number;",
      "declare function f(): void;",
      "declare class Missed {}",
      "interface Row { a: number }",
      "type T = 1;",
    ].join("\n");
    const kept = reachedDeclarations(typescript, declarations, { a: 1, b: undefined, c: 2 });
    const lines = kept.split("\n").filter((line) => line !== "");
    assert.deepEqual(lines, [
      'import fs from "fs";',
      "declare const a: number;",
      "declare let c: number;",
      "declare function f(): void;",
      "interface Row { a: number }",
      "type T = 1;",
    ]);
  });

  it("keeps an earlier cell's variable that is undefined, unless the cell declared it anew", () => {
    const before = "declare const found: string | undefined, again: undefined;";
    const now = "declare const found: string | undefined;\ndeclare const again: number;\ndeclare const missed: number;";
    const kept = reachedDeclarations(typescript, now, {}, before);
    assert.equal(kept.trim(), "declare const found: string | undefined;");
  });
});

describe("Wire", () => {
  const parent = { msg_id: "p", msg_type: "t", session: "s", username: "u", date: "d", version: "5.3" };
  const frames = (wire: Wire): Buffer[] =>
    wire.encode("stream", { text: "olá" }, parent, ["id"]).map((frame) => Buffer.from(frame));

  it("reads what it writes, with the routing frames", () => {
    const wire = new Wire("key");
    const message = wire.decode(frames(wire));
    assert.deepEqual(message.identities, [Buffer.from("id")]);
    assert.equal(message.header.msg_type, "stream");
    assert.deepEqual(message.content, { text: "olá" });
  });

  it("signs as the protocol says", () => {
    // hmac.new(b"key", b"".join(parts), "sha256").hexdigest() in Python.
    const wire = new Wire("key");
    const signed = ['{"msg_type":"x"}', "{}", "{}", "{}"].map((part) => Buffer.from(part));
    const signature = Buffer.from("2282ffffd6e72182b2147b922df4101295f0e2d918c7acf0eeda19c870533a00");
    assert.equal(wire.decode([Buffer.from("<IDS|MSG>"), signature, ...signed]).header.msg_type, "x");
  });

  it("refuses a wrong key, changed bytes, and frames that are cut short", () => {
    const wire = new Wire("key");
    assert.throws(() => new Wire("other").decode(frames(wire)), /signature/);
    const changed = frames(wire);
    changed[changed.length - 1] = Buffer.from('{"text":"else"}');
    assert.throws(() => wire.decode(changed), /signature/);
    for (let length = 0; length < 7; length++) {
      assert.throws(() => wire.decode(frames(wire).slice(0, length)), `${length} frames`);
    }
  });
});
