// The options: what they mean together, which of them clash, and what files say.
import assert from "node:assert/strict";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { inspect } from "node:util";
import type { GenerationOptions } from "../../../src/generation/config/generation-options";
import { GenerationConfig } from "../../../src/generation/generation-config";

test("the strategy is the one that Python's get_generation_mode names", () => {
  const strategies: [GenerationOptions, string][] = [
    [{}, "greedy_search"],
    [{ penaltyAlpha: 0.6, topK: 4 }, "contrastive_search"],
    [{ doSample: true }, "sample"],
    [{ numBeams: 3 }, "beam_search"],
    [{ numBeams: 3, doSample: true }, "beam_sample"],
    [{ numBeams: 4, numBeamGroups: 2, diversityPenalty: 1 }, "group_beam_search"],
    [{ promptLookupNumTokens: 3 }, "assisted_generation"],
  ];
  for (const [options, strategy] of strategies) assert.equal(new GenerationConfig(options).strategy, strategy);
  assert.equal(new GenerationConfig({ doSample: true }).strategyWith("assistantModel"), "assisted_generation");
  assert.throws(() => new GenerationConfig({ numBeams: 2 }).strategyWith("assistantModel"), {
    code: "options-clash",
    parameters: ["assistantModel", "numBeams"],
  });
  assert.throws(
    () => new GenerationConfig({ doSample: true, numReturnSequences: 2, promptLookupNumTokens: 3 }).strategy,
    {
      parameters: ["promptLookupNumTokens", "numReturnSequences"],
    },
  );
});

test("options without meaning together are named", () => {
  const clashes: [GenerationOptions, string[]][] = [
    [{ penaltyAlpha: 0.6, numBeams: 2 }, ["penaltyAlpha", "numBeams"]],
    [{ penaltyAlpha: 0.6, doSample: true }, ["penaltyAlpha", "doSample"]],
    [{ penaltyAlpha: 0.6, topK: 1 }, ["penaltyAlpha", "topK"]],
    [{ penaltyAlpha: 0.6, useCache: false }, ["penaltyAlpha", "useCache"]],
    [{ numReturnSequences: 3 }, ["numReturnSequences", "doSample"]],
    [{ numReturnSequences: 3, numBeams: 2 }, ["numReturnSequences", "numBeams"]],
    [{ numBeams: 4, numBeamGroups: 3, diversityPenalty: 1 }, ["numBeams", "numBeamGroups"]],
    [{ numBeams: 4, numBeamGroups: 2 }, ["numBeamGroups", "diversityPenalty"]],
    [{ numBeams: 4, numBeamGroups: 2, diversityPenalty: 1, doSample: true }, ["numBeamGroups", "doSample"]],
    [{ numBeams: 4, diversityPenalty: 1 }, ["diversityPenalty", "numBeamGroups"]],
    [{ numBeamGroups: 2 }, ["numBeamGroups", "numBeams"]],
    [{ lengthPenalty: 2 }, ["lengthPenalty", "numBeams"]],
    [{ earlyStopping: true }, ["earlyStopping", "numBeams"]],
    [{ temperature: 0.5 }, ["temperature", "doSample"]],
    [{ topK: 5 }, ["topK", "doSample"]],
    [{ numBeams: 2, topP: 0.5 }, ["topP", "doSample"]],
    [{ maxLength: 5, maxNewTokens: 5 }, ["maxLength", "maxNewTokens"]],
    [{ minLength: 9, maxLength: 5 }, ["minLength", "maxLength"]],
    [{ minNewTokens: 9, maxNewTokens: 5 }, ["minNewTokens", "maxNewTokens"]],
    [{ maxMatchingNgramSize: 3 }, ["maxMatchingNgramSize", "promptLookupNumTokens"]],
  ];
  for (const [options, parameters] of clashes)
    assert.throws(
      () => new GenerationConfig(options),
      (error: { code?: string; parameters?: string[]; hint?: string; message: string }) => {
        assert.deepEqual([error.code, error.parameters], ["options-clash", parameters], error.message);
        assert.ok((error.hint ?? "").length > 5);
        return true;
      },
    );
});

test("values that say nothing clash with nothing", () => {
  assert.equal(new GenerationConfig({ temperature: 1, topK: 50, topP: 1, lengthPenalty: 1 }).strategy, "greedy_search");
  assert.equal(new GenerationConfig({ penaltyAlpha: 0, doSample: true }).strategy, "sample");
  const numbers = new GenerationConfig({ doSample: true, topK: null, maxNewTokens: null, eosTokenId: null });
  assert.deepEqual([numbers.topK, numbers.maxNewTokens, numbers.eosTokenIds], [null, null, []]);
});

test("wrong names and values are refused with the right ones", () => {
  const make = (options: object) => () => new GenerationConfig(options as GenerationOptions);
  assert.throws(make({ top_k: 5 }), /no option `top_k`\. It is spelt `topK` here/);
  assert.throws(make({ max_tokens: 5 }), /Did you mean `maxNewTokens`|Did you mean `maxTime`|Available options/);
  assert.throws(make({ numBeam: 5 }), /Did you mean `numBeams`\?/);
  assert.throws(make({ topP: 1.4 }), {
    name: "RangeError",
    message: /`topP` must be a number from 0 to 1, but got 1\.4/,
  });
  assert.throws(make({ doSample: true, temperature: 0 }), /leave out `doSample`/);
  assert.throws(make({ eosTokenId: [1, -1] }), /ids, whole numbers from 0/);
  assert.throws(make({ earlyStopping: "always" }), /one of true, false, "never"/);
  assert.throws(make({ guidanceScale: 2 }), { code: "option-unsupported", hint: /not built/ });
  assert.throws(make({ forceWordsIds: [[1]] }), { code: "option-unsupported", parameters: ["forceWordsIds"] });
  assert.throws(make({ encoderRepetitionPenalty: 1.2 }), { hint: /repetitionPenalty/ });
  assert.doesNotThrow(make({ encoderRepetitionPenalty: 1, guidanceScale: null }));
  assert.throws(
    () =>
      new GenerationConfig().with({ streamr: 1 } as GenerationOptions, { caller: "generate", alsoKnown: ["streamer"] }),
    {
      message: /generate: there is no option `streamr`.*Did you mean `streamer`/,
    },
  );
});

test("files give values, and only what a call gives can be without effect", () => {
  const file = {
    do_sample: true,
    temperature: 0.6,
    top_p: 0.9,
    eos_token_id: [1, 2],
    pad_token_id: -1,
    transformers_version: "4.48.3",
  };
  const config = GenerationConfig.fromFiles({ generationConfig: file, config: { eos_token_id: 7 } });
  assert.deepEqual([config.temperature, config.padTokenId, config.eosTokenIds], [0.6, null, [1, 2]]);
  const greedy = config.with({ doSample: false, maxNewTokens: 4 });
  assert.equal(greedy.strategy, "greedy_search");
  assert.equal(greedy.maxLengthFor(7), 11);
  assert.throws(() => config.with({ doSample: false, topP: 0.5 }), { parameters: ["topP", "doSample"] });
  const older = GenerationConfig.fromFiles({ config: { vocab_size: 10, eos_token_id: 7, max_length: 30, top_k: 4 } });
  assert.deepEqual([older.eosTokenId, older.topK, older.maxLengthFor(5)], [7, 4, 30]);
  assert.equal(new GenerationConfig().maxLengthFor(5), 25);
  assert.equal(new GenerationConfig().maxLengthFor(5, 16), 16);
  assert.throws(() => GenerationConfig.fromFiles({ generationConfig: { top_p: "high" } }), {
    code: "config-invalid",
    message: /generation_config\.json: `top_p` must be a number/,
  });
});

test("what a file asks for and is not built is said at the call", () => {
  const config = GenerationConfig.fromFiles({
    generationConfig: { guidance_scale: 1.5, cache_implementation: "hybrid" },
  });
  assert.throws(() => config.with({}), {
    code: "option-unsupported",
    message: /`guidanceScale`, which the model's own file sets/,
  });
});

test("it shows and saves what is not the default", async () => {
  const config = new GenerationConfig({ doSample: true, topK: 5, eosTokenId: [1, 2], seed: 3 });
  assert.equal(
    inspect(config),
    'GenerationConfig {\n  "doSample": true,\n  "eosTokenId": [1,2],\n  "seed": 3,\n  "topK": 5\n}',
  );
  assert.equal(inspect(new GenerationConfig()), "GenerationConfig {}");
  const folder = mkdtempSync(join(tmpdir(), "caderno-generation-"));
  try {
    await config.savePretrained(folder);
    const saved = JSON.parse(readFileSync(join(folder, "generation_config.json"), "utf8"));
    assert.deepEqual(saved, { do_sample: true, eos_token_id: [1, 2], top_k: 5 });
    assert.equal(inspect(GenerationConfig.fromFiles({ generationConfig: saved }).with({ seed: 3 })), inspect(config));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});
