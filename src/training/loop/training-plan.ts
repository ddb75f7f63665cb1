/** @file What a training asks of the engine: its graphs, its groups, which weights it trains. */
import type { Graph } from "../../graph/graph";
import type { TrainingPlan } from "../../graph/training/training-session";
import type { PreTrainedModel } from "../../models/pretrained-model";
import { TrainingError } from "../training-error";
import type { PlannedGroups } from "./learning-rate-groups";
import type { LossPlan } from "./loss-settings";
import type { RunTrainingOptions } from "./training-options";

/** A plan whose graphs without dropout can become more while it runs. */
export type OpenPlan = TrainingPlan & { forward: Record<string, () => Graph> };

/** The name of the graph that gives a batch's loss as an evaluation would. */
export const LOSS_GRAPH = "loss";

/** The plan of a training. */
export function planOf(
  model: PreTrainedModel,
  loss: LossPlan,
  groups: PlannedGroups,
  options: RunTrainingOptions,
): OpenPlan {
  const { beta1, beta2, epsilon, seed = 0 } = options;
  const trained = new Set(trainedOf(model));
  return {
    training: () =>
      model.buildGraph({
        mode: "training",
        loss: "labels",
        logits: options.batchMetrics === undefined ? "none" : "all",
        lossOptions: loss.options,
      }),
    ...(options.batchMetrics === undefined ? {} : { fetch: options.batchMetrics.fetch }),
    // Graphs that the model runs while it is trained are added as they are asked for.
    forward: { [LOSS_GRAPH]: () => model.buildGraph({ loss: "labels", logits: "none" }) },
    isTrained: (name) => trained.has(name),
    groups: groups.groups,
    dropoutSeed: seed,
    ...(beta1 === undefined ? {} : { beta1 }),
    ...(beta2 === undefined ? {} : { beta2 }),
    ...(epsilon === undefined ? {} : { epsilon }),
  };
}

/** The weights that are not frozen: one or more. */
export function trainedOf(model: PreTrainedModel): string[] {
  const parameters = model.parameters();
  const trained = parameters.filter(({ state }) => state === "trained").map(({ name }) => name);
  if (trained.length > 0) return trained;
  throw new TrainingError(
    "nothing-trained",
    `All ${parameters.length} weights of this ${model.className} are frozen.`,
    {
      hint: "Let some of them be trained: `model.unfreeze((name) => name.startsWith(…))`.",
    },
  );
}
