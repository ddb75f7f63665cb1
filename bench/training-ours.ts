/** @file Our side of the bench of training: answers requests, a line of JSON each, on standard input; the engine is the argument. */
import { createInterface } from "node:readline";
import { defaultRng } from "../src/core/random";
import { createOnnxTrainingSession } from "../src/graph/training/onnx-training-session";
import type { Feeds, FloatTensor, TrainingPlan, TrainingSession } from "../src/graph/training/training-session";
import type { ForwardOptions } from "../src/models/architecture";
import { ARCHITECTURES } from "../src/models/auto/architectures";
import type { TrainingCase } from "./training-cases";

const engine = process.argv[2] === "tensorflow" ? "tensorflow" : "onnx";
let session: TrainingSession | undefined;
let current: TrainingCase | undefined;

async function answer(request: { case?: TrainingCase; threads?: number; step?: number }): Promise<unknown> {
  if (request.case !== undefined) {
    current = request.case;
    return { parameters: await make(request.case, request.threads ?? 1), versions: `Node ${process.versions.node}` };
  }
  if (session === undefined || current === undefined) throw new Error("The first request must hold a case.");
  const feeds = batch(current, request.step ?? 0);
  const settings = { learningRate: 2e-5, weightDecay: { decayed: 0.01, others: 0 }, clipNorm: 1 };
  const started = performance.now();
  const { loss } = await session.step(feeds, settings);
  return { seconds: (performance.now() - started) / 1000, loss, peakBytes: process.resourceUsage().maxRSS * 1024 };
}

async function make({ config: raw, head, trained }: TrainingCase, threads: number): Promise<number> {
  const architecture = ARCHITECTURES.find(({ modelType }) => modelType === raw.model_type);
  if (architecture === undefined) throw new Error(`There is no architecture ${raw.model_type}.`);
  const config = architecture.readConfig(raw);
  const options: ForwardOptions = { head, mode: "training", loss: "labels", logits: "none" };
  const pattern = new RegExp(trained);
  const random = defaultRng(1);
  const parameters = new Map<string, FloatTensor>();
  let count = 0;
  for (const [name, { shape }] of architecture.build(config, options).parameters) {
    const data = architecture.initialize(config, name, shape as readonly number[], random);
    parameters.set(name, { shape: shape as readonly number[], data });
    count += data.length;
  }
  const plan: TrainingPlan = {
    training: () => architecture.build(config, options),
    isTrained: (name) => pattern.test(name),
    groups: [
      { name: "decayed", includes: (name) => architecture.isDecayed(name) },
      { name: "others", includes: () => true },
    ],
  };
  session = await open(plan, parameters, threads);
  return count;
}

async function open(plan: TrainingPlan, parameters: ReadonlyMap<string, FloatTensor>, threads: number) {
  if (engine === "onnx") return createOnnxTrainingSession(plan, parameters, { threads, transfer: true });
  const { createTensorFlowTrainingSession } = await import("../src/graph/tensorflow/tensorflow-training-session.js");
  return createTensorFlowTrainingSession(plan, parameters, { native: "required" });
}

function batch({ config, head, batch: rows, sequence }: TrainingCase, step: number): Feeds {
  const random = defaultRng(step);
  const draw = (length: number, end: number) => BigInt64Array.from({ length }, () => BigInt(random.integers(0, end)));
  const dims = [rows, sequence];
  const ids = draw(rows * sequence, Number(config.vocab_size));
  const mask = new BigInt64Array(rows * sequence).fill(1n);
  const labels = head === "causal-lm" ? BigInt64Array.from(ids) : draw(rows, Number(config.num_labels));
  const positions = BigInt64Array.from({ length: rows * sequence }, (_, place) => BigInt(place % sequence));
  return {
    ...(head === "causal-lm" ? { position_ids: { type: "int64", dims, data: positions } } : {}),
    input_ids: { type: "int64", dims, data: ids },
    attention_mask: { type: "int64", dims, data: mask },
    labels: { type: "int64", dims: head === "causal-lm" ? dims : [rows], data: labels },
  };
}

async function main(): Promise<void> {
  for await (const line of createInterface({ input: process.stdin })) {
    console.log(JSON.stringify(await answer(JSON.parse(line))));
  }
}

main().catch((error: unknown) => {
  console.error(error);
  process.exit(1);
});
