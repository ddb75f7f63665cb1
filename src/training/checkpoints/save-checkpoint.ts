/** @file Writing a checkpoint: the model, the optimizer's moments, and where the training stands. */
import { existsSync } from "node:fs";
import { statfs } from "node:fs/promises";
import { dirname, join } from "node:path";
import { writeFileAtomic } from "../../core/atomic-write";
import { messageOf } from "../../core/errors";
import { formatBytes } from "../../core/format-bytes";
import type { TrainingSession } from "../../graph/training/training-session";
import { saveSafetensors, type TensorToSave } from "../../models/weights/save-safetensors";
import { CheckpointError } from "./checkpoint-error";
import { writeManifest } from "./manifest";
import { RESUME_FILE, type ResumePoint, resumeText } from "./resume-point";
import { writeFolder } from "./write-folder";

/** The folder in a checkpoint that holds the moments, and the names of its tensors. */
export const OPTIMIZER_FOLDER = "optimizer";
export const FIRST_MOMENT = "first/";
export const SECOND_MOMENT = "second/";
export const TRAINED_WEIGHT = "weight/";

/** Anything that writes itself into a folder. */
export interface SavesItself {
  savePretrained(folder: string): Promise<unknown>;
}

/** What a checkpoint is made of. */
export interface CheckpointContents {
  model: SavesItself;
  /** What a training goes on with; without it the checkpoint holds a model and no more. */
  resume?: { session: TrainingSession; point: Omit<ResumePoint, "trained"> };
  /** Saved beside the model, so that the folder can be used as it is. */
  tokenizer?: SavesItself | undefined;
  /** Further files, JSON by name. */
  files?: Readonly<Record<string, unknown>>;
}

/**
 * Writes a checkpoint: afterwards it is there whole, or, after an error or a kill, not at all.
 *
 * @throws CheckpointError `disk-full` or `checkpoint-not-written`; earlier checkpoints stay as they are.
 */
export async function saveCheckpoint(target: string, contents: CheckpointContents): Promise<void> {
  const { model, tokenizer, resume, files = {} } = contents;
  try {
    await writeFolder(target, async (folder) => {
      await model.savePretrained(folder);
      await tokenizer?.savePretrained(folder);
      if (resume !== undefined) {
        const { session, point } = resume;
        await saveOptimizer(folder, session);
        await writeFileAtomic(join(folder, RESUME_FILE), resumeText({ ...point, trained: session.trained }));
      }
      for (const [name, content] of Object.entries(files)) {
        await writeFileAtomic(join(folder, name), `${JSON.stringify(content, undefined, 2)}\n`);
      }
      await writeManifest(folder);
    });
  } catch (error) {
    throw await writingFailed(target, error);
  }
}

async function saveOptimizer(folder: string, session: TrainingSession): Promise<void> {
  const { step, moments } = await session.readOptimizer();
  const tensors = new Map<string, TensorToSave>();
  for (const [name, { first, second }] of moments) {
    tensors.set(FIRST_MOMENT + name, first);
    tensors.set(SECOND_MOMENT + name, second);
  }
  // An adapter's folder has its weights under other names, and none of the model's.
  const hasWeights = ["model.safetensors", "model.safetensors.index.json"].some((file) =>
    existsSync(join(folder, file)),
  );
  if (!hasWeights) {
    for (const [name, value] of await session.readParameters(session.trained))
      tensors.set(TRAINED_WEIGHT + name, value);
  }
  await saveSafetensors(join(folder, OPTIMIZER_FOLDER), tensors, { metadata: { format: "pt", step: String(step) } });
}

const FULL = ["ENOSPC", "EDQUOT", "EFBIG"];
const CODE = /^E[A-Z0-9]+$/;

/** Errors of the system say where the disk is full; all others pass, with the checkpoint's name before them. */
async function writingFailed(folder: string, error: unknown): Promise<unknown> {
  const code = (error as NodeJS.ErrnoException | null)?.code ?? "";
  if (FULL.includes(code)) {
    const free = await statfs(dirname(folder)).then(
      ({ bavail, bsize }) => ` (${formatBytes(bavail * bsize)} are free)`,
      () => "",
    );
    return new CheckpointError("disk-full", `There is no room on the disk for the checkpoint ${folder}${free}.`, {
      folder,
      hint: "Make room, or keep fewer checkpoints with `saveTotalLimit`. The checkpoints before it are whole.",
      cause: error,
    });
  }
  if (!CODE.test(code)) return error;
  return new CheckpointError(
    "checkpoint-not-written",
    `The checkpoint ${folder} could not be written: ${messageOf(error)}.`,
    {
      folder,
      hint: "Look at the folder's permissions and the disk. The checkpoints before it are whole.",
      cause: error,
    },
  );
}
