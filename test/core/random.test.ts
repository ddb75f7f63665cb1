/** @file The random numbers are NumPy's: goldens from NumPy over many seeds, ranges and sizes. */
import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { defaultRng, Generator } from "../../src/core/random";
import { entropyOf, seedWords } from "../../src/core/random/seed-sequence";

interface Golden {
  cases: {
    seed: number;
    state: string[];
    random: number[];
    integers: [low: number, high: number, drawn: number, between: number][];
    permutations: number[][];
    sequence: number[];
    shuffled: string;
    choices: [population: number, size: number, replace: boolean, digest: string][];
    large: [length: number, digest: string][];
  }[];
  large: [seed: number, length: number, digest: string][];
}

const golden = JSON.parse(readFileSync(join(__dirname, "../fixtures/random/numpy.json"), "utf8")) as Golden;

function digest(values: Uint32Array): string {
  return createHash("sha256")
    .update(new Uint8Array(values.buffer, values.byteOffset, values.byteLength))
    .digest("hex");
}

test("every seed's state, floats, integers, permutations and choices are NumPy's", () => {
  assert.equal(golden.cases.length, 18);
  for (const expected of golden.cases) {
    const { seed } = expected;
    assert.deepEqual([...seedWords(entropyOf(seed), 8)].map(String), expected.state, `state of ${seed}`);

    let rng = defaultRng(seed);
    for (const number of expected.random) assert.equal(rng.random(), number, `random of ${seed}`);

    rng = defaultRng(seed);
    for (const [low, high, drawn, between] of expected.integers) {
      assert.equal(rng.integers(low, high), drawn, `integers(${low}, ${high}) of ${seed}`);
      assert.equal(rng.random(), between, `random between integers of ${seed}`);
    }

    rng = defaultRng(seed);
    for (const order of expected.permutations) assert.deepEqual([...rng.permutation(order.length)], order);

    rng = defaultRng(seed);
    assert.deepEqual(
      expected.sequence.map(() => rng.integers(1000)),
      expected.sequence,
    );
    const letters = [..."abcdefghijklmno"];
    rng.shuffle(letters);
    assert.equal(letters.join(""), expected.shuffled);

    rng = defaultRng(seed);
    for (const [population, size, replace, sha] of expected.choices) {
      assert.equal(digest(rng.choice(population, { size, replace })), sha, `choice(${population}, ${size}) of ${seed}`);
    }

    rng = defaultRng(seed);
    for (const [length, sha] of expected.large)
      assert.equal(digest(rng.permutation(length)), sha, `${seed}: ${length}`);
  }
});

test("permutations of three million are NumPy's, beyond the 21 bits that one product holds", () => {
  for (const [seed, length, sha] of golden.large) assert.equal(digest(defaultRng(seed).permutation(length)), sha);
});

test("seeds longer than the pool are mixed in, and no seed means a new one each time", () => {
  // numpy.random.SeedSequence([1, 2, 3, 4, 5, 6]).generate_state(4), NumPy 2.4.6
  const words = [...seedWords([1, 2, 3, 4, 5, 6], 4)];
  assert.deepEqual(words, [488360481, 3956080669, 2986500235, 3488252836]);
  assert.ok(new Generator([1]).random() === defaultRng(1).random());
  assert.notEqual(defaultRng().random(), defaultRng().random());
});

test("typed arrays shuffle as lists do", () => {
  const numbers = Float64Array.from({ length: 50 }, (_, index) => index);
  const list = [...numbers];
  defaultRng(5).shuffle(numbers);
  defaultRng(5).shuffle(list);
  assert.deepEqual([...numbers], list);
  assert.notDeepEqual(
    list,
    [...list].sort((a, b) => a - b),
  );
});

test("wrong arguments name the function, the parameter and the value", () => {
  assert.throws(
    () => defaultRng(-1),
    /^RangeError: defaultRng: `seed` must be from 0 to 9007199254740991, but got -1\./,
  );
  assert.throws(() => defaultRng(1.5), RangeError);
  assert.throws(() => defaultRng(2 ** 53), RangeError);
  assert.throws(
    () => defaultRng("42" as unknown as number),
    /^TypeError: defaultRng: `seed` must be a whole number, but got "42"\./,
  );
  const rng = defaultRng(0);
  assert.throws(
    () => rng.integers(5, 5),
    /^RangeError: Generator\.integers: `high` must be greater than 5, but got 5\./,
  );
  assert.throws(() => rng.integers(0), /`low` must be greater than 0/);
  assert.throws(() => rng.permutation(-1), RangeError);
  assert.throws(() => rng.permutation(2 ** 32), RangeError);
  assert.throws(
    () => rng.choice(3, { size: 4, replace: false }),
    /`size` must be at most the population of 3, but got 4/,
  );
  assert.throws(() => rng.choice(0, { size: 1 }), /at most the population of 0/);
});
