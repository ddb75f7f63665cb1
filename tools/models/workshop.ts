/** @file What every step of making the models needs: folders, threads, a log. */
import { existsSync } from "node:fs";
import { join } from "node:path";
import { openRepository } from "../../src/hub/repository";
import { openWeights } from "../../src/models/weights/weights";
import type { Parameters, TrainingPlace } from "./training-run";

/** Where models are made. */
export interface Workshop extends TrainingPlace {
  /** The folder of the texts from outside. */
  data: string;
  /** The folder of finished models. */
  models: string;
  /** The one model that is to be measured. By default all are. */
  only?: string | undefined;
}

/** Where a finished model is. */
export function modelFolder({ models }: Workshop, name: string): string {
  return join(models, name);
}

/** Whether a model is finished. */
export function isFinished(workshop: Workshop, name: string): boolean {
  return existsSync(join(modelFolder(workshop, name), "model.safetensors"));
}

/** The parameters of a finished model. Throws an Error that says how to make it. */
export async function finishedParameters(workshop: Workshop, name: string): Promise<Parameters> {
  if (!isFinished(workshop, name)) {
    throw new Error(`${modelFolder(workshop, name)} is not there yet: \`npm run make:models -- ${name}\` makes it.`);
  }
  const weights = await openWeights(await openRepository(modelFolder(workshop, name)));
  try {
    const parameters = new Map<string, { shape: readonly number[]; data: Float32Array }>();
    for (const tensor of weights.names()) {
      const { shape, data } = await weights.read(tensor);
      parameters.set(tensor, { shape, data: Float32Array.from(data as Float32Array) });
    }
    return parameters;
  } finally {
    await weights.close();
  }
}
