import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { defaultRng } from "../../../src/core/random";
import { drawWindow, maskedFeeds } from "../../../tools/models/masked-batches";
import { neighbourAttention } from "../../../tools/models/neighbour-attention";
import { SPECIAL_IDS } from "../../../tools/models/portuguese-tokenizer";

const { first, separator, mask } = SPECIAL_IDS;

describe("windows of texts", () => {
  const text = Uint16Array.from({ length: 50 }, (_, index) => 100 + index);

  test("are a part of one text, and tell a token that is not in them", () => {
    const random = defaultRng(1);
    for (let draw = 0; draw < 200; draw++) {
      const { ids, elsewhere } = drawWindow([text], 12, random);
      assert.equal(ids.length, 12);
      assert.deepEqual([ids[0], ids[11]], [first, separator]);
      const [begin = 0] = ids.subarray(1);
      assert.deepEqual([...ids.subarray(1, 11)], [...text.subarray(begin - 100, begin - 90)]);
      assert.ok(elsewhere !== undefined && text.includes(elsewhere) && !ids.includes(elsewhere));
    }
  });

  test("hold a short text whole", () => {
    const { ids, elsewhere } = drawWindow([text.subarray(0, 4)], 12, defaultRng(1));
    assert.deepEqual([[...ids], elsewhere], [[first, 100, 101, 102, 103, separator], undefined]);
  });

  test("hide the share that is asked for, and label nothing else but the first token", () => {
    const random = defaultRng(2);
    const windows = Array.from({ length: 100 }, () => drawWindow([text], 40, random));
    for (const hidden of ["mask", "mixed"] as const) {
      const { input_ids, labels } = maskedFeeds(windows, { share: 0.3, hidden }, random);
      const [shown, wanted] = [input_ids?.data as BigInt64Array, labels?.data as BigInt64Array];
      const counts = { guessed: 0, masked: 0, same: 0, other: 0 };
      for (const [row, { ids, elsewhere }] of windows.entries()) {
        for (const [place, id] of ids.entries()) {
          const [seen, label] = [Number(shown[row * 40 + place]), Number(wanted[row * 40 + place])];
          if (place === 0) assert.deepEqual([seen, label], [first, elsewhere]);
          else if (label === -100) assert.equal(seen, id);
          else {
            assert.equal(label, id);
            counts.guessed++;
            counts[seen === mask ? "masked" : seen === id ? "same" : "other"]++;
          }
        }
      }
      const shares = [counts.masked, counts.same, counts.other].map((count) => count / counts.guessed);
      assert.ok(Math.abs(counts.guessed / 3800 - 0.3) < 0.03, String(counts.guessed));
      const expected = hidden === "mask" ? [1, 0, 0] : [0.8, 0.1, 0.1];
      for (const [index, share] of expected.entries())
        assert.ok(Math.abs((shares[index] ?? 0) - share) < 0.04, String(shares));
    }
  });
});

test("heads begin on the neighbour that they are given, at any position", () => {
  const [width, size, positions] = [64, 16, 300];
  const offsets = [[-1, 1, -2, 3]];
  const rules = { vocabulary: 50, positions, width, heads: 4, offsets, deviation: 0.06, seed: 5 };
  const values = neighbourAttention(rules);
  const read = (name: string): Float32Array => values.get(`distilbert.${name}.weight`)?.data ?? new Float32Array();
  const [words, places] = [read("embeddings.word_embeddings"), read("embeddings.position_embeddings")];
  const random = defaultRng(7);
  const states = Array.from({ length: positions }, (_, at) => {
    const word = random.integers(1, 50);
    return normalized(
      Array.from({ length: width }, (_, i) => (words[word * width + i] ?? 0) + (places[at * width + i] ?? 0)),
    );
  });
  const project = (name: string): number[][] => {
    const weight = read(`transformer.layer.0.attention.${name}`);
    return states.map((state) =>
      Array.from({ length: width }, (_, row) =>
        state.reduce((sum, x, i) => sum + x * (weight[row * width + i] ?? 0), 0),
      ),
    );
  };
  const [queries, keys] = [project("q_lin"), project("k_lin")];
  for (const [head, offset] of [-1, 1, -2, 3].entries()) {
    for (const at of [5, 100, 290]) {
      const part = (row: number[] = []): number[] => row.slice(head * size, (head + 1) * size);
      const query = part(queries[at]);
      const scores = keys.map((key) => part(key).reduce((sum, x, i) => sum + x * (query[i] ?? 0), 0) / Math.sqrt(size));
      const powers = scores.map((score) => Math.exp(score - Math.max(...scores)));
      const weight = (powers[at + offset] ?? 0) / powers.reduce((sum, power) => sum + power, 0);
      assert.ok(weight > 0.5, `head ${head} at ${at}: ${weight}`);
    }
  }
});

function normalized(values: number[]): number[] {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const deviation = Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length);
  return values.map((value) => (value - mean) / deviation);
}
