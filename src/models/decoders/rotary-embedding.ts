/** @file Rotary position embeddings: queries and keys are turned by angles that grow with their position. */
import type { Graph, Value } from "../../graph/graph";
import { add, maximum, multiply, subtract } from "../../graph/operations/arithmetic";
import { cast, cosine, exp, log, sine } from "../../graph/operations/elementwise";
import { concat, slice } from "../../graph/operations/join";
import { reduceMax } from "../../graph/operations/reduce";
import { unsqueeze } from "../../graph/operations/reshape";
import { type RotaryParameters, rotaryFrequencies } from "./rotary-frequencies";

/** The cosine and sine of every position's angles, each float32 `[batch, 1, sequence, head_dim/2]`. */
export interface Rotation {
  cosine: Value;
  sine: Value;
}

/** The rotation of positions int64 `[batch, sequence]`; all layers share it. */
export function rotationOf(positions: Value, settings: RotaryParameters, headSize: number): Rotation {
  const { graph } = positions;
  return graph.scope("rotary", () => {
    const step = frequencies(graph, positions, settings, headSize);
    const angles = multiply(unsqueeze(cast(positions, "float32"), [1, 3]), step);
    const factor = settings.rope_type === "yarn" ? settings.attention_factor : 1;
    const scaled = (x: Value): Value => (factor === 1 ? x : multiply(x, factor));
    return { cosine: scaled(cosine(angles)), sine: scaled(sine(angles)) };
  });
}

/**
 * `x`, float32 `[batch, heads, sequence, head_dim]`, with dimension `i` and `i + head_dim/2` turned together (Su et al. 2021).
 *
 * This is the order of Hugging Face's checkpoints; the paper and Meta's own files pair neighbours.
 */
export function rotate(x: Value, rotation: Rotation): Value {
  const size = Number(x.shape[3]);
  const first = slice(x, 3, 0, size / 2);
  const second = slice(x, 3, size / 2, size);
  const turned = [
    subtract(multiply(first, rotation.cosine), multiply(second, rotation.sine)),
    add(multiply(second, rotation.cosine), multiply(first, rotation.sine)),
  ];
  return concat(turned, 3);
}

function frequencies(graph: Graph, positions: Value, settings: RotaryParameters, headSize: number): Value {
  const data = rotaryFrequencies(settings, headSize);
  const fixed = graph.constant({ type: "float32", shape: [data.length], data });
  if (settings.rope_type !== "dynamic") return fixed;
  // Past the trained length the base grows with the text (NTK scaling); up to it, log(1) = 0 leaves the frequencies as they are.
  const { factor, original_max_position_embeddings: trained } = settings;
  const longest = add(cast(reduceMax(positions), "float32"), 1);
  const stretch = maximum(subtract(multiply(longest, factor / trained), factor - 1), 1);
  const powers = Float32Array.from({ length: data.length }, (_, index) => (-2 * index) / (headSize - 2));
  const exponents = graph.constant({ type: "float32", shape: [data.length], data: powers });
  return multiply(fixed, exp(multiply(exponents, log(stretch))));
}
