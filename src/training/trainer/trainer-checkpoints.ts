/** @file A Trainer's checkpoints: which are written and kept, and which one a training goes on from. */
import { existsSync } from "node:fs";
import { dirname, resolve } from "node:path";
import type { PreTrainedModel } from "../../models/pretrained-model";
import type { TrainingArguments } from "../arguments/training-arguments";
import { CheckpointError } from "../checkpoints/checkpoint-error";
import { checkpointFolder, listCheckpoints } from "../checkpoints/checkpoint-names";
import { findCheckpoint } from "../checkpoints/find-checkpoint";
import { type LoadedCheckpoint, loadCheckpoint, loadWeights } from "../checkpoints/load-checkpoint";
import { checkManifest } from "../checkpoints/manifest";
import type { JsonValue, ResumePoint } from "../checkpoints/resume-point";
import { rotateCheckpoints } from "../checkpoints/rotate-checkpoints";
import { type CheckpointContents, saveCheckpoint } from "../checkpoints/save-checkpoint";
import { clearLeftovers, removeFolder } from "../checkpoints/write-folder";
import type { TrainingEvent } from "../loop/training-callback";
import type { TrainerCallback } from "./trainer-callback";
import type { TrainerState } from "./trainer-state";

/** The arguments that the numbers hang on; a checkpoint of other ones is told. */
const DECISIVE = [
  "perDeviceTrainBatchSize",
  "gradientAccumulationSteps",
  "dataloaderDropLast",
  "groupByLength",
  "learningRate",
  "lrSchedulerType",
  "lrSchedulerKwargs",
  "warmupRatio",
  "warmupSteps",
  "weightDecay",
  "adamBeta1",
  "adamBeta2",
  "adamEpsilon",
  "maxGradNorm",
  "labelSmoothingFactor",
  "seed",
  "dataSeed",
] as const;

/** What a run is, besides its weights: by this a checkpoint is compared. */
export function runSettings(args: TrainingArguments, maxSteps: number, numRows: number): Record<string, JsonValue> {
  const chosen = DECISIVE.map((name) => [name, args[name] as JsonValue] as const);
  return { ...Object.fromEntries(chosen), maxSteps, numRows };
}

/** What a checkpoint is written from. */
export interface CheckpointSource {
  args: TrainingArguments;
  event: TrainingEvent;
  state: TrainerState;
  settings: ResumePoint["settings"];
  best: ResumePoint["best"];
  callbacks: readonly TrainerCallback[];
  tokenizer: CheckpointContents["tokenizer"];
}

/** Writes the checkpoint of this moment, and removes those that are too many. */
export async function writeCheckpoint(source: CheckpointSource): Promise<void> {
  const { args, event, state, settings, best, tokenizer } = source;
  const { position, session, model } = event;
  const folder = checkpointFolder(args.outputDir, position.step);
  const kept = source.callbacks.flatMap((callback): [string, JsonValue][] =>
    callback.name === undefined || callback.keptState === undefined ? [] : [[callback.name, callback.keptState()]],
  );
  const point = { position, settings, best, callbacks: Object.fromEntries(kept) };
  await saveCheckpoint(folder, {
    model,
    tokenizer,
    ...(args.saveOnlyModel ? {} : { resume: { session, point } }),
    files: { "trainer_state.json": state, "training_args.json": args },
  });
  if (args.saveTotalLimit === null) return;
  const bestFolder = best === undefined ? undefined : checkpointFolder(args.outputDir, best.step);
  await rotateCheckpoints(args.outputDir, args.saveTotalLimit, [folder, bestFolder]);
}

/**
 * Finds and loads the checkpoint that a training goes on from. Nothing where it begins anew; then `overwriteOutputDir`
 * removes the checkpoints of earlier runs.
 */
export async function takeUp(
  args: TrainingArguments,
  wanted: string | boolean | null,
  model: PreTrainedModel,
): Promise<(LoadedCheckpoint & { folder: string }) | undefined> {
  await clearLeftovers(args.outputDir);
  if (wanted === null || wanted === false) {
    if (args.overwriteOutputDir) {
      for (const { folder } of await listCheckpoints(args.outputDir)) await removeFolder(folder);
    }
    return undefined;
  }
  const folder = typeof wanted === "string" ? await checked(wanted) : await newest(args.outputDir);
  const loaded = await loadCheckpoint(folder, model);
  const trained = new Set(loaded.point.trained);
  model.unfreeze();
  model.freeze((name) => !trained.has(name));
  return { ...loaded, folder };
}

/** Tells where the settings differ from those that a checkpoint was written with: the numbers will too. */
export function warnOfOtherSettings(point: ResumePoint, settings: ResumePoint["settings"], folder: string): void {
  const other = Object.keys(settings).filter(
    (name) => JSON.stringify(settings[name]) !== JSON.stringify(point.settings[name]),
  );
  if (other.length === 0) return;
  const shown = other.map(
    (name) => `\`${name}\` was ${JSON.stringify(point.settings[name])} and is ${JSON.stringify(settings[name])}`,
  );
  console.warn(
    `The training goes on from ${folder} with other settings, so its numbers will not be those of a training without a stop: ${shown.join("; ")}.`,
  );
}

/** Gives the model the weights of its best evaluation. */
export async function loadBest(folder: string, model: PreTrainedModel): Promise<void> {
  await checkManifest(folder);
  await loadWeights(folder, model);
}

/** After the last update Python keeps one checkpoint where one was asked for, also where the best is not the last. */
export async function keepOnlyBest(args: TrainingArguments, best: string): Promise<void> {
  if (args.saveTotalLimit === 1) await rotateCheckpoints(args.outputDir, 1, [best]);
}

async function newest(outputDir: string): Promise<string> {
  const { found, damaged } = await findCheckpoint(outputDir);
  for (const error of damaged) console.warn(`${error.message} An earlier one is taken, if there is one.`);
  if (found !== undefined) return found.folder;
  const why = damaged.length === 0 ? "" : ` ${damaged.length} damaged ones are there.`;
  throw new CheckpointError("checkpoint-missing", `There is no checkpoint to go on from in ${outputDir}.${why}`, {
    folder: outputDir,
    hint: 'Begin anew: `trainer.train()`. Checkpoints are written where `saveStrategy` is not "no".',
  });
}

async function checked(folder: string): Promise<string> {
  try {
    await checkManifest(folder);
    return folder;
  } catch (error) {
    if (!(error instanceof CheckpointError)) throw error;
    const { found } = await findCheckpoint(dirname(resolve(folder)));
    const whole =
      found === undefined
        ? undefined
        : `The newest whole one is ${found.folder}; \`true\` takes the newest of \`outputDir\`.`;
    if (!existsSync(folder)) {
      throw new CheckpointError("checkpoint-missing", `There is no folder ${folder}.`, { folder, hint: whole });
    }
    throw new CheckpointError(error.code, error.message, {
      folder,
      file: error.file,
      hint: whole ?? error.hint,
      cause: error,
    });
  }
}
