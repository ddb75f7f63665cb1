/** @file A loss with its gradients by TensorFlow.js's own differentiation of the interpreted forward graph. */
import type { Graph, GraphNode, Value } from "../graph";
import type { TensorData } from "../machine/program";
import type { Feeds } from "../training/training-session";
import { Evaluation } from "./evaluation";
import { dependentOn, type EvaluationPlan, planEvaluation } from "./evaluation-plan";
import type { Tensor, TensorFlow } from "./kernel";
import { dataOf, sizesOf, tensorOf } from "./tensors";

type Variable = import("@tensorflow/tfjs").Variable;

/** A training graph, divided into what is differentiated and what is not. */
export interface LossPlan {
  readonly plan: EvaluationPlan;
  readonly dependent: ReadonlySet<Value>;
  /** What no trained parameter has a part in: it runs without a tape, which would keep its tensors. */
  readonly fixed: readonly GraphNode[];
  readonly learning: readonly GraphNode[];
  /** The outputs besides the loss. */
  readonly fetch: readonly string[];
}

/** The value of the loss, and the gradients that are not zero. */
export interface LossGradients {
  readonly loss: number;
  /** By parameter; the caller's to free. */
  readonly gradients: ReadonlyMap<string, Tensor>;
  readonly outputs: Readonly<Record<string, TensorData>>;
}

/** Divides a graph with an output `loss`, and others, for these parameters. */
export function planLoss(graph: Graph, trained: readonly string[], fetch: readonly string[] = []): LossPlan {
  const outputs = new Map(["loss", ...fetch].map((name) => [name, graph.requireOutput(name)]));
  const plan = planEvaluation(graph, outputs);
  const dependent = dependentOn(plan, new Set(trained));
  const learns = (node: GraphNode): boolean => node.outputs.some((output) => dependent.has(output));
  return {
    plan,
    dependent,
    fixed: plan.nodes.filter((node) => !learns(node)),
    learning: plan.nodes.filter(learns),
    fetch,
  };
}

/** Runs forward and back. After an error nothing stays in memory. */
export function lossGradients(
  tf: TensorFlow,
  { plan, dependent, fixed, learning, fetch }: LossPlan,
  variables: ReadonlyMap<string, Variable>,
  trained: readonly string[],
  { feeds, dropoutSeed }: { feeds: Feeds; dropoutSeed: number },
): LossGradients {
  const sizes = sizesOf(plan.graph, feeds, "step");
  const fed = new Map(Object.entries(feeds).map(([name, data]) => [name, tensorOf(tf, name, data)]));
  const evaluation = new Evaluation(tf, plan, { feeds: fed, states: variables, sizes, dropoutSeed, dependent });
  const read = (): Record<string, TensorData> =>
    Object.fromEntries(
      fetch.map((name) => [name, dataOf(evaluation.output(name), plan.outputs.get(name)?.type ?? "float32")]),
    );
  try {
    evaluation.run(fixed);
    const [loss] = plan.outputs.values();
    if (loss === undefined || !dependent.has(loss)) {
      return { loss: numberOf(evaluation.output("loss")), gradients: new Map(), outputs: read() };
    }
    let outputs: Record<string, TensorData> = {};
    const wanted = trained.flatMap((name) => variables.get(name) ?? []);
    const { value, grads } = recorded(tf, () =>
      tf.variableGrads(() => {
        evaluation.run(learning);
        outputs = read();
        return evaluation.output("loss").asScalar();
      }, wanted),
    );
    const gradients = new Map<string, Tensor>();
    for (const name of trained) {
      const gradient = grads[variables.get(name)?.name ?? ""] as Tensor | null | undefined;
      if (gradient !== null && gradient !== undefined) gradients.set(name, gradient);
    }
    const found = numberOf(value);
    value.dispose();
    return { loss: found, gradients, outputs };
  } finally {
    evaluation.free();
    for (const tensor of fed.values()) tensor.dispose();
  }
}

/** TensorFlow.js forgets what its tape keeps when the differentiated function throws. */
function recorded<T>(tf: TensorFlow, work: () => T): T {
  try {
    return work();
  } catch (error) {
    const { state } = tf.engine();
    for (const node of state.activeTape ?? []) for (const tensor of node.saved ?? []) tensor.dispose();
    state.activeTape = [];
    throw error;
  }
}

function numberOf(tensor: Tensor): number {
  return Number(tensor.dataSync()[0]);
}
