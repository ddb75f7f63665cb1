/** @file Which weights share a learning rate and a decay, and what each group's are at an update. */
import { argumentRangeError } from "../../core/errors";
import type { ParameterGroup, StepSettings } from "../../graph/training/training-session";
import type { PreTrainedModel } from "../../models/pretrained-model";
import type { LearningRateSchedule } from "../schedules/learning-rate-schedule";

/** A number for each update, from 0: a {@link LearningRateSchedule}, or anything like it. */
export type LearningRates = Pick<LearningRateSchedule, "at">;

/** Weights that are trained at a pace of their own. */
export interface LearningRateGroup {
  /** Which weights, by PyTorch's names; the first group that includes a weight has it. */
  includes(parameter: string): boolean;
  /** What the schedule's learning rate is multiplied by. @default 1 */
  scale?: number;
  /** A schedule of its own, in place of the training's. */
  schedule?: LearningRates;
  /** A decay of its own, in place of the training's. */
  weightDecay?: number;
}

/** The groups as AdamW has them: each twice, since biases and the scales of normalizations are never decayed. */
export interface PlannedGroups {
  groups: readonly ParameterGroup[];
  /** What an update is told, by group. `step` is the number of updates done before. */
  settings(step: number): Pick<StepSettings, "learningRate" | "weightDecay">;
}

/**
 * Splits a model's weights into groups. What no group includes follows the training's own schedule and decay.
 *
 * Python: Trainer's `get_decay_parameter_names` and the parameter groups of `torch.optim.AdamW`.
 */
export function planGroups(
  model: PreTrainedModel,
  given: readonly LearningRateGroup[],
  schedule: LearningRates,
  weightDecay: number,
): PlannedGroups {
  const { architecture } = model.config;
  const all = [...given, { includes: () => true } satisfies LearningRateGroup].map((group, index) => ({
    name: `g${index}`,
    scale: checkScale(group.scale ?? 1, index),
    schedule: group.schedule ?? schedule,
    weightDecay: group.weightDecay ?? weightDecay,
    includes: (parameter: string) => group.includes(parameter),
  }));
  const groupOf = (parameter: string) => all.find(({ includes }) => includes(parameter));
  const groups = all.flatMap((group): ParameterGroup[] => [
    {
      name: `${group.name}_decayed`,
      includes: (parameter) => groupOf(parameter) === group && architecture.isDecayed(parameter),
    },
    { name: `${group.name}_undecayed`, includes: (parameter) => groupOf(parameter) === group },
  ]);
  const decays = Object.fromEntries(
    all.flatMap(({ name, weightDecay: decay }) => [
      [`${name}_decayed`, decay],
      [`${name}_undecayed`, 0],
    ]),
  );
  const settings = (step: number) => {
    const learningRate: Record<string, number> = {};
    for (const group of all) {
      const rate = group.schedule.at(step) * group.scale;
      learningRate[`${group.name}_decayed`] = rate;
      learningRate[`${group.name}_undecayed`] = rate;
    }
    return { learningRate, weightDecay: decays };
  };
  return { groups, settings };
}

function checkScale(scale: number, index: number): number {
  if (Number.isFinite(scale) && scale >= 0) return scale;
  throw argumentRangeError({
    function: "runTraining",
    parameter: `groups[${index}].scale`,
    rule: "be a number of at least 0",
    value: scale,
  });
}
