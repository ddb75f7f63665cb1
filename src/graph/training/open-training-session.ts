/** @file The engines that can train a plan, behind one function. */
import { argumentRangeError } from "../../core/errors";
import type { LoadTensorFlowOptions } from "../tensorflow/load-tensorflow";
import { createOnnxTrainingSession, type OnnxTrainingOptions } from "./onnx-training-session";
import type { EngineName, FloatTensor, TrainingPlan, TrainingSession } from "./training-session";

/** Options of {@link openTrainingSession}. */
export interface OpenTrainingOptions extends OnnxTrainingOptions {
  /** @default "onnx" */
  engine?: EngineName;
  /**
   * Of `"tensorflow"`: `"auto"` trains on `onnx` where TensorFlow's native library does not load, and says so in one line;
   * `"required"` makes that an error; `"never"` asks for JavaScript's own backend, for tiny checks.
   * @default "auto"
   */
  native?: "auto" | "required" | "never";
  /** Where that one line goes. @default console.log */
  log?: (line: string) => void;
  /** Where the native library is looked for; for tests. */
  places?: LoadTensorFlowOptions["places"];
}

/**
 * Begins to train a plan's graph on an engine. Both give the same numbers, but for the order of rounding.
 *
 * @param parameters The values to begin with, one for each parameter of the training graph. They are copied.
 * @throws RangeError for another engine.
 * @throws CadernoError `tensorflow-native` where `native` is `"required"` and the native library is not there.
 */
export async function openTrainingSession(
  plan: TrainingPlan,
  parameters: ReadonlyMap<string, FloatTensor>,
  options: OpenTrainingOptions = {},
): Promise<TrainingSession> {
  const { engine = "onnx", native = "auto", log, places, ...machine } = options;
  if (engine !== "onnx" && engine !== "tensorflow") {
    throw argumentRangeError({
      function: "openTrainingSession",
      parameter: "engine",
      rule: 'be "onnx" or "tensorflow"',
      value: engine,
    });
  }
  if (engine === "tensorflow") {
    const { tensorFlowOrLine } = await import("../tensorflow/tensorflow-or-line.js");
    const loaded = await tensorFlowOrLine({ native, log, ...(places === undefined ? {} : { places }) });
    if (loaded !== undefined) {
      const { trainOnTensorFlow } = await import("../tensorflow/tensorflow-training-session.js");
      return trainOnTensorFlow(plan, parameters, loaded);
    }
  }
  return createOnnxTrainingSession(plan, parameters, machine);
}
