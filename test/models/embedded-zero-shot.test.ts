// zero-shot.json holds what this model computed where it was made: `npm run make:models -- goldens` wrote it.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { findProjectRoot } from "../../src/core/project-root";
import { AutoModelForSequenceClassification } from "../../src/models/auto/auto-model";
import type { PreTrainedModel } from "../../src/models/pretrained-model";
import { resolveModel } from "../../src/models/resolve-model";
import { pipeline } from "../../src/pipelines/pipeline";
import { AutoTokenizer } from "../../src/tokenizers/auto-tokenizer";
import { makeCorpus } from "../../tools/essays/corpus";
import { THEMES } from "../../tools/essays/themes";
import { HYPOTHESIS } from "../../tools/models/zero-shot/hypotheses";
import { accuracy, essayTrials, heldTrials } from "../../tools/models/zero-shot-evaluation";
import type { ZeroShotGolden } from "../../tools/models/zero-shot-goldens";

const root = findProjectRoot(__dirname);
const goldens = JSON.parse(
  readFileSync(join(root, "test", "fixtures", "embedded", "zero-shot.json"), "utf8"),
) as ZeroShotGolden[];
let folder: string;
let model: PreTrainedModel;
let classify: Awaited<ReturnType<typeof openPipeline>>;

function openPipeline(folder: string) {
  return pipeline("zero-shot-classification", folder);
}

before(async () => {
  ({ model: folder } = await resolveModel("Mel-Iza0/zero-shot", { prefer: "embedded" }));
  model = await AutoModelForSequenceClassification.fromPretrained(folder);
  classify = await openPipeline(folder);
});
after(() => Promise.all([model.close(), classify.dispose()]));

test("zero-shot-pt-tiny loads whole and computes what it did where it was made", async () => {
  assert.deepEqual(model.loadingReport?.warnings(), []);
  assert.deepEqual(model.config.label2id, { not_entailment: 0, entailment: 1 });
  const tokenizer = await AutoTokenizer.fromPretrained(folder);
  for (const { premise, hypothesis, ids, logits } of goldens) {
    assert.deepEqual(tokenizer.encode(premise, { textPair: hypothesis }).input_ids.map(Number), ids);
    const { data } = (await model.forward({ input_ids: [ids] })).logits;
    for (const [index, expected] of logits.entries()) {
      assert.ok(Math.abs((data[index] ?? Number.NaN) - expected) < 1e-3, `${premise} ${hypothesis}: logit ${index}`);
    }
  }
});

// Draws of its own: the card's are another seed's.
test("it finds labels that training asked for, and labels that it never did, in sentences that it never read", async () => {
  const seen = heldTrials("seen", 1, 5).filter((_, index) => index % 2 === 0);
  const unseen = heldTrials("unseen", 1, 6);
  assert.ok((await accuracy(classify, seen, HYPOTHESIS)) >= 0.8);
  assert.ok((await accuracy(classify, unseen, HYPOTHESIS)) >= 0.7);
});

test("it finds the theme of new essays", async () => {
  const essays = makeCorpus({ seed: 31, rows: THEMES.length });
  const right = await accuracy(classify, essayTrials(essays, 7), HYPOTHESIS);
  assert.ok(right >= 0.7, String(right));
});

test("a text of more than the model reads loses its end, and no label", async () => {
  const text = "A torcida cantou depois do gol, e o goleiro levou a taça. ".repeat(80);
  const { labels, scores } = await classify(text, ["futebol", "religião"], { hypothesisTemplate: HYPOTHESIS });
  assert.equal(labels[0], "futebol");
  assert.ok((scores[0] ?? 0) > 0.8, String(scores[0]));
});
