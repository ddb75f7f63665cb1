/** @file One training from first to last step: batches by their number, a schedule, checkpoints, and a log. */
import { join } from "node:path";
import { defaultRng } from "../../src/core/random";
import { createOnnxTrainingSession } from "../../src/graph/training/onnx-training-session";
import type { Feeds, FloatTensor, TrainingSession } from "../../src/graph/training/training-session";
import type { Architecture, Head } from "../../src/models/architecture";
import { readCheckpoint, writeCheckpoint } from "./checkpoint";

/** Parameters by name. */
export type Parameters = ReadonlyMap<string, FloatTensor>;

/** A training that anyone can run again. */
export interface Recipe {
  /** The name of its checkpoint's folder. */
  name: string;
  architecture: Architecture;
  /** The content of config.json. */
  config: Readonly<Record<string, unknown>>;
  head: Head;
  /** Where weights begin and, with the step's number, what every batch is drawn from. */
  seed: number;
  steps: number;
  /** Where it ends before the schedule does. By default it does not. */
  until?: number;
  /** The highest learning rate: it is reached after a twentieth of the steps and falls to a twentieth of itself. */
  learningRate: number;
  /** The batch of a step, from 0; it must hang on the number alone, so that a stopped training goes on alike. */
  batch(step: number): Feeds;
  /** Values to begin with instead of random ones, for the parameters that it has. */
  initial?: Parameters;
  /** Parameters that stay as they begin. By default none. */
  isFrozen?: (parameter: string) => boolean;
}

/** Where a training runs. */
export interface TrainingPlace {
  /** The folder of checkpoints. */
  work: string;
  threads: number;
  log(line: string): void;
}

const SAVE_EVERY = 100;
const LOG_EVERY = 25;
const CLIP = 1;
const DECAY = 0.05;

/** Trains, from the last checkpoint where there is one. Gives the parameters. */
export async function trainModel(recipe: Recipe, place: TrainingPlace): Promise<Parameters> {
  const { architecture, head, seed, steps, learningRate, isFrozen = () => false } = recipe;
  const config = architecture.readConfig(recipe.config);
  const lossOnly = { head, loss: "labels", logits: "none" } as const;
  const session = await createOnnxTrainingSession(
    {
      training: () => architecture.build(config, { ...lossOnly, mode: "training" }),
      groups: [
        { name: "undecayed", includes: (name) => !architecture.isDecayed(name) },
        { name: "decayed", includes: () => true },
      ],
      isTrained: (name) => !isFrozen(name),
      beta2: 0.98,
      dropoutSeed: seed,
    },
    firstValues(recipe),
    { threads: place.threads },
  );
  try {
    const folder = join(place.work, recipe.name);
    const print = JSON.stringify({ config: recipe.config, head, seed, steps, learningRate });
    const begin = await readCheckpoint(folder, session, print);
    if (begin > 0) place.log(`${recipe.name}: goes on after step ${begin}`);
    await runSteps(recipe, place, session, begin, () => writeCheckpoint(folder, session, print));
    return await session.readParameters();
  } finally {
    await session.close();
  }
}

async function runSteps(
  { name, steps, until = steps, learningRate, batch }: Recipe,
  { log }: TrainingPlace,
  session: TrainingSession,
  begin: number,
  save: () => Promise<void>,
): Promise<void> {
  const started = Date.now();
  let mean = Number.NaN;
  for (let step = begin; step < until; step++) {
    const { loss } = await session.step(batch(step), {
      learningRate: rateAt(step, steps, learningRate),
      weightDecay: { decayed: DECAY, undecayed: 0 },
      clipNorm: CLIP,
    });
    if (!Number.isFinite(loss)) throw new Error(`${name}: the loss of step ${step} is ${loss}.`);
    mean = Number.isNaN(mean) ? loss : 0.95 * mean + 0.05 * loss;
    const done = step + 1;
    if (done % LOG_EVERY === 0 || done === until) {
      const seconds = (Date.now() - started) / 1000;
      const perStep = seconds / (done - begin);
      log(`${name}: step ${done}/${until}, loss ${mean.toFixed(3)}, ${(perStep * 1000).toFixed(0)} ms a step`);
    }
    if (done % SAVE_EVERY === 0 || done === until) await save();
  }
}

/** Up in a straight line, down along half a cosine. */
export function rateAt(step: number, steps: number, highest: number): number {
  const warmUp = Math.max(1, Math.round(steps / 20));
  if (step < warmUp) return (highest * (step + 1)) / warmUp;
  const done = (step - warmUp) / Math.max(1, steps - warmUp);
  return highest * (0.05 + 0.95 * 0.5 * (1 + Math.cos(Math.PI * done)));
}

/** The random numbers of one step's batch. */
export function batchRandom(seed: number, step: number): ReturnType<typeof defaultRng> {
  return defaultRng(seed * 1_000_003 + step);
}

function firstValues({ architecture, config: raw, head, seed, initial }: Recipe): Map<string, FloatTensor> {
  const config = architecture.readConfig(raw);
  const random = defaultRng(seed);
  const { parameters } = architecture.build(config, { head });
  return new Map(
    [...parameters].map(([name, value]) => {
      const shape = value.shape.map(Number);
      const fresh = { shape, data: architecture.initialize(config, name, shape, random) };
      return [name, initial?.get(name) ?? fresh];
    }),
  );
}
