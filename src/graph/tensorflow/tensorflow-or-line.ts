/** @file TensorFlow where its native library loads; where it does not, one line that says which engine works instead. */
import { type LoadedTensorFlow, type LoadTensorFlowOptions, loadTensorFlow } from "./load-tensorflow";

/** Options of {@link tensorFlowOrLine}. */
export interface TensorFlowOrLineOptions extends LoadTensorFlowOptions {
  /** Where the line goes. @default console.log */
  log?: ((line: string) => void) | undefined;
}

/**
 * TensorFlow.js, or undefined after saying why `onnx` is used in its place.
 *
 * JavaScript's own backend, some hundred times slower, is used only where `native: "never"` asks for it.
 */
export async function tensorFlowOrLine(options: TensorFlowOrLineOptions = {}): Promise<LoadedTensorFlow | undefined> {
  const { log = console.log, ...load } = options;
  const loaded = await loadTensorFlow(load);
  if (loaded.backend === "tensorflow-native" || load.native === "never") return loaded;
  log(`TensorFlow: ${loaded.reason}, so the engine "onnx" works in its place; the numbers are the same.`);
  return undefined;
}
