// What generate gives besides tokens, how it ends, and what it refuses. The tokens themselves are held to Python's beside this.
import assert from "node:assert/strict";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { AutoModelForCausalLM } from "../../src/generation/auto-model-for-causal-lm";
import type { GenerateOptions } from "../../src/generation/generate-options";
import type { GenerativeModel } from "../../src/generation/generative-model";
import type { StreamPlace } from "../../src/generation/streaming/streamer";
import { openDraft, openModel } from "./support";

let model: GenerativeModel;
let draft: GenerativeModel;
const temporary = mkdtempSync(join(tmpdir(), "caderno-generate-"));
before(async () => {
  model = await openModel("gpt2");
  draft = await openDraft(model);
});
after(async () => {
  await draft.close();
  await model.close();
  rmSync(temporary, { recursive: true, force: true });
});

const ROWS = [
  [5, 40, 12],
  [7, 8, 9],
  [60, 61, 3],
];

test("a draft changes the number of the model's steps and not the text", async () => {
  for (const options of [{}, { repetitionPenalty: 1.3 }, { noRepeatNgramSize: 2 }, { eosTokenId: [2, 17, 30, 51] }]) {
    const plain = await model.generate(ROWS, { ...options, maxNewTokens: 24 });
    for (const schedule of ["constant", "heuristic", "heuristic_transient"] as const) {
      const assisted = await model.generate(ROWS, {
        ...options,
        maxNewTokens: 24,
        assistantModel: draft,
        numAssistantTokens: 4,
        numAssistantTokensSchedule: schedule,
        trace: true,
      });
      assert.equal(assisted.strategy, "assisted_generation");
      assert.deepEqual(assisted.sequences, plain.sequences);
      const steps = assisted.trace?.filter((step) => step.kind === "draft") ?? [];
      assert.ok(steps.some(({ accepted }) => accepted > 0));
      const added = steps.filter(({ row }) => row === 0).flatMap((step) => step.added);
      assert.deepEqual(added, plain.newTokens[0]?.slice(0, added.length));
    }
  }
});

test("scores, logits, hidden states and a trace come on demand", async () => {
  const options = { maxNewTokens: 5, repetitionPenalty: 1.5, outputScores: true, outputLogits: true };
  const output = await model.generate(ROWS, { ...options, outputHiddenStates: true, trace: { candidates: 3 } });
  assert.equal(output.scores?.length, 5);
  assert.deepEqual(output.logits?.[0]?.dims, [3, 96]);
  const { logits, hidden_states: states } = await model.forward(
    { input_ids: ROWS },
    { logits: "last", outputHiddenStates: true },
  );
  for (const [place, value] of (output.logits?.[0]?.data ?? []).entries())
    assert.ok(Math.abs(value - (logits.data[place] ?? 0)) < 1e-4);
  assert.notDeepEqual(output.scores?.[0]?.data, output.logits?.[0]?.data);
  assert.deepEqual(
    output.hiddenStates?.[0]?.map(({ dims }) => dims),
    states.map(({ dims }) => dims),
  );
  assert.deepEqual(output.hiddenStates?.[1]?.[0]?.dims, [3, 1, 32]);
  const [step] = output.trace ?? [];
  assert.ok(step?.kind === "choice" && step.candidates.length === 3);
  const shares = logits.softmax().at(0).at(0).data;
  const [best] = step.candidates;
  assert.equal(best?.token, shares.indexOf(Math.max(...shares)));
  assert.ok(Math.abs((best?.probability ?? 0) - Math.max(...shares)) < 1e-5);
  const entropy = -shares.reduce((sum, share) => sum + share * Math.log2(share), 0);
  assert.ok(Math.abs(step.entropy - entropy) < 1e-4);
  assert.equal(step.left, 96);
  const cut = await model.generate([ROWS[0] ?? []], { doSample: true, topK: 5, maxNewTokens: 2, seed: 1, trace: true });
  const [sampled] = cut.trace ?? [];
  assert.ok(sampled?.kind === "choice" && sampled.left === 5);
  assert.deepEqual(
    sampled.candidates.map(({ kept }) => kept > 0),
    sampled.candidates.map((_, place) => place < 5),
  );
  assert.equal((await model.generate(ROWS, { maxNewTokens: 2 })).scores, undefined);
});

test("the trace of beams says what was kept, ended and pruned, and leads to the text", async () => {
  const output = await model.generate([[5, 40, 12]], {
    numBeams: 3,
    maxNewTokens: 8,
    eosTokenId: [2, 17, 30],
    trace: true,
  });
  const steps = output.trace?.filter((step) => step.kind === "beams") ?? [];
  assert.ok(steps.length > 0);
  for (const { candidates } of steps) {
    const kept = candidates.filter(({ state }) => state === "kept");
    assert.deepEqual(
      kept.map(({ beam }) => beam),
      [0, 1, 2],
    );
    assert.ok(candidates.every(({ score }, place) => place === 0 || score <= (candidates[place - 1]?.score ?? 0)));
  }
});

test("a row that has ended leaves the batch and is padded", async () => {
  const stopping = {
    maxNewTokens: 10,
    padTokenId: 1,
    stoppingCriteria: [(_: unknown, place: { row: number; step: number }) => place.step >= place.row + 1],
  };
  const output = await model.generate(ROWS, { ...stopping, outputScores: true });
  assert.deepEqual(
    output.newTokens.map((row) => row.filter((token) => token !== 1).length),
    [1, 2, 3],
  );
  // What was not computed is not a number: the rows were not there any more.
  const last = output.scores?.[2];
  assert.ok(
    Number.isNaN(last?.at(0).data[0]) && Number.isNaN(last?.at(1).data[0]) && !Number.isNaN(last?.at(2).data[0]),
  );
});

test("tokens stream as they come, prompts without their padding, and the end is told once", async () => {
  const heard: string[] = [];
  const streamer = {
    begin: (rows: number): void => void heard.push(`begin ${rows}`),
    put: (tokens: readonly number[], { row, part }: StreamPlace): void => void heard.push(`${part} ${row}: ${tokens}`),
    end: (): void => void heard.push("end"),
  };
  const inputs = {
    input_ids: [
      [1, 7, 8],
      [5, 40, 12],
    ],
    attention_mask: [
      [0, 1, 1],
      [1, 1, 1],
    ],
  };
  const { newTokens } = await model.generate(inputs, { maxNewTokens: 2, streamer });
  assert.deepEqual(heard, [
    "begin 2",
    "prompt 0: 7,8",
    "prompt 1: 5,40,12",
    `new 0: ${newTokens[0]?.[0]}`,
    `new 1: ${newTokens[1]?.[0]}`,
    `new 0: ${newTokens[0]?.[1]}`,
    `new 1: ${newTokens[1]?.[1]}`,
    "end",
  ]);
  await assert.rejects(model.generate(ROWS, { numBeams: 2, streamer }), { code: "options-clash" });
});

test("a signal ends a call with its reason, time ends it with what is there", async () => {
  const controller = new AbortController();
  let steps = 0;
  const counting = [
    (_ids: readonly number[], scores: Float32Array) => {
      if (++steps === 3) controller.abort(new Error("enough"));
      return scores;
    },
  ];
  await assert.rejects(
    model.generate([[5]], { maxNewTokens: 50, logitsProcessor: counting, signal: controller.signal }),
    /enough|interrupted/,
  );
  assert.equal(steps, 3);
  await assert.rejects(model.generate([[5]], { signal: AbortSignal.abort(new Error("before")) }), /before/);
  const slow = [
    (_ids: readonly number[], scores: Float32Array) => {
      const end = performance.now() + 15;
      while (performance.now() < end);
      return scores;
    },
  ];
  const timed = await model.generate([[5]], {
    maxNewTokens: 80,
    maxTime: 0.05,
    logitsProcessor: slow,
    eosTokenId: null,
  });
  assert.ok((timed.newTokens[0]?.length ?? 0) < 20);
});

test("what cannot be continued is refused, with what to do", async () => {
  const refused = async (inputs: unknown, options: GenerateOptions, code: string, hint?: RegExp): Promise<void> => {
    await assert.rejects(model.generate(inputs as number[][], options), (error: { code?: string; hint?: string }) => {
      assert.equal(error.code, code, String(error));
      if (hint !== undefined) assert.match(error.hint ?? "", hint);
      return true;
    });
  };
  await refused([[]], { bosTokenId: null }, "prompt-empty", /bosTokenId/);
  await refused([], { bosTokenId: null }, "prompt-empty");
  await refused([[5, 6], [7]], {}, "inputs-ragged", /padding: true/);
  await refused([new Array(96).fill(5)], {}, "prompt-too-long", /maxLength: 95/);
  await refused([[5, 96]], {}, "token-unknown", /tokenizer/);
  await refused({ input_ids: [[5, 1]], attention_mask: [[1, 0]] }, {}, "padding-right", /paddingSide: "left"/);
  await refused({ input_ids: [[5, 1]], attention_mask: [[1]] }, {}, "inputs-shape");
  await refused({ input_ids: [[1, 1]], attention_mask: [[0, 0]] }, {}, "prompt-empty");
  await refused([[5, 6, 7]], { maxLength: 3 }, "length-used-up", /maxNewTokens/);
  const uneven = [(_: unknown, place: { row: number }) => place.row === 0];
  const noEnd = { eosTokenId: null, padTokenId: null, stoppingCriteria: uneven, maxNewTokens: 3 };
  await refused(ROWS, noEnd, "pad-missing", /padTokenId/);
  const other = await AutoModelForCausalLM.fromConfig(model.config.with({ vocab_size: 90, n_layer: 1 }), { seed: 1 });
  await refused(ROWS, { assistantModel: other }, "vocabulary-mismatch", /same tokenizer/);
  await other.close();
  await assert.rejects(model.generate(undefined as never), /inputs/);
  await assert.rejects(model.generate(ROWS, { assistantModel: {} as never }), /assistantModel/);
  await assert.rejects(model.generate(ROWS, { topk: 5 } as never), /topK/);
  await assert.rejects(model.generate(ROWS, { steamer: 5 } as never), /streamer/);
  await assert.rejects(model.generate(ROWS, { stopStrings: "a" }), { code: "tokenizer-missing" });
});

test("a text begins by itself, and goes no further than the model's positions", async () => {
  const { sequences } = await model.generate([[]], { bosTokenId: 0, maxNewTokens: 3 });
  assert.equal(sequences[0]?.[0], 0);
  assert.equal(sequences[0]?.length, 4);
  const long = await model.generate([new Array(90).fill(5)], { maxNewTokens: 50, eosTokenId: null });
  assert.equal(long.sequences[0]?.length, 96);
});

test("options of the model's files hold, are saved, and can be read again", async () => {
  const folder = join(temporary, "saved");
  await model.savePretrained(folder);
  const file = join(folder, "generation_config.json");
  const written = JSON.parse(readFileSync(file, "utf8"));
  assert.equal(written.eos_token_id, 2);
  writeFileSync(file, JSON.stringify({ ...written, max_new_tokens: 4, num_beams: 2 }));
  const opened = await AutoModelForCausalLM.fromPretrained(folder);
  const output = await opened.generate([[5, 40, 12]], { eosTokenId: null });
  assert.equal(output.strategy, "beam_search");
  assert.equal(output.newTokens[0]?.length, 4);
  await opened.close();
});
