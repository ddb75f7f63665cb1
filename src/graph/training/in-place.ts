/** @file Whether a state may be overwritten while a program runs: only when everything that reads the old value has run. */
import type { GraphNode, Value } from "../graph";
import { reachable } from "../onnx/lower-graph";

/** Operations that read an element before they write it, so that they may write over what they read. */
const OVERWRITES = new Set(["Add", "Sub", "Mul", "Div", "ScatterND", "ScatterElements"]);

/**
 * The states among `updates` that can be written in place, by name.
 *
 * onnxruntime runs a node as soon as its inputs are there. So an update may be written over the old value only when every
 * other node that reads the old value is an ancestor of the node that writes.
 */
export function inPlaceSafe(updates: ReadonlyMap<Value, Value>, outputs: readonly Value[]): Set<Value> {
  const { nodes } = reachable([...outputs, ...updates.values()]);
  const readers = new Map<Value, GraphNode[]>();
  for (const node of nodes) {
    for (const input of new Set(node.inputs)) {
      if (input === undefined || !updates.has(input)) continue;
      readers.set(input, [...(readers.get(input) ?? []), node]);
    }
  }
  const safe = new Set<Value>();
  for (const [state, next] of updates) {
    const writer = next.producer;
    if (writer === undefined || next.name === state.name) continue;
    const before = ancestorsOf(writer);
    const fits = (readers.get(state) ?? []).every((node) =>
      node === writer ? OVERWRITES.has(node.operation) && node.inputs[0] === state : before.has(node),
    );
    if (fits) safe.add(state);
  }
  return safe;
}

function ancestorsOf(node: GraphNode): ReadonlySet<GraphNode> {
  const found = new Set<GraphNode>();
  const open: GraphNode[] = [node];
  for (let current = open.pop(); current !== undefined; current = open.pop()) {
    for (const input of current.inputs) {
      const producer = input?.producer;
      if (producer === undefined || found.has(producer)) continue;
      found.add(producer);
      open.push(producer);
    }
  }
  return found;
}
