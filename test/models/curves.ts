/** @file Trains a model as a curve's golden was made and gathers what it must be compared with. Tests only. */
import { join } from "node:path";
import type { Feeds, FloatTensor, TrainingPlan, TrainingSession } from "../../src/graph/training/training-session";
import type { Architecture, ForwardOptions, Head } from "../../src/models/architecture";
import { ARCHITECTURES } from "../../src/models/auto/architectures";
import {
  type Golden,
  type GoldenTensor,
  loadGolden,
  readSafetensors,
  type TrainingBatch,
  type TrainingJson,
  trainingBatches,
} from "./goldens";

/** A curve that PyTorch drew. */
export interface Curve {
  golden: Golden;
  training: TrainingJson;
  architecture: Architecture;
  /** The checked configuration. */
  config: Readonly<Record<string, unknown>>;
  plan: TrainingPlan;
  start: ReadonlyMap<string, FloatTensor>;
}

/** What training gave, a number a step. */
export interface CurveResult {
  loss: number[];
  norm: number[];
  /** A number a micro-batch. */
  microLoss: number[];
}

/** Reads a curve's golden and the model that it starts from. */
export function readCurve(name: string): Curve {
  const golden = loadGolden(name);
  const { training, architecture: modelType, head } = golden.json;
  const architecture = ARCHITECTURES.find((one) => one.modelType === modelType);
  if (training === undefined || architecture === undefined) throw new Error(`${name} is no training curve.`);
  const config = architecture.readConfig(golden.config);
  const options: ForwardOptions = { head: head as Head, mode: "training", loss: "labels", logits: "none" };
  const start = new Map<string, FloatTensor>();
  for (const [key, { data, shape }] of readSafetensors(join(golden.folder, "model.safetensors"))) {
    if (!architecture.isBuffer(key)) {
      start.set(architecture.rename(config, key), { shape, data: Float32Array.from(data) });
    }
  }
  const plan: TrainingPlan = {
    training: () => architecture.build(config, options),
    isTrained: (parameter) => !training.frozen.includes(parameter),
    groups: [
      { name: "decayed", includes: (parameter) => architecture.isDecayed(parameter) },
      { name: "undecayed", includes: () => true },
    ],
    beta1: training.betas[0],
    beta2: training.betas[1],
    epsilon: training.epsilon,
  };
  return { golden, training, architecture, config, plan, start };
}

/** Trains for so many steps of a curve. */
export async function drawCurve(session: TrainingSession, curve: Curve, steps: number): Promise<CurveResult> {
  const { golden, training } = curve;
  const batches = trainingBatches(golden);
  const rates = golden.floats("curve.rate").data;
  const result: CurveResult = { loss: [], norm: [], microLoss: [] };
  for (let step = 0; step < steps; step++) {
    const settings = {
      learningRate: rates[step] ?? Number.NaN,
      weightDecay: { decayed: training.weightDecay, undecayed: 0 },
      clipNorm: training.maxGradientNorm,
    };
    const group = batches.slice(step * training.microBatches, (step + 1) * training.microBatches);
    const [only] = group;
    if (only !== undefined && group.length === 1) {
      const { loss, gradientNorm } = await session.step(feedsOf(only, curve), settings);
      result.loss.push(loss);
      result.microLoss.push(loss);
      result.norm.push(gradientNorm);
      continue;
    }
    const total = group.reduce((sum, batch) => sum + labelled(batch), 0);
    let sum = 0;
    for (const batch of group) {
      const scale = training.lossScale === "items" ? labelled(batch) / total : 1 / group.length;
      const { loss } = await session.accumulate(feedsOf(batch, curve), { scale });
      result.microLoss.push(loss);
      sum += loss * scale;
    }
    result.loss.push(sum);
    result.norm.push((await session.apply(settings)).gradientNorm);
  }
  return result;
}

/** A batch as a graph is fed; a decoder's positions are counted from each row's start, as PyTorch does when it is given none. */
function feedsOf(batch: TrainingBatch, { golden }: Curve): Feeds {
  const whole = ({ data, shape }: GoldenTensor) => ({
    type: "int64" as const,
    dims: shape,
    data: BigInt64Array.from(Array.from(data), (item) => BigInt(item)),
  });
  const feeds = {
    input_ids: whole(batch.input_ids),
    attention_mask: whole(batch.attention_mask),
    labels: whole(batch.labels),
  };
  if (golden.json.head !== "causal-lm") return feeds;
  const { shape, data } = batch.input_ids;
  return { ...feeds, position_ids: whole({ shape, data: data.map((_, place) => place % (shape[1] ?? 1)) }) };
}

/** A key projection's bias has no gradient but rounding noise: its value says nothing. In GPT-2 it is a third of a larger bias. */
export function isNoise(parameter: string, place: number, size: number): boolean {
  if (/(?:k_lin|key|k_proj)\.bias$/.test(parameter)) return true;
  return parameter.endsWith("attn.c_attn.bias") && place >= size / 3 && place < (2 * size) / 3;
}

function labelled({ labels }: TrainingBatch): number {
  return labels.data.reduce((count, label) => count + (label === -100 ? 0 : 1), 0);
}
