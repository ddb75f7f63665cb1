/** @file A model's weights in a training session and back, however the training ends. */
import { type OpenTrainingOptions, openTrainingSession } from "../../graph/training/open-training-session";
import type { TrainingSession } from "../../graph/training/training-session";
import type { PreTrainedModel } from "../../models/pretrained-model";
import type { OpenPlan } from "./training-plan";

/** Opens a session over the model's weights, and brings them back however `work` ends. */
export async function withWeights<Result>(
  model: PreTrainedModel,
  plan: OpenPlan,
  opening: OpenTrainingOptions | undefined,
  work: (session: TrainingSession) => Promise<Result>,
): Promise<Result> {
  const before = await model.takeParameters();
  let session: TrainingSession | undefined;
  try {
    const opened = await openTrainingSession(plan, before, { engine: model.engine, ...opening });
    session = opened;
    model.lendTo({
      run: (key, build, feeds, options) => {
        plan.forward[`model/${key}`] ??= build;
        return opened.forward(`model/${key}`, feeds, options);
      },
      read: (names) => opened.readParameters(names),
      write: (parameters) => opened.writeParameters(parameters),
    });
    return await work(opened);
  } finally {
    const after = await session?.readParameters().catch(() => undefined);
    model.lendTo(undefined);
    await model.writeParameters(after ?? before, { transfer: true });
    await session?.close({ force: true });
  }
}
