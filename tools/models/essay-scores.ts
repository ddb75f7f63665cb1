/** @file A classifier of essays by their scores, trained from a model's weights or from random ones, and how well it does. */
import { defaultRng } from "../../src/core/random";
import { createOnnxTrainingSession } from "../../src/graph/training/onnx-training-session";
import type { Feeds, FloatTensor } from "../../src/graph/training/training-session";
import { DISTILBERT } from "../../src/models/encoders/distilbert";
import { encoderFeeds } from "./masked-batches";
import type { Parameters } from "./training-run";

const CLASSES = 11;

/** An essay as ids, with `[CLS]` and `[SEP]`, and its score. */
export interface ScoredIds {
  ids: Uint16Array;
  score: number;
}

/** How a classifier is trained: as the course's notebook does it. */
export interface ScoreTraining {
  config: Readonly<Record<string, unknown>>;
  /** Weights to begin with; what is missing, as the classifier is, begins at random. */
  initial: Parameters;
  train: readonly ScoredIds[];
  test: readonly ScoredIds[];
  epochs: number;
  rows: number;
  /** Falls to 0 in a straight line. */
  learningRate: number;
  seed: number;
  threads: number;
  /** Is told how the test part does after every epoch. */
  onEpoch?: (scores: EssayScores) => void;
}

/** How a classifier does. */
export interface EssayScores {
  /** Mean cross-entropy in nats. */
  crossEntropy: number;
  accuracy: number;
  /** Of one epoch, without measuring. */
  seconds: number;
}

/** Trains a classifier of scores, and measures it after the last epoch. */
export async function trainScores(training: ScoreTraining): Promise<EssayScores> {
  const { initial, train, test, epochs, rows, learningRate, seed, threads, onEpoch } = training;
  const config = DISTILBERT.readConfig({ ...training.config, num_labels: CLASSES });
  const head = "sequence-classification";
  const random = defaultRng(seed);
  const parameters = [...DISTILBERT.build(config, { head }).parameters].map(([name, value]): [string, FloatTensor] => {
    const shape = value.shape.map(Number);
    return [name, initial.get(name) ?? { shape, data: DISTILBERT.initialize(config, name, shape, random) }];
  });
  const session = await createOnnxTrainingSession(
    {
      training: () => DISTILBERT.build(config, { head, loss: "labels", mode: "training" }),
      forward: { logits: () => DISTILBERT.build(config, { head }) },
      groups: [
        { name: "undecayed", includes: (name) => !DISTILBERT.isDecayed(name) },
        { name: "decayed", includes: () => true },
      ],
      dropoutSeed: seed,
    },
    new Map(parameters),
    { threads },
  );
  try {
    const perEpoch = Math.ceil(train.length / rows);
    let scores: EssayScores = { crossEntropy: Number.NaN, accuracy: 0, seconds: 0 };
    for (let epoch = 0; epoch < epochs; epoch++) {
      const order = random.permutation(train.length);
      const started = Date.now();
      for (let batch = 0; batch < perEpoch; batch++) {
        const part = Array.from(
          order.slice(batch * rows, (batch + 1) * rows),
          (index) => train[Number(index)] ?? lost(),
        );
        const done = (epoch * perEpoch + batch) / (epochs * perEpoch);
        await session.step(scoreFeeds(part), {
          learningRate: learningRate * (1 - done),
          weightDecay: { decayed: 0.01, undecayed: 0 },
          clipNorm: 1,
        });
      }
      const seconds = (Date.now() - started) / 1000;
      if (epoch < epochs - 1 && onEpoch === undefined) continue;
      const measured = await measure(test, (feeds) => session.forward("logits", feeds, { fetch: ["logits"] }));
      scores = { ...measured, seconds };
      onEpoch?.(scores);
    }
    return scores;
  } finally {
    await session.close();
  }
}

function lost(): never {
  throw new RangeError("The order of the essays names one that is not there.");
}

function scoreFeeds(part: readonly ScoredIds[]): Feeds {
  const labels = { type: "int64", dims: [part.length], data: BigInt64Array.from(part, ({ score }) => BigInt(score)) };
  return { ...encoderFeeds(part.map(({ ids }) => ids)), labels: labels as Feeds[string] };
}

async function measure(
  test: readonly ScoredIds[],
  run: (feeds: Feeds) => Promise<Record<string, Feeds[string]>>,
): Promise<{ crossEntropy: number; accuracy: number }> {
  const rows = 20;
  let [sum, right] = [0, 0];
  for (let at = 0; at < test.length; at += rows) {
    const part = test.slice(at, at + rows);
    const { logits } = await run(encoderFeeds(part.map(({ ids }) => ids)));
    for (const [row, { score }] of part.entries()) {
      const values = Array.from(logits?.data ?? [], Number).slice(row * CLASSES, (row + 1) * CLASSES);
      const highest = Math.max(...values);
      sum += highest + Math.log(values.reduce((total, value) => total + Math.exp(value - highest), 0));
      sum -= values[score] ?? 0;
      if (values.indexOf(highest) === score) right++;
    }
  }
  return { crossEntropy: sum / test.length, accuracy: right / test.length };
}
