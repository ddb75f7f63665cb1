import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { before, test } from "node:test";
import { loadDataset } from "../../../src/datasets/load-dataset";
import { trainFromTexts } from "../../../src/tokenizers/training/train-from-texts";
import type { TrainingOptions } from "../../../src/tokenizers/training/training-options";

const root = resolve(__dirname, "../../..");

interface Golden {
  tokenizers: string;
  oddTexts: string[];
  cases: { options: TrainingOptions & { essays?: number }; tokens: string[]; merges?: string[] }[];
}

const golden = JSON.parse(readFileSync(join(root, "test/fixtures/tokenizers/trained/trained.json"), "utf8")) as Golden;
let essays: string[] = [];

before(async () => {
  const { train } = await loadDataset("csv", { dataFiles: join(root, "datasets/redacoes.csv") });
  essays = train?.column("essay") as string[];
});

test("the golden covers both models with several options", () => {
  assert.equal(golden.cases.length, 10);
  assert.ok(golden.cases.filter(({ merges }) => merges !== undefined).length >= 4);
});

for (const [index, { options, tokens, merges }] of golden.cases.entries()) {
  const { essays: count = 0, ...given } = options;
  test(`Python's vocabulary and merges, case ${index}: ${JSON.stringify(given)}`, () => {
    const { file } = trainFromTexts([...essays.slice(0, count), ...golden.oddTexts], given);
    const vocab = Object.entries(file.model.vocab).sort(([, one], [, other]) => one - other);
    assert.deepEqual(
      vocab.map(([token]) => token),
      tokens,
    );
    assert.deepEqual(
      vocab.map(([, id]) => id),
      tokens.map((_, id) => id),
    );
    assert.deepEqual(
      file.model.merges?.map((pair) => pair.join(" ")),
      merges,
    );
  });
}
