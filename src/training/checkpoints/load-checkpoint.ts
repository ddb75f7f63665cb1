/** @file Reading a checkpoint back: the weights into the model, the moments and the place for the loop. */
import { existsSync } from "node:fs";
import { join } from "node:path";
import type { FloatTensor, OptimizerState } from "../../graph/training/training-session";
import { openRepository } from "../../hub/repository";
import type { ModelParameter } from "../../models/model-summary";
import { openWeights, type Weights } from "../../models/weights/weights";
import { CheckpointError } from "./checkpoint-error";
import { checkManifest } from "./manifest";
import { type ResumePoint, readResumePoint } from "./resume-point";
import { FIRST_MOMENT, OPTIMIZER_FOLDER, SECOND_MOMENT, TRAINED_WEIGHT } from "./save-checkpoint";

/** What weights are read into. */
export interface TakesWeights {
  readonly className: string;
  parameters(): readonly ModelParameter[];
  writeParameters(parameters: ReadonlyMap<string, FloatTensor>, options?: { transfer?: boolean }): Promise<void>;
}

/** What a training goes on with. */
export interface LoadedCheckpoint {
  point: ResumePoint;
  optimizer: OptimizerState;
}

/**
 * Reads a checkpoint into a model, and gives what the loop goes on with. Nothing is changed before all files are known to
 * be whole.
 */
export async function loadCheckpoint(folder: string, model: TakesWeights): Promise<LoadedCheckpoint> {
  await checkManifest(folder);
  const point = await readResumePoint(folder);
  const weights = await openWeights(await openRepository(join(folder, OPTIMIZER_FOLDER)));
  try {
    if (weights.names().some((name) => name.startsWith(TRAINED_WEIGHT))) {
      await fill(folder, model, weights, TRAINED_WEIGHT, point.trained);
    } else {
      await loadWeights(folder, model);
    }
    const moments: OptimizerState["moments"] = new Map();
    for (const name of point.trained) {
      if (!weights.has(FIRST_MOMENT + name)) throw mismatched(folder, `it has no moments of \`${name}\``);
      moments.set(name, {
        first: await readFloats(weights, FIRST_MOMENT + name),
        second: await readFloats(weights, SECOND_MOMENT + name),
      });
    }
    return { point, optimizer: { step: Number(weights.metadata.step), moments } };
  } finally {
    await weights.close();
  }
}

/** Reads the weights of a checkpoint alone, such as the best one's at the end of a training. */
export async function loadWeights(folder: string, model: TakesWeights): Promise<void> {
  const names = model.parameters().map(({ name }) => name);
  const optimizer = join(folder, OPTIMIZER_FOLDER);
  const isAdapter = existsSync(join(folder, "adapter_config.json")) && existsSync(optimizer);
  const weights = await openWeights(await openRepository(isAdapter ? optimizer : folder));
  try {
    if (isAdapter) await fill(folder, model, weights, TRAINED_WEIGHT, trainedIn(weights));
    else await fill(folder, model, weights, "", names);
  } finally {
    await weights.close();
  }
}

function trainedIn(weights: Weights): string[] {
  return weights
    .names()
    .flatMap((name) => (name.startsWith(TRAINED_WEIGHT) ? [name.slice(TRAINED_WEIGHT.length)] : []));
}

async function fill(
  folder: string,
  model: TakesWeights,
  weights: Weights,
  prefix: string,
  names: readonly string[],
): Promise<void> {
  const shapes = new Map(model.parameters().map(({ name, shape }) => [name, shape]));
  for (const name of names) {
    const wanted = shapes.get(name);
    if (wanted === undefined) throw mismatched(folder, `a ${model.className} has no weight \`${name}\``);
    if (!weights.has(prefix + name)) throw mismatched(folder, `it has no weight \`${name}\``);
    const { shape } = weights.info(prefix + name);
    if (shape.join() === wanted.join()) continue;
    throw mismatched(folder, `\`${name}\` has the shape [${shape}] there and [${wanted}] in the model`);
  }
  for (const name of names) {
    await model.writeParameters(new Map([[name, await readFloats(weights, prefix + name)]]), { transfer: true });
  }
}

async function readFloats(weights: Weights, name: string): Promise<FloatTensor> {
  const { shape, data } = await weights.read(name);
  return { shape, data: data instanceof Float32Array ? data : Float32Array.from(data as ArrayLike<number>) };
}

function mismatched(folder: string, why: string): CheckpointError {
  return new CheckpointError("checkpoint-mismatched", `The checkpoint ${folder} is another model's: ${why}.`, {
    folder,
    hint: "Open the model as it was opened when the training began: the same repository, head and `numLabels`.",
  });
}
