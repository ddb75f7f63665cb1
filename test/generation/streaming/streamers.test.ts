// Text that comes piece by piece. The oracle is Python's TextStreamer (test/fixtures/generation/text/make.py).
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { before, test } from "node:test";
import { CallbackStreamer } from "../../../src/generation/streaming/callback-streamer";
import { TextIteratorStreamer } from "../../../src/generation/streaming/text-iterator-streamer";
import { TextStreamer } from "../../../src/generation/streaming/text-streamer";
import { AutoTokenizer } from "../../../src/tokenizers/auto-tokenizer";
import type { PreTrainedTokenizerFast } from "../../../src/tokenizers/pre-trained-tokenizer-fast";

interface Goldens {
  tokenizers: Record<string, { eos: number | null; rows: { ids: number[]; pieces: string[]; skipped: string[] }[] }>;
}

const fixtures = join(resolve(__dirname, "../../.."), "test/fixtures");
const goldens: Goldens = JSON.parse(readFileSync(join(fixtures, "generation/text/text.json"), "utf8"));
let gpt2: PreTrainedTokenizerFast;
before(async () => {
  gpt2 = await AutoTokenizer.fromPretrained(join(fixtures, "tokenizers/gpt2"));
});

class Pieces extends TextStreamer {
  readonly pieces: string[] = [];

  override onFinalizedText(text: string): void {
    this.pieces.push(text);
  }
}

for (const [name, { eos, rows }] of Object.entries(goldens.tokenizers)) {
  test(`TextStreamer gives Python's pieces of ${name}`, async () => {
    const tokenizer = await AutoTokenizer.fromPretrained(join(fixtures, "tokenizers", name));
    for (const { ids, pieces, skipped } of rows)
      for (const [skipSpecialTokens, expected] of [
        [false, pieces],
        [true, skipped],
      ] as const) {
        const streamer = new Pieces(tokenizer, { skipSpecialTokens });
        await streamer.put(ids.slice(0, 2), { row: 0, part: "prompt" });
        for (const id of [...ids.slice(2), ...(eos === null ? [] : [eos])])
          await streamer.put([id], { row: 0, part: "new" });
        await streamer.end();
        assert.deepEqual(streamer.pieces, expected);
      }
  });
}

test("no piece holds half a character, and the pieces are the whole text", async () => {
  const text = "😀😀 ação 日本語 👍🏽 naïve\n fim 😀";
  const streamer = new Pieces(gpt2);
  for (const id of gpt2.encode(text).input_ids) await streamer.put([id], { row: 0, part: "new" });
  await streamer.end();
  assert.equal(streamer.pieces.join(""), text);
  assert.ok(streamer.pieces.every((piece) => !/\uFFFD|\p{Cs}/u.test(piece)));
  assert.ok(streamer.pieces.filter((piece) => piece !== "").length > 4);
});

test("the prompt is left out where it is not wanted, and several rows are refused", async () => {
  const streamer = new Pieces(gpt2, { skipPrompt: true });
  streamer.begin(1);
  await streamer.put(gpt2.encode("A prompt").input_ids, { row: 0, part: "prompt" });
  await streamer.put(gpt2.encode(" and more").input_ids, { row: 0, part: "new" });
  await streamer.end();
  assert.equal(streamer.pieces.join(""), " and more");
  assert.throws(() => new TextStreamer(gpt2).begin(2), { code: "batch-unsupported", message: /one text, not 2/ });
});

test("a loop reads the pieces, and a slow one holds up who writes", async () => {
  const streamer = new TextIteratorStreamer(gpt2, { highWaterMark: 2 });
  const ids = gpt2.encode("one two three four five six seven eight nine ten").input_ids;
  let written = 0;
  const writing = (async () => {
    await new Promise((next) => setImmediate(next));
    for (const id of ids) {
      await streamer.put([id], { row: 0, part: "new" });
      written++;
    }
    await streamer.end();
  })();
  const texts: string[] = [];
  let mostAhead = 0;
  for await (const text of streamer) {
    texts.push(text);
    for (let turn = 0; turn < 20; turn++) await new Promise((next) => setImmediate(next));
    if (texts.length === 1) mostAhead = written;
  }
  await writing;
  assert.equal(texts.join(""), "one two three four five six seven eight nine ten");
  assert.ok(mostAhead > 0 && mostAhead < ids.length, `${mostAhead} of ${ids.length} were written before one was read`);
});

test("who reads after the end gets everything, however much it is", async () => {
  const streamer = new TextIteratorStreamer(gpt2, { highWaterMark: 1 });
  for (const id of gpt2.encode("a b c d e f").input_ids) await streamer.put([id], { row: 0, part: "new" });
  await streamer.end();
  const texts: string[] = [];
  for await (const text of streamer) texts.push(text);
  assert.equal(texts.join(""), "a b c d e f");
});

test("leaving the loop aborts the generation and frees who waits", async () => {
  const streamer = new TextIteratorStreamer(gpt2, { highWaterMark: 1 });
  const ids = gpt2.encode("a b c d e f g h i j").input_ids;
  const writing = (async () => {
    let count = 0;
    for (const id of ids) {
      if (streamer.signal.aborted) break;
      await streamer.put([id], { row: 0, part: "new" });
      count++;
    }
    await streamer.end();
    return count;
  })();
  for await (const _ of streamer) break;
  assert.ok((await writing) < ids.length);
  assert.ok(streamer.signal.aborted);
  assert.deepEqual(await streamer.next(), { done: true, value: undefined });
});

test("a function is told whose words they are, and is waited for", async () => {
  const texts = ["", ""];
  const parts: string[] = [];
  const streamer = new CallbackStreamer(gpt2, async (text, { row, part }) => {
    await new Promise((next) => setImmediate(next));
    texts[row] += text;
    parts.push(`${row}${part}`);
  });
  const [first = [], second = []] = gpt2.encode(["Bom dia a todos", "Ação"]).input_ids;
  await streamer.put(first.slice(0, 3), { row: 0, part: "prompt" });
  for (let place = 0; place < first.length; place++) {
    if (place > 2) await streamer.put([first[place] ?? 0], { row: 0, part: "new" });
    const other = second[place];
    if (other !== undefined) await streamer.put([other], { row: 1, part: "new" });
  }
  await streamer.end();
  assert.deepEqual(texts, ["Bom dia a todos", "Ação"]);
  assert.deepEqual(parts.slice(-2), ["0end", "1end"]);
  assert.throws(() => new CallbackStreamer(gpt2, "print" as never), /must be a function of a text/);
});
