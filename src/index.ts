/** @file Caderno's public names, all of them, grouped by room. The only barrel. */

// core: what every room shares
export { CadernoError, type CadernoErrorOptions } from "./core/errors";
export { type ChoiceOptions, defaultRng, Generator } from "./core/random";
// datasets: tables of typed columns, read from files
export type { CellOf, RowOf } from "./datasets/cell-types";
export { ClassLabel, type ClassLabelOptions } from "./datasets/class-label";
export type { Cell, Column } from "./datasets/column";
export { type ConcatenateOptions, concatenateDatasets } from "./datasets/concatenate-datasets";
export type { CsvOptions } from "./datasets/csv/options";
export { Dataset } from "./datasets/dataset";
export { DatasetDict, type Split } from "./datasets/dataset-dict";
export { DatasetError, type DatasetErrorOptions } from "./datasets/dataset-error";
export { DownloadError, type DownloadErrorOptions } from "./datasets/download/download-error";
export type { DownloadOptions } from "./datasets/download/download-options";
export { type Feature, LargeList, List, type ListOptions, type StructFeature } from "./datasets/feature";
export { Features } from "./datasets/features";
export type { FileFormat, ReadOptions } from "./datasets/files/read-options";
export { type ArrayOf, FormattedDataset, type NumberArray } from "./datasets/formatted-dataset";
export type { FeaturesOption } from "./datasets/given-features";
export { interleaveDatasets } from "./datasets/interleave-datasets";
export {
  IterableDataset,
  type StreamBatch,
  type StreamBatchOptions,
  type StreamMapOptions,
  type StreamShuffleOptions,
} from "./datasets/iterable-dataset";
export {
  type Files,
  type LoadDatasetOptions,
  loadDataset,
  type SplitFiles,
  type SplitNames,
} from "./datasets/load-dataset";
export { loadFromDisk } from "./datasets/load-from-disk";
export type { AddColumnOptions } from "./datasets/methods/add-rows-and-columns";
export type { ClassEncodeOptions } from "./datasets/methods/cast-table";
export type { FunctionOptions } from "./datasets/methods/function-options";
export type { GeneratorOptions } from "./datasets/methods/generate-rows";
export type { InterleaveOptions } from "./datasets/methods/interleave-rows";
export type { IterOptions } from "./datasets/methods/iter-batches";
export type { MapOptions } from "./datasets/methods/map-rows";
export type { ShardOptions } from "./datasets/methods/select-rows";
export type { ShuffleOptions } from "./datasets/methods/shuffle-rows";
export type { SortOptions } from "./datasets/methods/sort-rows";
export type { Batch } from "./datasets/row-types";
export type { SaveOptions } from "./datasets/saved-folder";
export { Sequence, type SequenceOf } from "./datasets/sequence";
export type {
  PostgresConnection,
  SqlOptions,
  SqlParameter,
  SqlQueryOptions,
  SqlReadOptions,
  SqlTableOptions,
} from "./datasets/sql/sql-options";
export type { TrainTestSplitOptions } from "./datasets/train-test-split";
export { type DType, type TimeUnit, Value } from "./datasets/value";
export type { ToCsvOptions } from "./datasets/write/to-csv";
export type { ToJsonOptions } from "./datasets/write/to-json";
// evaluation: how good predictions are
export { type AccuracyOptions, accuracyScore } from "./evaluation/accuracy-score";
export { argmax } from "./evaluation/argmax";
export type { Average, AveragedScoreOptions, ClassScoreOptions } from "./evaluation/averaged-scores";
export {
  type BootstrapOptions,
  bootstrapConfidenceInterval,
  type ConfidenceInterval,
} from "./evaluation/bootstrap-confidence-interval";
export { Calibration, type CalibrationBin, type CalibrationOptions, calibration } from "./evaluation/calibration";
export { type CalibrationCurveOptions, calibrationCurve } from "./evaluation/calibration-curve";
export {
  ClassificationReport,
  type ClassificationReportOptions,
  classificationReport,
  type ReportDict,
  type ReportRow,
} from "./evaluation/classification-report";
export { cohenKappaScore, type KappaOptions } from "./evaluation/cohen-kappa-score";
export { ConfusionMatrix, type ConfusionMatrixOptions, confusionMatrix } from "./evaluation/confusion-matrix";
export { evaluate } from "./evaluation/evaluate";
export { expectedCalibrationError } from "./evaluation/expected-calibration-error";
export { f1Score } from "./evaluation/f1-score";
export {
  loadMetric,
  type Metric,
  type MetricInputs,
  type MetricName,
  type MetricResults,
} from "./evaluation/load-metric";
export { type LogLossOptions, logLoss } from "./evaluation/log-loss";
export { matthewsCorrcoef } from "./evaluation/matthews-corrcoef";
export { meanAbsoluteError } from "./evaluation/mean-absolute-error";
export { meanSquaredError } from "./evaluation/mean-squared-error";
export {
  type FscoreOptions,
  precisionRecallFscoreSupport,
  type ScoresByClass,
} from "./evaluation/precision-recall-fscore-support";
export { precisionScore } from "./evaluation/precision-score";
export { recallScore } from "./evaluation/recall-score";
export { type RocAucOptions, rocAucScore } from "./evaluation/roc-auc-score";
export { softmax } from "./evaluation/softmax";
export type { Label, NumberRows, NumberTensor, Scores, Targets } from "./evaluation/values";
export {
  type JudgedTexts,
  type PredictionError,
  WorstErrors,
  type WorstErrorsOptions,
  worstErrors,
} from "./evaluation/worst-errors";
// generation: how texts are generated
export { AutoModelForCausalLM } from "./generation/auto-model-for-causal-lm";
export type { GenerationOptions, GenerationSettings, TokenIds } from "./generation/config/generation-options";
export type { GenerationStrategy } from "./generation/config/generation-strategy";
export type { GenerationFiles } from "./generation/config/read-files";
export type { GenerateOptions } from "./generation/generate-options";
export { type GenerateFields, GenerateOutput } from "./generation/generate-output";
export { GenerationConfig, type OverrideOptions } from "./generation/generation-config";
export { GenerationError, type GenerationErrorOptions } from "./generation/generation-error";
export type { GenerationSource, Generative } from "./generation/generation-source";
export { GenerativeModel } from "./generation/generative-model";
// generation: the scores of the next token
export { createLogitsProcessors, type ProcessorSetting } from "./generation/logits/create-logits-processors";
export type { CutOptions } from "./generation/logits/cut-scores";
export { EpsilonLogitsWarper } from "./generation/logits/epsilon";
export { EtaLogitsWarper } from "./generation/logits/eta";
export { ExponentialDecayLengthPenalty } from "./generation/logits/exponential-decay-length-penalty";
export { ForcedBOSTokenLogitsProcessor } from "./generation/logits/forced-bos-token";
export { ForcedEOSTokenLogitsProcessor } from "./generation/logits/forced-eos-token";
export { HammingDiversityLogitsProcessor } from "./generation/logits/hamming-diversity";
export { InfNanRemoveLogitsProcessor } from "./generation/logits/inf-nan-remove";
export { LogitNormalization } from "./generation/logits/logit-normalization";
export { type LogitsPlace, LogitsProcessor } from "./generation/logits/logits-processor";
export { type LogitsFunction, LogitsProcessorList } from "./generation/logits/logits-processor-list";
export { MinLengthLogitsProcessor } from "./generation/logits/min-length";
export { MinNewTokensLengthLogitsProcessor } from "./generation/logits/min-new-tokens-length";
export { MinPLogitsWarper } from "./generation/logits/min-p";
export { NoBadWordsLogitsProcessor } from "./generation/logits/no-bad-words";
export { NoRepeatNGramLogitsProcessor } from "./generation/logits/no-repeat-ngram";
export { type AllowedTokens, PrefixConstrainedLogitsProcessor } from "./generation/logits/prefix-constrained";
export { RepetitionPenaltyLogitsProcessor } from "./generation/logits/repetition-penalty";
export { type BiasedSequence, SequenceBiasLogitsProcessor } from "./generation/logits/sequence-bias";
export { SuppressTokensLogitsProcessor } from "./generation/logits/suppress-tokens";
export { SuppressTokensAtBeginLogitsProcessor } from "./generation/logits/suppress-tokens-at-begin";
export { TemperatureLogitsWarper } from "./generation/logits/temperature";
export { TopKLogitsWarper } from "./generation/logits/top-k";
export { TopPLogitsWarper } from "./generation/logits/top-p";
export { TypicalLogitsWarper } from "./generation/logits/typical";
export { ORTModelForCausalLM, type ORTModelOptions } from "./generation/ort-model-for-causal-lm";
export type { GenerateInputs } from "./generation/run/prompts";
export type { TraceOptions } from "./generation/run/recorder";
// generation: where texts end
export { ConfidenceCriteria } from "./generation/stopping/confidence";
export { type CriteriaSetting, createStoppingCriteria } from "./generation/stopping/create-stopping-criteria";
export { EosTokenCriteria } from "./generation/stopping/eos-token";
export { MaxLengthCriteria } from "./generation/stopping/max-length";
export { MaxTimeCriteria } from "./generation/stopping/max-time";
export { StopStringCriteria } from "./generation/stopping/stop-strings";
export { StoppingCriteria, type StoppingPlace } from "./generation/stopping/stopping-criteria";
export { StoppingCriteriaList, type StoppingFunction } from "./generation/stopping/stopping-criteria-list";
// generation: texts while they are generated
export { CallbackStreamer, type OnText, type TextPlace } from "./generation/streaming/callback-streamer";
export type { Streamer, StreamPlace } from "./generation/streaming/streamer";
export { type TextIteratorOptions, TextIteratorStreamer } from "./generation/streaming/text-iterator-streamer";
export type { TokenReader } from "./generation/streaming/text-pieces";
export { TextStreamer, type TextStreamerOptions } from "./generation/streaming/text-streamer";
export type {
  BeamCandidate,
  BeamStep,
  ChoiceStep,
  ContrastiveCandidate,
  ContrastiveStep,
  DraftStep,
  TraceCandidate,
  TraceStep,
} from "./generation/trace";
// notebook: showing values from a cell or a script
export {
  clearOutput,
  type DisplayHandle,
  type DisplayOptions,
  display,
  displayHtml,
  displayMarkdown,
  newDisplay,
} from "./notebook/display";
// notebook: what exported scripts call
export { displayResult } from "./notebook/display-result";
export { type ParameterReader, type ScriptParameter, scriptParameters } from "./notebook/parameters/script-parameters";
// notebook: a run as a static site
export { type ReportEntry, type ReportOptions, writeReport } from "./notebook/report/write-report";
export { failScript } from "./notebook/script-failure";
// pipelines: tasks that are called with texts
export type { CallOptions, PipelineProgress } from "./pipelines/call-options";
export type { AggregationStrategy, Entity, EntityGroup } from "./pipelines/entity";
export type { FeatureExtractionOptions, FeatureExtractionPipeline } from "./pipelines/feature-extraction";
export type { FilledMask, FillMaskOptions, FillMaskPipeline } from "./pipelines/fill-mask";
export type { OpenOptions } from "./pipelines/open-parts";
export { type PipelineOf, type PipelineOptions, pipeline } from "./pipelines/pipeline";
export { PipelineError, type PipelineErrorOptions } from "./pipelines/pipeline-error";
export type { HandedPipeline, PipelineHandle } from "./pipelines/pipeline-handle";
export type { PipelineModel } from "./pipelines/pipeline-model";
export type {
  Answer,
  QuestionAnsweringOptions,
  QuestionAnsweringPipeline,
  QuestionInput,
} from "./pipelines/question-answering";
export type { PipelineTask } from "./pipelines/tasks";
export type {
  LabelScore,
  ScoreFunction,
  TextClassificationOptions,
  TextClassificationPipeline,
  TextPairInput,
} from "./pipelines/text-classification";
export type {
  GeneratedConversation,
  GeneratedText,
  TextGenerationOptions,
  TextGenerationPipeline,
} from "./pipelines/text-generation";
export type { TokenClassificationOptions, TokenClassificationPipeline } from "./pipelines/token-classification";
export type {
  ZeroShotClassificationPipeline,
  ZeroShotOptions,
  ZeroShotResult,
} from "./pipelines/zero-shot-classification";
// plots: pictures made of numbers
export { type BarChartOptions, type BarValues, barChart } from "./plots/bar-chart";
export { type BeamTreeCandidate, type BeamTreeOptions, beamTree } from "./plots/beam-tree";
export { type ClassBalanceOptions, type ClassValue, classBalance } from "./plots/class-balance";
export {
  type ConfusionCounts,
  type ConfusionMatrixPlotOptions,
  confusionMatrixPlot,
} from "./plots/confusion-matrix-plot";
export { type CutCurveOptions, cutCurve } from "./plots/cut-curve";
export { type DraftStripOptions, type DraftStripStep, draftStrip } from "./plots/draft-strip";
export { Drawing, type DrawingSpec } from "./plots/drawing";
export { Figure, type FigureSpec } from "./plots/figure";
export { type HeatmapOptions, heatmap } from "./plots/heatmap";
export { type Histogram, type HistogramOptions, histogram } from "./plots/histogram";
export type { FigureAxis, FigureLayout, ReferenceLine } from "./plots/layout";
export { type LearningRateCurveOptions, learningRateCurve, type RateSource } from "./plots/learning-rate-curve";
export { type LengthHistogramOptions, lengthHistogram } from "./plots/length-histogram";
export { type LineChartOptions, lineChart } from "./plots/line-chart";
export { type MergeStepState, type MergeStepsOptions, mergeSteps } from "./plots/merge-steps";
export { type NextTokenBarsOptions, nextTokenBars, type TokenProbability } from "./plots/next-token-bars";
export { type PaddingGridOptions, paddingGrid } from "./plots/padding-grid";
export {
  type ClassScores,
  type PerClassScoresOptions,
  perClassScores,
  type ScoresByName,
} from "./plots/per-class-scores";
export type { PlotlyFigure } from "./plots/plotly-json";
export { type PredictionScatterOptions, predictionScatter } from "./plots/prediction-scatter";
export { type ReliabilityBin, type ReliabilityDiagramOptions, reliabilityDiagram } from "./plots/reliability-diagram";
export { type PlotPoint, type ScatterPlotOptions, scatterPlot } from "./plots/scatter-plot";
export { type TemperaturePanelsOptions, temperaturePanels } from "./plots/temperature-panels";
export { type TokenChipsOptions, type TokenRow, tokenChips } from "./plots/token-chips";
export { type HeatToken, type TokenHeatOptions, tokenHeat } from "./plots/token-heat";
export type { BarTrace, Coordinate, HeatmapTrace, ScatterTrace, Trace } from "./plots/trace";
export { type TrainingCurvesOptions, trainingCurves } from "./plots/training-curves";
export type { LogColumns, LogRow, TrainingSource } from "./plots/training-log";

// notebook: running notebooks without Jupyter

// hub: the files of a model, from a folder or from the Hugging Face Hub
export type { DownloadProgress } from "./hub/download-file";
export type { ReadTextOptions } from "./hub/read-text";
export { openRepository, type Repository, type RepositoryOptions } from "./hub/repository";
export { RepositoryError, type RepositoryErrorCode, type RepositoryErrorDetails } from "./hub/repository-error";
// models: opening, running, saving and exporting them
export type { Head } from "./models/architecture";
export { AutoConfig, type AutoConfigOptions } from "./models/auto/auto-config";
export {
  AutoModel,
  type AutoModelClass,
  AutoModelForMaskedLM,
  AutoModelForQuestionAnswering,
  AutoModelForSequenceClassification,
  AutoModelForTokenClassification,
} from "./models/auto/auto-model";
export type { FromConfigOptions, FromPretrainedOptions } from "./models/auto/load-model";
// models: the card beside them
export { ModelCard, modelCard } from "./models/card/model-card";
export type { CardEmissions, CardResult, CardTask, ModelCardOptions } from "./models/card/model-card-options";
export type { SavedCard } from "./models/card/save-card";
export type { ExportOnnxOptions } from "./models/export/export-onnx";
export type { ModelInput, TensorLike } from "./models/input-tensor";
export type { LabelOptions } from "./models/label-maps";
export { LoadingReport, type MismatchedWeight } from "./models/loading-report";
export { ModelError, type ModelErrorOptions } from "./models/model-error";
export type { ModelInputs } from "./models/model-inputs";
export { ModelOutput, type PastKeyValues } from "./models/model-output";
export { type ModelParameter, ModelSummary, type SummaryRow } from "./models/model-summary";
export { ModelTensor, type NestedList } from "./models/model-tensor";
export { type ConfigOverrides, PretrainedConfig } from "./models/pretrained-config";
export { type ForwardCallOptions, PreTrainedModel } from "./models/pretrained-model";
export { type ResolvedModel, type ResolveModelOptions, resolveModel } from "./models/resolve-model";
export type { SavePretrainedOptions } from "./models/save-model";
// models: weights
export { checkFinite, type NonFinite } from "./models/weights/check-finite";
export type { ElementType, WeightArray } from "./models/weights/element-type";
export {
  type SavedWeights,
  type SaveSafetensorsOptions,
  saveSafetensors,
  type TensorToSave,
} from "./models/weights/save-safetensors";
export type { TensorData, TensorFile, TensorInfo } from "./models/weights/tensor-file";
export { type OpenWeightsOptions, openWeights, Weights } from "./models/weights/weights";
export { WeightsError, type WeightsErrorCode, type WeightsErrorDetails } from "./models/weights/weights-error";
export { KernelError, type KernelErrorDetails } from "./notebook/client/kernel-error";
export type { Kernelspec } from "./notebook/client/kernelspec";
export { executeNotebook } from "./notebook/execute/execute-notebook";
export type {
  CellFailure,
  CellResult,
  CellStatus,
  ExecuteOptions,
  ExecutionEvent,
  ExecutionResult,
  FailureKind,
} from "./notebook/execute/execution";
export { type ReadNotebookOptions, readNotebook } from "./notebook/format/read-notebook";
export type { Notebook } from "./notebook/format/types";
export { writeNotebook } from "./notebook/format/write-notebook";
export { NotebookError, type NotebookPlace } from "./notebook/notebook-error";
// tokenizers: texts to ids and back
export type { AddedToken } from "./tokenizers/added-token";
export { AutoTokenizer, type TokenizerLoadOptions } from "./tokenizers/auto-tokenizer";
export { BatchEncoding, type EncodingColumns, type IdColumn, type TokenPlace } from "./tokenizers/batch-encoding";
export type { ChatMessage, Conversations } from "./tokenizers/chat/chat-message";
export type { ChatEncodeOptions, ChatTemplateOptions } from "./tokenizers/chat/chat-options";
export type { ChatTemplate } from "./tokenizers/chat/chat-template";
export {
  type DescribedTool,
  describeTool,
  type ToolDescription,
  type ToolParameter,
  type ToolSchema,
} from "./tokenizers/chat/describe-tool";
export type { TextInput } from "./tokenizers/check-texts";
export type { EncodeOptions, PaddingOption, PadOptions, TruncationOption } from "./tokenizers/encode-options";
export type { Encoding, Span } from "./tokenizers/encoding";
// tokenizers: training them, and Rust's
export {
  loadNativeTokenizer,
  type NativeEncodeOptions,
  type NativeTokenizer,
  type NativeTokenizerResult,
} from "./tokenizers/native/load-native-tokenizer";
export type { NativeEncoding } from "./tokenizers/native/native-encoding";
export type { PaddableColumns } from "./tokenizers/pad-batch";
export {
  type ChatResult,
  type DecodeOptions,
  type IdsOf,
  PreTrainedTokenizerFast,
} from "./tokenizers/pre-trained-tokenizer-fast";
export type { SpecialTokenRole } from "./tokenizers/special-tokens";
export { type NestedNumbers, type TensorKind, TokenTensor } from "./tokenizers/token-tensor";
export type { UseFast } from "./tokenizers/tokenizer-backend";
export { TokenizerError, type TokenizerErrorOptions } from "./tokenizers/tokenizer-error";
export type { MergeStep } from "./tokenizers/training/bpe-merges";
export { bytesAsCharacters } from "./tokenizers/training/byte-words";
export { type MergeState, mergeStates } from "./tokenizers/training/merge-states";
export { saveTokenizerFile } from "./tokenizers/training/save-tokenizer-file";
export type { SpecialTokenRoles } from "./tokenizers/training/special-token-roles";
export type {
  AddedTokenEntry,
  TokenizerConfig,
  TokenizerFile,
  TokenizerModel,
  TokenizerStep,
} from "./tokenizers/training/tokenizer-file";
export { type TrainedTokenizer, traceTraining, trainFromTexts } from "./tokenizers/training/train-from-texts";
export type { TrainingOptions, TrainingProgress } from "./tokenizers/training/training-options";
export type { Side, TruncationStrategy } from "./tokenizers/truncation";

// training: Trainer, its arguments and checkpoints
export type {
  IntervalStrategy,
  Report,
  SaveStrategy,
  TrainingArgumentFields,
  TrainingArgumentsOptions,
} from "./training/arguments/training-argument-fields";
export { TrainingArguments } from "./training/arguments/training-arguments";
// training: the loop, batches, callbacks
export type { AnyDataset } from "./training/batches/any-dataset";
export type { BatchRow, CollateFn, DataCollator } from "./training/batches/data-collator";
export {
  DataCollatorWithPadding,
  type DataCollatorWithPaddingOptions,
} from "./training/batches/data-collator-with-padding";
export { DefaultDataCollator } from "./training/batches/default-data-collator";
export type { PrepareTfDatasetOptions } from "./training/batches/prepare-tf-dataset";
export { type RowBatch, TfDataset, type TfDatasetFields } from "./training/batches/tf-dataset";
export { EarlyStopping, type KerasEarlyStoppingOptions } from "./training/callbacks/early-stopping";
export { JsonlLogger, type JsonlLoggerOptions } from "./training/callbacks/jsonl-logger";
export { LiveCurve, type LiveCurveOptions } from "./training/callbacks/live-curve";
export { ModelCheckpoint, type ModelCheckpointOptions } from "./training/callbacks/model-checkpoint";
export type { MonitorOptions } from "./training/callbacks/monitor";
export { ProgressCallback, type ProgressCallbackOptions } from "./training/callbacks/progress-callback";
export {
  CheckpointError,
  type CheckpointErrorCode,
  type CheckpointErrorDetails,
} from "./training/checkpoints/checkpoint-error";
export type { CheckpointPlace } from "./training/checkpoints/checkpoint-names";
export { type FoundCheckpoint, findCheckpoint } from "./training/checkpoints/find-checkpoint";
export type { JsonValue } from "./training/checkpoints/resume-point";
// training: what is trained, adapters, few rows, cost
export { type ClassWeightsOptions, classWeights } from "./training/class-weights";
export { EmissionsCallback } from "./training/energy/emissions-callback";
export { EmissionsReport, type Estimate, type MeasuredRun } from "./training/energy/emissions-report";
export { EnergyMeter, estimateEmissions, type MeterSources } from "./training/energy/energy-meter";
export type { PowerOptions, PowerSettings } from "./training/energy/power-settings";
export { PUBLISHED_TRAININGS, type PublishedTraining } from "./training/energy/published-training";
export { type EvaluationFields, EvaluationOutput } from "./training/evaluation/evaluation-output";
export type { EvaluationData } from "./training/evaluation/run-evaluation";
export { freezeBody, freezeLayers, type LayerChoice, unfreezeLayers } from "./training/freezing/freeze-layers";
export { GradualUnfreezing, type GradualUnfreezingOptions } from "./training/freezing/gradual-unfreezing";
export { TrainableParameters, trainableParameters } from "./training/freezing/trainable-parameters";
// training: Keras's shape
export { AdamWeightDecay, type AdamWeightDecayOptions } from "./training/keras/adam-weight-decay";
export type { CompileOptions, LossName } from "./training/keras/compile-options";
export { type CreatedOptimizer, type CreateOptimizerOptions, createOptimizer } from "./training/keras/create-optimizer";
export type { ClassWeight } from "./training/keras/fit-data";
export { type EpochLogs, History } from "./training/keras/history";
export type { ComputedMetric, KerasMetric, KerasMetricFunction, KerasMetricName } from "./training/keras/metrics";
export {
  TFAutoModel,
  TFAutoModelForCausalLM,
  TFAutoModelForMaskedLM,
  TFAutoModelForQuestionAnswering,
  TFAutoModelForSequenceClassification,
  TFAutoModelForTokenClassification,
} from "./training/keras/tf-auto-models";
export { TFGenerativeModel } from "./training/keras/tf-generative-model";
export {
  type EvaluateOptions,
  type FitOptions,
  TFPreTrainedModel,
  type Verbose,
} from "./training/keras/tf-pretrained-model";
export type { TrainingBatches } from "./training/loop/training-batches";
export type { TrainingCallback, TrainingEvent, TrainingHook } from "./training/loop/training-callback";
export { TrainingControl, type TrainingRequest } from "./training/loop/training-control";
export type { TrainingLog, TrainingPosition, TrainingState } from "./training/loop/training-state";
export { LoraConfig, type LoraOptions, type PeftTaskType } from "./training/lora/lora-config";
export { PeftError, type PeftErrorCode } from "./training/lora/peft-error";
export {
  type GetPeftModelOptions,
  getPeftModel,
  type PeftFromPretrainedOptions,
  type PeftMethods,
  PeftModel,
  type PeftModelClass,
} from "./training/lora/peft-model";
export { type SampleDatasetOptions, sampleDataset } from "./training/sample-dataset";
// training: learning-rate schedules
export {
  getScheduler,
  type SchedulerKwargs,
  type SchedulerOptions,
  type SchedulerType,
} from "./training/schedules/get-scheduler";
export { LearningRateSchedule, type LearningRateScheduleFields } from "./training/schedules/learning-rate-schedule";
export { EarlyStoppingCallback, type EarlyStoppingOptions } from "./training/trainer/early-stopping-callback";
export type { TrainerLog } from "./training/trainer/python-log";
export { type EvalPrediction, PredictionOutput, TrainOutput } from "./training/trainer/train-output";
export { Trainer } from "./training/trainer/trainer";
export type { TrainerCallback } from "./training/trainer/trainer-callback";
export type {
  ComputeMetrics,
  TrainerEvaluateOptions,
  TrainerOptions,
  TrainOptions,
} from "./training/trainer/trainer-options";
export { TrainerState, type TrainerStateFields } from "./training/trainer/trainer-state";
export { TrainingError, type TrainingErrorOptions } from "./training/training-error";
