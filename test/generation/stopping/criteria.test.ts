// Where rows end. The oracle of stop strings is Python (test/fixtures/generation/text/make.py).
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { test } from "node:test";
import { GenerationConfig } from "../../../src/generation/generation-config";
import { ConfidenceCriteria } from "../../../src/generation/stopping/confidence";
import { createStoppingCriteria } from "../../../src/generation/stopping/create-stopping-criteria";
import { EosTokenCriteria } from "../../../src/generation/stopping/eos-token";
import { MaxTimeCriteria } from "../../../src/generation/stopping/max-time";
import { StopStringCriteria } from "../../../src/generation/stopping/stop-strings";
import { StoppingCriteria } from "../../../src/generation/stopping/stopping-criteria";
import { StoppingCriteriaList } from "../../../src/generation/stopping/stopping-criteria-list";
import { AutoTokenizer } from "../../../src/tokenizers/auto-tokenizer";

interface Goldens {
  stops: string[][];
  tokenizers: Record<string, { rows: { ids: number[]; stops: number[][] }[] }>;
}

const fixtures = join(resolve(__dirname, "../../.."), "test/fixtures");
const goldens: Goldens = JSON.parse(readFileSync(join(fixtures, "generation/text/text.json"), "utf8"));

for (const [name, { rows }] of Object.entries(goldens.tokenizers)) {
  test(`stop strings end rows of ${name} where Python's do`, async () => {
    const tokenizer = await AutoTokenizer.fromPretrained(join(fixtures, "tokenizers", name));
    goldens.stops.forEach((stops, index) => {
      const criterion = new StopStringCriteria(tokenizer, stops);
      for (const { ids, stops: expected } of rows) {
        const ends = ids.flatMap((_, last) => (criterion.shouldStop(ids.slice(0, last + 1)) ? [last + 1] : []));
        assert.deepEqual(ends, expected[index], `${JSON.stringify(stops)} in ${JSON.stringify(tokenizer.decode(ids))}`);
      }
    });
  });
}

test("a stop string of characters that are cut into bytes ends a row too", async () => {
  const tokenizer = await AutoTokenizer.fromPretrained(join(fixtures, "tokenizers/gpt2"));
  const { input_ids: ids } = tokenizer.encode("bom 😀 fim");
  const criterion = new StopStringCriteria(tokenizer, "😀");
  const first = ids.findIndex((_, last) => criterion.shouldStop(ids.slice(0, last + 1)));
  assert.equal(tokenizer.decode(ids.slice(0, first + 1)), "bom 😀");
  assert.ok(!criterion.shouldStop(ids));
});

test("a configuration asks for its criteria, and the list says which one was met", () => {
  const config = new GenerationConfig({ maxNewTokens: 3, eosTokenId: [2, 5], maxTime: 100 });
  const own = (ids: readonly number[]): boolean => ids.at(-1) === 9;
  const list = createStoppingCriteria(config, { promptLength: 2, stoppingCriteria: [own] });
  const met = (...ids: number[]): string | undefined => {
    const criterion = list.firstMet(ids, { row: 0, step: ids.length - 2, promptLength: 2 });
    return criterion === own ? "own" : criterion?.constructor.name;
  };
  assert.equal(met(5, 5, 1), undefined);
  assert.equal(met(1, 1, 5), "EosTokenCriteria");
  assert.equal(met(1, 1, 9), "own");
  assert.equal(met(1, 1, 1, 1, 1), "MaxLengthCriteria");
  const byDefault = createStoppingCriteria(new GenerationConfig(), { promptLength: 7 });
  assert.ok(!byDefault.shouldStop(new Array(26).fill(1), { row: 0, step: 19, promptLength: 7 }));
  assert.ok(byDefault.shouldStop(new Array(27).fill(1), { row: 0, step: 20, promptLength: 7 }));
});

test("time ends a row by the clock that it was given", () => {
  assert.ok(new MaxTimeCriteria(0.5, { initialTimestamp: performance.now() - 600 }).shouldStop());
  assert.ok(!new MaxTimeCriteria(0.5, { initialTimestamp: performance.now() - 100 }).shouldStop());
});

test("a draft that is unsure ends", () => {
  const place = { row: 0, step: 1, promptLength: 1, scores: Float32Array.of(0, Math.log(3)) };
  assert.ok(!new ConfidenceCriteria(0.7).shouldStop([4, 1], place));
  assert.ok(new ConfidenceCriteria(0.8).shouldStop([4, 1], place));
});

test("what cannot be done says what to do", () => {
  const config = new GenerationConfig({ stopStrings: "Fin" });
  assert.throws(() => createStoppingCriteria(config, { promptLength: 1 }), {
    code: "tokenizer-missing",
    hint: /Pass the model's own one/,
  });
  class Later extends StoppingCriteria {
    override shouldStop(): boolean {
      return Promise.resolve(true) as never;
    }
  }
  const place = { row: 0, step: 1, promptLength: 1 };
  assert.throws(() => new StoppingCriteriaList([new Later()]).shouldStop([1], place), /Later gave an empty Promise/);
  assert.throws(() => new StoppingCriteriaList([7 as never]), /must be a StoppingCriteria or a function/);
  assert.throws(() => new MaxTimeCriteria(0), /seconds above 0/);
  assert.ok(!new EosTokenCriteria([]).shouldStop([]));
});
