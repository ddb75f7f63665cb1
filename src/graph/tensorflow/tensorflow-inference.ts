/** @file Running a model on TensorFlow.js: its weights as tensors, its graphs interpreted. */

import type { Graph } from "../graph";
import type { InferenceRunOptions, InferenceSession } from "../inference/inference-session";
import { MachineError } from "../machine/machine-error";
import type { TensorData } from "../machine/program";
import type { Feeds, FloatTensor } from "../training/training-session";
import { GraphRunner } from "./graph-runner";
import type { Tensor, TensorFlow } from "./kernel";
import type { LoadedTensorFlow } from "./load-tensorflow";
import { Turns } from "./turns";

let forgotten: FinalizationRegistry<Map<string, Tensor>> | undefined;

/** Opens a session without weights on TensorFlow.js as it was loaded. */
export function openTensorFlowInference(loaded: LoadedTensorFlow): InferenceSession {
  const weights = new Map<string, Tensor>();
  const session = new TensorFlowInference(loaded, weights);
  // A model that a notebook's cell replaced must not keep its weights in memory.
  forgotten ??= new FinalizationRegistry(free);
  forgotten.register(session, weights, session);
  return session;
}

class TensorFlowInference implements InferenceSession {
  readonly engine = "tensorflow";
  readonly #tf: TensorFlow;
  readonly #turns: Turns;
  readonly #weights: Map<string, Tensor>;
  readonly #runner: GraphRunner;

  constructor(loaded: LoadedTensorFlow, weights: Map<string, Tensor>) {
    this.#tf = loaded.tf;
    this.#turns = new Turns(loaded);
    this.#weights = weights;
    this.#runner = new GraphRunner(loaded.tf, weights);
  }

  write(parameters: ReadonlyMap<string, FloatTensor>, options: { transfer?: boolean } = {}): Promise<void> {
    return this.#turns.take("write", () => {
      for (const [name, { shape, data }] of parameters) {
        this.#weights.get(name)?.dispose();
        // TensorFlow.js may keep the array that it is given.
        const numbers = options.transfer === true ? data : new Float32Array(data);
        this.#weights.set(name, this.#tf.tensor(numbers, [...shape], "float32"));
      }
    });
  }

  read(names: readonly string[]): Promise<Map<string, FloatTensor>> {
    return this.#turns.take(
      "read",
      () =>
        new Map(
          names.map((name) => {
            const tensor = this.#weights.get(name);
            if (tensor === undefined) throw new MachineError("state-missing", `There is no weight \`${name}\`.`);
            return [name, { shape: [...tensor.shape], data: Float32Array.from(tensor.dataSync()) }];
          }),
        ),
    );
  }

  drop(names: readonly string[]): Promise<void> {
    return this.#turns.take("drop", () => {
      for (const name of names) {
        this.#weights.get(name)?.dispose();
        this.#weights.delete(name);
      }
    });
  }

  run(
    key: string,
    build: () => Graph,
    feeds: Feeds,
    options: InferenceRunOptions = {},
  ): Promise<Record<string, TensorData>> {
    return this.#turns.take(key, () => this.#runner.run(key, build, feeds, options.fetch), options.signal);
  }

  async close(): Promise<void> {
    forgotten?.unregister(this);
    await this.#turns.close("when-done");
    free(this.#weights);
  }
}

function free(weights: Map<string, Tensor>): void {
  for (const tensor of weights.values()) tensor.dispose();
  weights.clear();
}
