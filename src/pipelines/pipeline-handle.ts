/** @file A pipeline as its user holds it: a function that knows its task, its model and how to end. */
import { INSPECT } from "../core/display";
import { PipelineError } from "./pipeline-error";
import type { HandedTask } from "./tasks";

/** What every pipeline has besides being called. */
export interface PipelineHandle<Task = string, Model = unknown, Tokenizer = unknown> {
  readonly task: Task;
  readonly model: Model;
  readonly tokenizer: Tokenizer;
  /** Frees the model, unless it was given as an object. The pipeline cannot be called afterwards. */
  dispose(): Promise<void>;
}

/** A pipeline of transformers.js; what it takes and gives is told there. */
export interface HandedPipeline extends PipelineHandle<HandedTask> {
  (...inputs: unknown[]): Promise<unknown>;
}

/** What becomes the properties of a pipeline. */
export interface HandleFields<Task, Model, Tokenizer> {
  task: Task;
  model: Model;
  tokenizer: Tokenizer;
  /** What the model is called where the pipeline is printed. */
  name: string;
  close(): Promise<void>;
}

/** A function with a pipeline's properties. Calls after `dispose` are errors. */
export function makeHandle<Inputs extends unknown[], Result, Task extends string, Model, Tokenizer>(
  call: (...inputs: Inputs) => Promise<Result>,
  { task, model, tokenizer, name, close }: HandleFields<Task, Model, Tokenizer>,
): ((...inputs: Inputs) => Promise<Result>) & PipelineHandle<Task, Model, Tokenizer> {
  let disposal: Promise<void> | undefined;
  const guarded = async (...inputs: Inputs): Promise<Result> => {
    if (disposal !== undefined)
      throw new PipelineError("pipeline-disposed", `This ${task} pipeline was disposed of.`, {
        task,
        hint: "Make a new one with `pipeline`.",
      });
    return call(...inputs);
  };
  const dispose = (): Promise<void> => {
    disposal ??= close();
    return disposal;
  };
  const text = `pipeline(${JSON.stringify(task)}, ${name})`;
  return Object.assign(guarded, { task, model, tokenizer, dispose, [INSPECT]: () => text });
}
