/** @file Arguments of Python's TrainingArguments that mean nothing here, and why. */

/** Some of Python's arguments with the one reason why they mean nothing here. */
interface ForeignGroup {
  why: string;
  names: readonly string[];
  /** Values with which the argument asks for what is done anyway. */
  alike?: readonly unknown[];
}

const GROUPS: readonly ForeignGroup[] = [
  {
    why: "Both engines compute in float32.",
    names: [
      "fp16",
      "bf16",
      "fp16OptLevel",
      "fp16Backend",
      "halfPrecisionBackend",
      "fp16FullEval",
      "bf16FullEval",
      "tf32",
    ],
    alike: ["auto", "O1"],
  },
  {
    why: "One process trains, on the cores of one machine.",
    names: [
      "localRank",
      "ddpBackend",
      "ddpFindUnusedParameters",
      "ddpBucketCapMb",
      "ddpBroadcastBuffers",
      "ddpTimeout",
      "deepspeed",
      "fsdp",
      "fsdpConfig",
      "fsdpMinNumParams",
      "fsdpTransformerLayerClsToWrap",
      "acceleratorConfig",
      "tpuNumCores",
      "tpuMetricsDebug",
      "mpParameters",
      "logOnEachNode",
      "logLevelReplica",
      "saveOnEachNode",
      "averageTokensAcrossDevices",
      "dispatchBatches",
      "splitBatches",
    ],
  },
  {
    why: "Write `perDeviceTrainBatchSize` and `perDeviceEvalBatchSize`.",
    names: ["perGpuTrainBatchSize", "perGpuEvalBatchSize"],
  },
  {
    why: 'The engine is chosen where the model is opened: `fromPretrained(id, { engine: "tensorflow" })` takes a GPU where it finds one.',
    names: ["noCuda", "useCpu", "useMpsDevice", "useIpex"],
    alike: [true],
  },
  {
    why: "It tunes PyTorch; the graph is compiled anyway.",
    names: [
      "torchEmptyCacheSteps",
      "jitModeEval",
      "torchCompile",
      "torchCompileBackend",
      "torchCompileMode",
      "torchdynamo",
      "useLigerKernel",
      "debug",
    ],
  },
  {
    why: "The optimizer is AdamW, with one update for all.",
    names: ["optimArgs", "optimTargetModules", "adafactor", "neftuneNoiseAlpha"],
  },
  {
    why: "Take a smaller `perDeviceTrainBatchSize` with more `gradientAccumulationSteps` where memory is short.",
    names: ["gradientCheckpointing", "gradientCheckpointingKwargs", "autoFindBatchSize"],
  },
  {
    why: "The Trainer does not push: save the model by `trainer.saveModel(folder)` and push that folder.",
    names: [
      "pushToHub",
      "hubModelId",
      "hubStrategy",
      "hubToken",
      "hubPrivateRepo",
      "hubAlwaysPush",
      "pushToHubModelId",
      "pushToHubOrganization",
      "pushToHubToken",
    ],
  },
  {
    why: "The calls say it: `trainer.train()`, `trainer.evaluate()`, `trainer.predict(dataset)`.",
    names: ["doTrain", "doEval", "doPredict"],
  },
  {
    why: "Batches are made in this process.",
    names: ["dataloaderNumWorkers", "dataloaderPersistentWorkers", "dataloaderPrefetchFactor"],
  },
  {
    why: "A batch is made of the columns that the model reads.",
    names: ["removeUnusedColumns"],
    alike: [true],
  },
  {
    why: "Labels are read from the column `label` or `labels`: rename yours.",
    names: ["labelNames"],
  },
  { why: "Lengths are counted from `input_ids`.", names: ["lengthColumnName"], alike: ["length"] },
  { why: "There is no memory to pin.", names: ["dataloaderPinMemory"], alike: [true] },
  {
    why: "A resumed training begins at the batch where it stopped, at no cost.",
    names: ["ignoreDataSkip"],
  },
  { why: "What callbacks keep always comes back.", names: ["restoreCallbackStatesFromCheckpoint"], alike: [true] },
  {
    why: "Take `disableTqdm` and `reportTo`.",
    names: ["logLevel", "loggingDir"],
    alike: ["passive"],
  },
  {
    why: "A loss that is no finite number stops the training before it does harm.",
    names: ["loggingNanInfFilter"],
  },
  {
    why: "`computeMetrics` is called once, with the predictions and labels of all rows.",
    names: [
      "evalAccumulationSteps",
      "evalDoConcatBatches",
      "evalUseGatherObject",
      "batchEvalMetrics",
      "includeForMetrics",
      "includeInputsForMetrics",
      "useLegacyPredictionLoop",
      "pastIndex",
    ],
  },
  {
    why: "It is not measured.",
    names: ["skipMemoryMetrics", "includeTokensPerSecond", "includeNumInputTokensSeen"],
    alike: [true],
  },
  { why: "The same seed gives the same numbers anyway.", names: ["fullDeterminism"], alike: [true] },
  { why: "Searches are not the Trainer's.", names: ["rayScope"], alike: ["last"] },
  {
    why: "It belongs to sequence-to-sequence models, which are not trained here.",
    names: ["predictWithGenerate", "generationMaxLength", "generationNumBeams", "generationConfig", "sortishSampler"],
  },
];

/** Values with which an argument asks for nothing. */
const NOTHING = new Set<unknown>([undefined, null, false, "", 0, -1, "no", "none"]);

const REASONS: ReadonlyMap<string, ForeignGroup> = new Map(
  GROUPS.flatMap((group) => group.names.map((name) => [name, group] as const)),
);

/** Why an argument of Python's means nothing here; undefined for any other name. */
export function foreignReason(name: string): string | undefined {
  if (name === "saveSafetensors") return "Weights are always saved as safetensors.";
  return REASONS.get(name)?.why;
}

/** Whether such an argument asks for nothing, or for what is done anyway: `fp16: false`. */
export function asksForNothing(name: string, value: unknown): boolean {
  if (name === "saveSafetensors" || name === "removeUnusedColumns") return value === true;
  return NOTHING.has(value) || REASONS.get(name)?.alike?.includes(value) === true;
}
