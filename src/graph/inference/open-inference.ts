/** @file The engines that can run a model, behind one function. */
import { argumentRangeError } from "../../core/errors";
import { GraphError } from "../graph-error";
import type { EngineName } from "../training/training-session";
import type { InferenceSession, WeightsPlace } from "./inference-session";

/** Opens a session without weights on an engine. */
export async function openInference(engine: EngineName, weights: WeightsPlace = "shared"): Promise<InferenceSession> {
  if (weights !== "shared" && weights !== "packed") {
    const rule = 'be "shared" or "packed"';
    throw argumentRangeError({ function: "fromPretrained", parameter: "weights", rule, value: weights });
  }
  if (engine === "onnx") return (await import("./onnx-inference.js")).openOnnxInference(weights);
  if (engine === "tensorflow") {
    throw new GraphError("engine-missing", "The engine `tensorflow` does not run models here yet.", {
      hint: 'Use `engine: "onnx"`, which gives the same numbers.',
    });
  }
  throw argumentRangeError({
    function: "fromPretrained",
    parameter: "engine",
    rule: 'be "onnx" or "tensorflow"',
    value: engine,
  });
}
