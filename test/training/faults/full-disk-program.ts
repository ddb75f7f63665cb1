// A program that trains the tiny model where there is no room for all of its checkpoints, and says as JSON how that went.
// Tests only.  node --import tsx full-disk-program.ts OUTPUT_DIR
import { readdirSync } from "node:fs";
import type { CheckpointError } from "../../../src/training/checkpoints/checkpoint-error";
import { listCheckpoints } from "../../../src/training/checkpoints/checkpoint-names";
import { findCheckpoint } from "../../../src/training/checkpoints/find-checkpoint";
import { checkManifest } from "../../../src/training/checkpoints/manifest";
import { Trainer } from "../../../src/training/trainer/trainer";
import { parts, tinyModelWithDropout, weightsOf } from "../trainer/tiny-run";

export interface FullDiskReport {
  /** The error's code; undefined where the training came to its end. */
  code: string | undefined;
  message: string | undefined;
  /** Which checkpoints are there and whole. */
  whole: number[];
  /** What is there besides. */
  others: string[];
  /** Whether the model has all its weights. */
  hasWeights: boolean;
}

/** Trains with a checkpoint after every second update, from the newest one where there is one. */
export async function trainUntilFull(outputDir: string, maxSteps: number): Promise<FullDiskReport> {
  const model = await tinyModelWithDropout();
  const given = parts({ outputDir, maxSteps, perDeviceTrainBatchSize: 4, saveSteps: 2 });
  const { found } = await findCheckpoint(outputDir);
  const failure = await new Trainer({ model, ...given })
    .train({ resumeFromCheckpoint: found !== undefined })
    .then(() => undefined)
    .catch((error: CheckpointError) => error);
  const checkpoints = await listCheckpoints(outputDir);
  for (const { folder } of checkpoints) await checkManifest(folder);
  const names = new Set(checkpoints.map(({ step }) => `checkpoint-${step}`));
  const report = {
    code: failure?.code,
    message: failure?.message,
    whole: checkpoints.map(({ step }) => step),
    others: readdirSync(outputDir).filter((name) => !names.has(name)),
    hasWeights: (await weightsOf(model)).size > 0,
  };
  await model.close();
  return report;
}

const [outputDir] = process.argv.slice(2);
if (require.main === module && outputDir !== undefined) {
  trainUntilFull(outputDir, 40).then(
    (report) => process.stdout.write(`${JSON.stringify(report)}\n`),
    (error: unknown) => {
      process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`);
      process.exitCode = 1;
    },
  );
}
