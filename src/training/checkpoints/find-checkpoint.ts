/** @file The newest checkpoint that is whole. */
import { CheckpointError } from "./checkpoint-error";
import { type CheckpointPlace, listCheckpoints } from "./checkpoint-names";
import { checkManifest } from "./manifest";

/** What {@link findCheckpoint} found. */
export interface FoundCheckpoint {
  /** The newest whole one; undefined where there is none. */
  found: CheckpointPlace | undefined;
  /** Newer ones that are damaged, each with what is wrong. */
  damaged: CheckpointError[];
}

/**
 * Looks for the newest checkpoint in a training's folder whose files are all as they were written.
 *
 * Python: `transformers.trainer_utils.get_last_checkpoint(folder)`, which takes the newest as it is.
 *
 * @example
 * ```ts
 * const { found, damaged } = await findCheckpoint("my-run");
 * found; // { step: 20, folder: 'my-run/checkpoint-20' }
 * damaged.map((error) => error.message);
 * // [ 'The checkpoint my-run/checkpoint-30 is damaged: `model.safetensors` has 100 bytes instead of 4096.' ]
 * ```
 */
export async function findCheckpoint(outputDir: string): Promise<FoundCheckpoint> {
  const damaged: CheckpointError[] = [];
  for (const place of (await listCheckpoints(outputDir)).reverse()) {
    try {
      await checkManifest(place.folder);
      return { found: place, damaged };
    } catch (error) {
      if (!(error instanceof CheckpointError)) throw error;
      damaged.push(error);
    }
  }
  return { found: undefined, damaged };
}
