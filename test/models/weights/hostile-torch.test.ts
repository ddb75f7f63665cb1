import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { inspect } from "node:util";
import { TorchFile } from "../../../src/models/weights/torch-file";
import { WeightsError } from "../../../src/models/weights/weights-error";
import { FIXTURES, temporaryFolder, write, zipBytes } from "./fixtures";

const folder = temporaryFolder();

async function readAll(path: string): Promise<void> {
  const file = await TorchFile.open(path, "model.bin");
  try {
    for (const name of file.tensors.keys()) await file.read(name);
  } finally {
    await file.close();
  }
}

async function refusal(bytes: Uint8Array): Promise<WeightsError> {
  const error = await readAll(write(folder, "model.bin", bytes)).then(
    () => assert.fail("it was read"),
    (thrown: unknown) => thrown,
  );
  assert.ok(error instanceof WeightsError, inspect(error));
  assert.ok(error.message.length < 1_000);
  return error;
}

const zipped = (pickle: Uint8Array, data: Uint8Array = new Uint8Array(8)): Buffer =>
  zipBytes([
    { name: "model/data.pkl", content: pickle },
    { name: "model/data/0", content: data },
  ]);

/** A pickle in its own instructions: strings are taken as Latin-1, numbers as bytes. */
const pickle = (...parts: (string | number)[]): Buffer =>
  Buffer.concat(
    [0x80, 2, ...parts].map((part) => (typeof part === "number" ? Buffer.of(part) : Buffer.from(part, "latin1"))),
  );
const text = (value: string): string => `X${String.fromCharCode(value.length)}\0\0\0${value}`;
const small = (value: number): string => `K${String.fromCharCode(value)}`;
const storage = (length: string): string =>
  `(${text("storage")}ctorch\nFloatStorage\n${text("0")}${text("cpu")}${length}tQ`;
const tensor = (stored: string, offset: string, shape: string, strides: string): string =>
  `}${text("w")}ctorch._utils\n_rebuild_tensor_v2\n(${stored}${offset}${shape}${strides}\x89ccollections\nOrderedDict\n)RtRs.`;

test("pickles that would call anything are refused by name, and nothing is called", async () => {
  const hostile = JSON.parse(readFileSync(join(FIXTURES, "hostile.json"), "utf8")) as Record<string, string>;
  assert.ok(Object.keys(hostile).length > 20);
  for (const [name, base64] of Object.entries(hostile)) {
    for (const bytes of [zipped(Buffer.from(base64, "base64")), Buffer.from(base64, "base64")]) {
      const error = await refusal(bytes);
      assert.ok(
        ["pickle-forbidden", "pickle-invalid", "format-unknown"].includes(error.code),
        `${name}: ${error.message}`,
      );
      if (/system|eval|exec|open|Popen|import|call|list|key/.test(name))
        assert.equal(error.code, "pickle-forbidden", name);
    }
  }
  assert.equal(existsSync("caderno-was-here"), false);
  const error = await refusal(zipped(pickle("cos\nsystem\n", `(${text("ls")}tR.`)));
  assert.match(error.message, /"os\.system"/);
  assert.match(error.hint ?? "", /Nothing was executed/);
});

test("allowed names cannot be called in other ways", async () => {
  const cases = [
    `ccollections\nOrderedDict\n(${text("x")}tR.`,
    `ctorch._utils\n_rebuild_parameter\n(${text("x")}tR.`,
    `ctorch\nFloatStorage\n)R.`,
    `${text("x")})R.`,
    `]}b.`,
    `ctorch\nFloatStorage\n}b.`,
    `ctorch._utils\n__builtins__\n.`,
    `ctorch.FloatStorage\n__class__\n.`,
    `}(${text("a")}${text("b")}i.`,
    "cposix\nsystem\n.",
  ];
  for (const code of cases) assert.equal((await refusal(zipped(pickle(code)))).code, "pickle-forbidden", code);
});

test("pickles that take what is not there, end early or hold no tensors are refused", async () => {
  const cases = [
    "",
    ".",
    "(.",
    "0.",
    "t.",
    "e.",
    "]e.",
    "s.",
    "}s.",
    `}${small(1)}s.`,
    "q\x01.",
    "h\x01.",
    "X\xff\xff\xff\xff.",
    "N.",
    "]].",
    "}.".slice(0, 1),
    `}(${small(1)}u.`,
    `Na.`,
    `${small(1)}Q.`,
    "ctorch",
    "c\n\n.",
    "\x80\x09.",
    "\x93.",
    `}${text("w")}${small(7)}s.`,
  ];
  for (const code of cases) {
    const { code: kind } = await refusal(zipped(pickle(code)));
    assert.ok(["pickle-invalid", "pickle-forbidden"].includes(kind), `${JSON.stringify(code)}: ${kind}`);
  }
});

test("tensors that lie about their storage are refused", async () => {
  const two = storage(small(2));
  const read = async (code: string): Promise<string> => (await refusal(zipped(pickle(code)))).code;
  const pair = (left: number, right: number): string => `(${small(left)}${small(right)}t`;
  const [one, huge] = [`(${small(2)}t`, `(J\xff\xff\xff\x7ft`];
  const wrong: [string, string, string][] = [
    [small(1), one, `(${small(1)}t`],
    [small(0), `(${small(3)}t`, `(${small(1)}t`],
    [small(0), one, `(${small(2)}t`],
    [small(0), huge, `(${small(0)}t`],
    [small(0), `(J\xff\xff\xff\x7fJ\xff\xff\xff\x7ft`, pair(0, 0)],
    [small(0), one, pair(1, 1)],
    [small(0), "(J\xff\xff\xff\xfft", `(${small(1)}t`],
    ["J\xff\xff\xff\xff", one, `(${small(1)}t`],
    [small(0), `(${small(1).repeat(65)}t`, `(${small(1).repeat(65)}t`],
    [small(0), `(${text("x")}t`, `(${small(1)}t`],
  ];
  for (const [offset, shape, strides] of wrong)
    assert.equal(await read(tensor(two, offset, shape, strides)), "pickle-invalid", inspect([offset, shape, strides]));
  // More elements than bytes are stored, and more bytes than elements.
  for (const length of [small(3), small(1), "J\xff\xff\xff\x7f", "\x8a\x08\xff\xff\xff\xff\xff\xff\x0f\x00"])
    assert.equal(
      await read(tensor(storage(length), small(0), `(${small(1)}t`, `(${small(1)}t`)),
      "tensor-invalid",
      inspect(length),
    );
  assert.equal(
    await read(tensor(storage("J\xff\xff\xff\xff"), small(0), `(${small(1)}t`, `(${small(1)}t`)),
    "pickle-invalid",
  );
});

test("bombs are refused in bounded time and memory: calls in calls, memo upon memo, millions of lists", async () => {
  const doubled = Array.from(
    { length: 200 },
    (_, index) => `q${String.fromCharCode(index)}h${String.fromCharCode(index)}\x86`,
  ).join("");
  assert.equal((await refusal(zipped(pickle(`)${doubled}.`)))).code, "pickle-invalid");
  const calls = "ccollections\nOrderedDict\n".repeat(2_000);
  assert.equal((await refusal(zipped(pickle(calls, `)${"R".repeat(2_000)}.`)))).code, "pickle-forbidden");
  assert.match((await refusal(zipped(Buffer.alloc(2_000_000, "]")))).message, /lists and dictionaries/);
  assert.match((await refusal(zipped(Buffer.alloc(12_000_000, "N0")))).message, /steps/);
  // A long list as shape in many calls would be walked again and again.
  const list = `]q\x01(${"K\x01".repeat(50_000)}e0`;
  const call = `ctorch._utils\n_rebuild_tensor_v2\n(${storage(small(2))}${small(0)}h\x01h\x01tR`;
  assert.equal((await refusal(zipped(pickle(list + call)))).code, "pickle-invalid");
});

test("zips with compressed, doubled, overlapping or lying entries are refused", async () => {
  const entry = { name: "m/data.pkl", content: pickle("}.") };
  const big = { name: "m/data/0", content: Buffer.alloc(400) };
  const cases: [RegExp, Buffer][] = [
    [/compressed/, zipBytes([{ ...entry, method: 8 }])],
    [/two entries/, zipBytes([entry, entry])],
    [/overlaps/, zipBytes([entry, big, { name: "m/data/1", content: Buffer.alloc(4), offset: 60 }])],
    [/overlaps/, zipBytes([entry, { ...big, size: 4_000_000 }])],
    [/overlaps/, zipBytes([entry, { ...big, size: 0xffffffff }])],
    [/no single `data\.pkl`/, zipBytes([big])],
    [/no single `data\.pkl`/, zipBytes([entry, { ...entry, name: "n/data.pkl" }])],
    [/TorchScript/, zipBytes([entry, { ...entry, name: "m/constants.pkl" }])],
    [/byte order/, zipBytes([entry, { name: "m/byteorder", content: Buffer.from("big") }])],
  ];
  for (const [message, bytes] of cases) assert.match((await refusal(bytes)).message, message);
  const lying = zipBytes([entry]);
  lying.writeUInt16LE(60_000, 26);
  assert.match((await refusal(lying)).message, /overlaps/);
  const many = zipBytes([entry]);
  many.writeUInt16LE(65_535, many.length - 12);
  assert.equal((await refusal(many)).code, "zip-invalid");
});

test("files cut off anywhere are refused, in either format", async () => {
  for (const name of ["types.bin", "legacy.bin"]) {
    const whole = readFileSync(join(FIXTURES, name));
    for (let length = 0; length < whole.length; length += 7) await refusal(whole.subarray(0, length));
  }
});
