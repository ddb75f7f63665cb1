// The oracle of encodeAsync is encode, which is tested against Python: the same strings and options, in Rust and in turns.
import assert from "node:assert/strict";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, test } from "node:test";
import { AutoTokenizer } from "../../src/tokenizers/auto-tokenizer";
import type { BatchEncoding } from "../../src/tokenizers/batch-encoding";
import { loadRustBinding } from "../../src/tokenizers/native/rust-binding";
import { fixtures, GOLDEN_NAMES, goldenTexts, OPTION_SETS, rowsOf } from "./golden-texts";

const EVERYTHING = { returnOffsetsMapping: true, returnSpecialTokensMask: true, returnTokenTypeIds: true } as const;
const binding = loadRustBinding();

/** What a call gives, or the error's message. */
async function outcome(work: () => BatchEncoding<unknown> | Promise<BatchEncoding<unknown>>): Promise<unknown> {
  try {
    return rowsOf(await work());
  } catch (error) {
    return String(error);
  }
}

describe("in Rust: equal to encode", () => {
  const texts = goldenTexts(21, 300);
  const few = goldenTexts(22, 40);
  for (const name of GOLDEN_NAMES) {
    test(name, async (t) => {
      if ((await binding).kind === "unavailable") return t.skip("no binary for this platform");
      const tokenizer = await AutoTokenizer.fromPretrained(join(fixtures, name), { useFast: "native" });
      assert.equal(tokenizer.backend, "native", tokenizer.backendReason);
      const all = await tokenizer.encodeAsync(texts, EVERYTHING);
      assert.deepEqual(rowsOf(all), rowsOf(tokenizer.encode(texts, EVERYTHING)));
      for (const set of OPTION_SETS) {
        const [one, other] = [few.slice(0, 20), few.slice(20)];
        for (const textPair of [undefined, other]) {
          // Without offsets the other columns come from Rust later, when rowsOf asks for them.
          const given = { ...EVERYTHING, ...set, returnOffsetsMapping: textPair === undefined, textPair };
          const label = `${JSON.stringify(set)}${textPair === undefined ? "" : ", pairs"}`;
          assert.deepEqual(
            await outcome(() => tokenizer.encodeAsync(one, given)),
            await outcome(() => tokenizer.encode(one, given)),
            label,
          );
        }
      }
      const words = few.map((text) => text.split(" "));
      const inWords = { ...EVERYTHING, isSplitIntoWords: true, truncation: true, maxLength: 12 } as const;
      assert.deepEqual(rowsOf(await tokenizer.encodeAsync(words, inWords)), rowsOf(tokenizer.encode(words, inWords)));
      assert.deepEqual(tokenizer.encode("ação 😀").input_ids, (await tokenizer.encodeAsync("ação 😀")).input_ids);
    });
  }

  test("tokens added later are taken over, and a text too long for Rust is encoded all the same", async (t) => {
    if ((await binding).kind === "unavailable") return t.skip("no binary for this platform");
    const tokenizer = await AutoTokenizer.fromPretrained(join(fixtures, "bert-uncased"), { useFast: "native" });
    const some = ["uma Palavra-Nova <novo>aqui", "palavra-nova", "nada"];
    const before = await tokenizer.encodeAsync(some);
    tokenizer.addTokens(["Palavra-Nova", { content: "<novo>", rstrip: true }]);
    const after = await tokenizer.encodeAsync(some, EVERYTHING);
    assert.notDeepEqual(after.input_ids, before.input_ids);
    assert.deepEqual(rowsOf(after), rowsOf(tokenizer.encode(some, EVERYTHING)));
    assert.equal(tokenizer.backend, "native", tokenizer.backendReason);
    const long = ["antes", `${"ab".repeat(500_001)} fim`, "depois"];
    assert.deepEqual((await tokenizer.encodeAsync(long)).input_ids, tokenizer.encode(long).input_ids);
  });
});

test("a text that the vocabulary cannot spell is the same error", async (t) => {
  if ((await binding).kind === "unavailable") return t.skip("no binary for this platform");
  const folder = mkdtempSync(join(tmpdir(), "caderno-tokenizers-"));
  try {
    const model = { type: "WordLevel", unk_token: "[UNK]", vocab: { ola: 0 } };
    writeFileSync(join(folder, "tokenizer.json"), JSON.stringify({ model, pre_tokenizer: { type: "Whitespace" } }));
    const tokenizer = await AutoTokenizer.fromPretrained(folder, { useFast: "native" });
    const wrong = ["ola", "ola mundo"];
    assert.match(String(await outcome(() => tokenizer.encodeAsync(wrong))), /^TokenizerError: /);
    assert.deepEqual(await outcome(() => tokenizer.encodeAsync(wrong)), await outcome(() => tokenizer.encode(wrong)));
  } finally {
    rmSync(folder, { recursive: true });
  }
});

test("in turns: equal to encode, and others run meanwhile", async () => {
  const tokenizer = await AutoTokenizer.from_pretrained(join(fixtures, "gpt2"));
  assert.equal(tokenizer.backend, "pure");
  const texts = goldenTexts(23, 2000);
  let turns = 0;
  const timer = setInterval(() => turns++, 1);
  const options = { padding: true, truncation: true, maxLength: 30, returnTensors: "onnx" } as const;
  const batch = await tokenizer.encodeAsync(texts, options);
  clearInterval(timer);
  assert.deepEqual(batch.input_ids, tokenizer.encode(texts, options).input_ids);
  assert.ok(turns > 0);
  assert.deepEqual((await tokenizer.encodeAsync([])).input_ids, []);
  await assert.rejects(tokenizer.encodeAsync(3 as unknown as string), /`text` must be a text, but got 3/);
});

test("Python's true and false are the pure tokenizer; another value is refused", async () => {
  for (const useFast of [true, false] as const) {
    const tokenizer = await AutoTokenizer.fromPretrained(join(fixtures, "words"), { useFast });
    assert.equal(tokenizer.backend, "pure");
    assert.match(tokenizer.backendReason, /useFast: "native"/);
  }
  const wrong = "rust" as unknown as "native";
  await assert.rejects(
    AutoTokenizer.fromPretrained(join(fixtures, "words"), { useFast: wrong }),
    /`useFast` must be "native", true or false, but got "rust"/,
  );
});
