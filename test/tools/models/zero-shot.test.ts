import assert from "node:assert/strict";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { writeFileAtomic } from "../../../src/core/atomic-write";
import { defaultRng } from "../../../src/core/random";
import { AutoModelForSequenceClassification } from "../../../src/models/auto/auto-model";
import { DISTILBERT } from "../../../src/models/encoders/distilbert";
import { normalNumbers } from "../../../src/models/initial-values";
import { makeCorpus } from "../../../tools/essays/corpus";
import { THEMES } from "../../../tools/essays/themes";
import { halfBits } from "../../../tools/models/round-to-half";
import { safetensorsOfHalves } from "../../../tools/models/safetensors-of-halves";
import { ESSAY_TOPICS } from "../../../tools/models/zero-shot/essay-topics";
import { latentSemantics } from "../../../tools/models/zero-shot/latent-semantics";
import { MEANING, matchingAttention } from "../../../tools/models/zero-shot/matching-attention";
import {
  drawEssayPair,
  drawLabelPair,
  drawTextPair,
  drawWordPair,
  isNear,
  trueLabels,
} from "../../../tools/models/zero-shot/pairs";
import { TOPICS, UNSEEN } from "../../../tools/models/zero-shot/topics";
import { writeText } from "../../../tools/models/zero-shot/writing";
import { heldTrials } from "../../../tools/models/zero-shot-evaluation";
import { drawPairs, zeroShotConfig } from "../../../tools/models/zero-shot-recipe";

const unseenNames = TOPICS.filter(({ id }) => UNSEEN.has(id)).flatMap(({ labels }) => labels);
const essays = makeCorpus({ seed: 11, rows: 25 });
/** Whether a text has a name in it, as words of their own. */
const says = (text: string, name: string): boolean => new RegExp(`(?<![\\p{L}-])${name}(?![\\p{L}-])`, "iu").test(text);

const oneLine = (text: string): string => text.replace(/\s+/g, " ");

test("topics are told apart: each has names of its own, and knows its neighbours", () => {
  const ids = new Set(TOPICS.map(({ id }) => id));
  assert.equal(ids.size, TOPICS.length);
  assert.equal([...UNSEEN].filter((id) => ids.has(id)).length, 12);
  const owners = new Map<string, string>();
  for (const topic of TOPICS) {
    for (const near of topic.near ?? []) assert.ok(ids.has(near), `${topic.id}: ${near}`);
    for (const name of topic.labels) {
      const other = owners.get(name);
      if (other !== undefined) assert.ok(isNear(topic)(other), `${name} is a name of ${topic.id} and of ${other}`);
      owners.set(name, topic.id);
    }
    for (const sentence of topic.held) {
      for (const name of topic.labels) assert.ok(!says(sentence, name), `${topic.id}: ${sentence}`);
    }
  }
});

test("texts are whole sentences, alike for the same seed", () => {
  const [one, same] = [defaultRng(3), defaultRng(3)];
  const rules = { sentences: 3, naming: 0.3 } as const;
  for (const from of ["training", "held"] as const) {
    for (const topic of TOPICS) {
      for (let count = 0; count < 20; count++) {
        const text = writeText(one, topic, { ...rules, from });
        assert.match(text, /^\p{Lu}.*[.!?]$/u);
        assert.doesNotMatch(text, /[{}|<>]| {2}|\b(de|em|por) (o|a|os|as) /, text);
        assert.equal(text, writeText(same, topic, { ...rules, from }));
      }
    }
  }
});

test("training reads no sentence of the test", () => {
  const held = new Set(TOPICS.flatMap((topic) => topic.held));
  const random = defaultRng(4);
  for (const topic of TOPICS) {
    for (let count = 0; count < 40; count++) {
      const text = writeText(random, topic, { sentences: 4, naming: 0, from: "training" });
      for (const sentence of held) assert.ok(!text.includes(sentence), sentence);
    }
  }
});

test("no hypothesis asks for a topic that is kept for the test, and wrong labels are wrong", () => {
  const random = defaultRng(5);
  const rightFor = new Map<string, Set<string>>();
  for (let count = 0; count < 1000; count++) {
    const pair = count % 2 === 0 ? drawLabelPair(random) : drawEssayPair(random, essays, count % 4 === 1);
    for (const name of unseenNames) assert.ok(!says(pair.hypothesis, name), pair.hypothesis);
    if (count % 2 === 0) continue;
    const theme = essays.find(({ text }) => oneLine(text).includes(oneLine(pair.premise)))?.theme ?? "";
    const right = rightFor.get(theme) ?? new Set(trueLabels(aboutTheme(theme)));
    rightFor.set(theme, right);
    const isRight = [...right].some((name) => says(pair.hypothesis, name));
    if (pair.entailed) assert.ok(isRight, `${theme}: ${pair.hypothesis}`);
  }
});

test("a word that is asked for stands in the text, or does not", () => {
  const random = defaultRng(9);
  const texts = TOPICS.map((topic) => writeText(random, topic, { sentences: 6, naming: 0.9, from: "training" }));
  for (let count = 0; count < 400; count++) {
    const { premise, hypothesis, entailed } = drawWordPair(random, texts);
    assert.equal(
      premise.split(/[^\p{L}-]+/u).some((word) => /^\p{Ll}{7,}$/u.test(word) && says(hypothesis, word)),
      entailed,
    );
    for (const name of unseenNames) assert.ok(!says(hypothesis, name), hypothesis);
  }
});

test("no sentence that is compared with a text holds a name that is kept for the test", () => {
  const random = defaultRng(10);
  for (let count = 0; count < 600; count++) {
    const { premise, hypothesis } = drawTextPair(random);
    for (const name of unseenNames) assert.ok(!says(hypothesis, name), hypothesis);
    assert.ok(!premise.includes(hypothesis));
  }
});

test("half of the pairs of each kind are true", () => {
  const random = defaultRng(6);
  for (const draw of [drawLabelPair, drawTextPair]) {
    const entailed = Array.from({ length: 1000 }, () => draw(random)).filter((pair) => pair.entailed).length;
    assert.ok(entailed > 440 && entailed < 560, String(entailed));
  }
  const sources = { essays, texts: essays.map(({ text }) => text) };
  assert.deepEqual(drawPairs(9, sources), drawPairs(9, sources));
  assert.notDeepEqual(drawPairs(9, sources), drawPairs(10, sources));
});

test("every theme of the essays has names, and its topics exist", () => {
  assert.deepEqual([...ESSAY_TOPICS.keys()].sort(), THEMES.map(({ id }) => id).sort());
  const ids = new Set(TOPICS.map(({ id }) => id));
  for (const { topics, near } of ESSAY_TOPICS.values()) {
    for (const id of [...topics, ...near]) assert.ok(ids.has(id), id);
    for (const id of topics) assert.ok(!UNSEEN.has(id), id);
  }
});

test("trials offer one right label and four that are far from it", () => {
  for (const which of ["seen", "unseen"] as const) {
    for (const { text, labels } of heldTrials(which, 2)) {
      assert.equal(new Set(labels).size, 5);
      const topic = TOPICS.find(({ held }) => held.includes(text));
      assert.ok(topic?.labels.includes(labels[0] ?? ""));
      for (const wrong of labels.slice(1)) assert.ok(!topic?.labels.includes(wrong));
    }
  }
});

test("latent semantics: tokens of the same texts point alike, others do not, and everyday tokens are short", () => {
  // Tokens 0-3 and 4-7 never meet; 8 is everywhere, 9 nowhere.
  const random = defaultRng(7);
  const texts = Array.from({ length: 200 }, (_, index) => {
    const from = 4 * (index % 2);
    return [8, ...[0, 1, 2, 3].filter(() => random.random() < 0.6).map((token) => from + token)];
  });
  const size = 2;
  const vectors = latentSemantics(texts, { vocabulary: 10, size, seed: 1, rounds: 8, skipped: 0 });
  const vector = (token: number): number[] => [...vectors.subarray(token * size, (token + 1) * size)];
  const product = (one: number, other: number): number =>
    vector(one).reduce((sum, value, place) => sum + value * (vector(other)[place] ?? 0), 0);
  for (const [one, other] of [
    [0, 1],
    [4, 7],
  ] as const) {
    assert.ok(product(one, other) > 0.9 * Math.sqrt(product(one, one) * product(other, other)));
  }
  assert.ok(Math.abs(product(0, 4)) < 0.1 * product(0, 0));
  assert.ok(product(8, 8) < 1e-6);
  assert.deepEqual(vector(9), [0, 0]);
});

test("attention that begins on comparing tells like texts from unlike ones before any training", async () => {
  const vocabulary = 40;
  // Tokens from 10 on: even ones mean one thing, odd ones another. Those before mean nothing.
  const random = defaultRng(8);
  const directions = [normalNumbers(random, MEANING, 1), normalNumbers(random, MEANING, 1)];
  const meanings = new Float32Array(vocabulary * MEANING);
  for (let token = 10; token < vocabulary; token++) {
    const direction = directions[token % 2] ?? new Float32Array();
    const length = Math.hypot(...direction);
    meanings.set(
      direction.map((value) => value / length),
      token * MEANING,
    );
  }
  const config = zeroShotConfig(vocabulary);
  const begun = matchingAttention({ vocabulary, positions: 512, first: 2, separator: 3, meanings, seed: 3 });
  const parsed = DISTILBERT.readConfig(config);
  const { parameters } = DISTILBERT.build(parsed, { head: "sequence-classification" });
  const rng = defaultRng(1);
  const tensors = new Map(
    [...parameters].map(([name, value]) => {
      const shape = value.shape.map(Number);
      const { data } = begun.get(name) ?? { data: DISTILBERT.initialize(parsed, name, shape, rng) };
      return [name, { shape, bits: halfBits(data) }];
    }),
  );
  const folder = await mkdtemp(join(tmpdir(), "caderno-matching-"));
  try {
    await writeFileAtomic(join(folder, "model.safetensors"), safetensorsOfHalves(tensors));
    await writeFileAtomic(join(folder, "config.json"), JSON.stringify(config));
    const model = await AutoModelForSequenceClassification.fromPretrained(folder);
    const draw = (kind: number, count: number): number[] =>
      Array.from({ length: count }, () =>
        random.random() < 0.5 ? 5 + random.integers(0, 5) : 10 + kind + 2 * random.integers(0, 15),
      );
    let right = 0;
    for (let trial = 0; trial < 24; trial++) {
      const premise = draw(trial % 2, 12 + trial);
      const score = async (kind: number): Promise<number> => {
        const ids = [2, ...premise, 3, 5, 6, 7, 10 + kind + 2 * random.integers(0, 15), 8, 3];
        const { logits } = await model.forward({ input_ids: [ids] });
        return (logits.data[1] ?? 0) - (logits.data[0] ?? 0);
      };
      if ((await score(trial % 2)) > (await score(1 - (trial % 2)))) right++;
    }
    await model.close();
    assert.ok(right >= 20, `${right} of 24`);
  } finally {
    await rm(folder, { recursive: true });
  }
});

function aboutTheme(theme: string) {
  const about = ESSAY_TOPICS.get(theme);
  assert.ok(about !== undefined, theme);
  return about;
}
