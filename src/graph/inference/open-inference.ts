/** @file The engines that can run a model, behind one function. */
import { argumentRangeError } from "../../core/errors";
import { GraphError } from "../graph-error";
import type { EngineName } from "../training/training-session";
import type { InferenceSession } from "./inference-session";

/** Opens a session without weights on an engine. */
export async function openInference(engine: EngineName): Promise<InferenceSession> {
  if (engine === "onnx") return (await import("./onnx-inference.js")).openOnnxInference();
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
