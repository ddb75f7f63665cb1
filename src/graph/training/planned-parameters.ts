/** @file A plan's parameters, whichever engine trains them: which there are, who is in which group, what a step is told. */
import { argumentTypeError } from "../../core/errors";
import { listNames } from "../../core/suggest";
import { GraphError } from "../graph-error";
import { type AdamWConstants, adamWScalars } from "./adamw";
import type { FloatTensor, ParameterGroup, StepSettings, TrainingPlan } from "./training-session";

const ONE_GROUP: readonly ParameterGroup[] = [{ name: "all", includes: () => true }];

/** The parameters of a plan's training graph. */
export class PlannedParameters {
  /** In the model's order. */
  readonly names: readonly string[];
  readonly groups: readonly ParameterGroup[];
  readonly constants: AdamWConstants;
  readonly #shapes: ReadonlyMap<string, readonly number[]>;
  /** The groups of the parameters that are trained; asked for at every step, which of a tiny model takes a millisecond or two. */
  #used: { trained: readonly string[]; groups: ReadonlySet<string> } | undefined;

  constructor(plan: TrainingPlan) {
    const { parameters } = plan.training();
    this.#shapes = new Map([...parameters].map(([name, value]) => [name, value.shape as readonly number[]]));
    this.names = [...this.#shapes.keys()];
    this.groups = plan.groups ?? ONE_GROUP;
    this.constants = { beta1: plan.beta1 ?? 0.9, beta2: plan.beta2 ?? 0.999, epsilon: plan.epsilon ?? 1e-8 };
  }

  /** A parameter's shape; of a name that there is not, a scalar's. */
  shapeOf(name: string): readonly number[] {
    return this.#shapes.get(name) ?? [];
  }

  /** The values to begin with, one for each parameter. */
  startOf(parameters: ReadonlyMap<string, FloatTensor>): readonly (readonly [string, FloatTensor])[] {
    const missing = this.names.filter((name) => !parameters.has(name));
    if (missing.length > 0) {
      throw new GraphError(
        "parameter-missing",
        `No value was given for ${missing.length} parameters: ${shortList(missing)}.`,
      );
    }
    return this.names.map((name) => [name, parameters.get(name) as FloatTensor]);
  }

  /** The parameters that are trained: one or more. */
  select(isTrained: (parameter: string) => boolean): readonly string[] {
    const chosen = this.names.filter(isTrained);
    if (chosen.length === 0) {
      throw new GraphError("nothing-trained", `None of the ${this.names.length} parameters is trained.`, {
        hint: `Parameters: ${shortList(this.names)}.`,
      });
    }
    return chosen;
  }

  /** Refuses a name that is none of the parameters'. */
  require(name: string): void {
    if (this.#shapes.has(name)) return;
    throw new GraphError("parameter-missing", `There is no parameter \`${name}\`.`, {
      hint: listNames("parameters", name, [...this.names]),
    });
  }

  /** Refuses a tensor of another shape than the parameter's. */
  checkShape(name: string, tensor: FloatTensor): void {
    const shape = this.shapeOf(name);
    if (shape.length === tensor.shape.length && shape.every((axis, index) => axis === tensor.shape[index])) return;
    throw new GraphError(
      "shape-mismatch",
      `The parameter \`${name}\` has shape [${shape.join(", ")}], but was given [${tensor.shape.join(", ")}].`,
    );
  }

  /** What AdamW is fed at a step, for the groups that trained parameters are in. The settings are checked. */
  scalars(step: number, trained: readonly string[], settings: StepSettings): Record<string, number> {
    const groups = Object.fromEntries(
      this.groups.map(({ name }) => [
        name,
        {
          learningRate: settingOf("learningRate", settings.learningRate, name),
          weightDecay: settingOf("weightDecay", settings.weightDecay ?? 0, name),
        },
      ]),
    );
    const scalars = adamWScalars(step, groups, this.constants, settings.clipNorm ?? Number.POSITIVE_INFINITY);
    if (this.#used?.trained !== trained) {
      this.#used = { trained, groups: new Set(trained.map((name) => groupOf(name, this.groups).name)) };
    }
    const { groups: used } = this.#used;
    return Object.fromEntries(
      Object.entries(scalars).filter(([name]) => {
        const group = /^adamw\.(?:step_size|keep)\.(.*)$/.exec(name)?.[1];
        return group === undefined || used.has(group);
      }),
    );
  }
}

/** The first group that includes a parameter. */
export function groupOf(name: string, groups: readonly ParameterGroup[]): ParameterGroup {
  const group = groups.find((candidate) => candidate.includes(name));
  if (group !== undefined) return group;
  const known = groups.map((item) => `\`${item.name}\``).join(", ");
  throw new GraphError("group-missing", `The parameter \`${name}\` is in none of the groups ${known}.`, {
    hint: "Let the last group include every parameter.",
  });
}

function settingOf(parameter: string, setting: number | Readonly<Record<string, number>>, group: string): number {
  const value = typeof setting === "number" ? setting : setting[group];
  if (typeof value === "number" && Number.isFinite(value)) return value;
  throw argumentTypeError({
    function: "TrainingSession.step",
    parameter,
    rule: `be a finite number for the group \`${group}\``,
    value,
  });
}

function shortList(names: readonly string[]): string {
  return names.length <= 5 ? names.join(", ") : `${names.slice(0, 5).join(", ")}, … (${names.length} in all)`;
}
