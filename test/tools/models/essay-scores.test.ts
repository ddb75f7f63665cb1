import assert from "node:assert/strict";
import { test } from "node:test";
import { defaultRng } from "../../../src/core/random";
import { type EssayScores, type ScoredIds, type ScoreTraining, trainScores } from "../../../tools/models/essay-scores";

const random = defaultRng(4);

/** The score is told by one token among others that tell nothing. */
function row(): ScoredIds {
  const score = random.integers(0, 11);
  const ids = Uint16Array.from([2, ...Array.from({ length: 5 }, () => random.integers(20, 30)), 3]);
  ids[random.integers(1, 6)] = 5 + score;
  return { ids, score };
}

const training: ScoreTraining = {
  config: {
    model_type: "distilbert",
    vocab_size: 30,
    max_position_embeddings: 8,
    dim: 16,
    n_layers: 1,
    n_heads: 2,
    hidden_dim: 32,
    initializer_range: 0.2,
    dropout: 0,
    attention_dropout: 0,
    seq_classif_dropout: 0,
  },
  initial: new Map(),
  train: Array.from({ length: 400 }, row),
  test: Array.from({ length: 50 }, row),
  epochs: 8,
  rows: 20,
  learningRate: 2e-2,
  seed: 1,
  threads: 1,
};

test("a classifier learns, is measured on the other part, and comes out the same from the same seed", async () => {
  const epochs: EssayScores[] = [];
  const last = await trainScores({ ...training, onEpoch: (scores) => void epochs.push(scores) });
  assert.equal(epochs.length, 8);
  assert.deepEqual(last, epochs.at(-1));
  assert.ok(last.crossEntropy < 0.5 && last.accuracy > 0.8, JSON.stringify(last));
  const again = await trainScores(training);
  assert.deepEqual([again.crossEntropy, again.accuracy], [last.crossEntropy, last.accuracy]);
  const other = await trainScores({ ...training, seed: 2, epochs: 1 });
  assert.notEqual(other.crossEntropy, epochs[0]?.crossEntropy);
});
