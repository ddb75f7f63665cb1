// The oracle is Python's generate on the same weights: test/fixtures/generation/make_strategies.py.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { after, before, test } from "node:test";
import { AutoModelForCausalLM } from "../../src/generation/auto-model-for-causal-lm";
import type { GenerateOptions } from "../../src/generation/generate-options";
import type { GenerativeModel } from "../../src/generation/generative-model";

const fixtures = resolve(__dirname, "../fixtures/generation");

interface Case {
  input_ids: number[][];
  attention_mask: number[][];
  options: Record<string, unknown>;
  sequences: number[][];
  sequences_scores?: number[];
  beam_indices?: number[][];
}

const camel = (name: string): string => name.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase());

function optionsOf({ options }: Case): GenerateOptions {
  const own = Object.fromEntries(Object.entries(options).map(([name, value]) => [camel(name), value]));
  const length = "maxLength" in own ? {} : { maxNewTokens: 16 };
  return { ...own, ...length, outputScores: true };
}

for (const name of ["gpt2", "llama"]) {
  const { cases } = JSON.parse(readFileSync(join(fixtures, `${name}.json`), "utf8")) as { cases: Case[] };
  let model: GenerativeModel;
  before(async () => {
    model = await AutoModelForCausalLM.fromPretrained(join(fixtures, name));
  });
  after(() => model.close());
  const groups = new Map<string, Case[]>();
  for (const one of cases) {
    const key = JSON.stringify(one.options);
    groups.set(key, [...(groups.get(key) ?? []), one]);
  }
  for (const [options, group] of groups) {
    test(`${name} as in Python: ${options}, ${group.length} calls`, async () => {
      for (const one of group) {
        const { input_ids, attention_mask } = one;
        const output = await model.generate({ input_ids, attention_mask }, optionsOf(one));
        // Python's prompt lookup may go beyond the greatest length by what its last draft brings.
        const most = "prompt_lookup_num_tokens" in one.options ? (input_ids[0]?.length ?? 0) + 16 : undefined;
        const expected = one.sequences.map((row) => row.slice(0, most));
        assert.deepEqual(output.sequences, expected, JSON.stringify(input_ids));
        if (one.sequences_scores !== undefined) {
          for (const [row, score] of one.sequences_scores.entries()) {
            const apart = Math.abs((output.sequenceScores?.[row] ?? Number.NaN) - score);
            assert.ok(
              apart <= 1e-5 * Math.max(1, Math.abs(score)),
              `row ${row}: ${output.sequenceScores?.[row]} and ${score}`,
            );
          }
        }
        // Python's rows are as long as the sequences, though they begin with the first new token.
        const width = output.sequences[0]?.slice(input_ids[0]?.length).length;
        const indices = one.beam_indices?.map((row) => row.slice(0, width));
        if (indices !== undefined) assert.deepEqual(output.beamIndices, indices);
      }
    });
  }
}
