// The oracle is Python: tiny random models that it saved, and what its own pipelines say with them.
import assert from "node:assert/strict";
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import type { EntityGroup } from "../../src/pipelines/entity";
import { pipeline } from "../../src/pipelines/pipeline";
import type { Answer } from "../../src/pipelines/question-answering";
import type { ZeroShotResult } from "../../src/pipelines/zero-shot-classification";
import { assertNear, fixture, golden, warningsOf } from "./support";

const temporary = mkdtempSync(join(tmpdir(), "caderno-pipelines-"));
after(() => rmSync(temporary, { recursive: true, force: true }));

test("text-classification gives Python's labels, scores and shapes", async () => {
  const expected = golden<Record<string, unknown> & { texts: string[] }>("text-classification");
  const { texts } = expected;
  const [first = "", second = ""] = texts;
  const classify = await pipeline("sentiment-analysis", fixture("classifier"));
  assert.equal(classify.task, "text-classification");
  assertNear(await classify(first), expected.one);
  assertNear(await classify(texts), expected.several);
  assertNear(await classify(texts, { topK: null }), expected.all);
  assertNear(await classify(second, { topK: 2 }), expected.two);
  assertNear(await classify(texts, { topK: null, functionToApply: "sigmoid" }), expected.sigmoid);
  assertNear(await classify(texts, { topK: null, functionToApply: "none" }), expected.none);
  assertNear(await classify({ text: first, textPair: second }, { topK: null }), expected.pair);
  const { long } = golden<{ long: string }>("zero-shot-classification");
  assertNear(await classify(long, { topK: null }), expected.long);
  await classify.dispose();
});

interface ZeroShotGoldens {
  [name: string]: unknown;
  texts: string[];
  labels: string[];
  long: string;
  several: ZeroShotResult[];
  onLong: Omit<ZeroShotResult, "sequence">;
}

test("zero-shot-classification gives Python's scores, on 2,000 tokens too", async () => {
  const expected = golden<ZeroShotGoldens>("zero-shot-classification");
  const { texts, labels, long } = expected;
  const [, second = ""] = texts;
  const classify = await pipeline("zero-shot-classification", fixture("classifier"));
  assertNear(await classify(texts, { candidateLabels: labels }), expected.several);
  assertNear(await classify(texts, labels, { multiLabel: true }), expected.multiLabel);
  const template = "Este texto trata de {}.";
  assertNear(await classify(second, labels, { hypothesisTemplate: template }), expected.template);
  assertNear(await classify(second, "esporte"), expected.oneLabel);
  assert.ok(classify.tokenizer.encode(long).input_ids.length > 2000);
  const { sequence, ...onLong } = await classify(long, labels.join(", "));
  assert.equal(sequence, long);
  assertNear(onLong, expected.onLong);
  assert.equal(new Set(onLong.scores.map((score) => score.toFixed(6))).size, labels.length);
  const { scores } = await classify(long, labels, { multiLabel: true });
  assertNear(scores, (expected.onLongMultiLabel as ZeroShotResult).scores);
  await classify.dispose();
});

for (const name of ["first", "unnamed"]) {
  test(`zero-shot-classification where the label of entailment is ${name}`, async () => {
    const { texts, labels, [name]: own } = golden<ZeroShotGoldens>("zero-shot-classification");
    const { id2label, single, multiLabel } = own as { id2label: string[]; single: unknown; multiLabel: unknown };
    const folder = join(temporary, name);
    cpSync(fixture("classifier"), folder, { recursive: true });
    const path = join(folder, "config.json");
    const config = JSON.parse(readFileSync(path, "utf8")) as object;
    const label2id = Object.fromEntries(id2label.map((label, id) => [label, id]));
    writeFileSync(path, JSON.stringify({ ...config, id2label: { ...id2label }, label2id }));
    const warnings = await warningsOf(async () => {
      const classify = await pipeline("zero-shot-classification", folder, { candidateLabels: labels });
      assertNear(await classify(texts[1] ?? "", {}), single);
      assertNear(await classify(texts[1] ?? "", { multiLabel: true }), multiLabel);
      await classify.dispose();
    });
    assert.equal(warnings.length, name === "unnamed" ? 1 : 0);
    if (name === "unnamed") assert.match(warnings[0] ?? "", /entailment.*a, b, c.*last one/);
  });
}

for (const name of ["entities", "entities-bytes"]) {
  test(`token-classification of ${name} gives Python's entities by every strategy`, async () => {
    const expected =
      golden<Record<string, Record<string, unknown> & { texts: string[]; long: string }>>("token-classification")[name];
    assert.ok(expected !== undefined);
    const { texts, long } = expected;
    const mark = await pipeline("ner", fixture(name));
    for (const aggregationStrategy of ["none", "simple", "first", "average", "max"] as const) {
      const found = await mark(texts, { aggregationStrategy });
      assertNear(found, expected[aggregationStrategy], aggregationStrategy);
      const options = { aggregationStrategy, ignoreLabels: [] };
      assertNear(await mark(texts[3] ?? "", options), expected[`${aggregationStrategy}WithOthers`]);
      if (aggregationStrategy === "none") continue;
      const groups: EntityGroup[] = await mark(long, { aggregationStrategy, stride: 8 });
      assertNear(groups, expected[`${aggregationStrategy}Stride`], `${aggregationStrategy} with a stride`);
    }
    await mark.dispose();
  });
}

test("entities cut the original text", async () => {
  const text = "São Paulo 😀 e Olinda";
  const mark = await pipeline("ner", fixture("entities"), { ignoreLabels: [] });
  const words = (await mark(text)).map(({ start, end }) => text.slice(start, end));
  assert.equal(words.join(""), text.replaceAll(" ", ""));
  await mark.dispose();
});

interface QuestionCase {
  question: string;
  context: string;
  options: Record<string, unknown>;
  result: Answer | Answer[];
}

test("question-answering gives Python's answers, over windows too", async () => {
  const { cases } = golden<{ cases: QuestionCase[] }>("answers");
  const answer = await pipeline("question-answering", fixture("answers"));
  for (const { question, context, options, result } of cases) {
    const found: Answer | Answer[] = await answer({ question, context }, options as { topK?: number });
    assertNear(found, result, JSON.stringify(options));
    for (const { start, end, answer } of [found].flat()) assert.equal(context.slice(start, end), answer);
  }
  const [first, second] = cases.filter(({ options }) => Object.keys(options).length === 0);
  assert.ok(first !== undefined && second !== undefined);
  assertNear(await answer(first.question, first.context), first.result);
  assertNear(await answer([first, second].map(({ question, context }) => ({ question, context }))), [
    first.result,
    second.result,
  ]);
  await answer.dispose();
});

test("fill-mask gives Python's tokens, for several masks and for targets", async () => {
  const expected = golden<Record<string, unknown> & { texts: string[]; twoMasks: string }>("fill-mask");
  const { texts, twoMasks } = expected;
  const fill = await pipeline("fill-mask", fixture("masks"));
  assertNear(await fill(texts), expected.several);
  assertNear(await fill(twoMasks, { topK: 3, masks: "several" }), expected.two);
  const warnings = await warningsOf(async () => {
    assertNear(await fill(texts, { targets: ["escola", "rio", "da"] }), expected.targets);
    const options = { targets: ["escola", "portas"], topK: 1 };
    assertNear(await fill(texts[0] ?? "", options), expected.unknownTarget);
  });
  assert.match(warnings.join("\n"), /"portas" is no token .* its first token, "por", is taken/);
  await fill.dispose();
});

test("feature-extraction gives Python's numbers", async () => {
  const { texts, several } = golden<{ texts: string[]; several: number[][][][] }>("feature-extraction");
  const extract = await pipeline("feature-extraction", fixture("entities"));
  const found = await extract(texts);
  assertNear(found, several);
  assertNear(await extract(texts[0] ?? ""), several[0]);
  const vectors = several[1]?.[0] ?? [];
  const mean = vectors[0]?.map((_, axis) => vectors.reduce((sum, row) => sum + (row[axis] ?? 0), 0) / vectors.length);
  assertNear(await extract(texts[1] ?? "", { pooling: "mean" }), mean);
  const unit = await extract(texts[1] ?? "", { pooling: "cls", normalize: true });
  assertNear(Math.hypot(...unit), 1);
  await extract.dispose();
});

test("text-generation continues as Python does", async () => {
  const { prompts, greedy, added } = golden<Record<"prompts" | "greedy" | "added", string[]>>("text-generation");
  const write = await pipeline("text-generation", fixture("generator"), { maxNewTokens: 12 });
  assertNear(await write(prompts), greedy);
  assertNear(await write(prompts, { batchSize: 1 }), greedy);
  assertNear(await write(prompts, { returnFullText: false, batchSize: 2 }), added);
  await write.dispose();
});
