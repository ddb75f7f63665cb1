/** @file The beams of a search as a tree: a column a step, kept continuations joined to what they continue. */
import { argumentRangeError, argumentTypeError } from "../core/errors";
import { textTable } from "../core/text-table";
import { visibleToken } from "./chips";
import { DRAWING_WIDTH, Drawing } from "./drawing";
import { formatNumber } from "./format-number";
import { CARD, INK, MUTED_INK, SERIES_COLORS } from "./palette";
import { element, svgText } from "./svg-element";
import { fitText } from "./text-fit";

/** A continuation that a step looked at. */
export interface BeamTreeCandidate {
  /** Which beam of the step before it continues, from 0. */
  readonly parent: number;
  readonly token: string;
  /** The sum of its log-probabilities. */
  readonly score: number;
  readonly state: "kept" | "ended" | "pruned";
  /** The beam that it becomes, where it is kept. */
  readonly beam?: number | undefined;
}

/** Options of {@link beamTree}. */
export interface BeamTreeOptions {
  /** The sentence above the picture. @default how many continuations were kept and given up */
  title?: string;
  /** What stands at the root. @default "…" */
  root?: string;
}

const MOST_STEPS = 12;
const MOST_CANDIDATES = 24;
const ROW = 34;

interface Node {
  candidate: BeamTreeCandidate;
  x: number;
  y: number;
  /** Where it hangs. */
  from: { x: number; y: number } | undefined;
}

/**
 * Draws what each step of a beam search kept, ended and gave up, with the sums of log-probabilities.
 *
 * @param steps The candidates of each step, the best first: those of one prompt and one group.
 *
 * @example
 * ```ts
 * console.log(beamTree([
 *   [{ parent: 0, token: "de", score: -0.7, state: "kept", beam: 0 }, { parent: 0, token: "a", score: -1.4, state: "kept", beam: 1 },
 *    { parent: 0, token: "y", score: -2, state: "pruned" }],
 *   [{ parent: 1, token: "la", score: -1.6, state: "kept", beam: 0 }, { parent: 0, token: "los", score: -1.9, state: "kept", beam: 1 }],
 * ]));
 * // 2 steps: 4 continuations kept, 0 ended, 1 given up
 * //
 * // step  token  score  continues  state
 * // ────  ─────  ─────  ─────────  ──────
 * //    1  de      -0.7  …          kept
 * //    1  a       -1.4  …          kept
 * //    1  y         -2  …          pruned
 * //    2  la      -1.6  a          kept
 * //    2  los     -1.9  de         kept
 * ```
 * @throws TypeError or RangeError when there are no steps, over 12, or over 24 candidates a step.
 */
export function beamTree(steps: readonly (readonly BeamTreeCandidate[])[], options: BeamTreeOptions = {}): Drawing {
  checkSteps(steps);
  const { root = "…" } = options;
  const rows = Math.max(...steps.map((step) => step.length));
  const height = rows * ROW;
  const column = DRAWING_WIDTH / (steps.length + 1);
  const box = Math.min(column - 18, 96);
  const start = { x: 16 + box, y: height / 2 };
  let beams = new Map<number, { x: number; y: number; token: string }>([[0, { ...start, token: root }]]);
  const nodes: Node[] = [];
  const lines: string[][] = [];
  for (const [step, candidates] of steps.entries()) {
    const next = new Map<number, { x: number; y: number; token: string }>();
    const x = 16 + (step + 1) * column;
    for (const [place, candidate] of candidates.entries()) {
      const y = (height * (place + 0.5)) / candidates.length;
      // At the first step all beams are the root.
      const from = beams.get(candidate.parent) ?? (step === 0 ? beams.get(0) : undefined);
      nodes.push({ candidate, x, y, from });
      const token = visibleToken(candidate.token);
      if (candidate.beam !== undefined) next.set(candidate.beam, { x: x + box, y, token });
      lines.push([String(step + 1), token, formatNumber(candidate.score), from?.token ?? "", candidate.state]);
    }
    beams = next;
  }
  const count = (state: BeamTreeCandidate["state"]): number =>
    nodes.filter(({ candidate }) => candidate.state === state).length;
  const spelled = steps.map(
    (candidates, step) =>
      `Step ${step + 1}: ${candidates.map(({ token, state }) => `${visibleToken(token)} ${state}`).join(", ")}`,
  );
  return new Drawing({
    title:
      options.title ??
      `${steps.length} steps: ${count("kept")} continuations kept, ${count("ended")} ended, ${count("pruned")} given up`,
    alt: `A tree of beams. ${spelled.join(". ")}.`,
    parts: [
      ...nodes.map(drawEdge),
      rootBox(root, { y: start.y, box }),
      ...nodes.map((node) => drawNode(node, box)),
    ].filter((part) => part !== ""),
    height: height + 4,
    lines: textTable(["step", "token", "score", "continues", "state"], lines, {
      align: ["right", "left", "right"],
    }).split("\n"),
  });
}

const LOOKS = {
  kept: { stroke: SERIES_COLORS[0], ink: INK, dash: undefined },
  ended: { stroke: SERIES_COLORS[2], ink: INK, dash: undefined },
  pruned: { stroke: "#b6bcc4", ink: MUTED_INK, dash: "3 2" },
} as const;

function drawEdge({ candidate, x, y, from }: Node): string {
  if (from === undefined) return "";
  const { stroke, dash } = LOOKS[candidate.state];
  const middle = (from.x + x) / 2;
  const path = [
    `M${tenth(from.x)} ${tenth(from.y)}`,
    `C${tenth(middle)} ${tenth(from.y)} ${tenth(middle)} ${tenth(y)} ${tenth(x)} ${tenth(y)}`,
  ];
  const width = candidate.state === "pruned" ? 1 : 1.8;
  return element("path", { d: path.join(" "), fill: "none", stroke, "stroke-width": width, "stroke-dasharray": dash });
}

function drawNode({ candidate, x, y }: Node, box: number): string {
  const { stroke, ink, dash } = LOOKS[candidate.state];
  const token = fitText(visibleToken(candidate.token), 12, box - 8);
  return [
    element("rect", {
      x,
      y: y - 14,
      width: box,
      height: 28,
      rx: 4,
      fill: CARD,
      stroke,
      "stroke-width": candidate.state === "pruned" ? 1 : 1.5,
      "stroke-dasharray": dash,
    }),
    element("text", { x: x + box / 2, y: y - 1, "text-anchor": "middle", fill: ink }, svgText(token)),
    element(
      "text",
      { x: x + box / 2, y: y + 11, "text-anchor": "middle", "font-size": 9, fill: MUTED_INK },
      svgText(`${formatNumber(candidate.score)}${candidate.state === "ended" ? " ■" : ""}`),
    ),
  ].join("");
}

function rootBox(root: string, { y, box }: { y: number; box: number }): string {
  return [
    element("rect", { x: 16, y: y - 14, width: box, height: 28, rx: 4, fill: CARD, stroke: INK }),
    element("text", { x: 16 + box / 2, y: y + 4, "text-anchor": "middle" }, svgText(fitText(root, 12, box - 8))),
  ].join("");
}

function tenth(value: number): number {
  return Math.round(value * 10) / 10;
}

function checkSteps(steps: unknown): void {
  const problem = { function: "beamTree", parameter: "steps" };
  if (!Array.isArray(steps)) throw argumentTypeError({ ...problem, rule: "be a list of steps", value: steps });
  if (steps.length === 0 || steps.length > MOST_STEPS)
    throw argumentRangeError({
      ...problem,
      rule: `have 1 to ${MOST_STEPS} entries`,
      value: steps.length,
      next: "Draw the first ones.",
    });
  for (const [place, step] of steps.entries()) {
    const parameter = `steps[${place}]`;
    if (!Array.isArray(step) || step.length === 0 || step.length > MOST_CANDIDATES)
      throw argumentRangeError({ ...problem, parameter, rule: `have 1 to ${MOST_CANDIDATES} candidates`, value: step });
    for (const candidate of step as readonly Partial<BeamTreeCandidate>[]) {
      const isRight =
        typeof candidate?.token === "string" && Number.isFinite(candidate.score) && String(candidate.state) in LOOKS;
      if (!isRight)
        throw argumentTypeError({
          ...problem,
          parameter,
          rule: "hold candidates with parent, token, score and state",
          value: candidate,
        });
    }
  }
}
