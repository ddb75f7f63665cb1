// The oracle is arithmetic: the probabilities that the model's own logits give, and Pearson's chi-square against the draws.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { defaultRng } from "../../src/core/random";
import { acceptByChance } from "../../src/generation/assisted/accept-draft";
import type { GenerativeModel } from "../../src/generation/generative-model";
import { drawSeveral, drawToken } from "../../src/generation/run/draw";
import { countOf, openDraft, openModel, surprise } from "./support";

let model: GenerativeModel;
let draft: GenerativeModel;
before(async () => {
  model = await openModel("gpt2");
  draft = await openDraft(model);
});
after(async () => {
  await draft.close();
  await model.close();
});

/** The probabilities of all continuations of `length` tokens under temperature and top-k. */
async function exact(
  prompt: number[],
  length: number,
  topK: number,
  temperature: number,
): Promise<Map<string, number>> {
  let rows = [{ ids: prompt, probability: 1 }];
  for (let step = 0; step < length; step++) {
    const { logits } = await model.forward({ input_ids: rows.map(({ ids }) => ids) }, { logits: "last" });
    rows = rows.flatMap(({ ids, probability }, row) => {
      const scores = [...logits.at(row).data].map((score, token) => ({ token, weight: Math.exp(score / temperature) }));
      const kept = scores.sort((left, right) => right.weight - left.weight).slice(0, topK);
      const sum = kept.reduce((total, { weight }) => total + weight, 0);
      return kept.map(({ token, weight }) => ({ ids: [...ids, token], probability: (probability * weight) / sum }));
    });
  }
  return new Map(rows.map(({ ids, probability }) => [ids.slice(prompt.length).join(), probability]));
}

const PROMPT = [5, 40, 12];
const OPTIONS = { doSample: true, topK: 4, temperature: 3, maxNewTokens: 3, eosTokenId: null } as const;

test("drawn texts come as often as their probabilities say", async () => {
  const expected = await exact(PROMPT, 3, 4, 3);
  const texts: string[] = [];
  for (let seed = 0; seed < 4; seed++) {
    const options = { ...OPTIONS, numReturnSequences: 400, seed: seed * 1000 };
    const { newTokens } = await model.generate([PROMPT], options);
    texts.push(...newTokens.map((row) => row.join()));
  }
  const far = surprise(countOf(texts), expected);
  assert.ok(Math.abs(far) < 3.5, `the counts are ${far} deviations away`);
  const flat = new Map([...expected.keys()].map((text) => [text, 1 / expected.size]));
  assert.ok(surprise(countOf(texts), flat) > 10, "the test tells distributions apart");
});

test("texts drawn with a draft have the model's distribution, not the draft's", async () => {
  const expected = await exact(PROMPT, 3, 4, 3);
  const options = { ...OPTIONS, assistantModel: draft, numAssistantTokens: 3, assistantConfidenceThreshold: 0 };
  const rows = new Array<number[]>(500).fill(PROMPT);
  const output = await model.generate(rows, { ...options, seed: 7, trace: true });
  const texts = output.newTokens.map((row) => row.join());
  const far = surprise(countOf(texts), expected);
  assert.ok(Math.abs(far) < 3.5, `the counts are ${far} deviations away`);
  const checks = output.trace?.filter((step) => step.kind === "draft") ?? [];
  const accepted = checks.reduce((sum, step) => sum + step.accepted, 0);
  const drafted = checks.reduce((sum, step) => sum + step.drafted.length, 0);
  assert.ok(accepted > 0.1 * drafted && accepted < 0.99 * drafted, `${accepted} of ${drafted} were accepted`);
});

test("what is accepted by chance has the model's distribution wherever the draft's lies", () => {
  const p = Float32Array.of(0.5, 0.3, 0.15, 0.05).map(Math.log);
  const draws = defaultRng(1);
  for (const q of [Float32Array.of(0.05, 0.15, 0.3, 0.5), Float32Array.of(0.25, 0.25, 0.25, 0.25)]) {
    const scores = q.map(Math.log);
    const random = defaultRng(2);
    const tokens = Array.from({ length: 20_000 }, () => {
      const drafted = drawToken(scores, draws);
      return String(acceptByChance({ tokens: [drafted], scores: [scores] }, () => p, random).added[0]);
    });
    const expected = new Map([0.5, 0.3, 0.15, 0.05].map((share, token) => [String(token), share]));
    const far = surprise(countOf(tokens), expected);
    assert.ok(Math.abs(far) < 3.5, `the counts are ${far} deviations away`);
  }
});

test("several drawn without replacement differ, and the first is drawn by its weight", () => {
  const random = defaultRng(3);
  const weights = Float64Array.of(4, 3, 2, 1, 0);
  const firsts = Array.from({ length: 10_000 }, () => {
    const drawn = drawSeveral(weights, 4, random);
    assert.deepEqual([...drawn].sort(), [0, 1, 2, 3]);
    return String(drawn[0]);
  });
  const expected = new Map([0.4, 0.3, 0.2, 0.1].map((share, place) => [String(place), share]));
  assert.ok(Math.abs(surprise(countOf(firsts), expected)) < 3.5);
  assert.deepEqual(drawSeveral(Float64Array.of(0, 5, 0), 2, random), [1, 0]);
});

test("one seed gives one text, another seed another, and a row draws the same in a batch as alone", async () => {
  const options = { doSample: true, topK: 0, temperature: 2, maxNewTokens: 12 };
  const rows = [PROMPT, [7, 8, 9], [30, 31, 32]];
  const first = await model.generate(rows, { ...options, seed: 11 });
  assert.deepEqual((await model.generate(rows, { ...options, seed: 11 })).sequences, first.sequences);
  assert.notDeepEqual((await model.generate(rows, { ...options, seed: 12 })).sequences, first.sequences);
  for (const [row, ids] of rows.entries()) {
    const alone = await model.generate([ids], { ...options, seed: 11 + row });
    const [whole = []] = alone.sequences;
    assert.deepEqual(first.sequences[row]?.slice(0, whole.length), whole);
  }
  const free = new Set<string>();
  for (let call = 0; call < 3; call++) free.add(String((await model.generate([PROMPT], options)).sequences));
  assert.ok(free.size > 1, "without a seed the system's randomness draws");
});

test("beams over drawn continuations: likelier texts come more often, one seed gives one result", async () => {
  const options = { doSample: true, numBeams: 3, topK: 0, maxNewTokens: 6 };
  const first = await model.generate([PROMPT], { ...options, seed: 1, numReturnSequences: 3 });
  assert.deepEqual(
    (await model.generate([PROMPT], { ...options, seed: 1, numReturnSequences: 3 })).sequences,
    first.sequences,
  );
  assert.equal(first.strategy, "beam_sample");
  assert.deepEqual(
    [...(first.sequenceScores ?? [])].sort((left, right) => right - left),
    first.sequenceScores,
  );
  // A text's score is the sum of its log-probabilities over its length: computed here from one run over the whole text.
  const [best = []] = first.sequences;
  const end = best.indexOf(2, PROMPT.length);
  const whole = end < 0 ? best : best.slice(0, end + 1);
  const { logits } = await model.forward({ input_ids: [whole] });
  const shares = logits.softmax();
  let sum = 0;
  for (let place = PROMPT.length; place < whole.length; place++)
    sum += Math.log(shares.at(0).at(place - 1).data[whole[place] ?? 0] ?? 0);
  assert.ok(Math.abs(sum / (whole.length - PROMPT.length) - (first.sequenceScores?.[0] ?? 0)) < 1e-4);
  const seeds = await Promise.all(
    [2, 3, 4, 5].map((seed) => model.generate([PROMPT], { ...options, temperature: 2, seed })),
  );
  assert.ok(new Set(seeds.map(({ sequences }) => String(sequences))).size > 1);
});
