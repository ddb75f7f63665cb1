/** @file The values of training arguments, checked one by one and against each other, with Python's defaults filled in. */
import { argumentRangeError, argumentTypeError } from "../../core/errors";
import { listNames, nearestName } from "../../core/suggest";
import { SCHEDULER_TYPES } from "../schedules/get-scheduler";
import { asksForNothing, foreignReason } from "./foreign-arguments";
import type { TrainingArgumentFields, TrainingArgumentsOptions } from "./training-argument-fields";

type Name = keyof TrainingArgumentFields;

/** The defaults of transformers 4.48. */
export const DEFAULTS: Readonly<Omit<TrainingArgumentFields, "outputDir" | "runName">> = {
  overwriteOutputDir: false,
  perDeviceTrainBatchSize: 8,
  perDeviceEvalBatchSize: 8,
  gradientAccumulationSteps: 1,
  dataloaderDropLast: false,
  groupByLength: false,
  learningRate: 5e-5,
  lrSchedulerType: "linear",
  lrSchedulerKwargs: {},
  warmupRatio: 0,
  warmupSteps: 0,
  optim: "adamw_torch",
  weightDecay: 0,
  adamBeta1: 0.9,
  adamBeta2: 0.999,
  adamEpsilon: 1e-8,
  maxGradNorm: 1,
  labelSmoothingFactor: 0,
  numTrainEpochs: 3,
  maxSteps: -1,
  seed: 42,
  dataSeed: null,
  evalStrategy: "no",
  evalSteps: null,
  evalDelay: 0,
  evalOnStart: false,
  predictionLossOnly: false,
  loggingStrategy: "steps",
  loggingSteps: 500,
  loggingFirstStep: false,
  reportTo: "none",
  disableTqdm: false,
  saveStrategy: "steps",
  saveSteps: 500,
  saveTotalLimit: null,
  saveOnlyModel: false,
  resumeFromCheckpoint: null,
  loadBestModelAtEnd: false,
  metricForBestModel: null,
  greaterIsBetter: null,
};

const STRATEGIES = ["no", "steps", "epoch"];

interface Rule {
  rule: string;
  holds(value: unknown): boolean;
}

const isNumber = (value: unknown): value is number => typeof value === "number" && Number.isFinite(value);
const isText = (value: unknown): boolean => typeof value === "string" && value !== "";
const oneOf = (names: readonly unknown[]): Rule => ({
  rule: `be one of ${names.map((name) => JSON.stringify(name)).join(", ")}`,
  holds: (value) => names.includes(value),
});
const orNull = ({ rule, holds }: Rule): Rule => ({
  rule: `${rule}, or null`,
  holds: (value) => value === null || holds(value),
});

const YES_OR_NO: Rule = { rule: "be true or false", holds: (value) => typeof value === "boolean" };
const TEXT: Rule = { rule: "be a text", holds: isText };
const COUNT: Rule = {
  rule: "be a whole number, 1 or more",
  holds: (value) => Number.isSafeInteger(value) && Number(value) >= 1,
};
const WHOLE: Rule = {
  rule: "be a whole number, 0 or more",
  holds: (value) => Number.isSafeInteger(value) && Number(value) >= 0,
};
const POSITIVE: Rule = { rule: "be a number above 0", holds: (value) => isNumber(value) && value > 0 };
const NOT_NEGATIVE: Rule = { rule: "be a number, 0 or more", holds: (value) => isNumber(value) && value >= 0 };
const SHARE: Rule = { rule: "be a number from 0 to 1", holds: (value) => isNumber(value) && value >= 0 && value <= 1 };
const BETA: Rule = {
  rule: "be a number from 0 to less than 1",
  holds: (value) => isNumber(value) && value >= 0 && value < 1,
};
const INTERVAL: Rule = {
  rule: "be a whole number of updates, or a share of all between 0 and 1",
  holds: (value) => isNumber(value) && value > 0 && (value < 1 || Number.isSafeInteger(value)),
};

const RULES: Readonly<Record<Name, Rule>> = {
  outputDir: { rule: "be a folder's path", holds: isText },
  overwriteOutputDir: YES_OR_NO,
  perDeviceTrainBatchSize: COUNT,
  perDeviceEvalBatchSize: COUNT,
  gradientAccumulationSteps: COUNT,
  dataloaderDropLast: YES_OR_NO,
  groupByLength: YES_OR_NO,
  learningRate: NOT_NEGATIVE,
  lrSchedulerType: {
    rule: "be the name of a schedule",
    holds: (value) => SCHEDULER_TYPES.some((name) => name === value),
  },
  lrSchedulerKwargs: {
    rule: "be an object of numbers",
    holds: (value) => typeof value === "object" && value !== null && Object.values(value).every(isNumber),
  },
  warmupRatio: SHARE,
  warmupSteps: WHOLE,
  optim: oneOf(["adamw_torch"]),
  weightDecay: NOT_NEGATIVE,
  adamBeta1: BETA,
  adamBeta2: BETA,
  adamEpsilon: POSITIVE,
  maxGradNorm: NOT_NEGATIVE,
  labelSmoothingFactor: SHARE,
  numTrainEpochs: POSITIVE,
  maxSteps: { rule: "be a whole number of updates, or -1", holds: (value) => value === -1 || COUNT.holds(value) },
  seed: WHOLE,
  dataSeed: orNull(WHOLE),
  evalStrategy: oneOf(STRATEGIES),
  evalSteps: orNull(INTERVAL),
  evalDelay: NOT_NEGATIVE,
  evalOnStart: YES_OR_NO,
  predictionLossOnly: YES_OR_NO,
  loggingStrategy: oneOf(STRATEGIES),
  loggingSteps: INTERVAL,
  loggingFirstStep: YES_OR_NO,
  reportTo: {
    rule: 'be "none", "jsonl" or a list of these; no other report is there',
    holds: (value) => (Array.isArray(value) ? value : [value]).every((name) => name === "none" || name === "jsonl"),
  },
  runName: TEXT,
  disableTqdm: YES_OR_NO,
  saveStrategy: oneOf([...STRATEGIES, "best"]),
  saveSteps: INTERVAL,
  saveTotalLimit: orNull(COUNT),
  saveOnlyModel: YES_OR_NO,
  resumeFromCheckpoint: orNull({
    rule: "be a checkpoint's folder, or true",
    holds: (value) => typeof value === "boolean" || isText(value),
  }),
  loadBestModelAtEnd: YES_OR_NO,
  metricForBestModel: orNull(TEXT),
  greaterIsBetter: orNull(YES_OR_NO),
};

/** The arguments as a training takes them. Throws for a name or value that is not right, and for values that clash. */
export function checkArguments(given: TrainingArgumentsOptions): TrainingArgumentFields {
  if (given === null || typeof given !== "object" || Array.isArray(given)) {
    throw argumentTypeError({
      function: "TrainingArguments",
      parameter: "options",
      rule: "be an object with `outputDir`",
      value: given,
    });
  }
  const known = withoutForeign(given);
  const values = { ...DEFAULTS, runName: known.outputDir, ...known } as TrainingArgumentFields;
  for (const name of Object.keys(RULES) as Name[]) checkValue(name, values[name]);
  const wantsBest = values.loadBestModelAtEnd || values.saveStrategy === "best";
  const metric = values.metricForBestModel ?? (values.loadBestModelAtEnd ? "loss" : null);
  const filled: TrainingArgumentFields = {
    ...values,
    evalSteps: values.evalSteps ?? (values.evalStrategy === "steps" ? values.loggingSteps : null),
    metricForBestModel: metric,
    greaterIsBetter: values.greaterIsBetter ?? (metric === null ? null : !metric.endsWith("loss")),
  };
  if (wantsBest) checkBest(filled);
  return filled;
}

/** What is left once the argument's older name is the newer and those that ask for nothing are gone. */
function withoutForeign(given: TrainingArgumentsOptions): Partial<TrainingArgumentFields> {
  const known: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(given)) {
    if (Object.hasOwn(RULES, name)) {
      if (value !== undefined) known[name] = value;
    } else if (name === "evaluationStrategy") {
      if (value !== undefined) known.evalStrategy = value;
    } else {
      const reason = foreignReason(name);
      if (reason === undefined) throw unknownArgument(name);
      if (asksForNothing(name, value)) continue;
      throw argumentRangeError({
        function: "TrainingArguments",
        parameter: name,
        rule: "be left out: it means nothing here",
        value,
        next: reason,
      });
    }
  }
  return known as Partial<TrainingArgumentFields>;
}

function unknownArgument(name: string): TypeError {
  const names = Object.keys(RULES);
  const camel = name.replace(/_+([a-z0-9])/g, (_, letter: string) => letter.toUpperCase());
  const fitting = names.includes(camel) || foreignReason(camel) !== undefined ? camel : nearestName(camel, names);
  const next = fitting === undefined ? listNames("arguments", name, names) : `Did you mean \`${fitting}\`?`;
  return new TypeError(`TrainingArguments: there is no argument \`${name}\`. ${next}`);
}

function checkValue(name: Name, value: unknown): void {
  const { rule, holds } = RULES[name];
  if (holds(value)) return;
  const next = name === "lrSchedulerType" ? listNames("schedules", String(value), SCHEDULER_TYPES) : undefined;
  throw argumentRangeError({ function: "TrainingArguments", parameter: name, rule, value, next });
}

/** The best model can be kept only where there is an evaluation at every checkpoint. */
function checkBest(values: TrainingArgumentFields): void {
  const { evalStrategy, saveStrategy, evalSteps, saveSteps } = values;
  const fail = (parameter: Name, rule: string, value: unknown, next: string): RangeError =>
    argumentRangeError({ function: "TrainingArguments", parameter, rule, value, next });
  if (saveStrategy === "best") {
    if (evalStrategy === "no")
      throw fail(
        "evalStrategy",
        'be "steps" or "epoch" where `saveStrategy` is "best"',
        evalStrategy,
        "What is best shows in an evaluation.",
      );
    if (values.metricForBestModel === null)
      throw fail(
        "metricForBestModel",
        'be given where `saveStrategy` is "best"',
        null,
        'Write `metricForBestModel: "loss"`.',
      );
    return;
  }
  if (evalStrategy !== saveStrategy)
    throw fail(
      "loadBestModelAtEnd",
      "go with an `evalStrategy` and a `saveStrategy` that are the same",
      { evalStrategy, saveStrategy },
      `Write \`saveStrategy: "${evalStrategy === "no" ? "epoch" : evalStrategy}"\`${evalStrategy === "no" ? ' and `evalStrategy: "epoch"`' : ""}; they are ${JSON.stringify(evalStrategy)} and ${JSON.stringify(saveStrategy)}.`,
    );
  if (evalStrategy !== "steps" || evalSteps === null) return;
  const areShares = [evalSteps < 1, saveSteps < 1];
  if (areShares[0] !== areShares[1])
    throw fail(
      "saveSteps",
      "be updates where `evalSteps` is, or a share where it is",
      saveSteps,
      `\`evalSteps\` is ${evalSteps}.`,
    );
  const times = Math.round(saveSteps / evalSteps);
  if (times < 1 || Math.abs(times * evalSteps - saveSteps) > 1e-6 * saveSteps)
    throw fail(
      "saveSteps",
      `be a multiple of \`evalSteps\` (${evalSteps}) where \`loadBestModelAtEnd\` is true`,
      saveSteps,
      "Else a checkpoint would have no evaluation.",
    );
}
