/** @file What a run is fed, checked against the graph: nothing missing, nothing misspelt. */
import { listNames } from "../core/suggest";
import type { Graph } from "./graph";
import { GraphError } from "./graph-error";
import type { TensorData } from "./machine/program";

/** Options of {@link checkedFeeds}. */
export interface FeedOptions {
  /**
   * What to do with a feed that is no input of the graph.
   * @default "refuse"
   */
  others?: "refuse" | "ignore";
  /** Inputs that the caller itself feeds, such as an optimizer's scalars: nobody else is asked for them. */
  added?: Readonly<Record<string, TensorData>>;
}

/**
 * Those of `feeds` that a program reads, and what the caller adds.
 *
 * @param reads The inputs that the program reads.
 */
export function checkedFeeds(
  graph: Graph,
  reads: readonly string[],
  feeds: Readonly<Record<string, TensorData>>,
  { others = "refuse", added = {} }: FeedOptions = {},
): Record<string, TensorData> {
  const own = [...graph.inputs.keys()].filter((name) => !Object.hasOwn(added, name));
  const unknown = Object.keys(feeds).find((name) => !graph.inputs.has(name));
  if (unknown !== undefined && others === "refuse") {
    throw new GraphError("feed-unknown", `The graph \`${graph.name}\` has no input \`${unknown}\`.`, {
      hint: listNames("inputs", unknown, own),
    });
  }
  const missing = own.find((name) => reads.includes(name) && feeds[name] === undefined);
  if (missing !== undefined) {
    throw new GraphError(
      "feed-missing",
      `The graph \`${graph.name}\` needs the input \`${graph.inputs.get(missing)}\`.`,
      {
        hint: `It was given ${Object.keys(feeds).join(", ") || "nothing"}.`,
      },
    );
  }
  return { ...Object.fromEntries(Object.entries(feeds).filter(([name]) => reads.includes(name))), ...added };
}
