/** @file The engines that can run a model, behind one function. */
import { argumentRangeError } from "../../core/errors";
import type { EngineName } from "../training/training-session";
import type { InferenceSession, WeightsPlace } from "./inference-session";

/**
 * Opens a session without weights on an engine.
 *
 * Where TensorFlow's native library does not load, a line says so and `onnx` computes in its place: `session.engine` tells.
 */
export async function openInference(engine: EngineName, weights: WeightsPlace = "shared"): Promise<InferenceSession> {
  if (weights !== "shared" && weights !== "packed") {
    const rule = 'be "shared" or "packed"';
    throw argumentRangeError({ function: "fromPretrained", parameter: "weights", rule, value: weights });
  }
  if (engine === "onnx") return (await import("./onnx-inference.js")).openOnnxInference(weights);
  if (engine === "tensorflow") {
    const { tensorFlowOrLine } = await import("../tensorflow/tensorflow-or-line.js");
    const loaded = await tensorFlowOrLine();
    if (loaded === undefined) return openInference("onnx", weights);
    return (await import("../tensorflow/tensorflow-inference.js")).openTensorFlowInference(loaded);
  }
  throw argumentRangeError({
    function: "fromPretrained",
    parameter: "engine",
    rule: 'be "onnx" or "tensorflow"',
    value: engine,
  });
}
