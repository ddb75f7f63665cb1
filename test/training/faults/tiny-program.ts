// A program that trains the tiny model and goes on from its newest checkpoint, until it is killed. Tests only.
//
//   node --import tsx tiny-program.ts OUTPUT_DIR STEPS
//
// It prints "begun" before its first update and at the end the checksum of all weights.
import { createHash } from "node:crypto";
import { findCheckpoint } from "../../../src/training/checkpoints/find-checkpoint";
import { Trainer } from "../../../src/training/trainer/trainer";
import { parts, tinyModelWithDropout, weightsOf } from "../trainer/tiny-run";

export interface TinyProgramResult {
  digest: string;
  step: number;
}

/** Trains to the end, from the newest whole checkpoint where there is one. */
export async function runTinyProgram(outputDir: string, steps: number, begun: (step: number) => void): Promise<string> {
  const model = await tinyModelWithDropout();
  const { found } = await findCheckpoint(outputDir);
  const trainer = new Trainer({
    model,
    ...parts({
      outputDir,
      maxSteps: steps,
      perDeviceTrainBatchSize: 4,
      learningRate: 1e-3,
      saveSteps: 1,
      saveTotalLimit: 3,
      loggingSteps: 10,
    }),
    callbacks: [{ onTrainBegin: ({ step }) => begun(step) }],
  });
  await trainer.train({ resumeFromCheckpoint: found !== undefined });
  const hash = createHash("sha256");
  for (const [name, bytes] of await weightsOf(model)) hash.update(name).update(bytes);
  hash.update(JSON.stringify(trainer.logHistory.filter(({ train_loss: last }) => last === undefined)));
  await model.close();
  return hash.digest("hex");
}

const [outputDir, steps] = process.argv.slice(2);
if (require.main === module && outputDir !== undefined) {
  runTinyProgram(outputDir, Number(steps), (step) => process.stdout.write(`begun ${step}\n`)).then(
    (digest) => process.stdout.write(`done ${digest}\n`),
    (error: unknown) => {
      process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`);
      process.exitCode = 1;
    },
  );
}
