/** @file What a stopped training needs to go on: parameters, moments and the number of steps, in one safetensors file. */
import { existsSync } from "node:fs";
import { rm } from "node:fs/promises";
import { join } from "node:path";
import type { FloatTensor, TrainingSession } from "../../src/graph/training/training-session";
import { openRepository } from "../../src/hub/repository";
import { saveSafetensors, type TensorToSave } from "../../src/models/weights/save-safetensors";
import { openWeights } from "../../src/models/weights/weights";

const FIRST = "moment.first/";
const SECOND = "moment.second/";

/**
 * Saves a session's state into a folder; the earlier checkpoint there stays whole until this one is.
 *
 * @param recipe Says what is trained and how; {@link readCheckpoint} takes nothing that another recipe wrote.
 */
export async function writeCheckpoint(folder: string, session: TrainingSession, recipe: string): Promise<void> {
  const tensors = new Map<string, TensorToSave>(await session.readParameters());
  const { step, moments } = await session.readOptimizer();
  for (const [name, { first, second }] of moments) {
    tensors.set(FIRST + name, first);
    tensors.set(SECOND + name, second);
  }
  await saveSafetensors(folder, tensors, { metadata: { recipe, step: String(step) } });
}

/** Puts a checkpoint into a session. Gives the number of steps done; 0 where there is none of this recipe. */
export async function readCheckpoint(folder: string, session: TrainingSession, recipe: string): Promise<number> {
  if (!existsSync(join(folder, "model.safetensors"))) return 0;
  const weights = await openWeights(await openRepository(folder));
  try {
    if (weights.metadata.recipe !== recipe) return 0;
    const step = Number(weights.metadata.step);
    const parameters = new Map<string, FloatTensor>();
    const moments = new Map<string, { first: FloatTensor; second: FloatTensor }>();
    for (const name of weights.names().filter((name) => !name.startsWith("moment."))) {
      const read = async (stored: string): Promise<FloatTensor> => {
        const { shape, data } = await weights.read(stored);
        return { shape, data: Float32Array.from(data as Float32Array) };
      };
      parameters.set(name, await read(name));
      if (!session.trained.includes(name)) continue;
      moments.set(name, { first: await read(FIRST + name), second: await read(SECOND + name) });
    }
    await session.writeParameters(parameters);
    await session.writeOptimizer({ step, moments });
    return step;
  } finally {
    await weights.close();
  }
}

/** Removes a checkpoint that is no longer needed. */
export async function removeCheckpoint(folder: string): Promise<void> {
  await rm(folder, { recursive: true, force: true });
}
