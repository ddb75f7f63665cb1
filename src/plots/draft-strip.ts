/** @file Assisted decoding step by step: what the draft proposed, what the model accepted, and its own token behind it. */
import { argumentRangeError, argumentTypeError } from "../core/errors";
import { chipWidth, drawChip, visibleToken } from "./chips";
import { DRAWING_WIDTH, Drawing } from "./drawing";
import { formatPercent } from "./format-number";
import { MUTED_INK, REFERENCE } from "./palette";
import { element, svgText } from "./svg-element";

/** One step of the model over a draft. */
export interface DraftStripStep {
  readonly drafted: readonly string[];
  /** How many of them were accepted, from the first on. */
  readonly accepted: number;
  /** What was added to the text. */
  readonly added: readonly string[];
}

/** Options of {@link draftStrip}. */
export interface DraftStripOptions {
  /** The sentence above the picture. @default how many tokens were accepted, in how many steps */
  title?: string;
}

const MOST_STEPS = 30;
const HEIGHT = 26;

/**
 * Draws a line for each step of the model: accepted draft tokens, rejected ones crossed out, and the model's own token.
 *
 * @example
 * ```ts
 * console.log(draftStrip([
 *   { drafted: ["de", "la", "casa"], accepted: 2, added: ["de", "la", "Mancha"] },
 *   { drafted: [","], accepted: 1, added: [",", "de"] },
 * ]));
 * // 3 of 4 draft tokens (75.0%) were accepted: 5 tokens in 2 steps
 * //
 * // 1  de la ✗casa → Mancha
 * // 2  , → de
 * ```
 * @throws TypeError or RangeError when there are no steps, over 30, or a step accepts more than it was given.
 */
export function draftStrip(steps: readonly DraftStripStep[], options: DraftStripOptions = {}): Drawing {
  checkSteps(steps);
  const parts = steps.flatMap((step, place) => drawStep(step, place));
  const sum = (read: (step: DraftStripStep) => number): number => steps.reduce((total, step) => total + read(step), 0);
  const [drafted, accepted, added] = [
    sum((step) => step.drafted.length),
    sum((step) => step.accepted),
    sum((step) => step.added.length),
  ];
  const lines = steps.map(
    (step, place) => `${String(place + 1).padStart(String(steps.length).length)}  ${spelled(step)}`,
  );
  const share = formatPercent(drafted === 0 ? 0 : accepted / drafted);
  return new Drawing({
    title:
      options.title ??
      `${accepted} of ${drafted} draft tokens (${share}) were accepted: ${added} tokens in ${steps.length} ${steps.length === 1 ? "step" : "steps"}`,
    alt: `Steps of assisted decoding. ${steps.map((step, place) => `Step ${place + 1}: ${step.accepted} of ${step.drafted.length} accepted`).join("; ")}.`,
    parts,
    height: steps.length * (HEIGHT + 4) - 4,
    lines,
  });
}

function spelled({ drafted, accepted, added }: DraftStripStep): string {
  const draft = drafted.map((token, place) => `${place < accepted ? "" : "✗"}${visibleToken(token)}`);
  const own = added.slice(accepted).map(visibleToken);
  return [...draft, ...(own.length === 0 ? [] : ["→", ...own])].join(" ");
}

function drawStep({ drafted, accepted, added }: DraftStripStep, place: number): string[] {
  const y = place * (HEIGHT + 4);
  const parts = [element("text", { x: 16, y: y + 17, fill: MUTED_INK }, svgText(String(place + 1)))];
  let x = 44;
  const chips = [
    ...drafted.map((token, index) => ({
      token,
      state: index < accepted ? ("accepted" as const) : ("rejected" as const),
    })),
    ...added.slice(accepted).map((token) => ({ token, state: "own" as const })),
  ];
  for (const { token, state } of chips) {
    const text = visibleToken(token);
    const width = chipWidth(text);
    if (x + width > 16 + DRAWING_WIDTH) {
      parts.push(element("text", { x, y: y + 17, fill: MUTED_INK }, "…"));
      break;
    }
    const look = state === "rejected" ? ("padding" as const) : ("text" as const);
    parts.push(drawChip({ x, y, width: width - 2, height: HEIGHT, text, look, tint: state === "accepted" ? 2 : 1 }));
    if (state === "rejected")
      parts.push(
        element("line", {
          x1: x + 3,
          x2: x + width - 5,
          y1: y + HEIGHT / 2,
          y2: y + HEIGHT / 2,
          stroke: REFERENCE,
          "stroke-width": 1.5,
        }),
      );
    x += width;
  }
  return parts;
}

function checkSteps(steps: unknown): void {
  const problem = { function: "draftStrip", parameter: "steps" };
  if (!Array.isArray(steps)) throw argumentTypeError({ ...problem, rule: "be a list of steps", value: steps });
  if (steps.length === 0 || steps.length > MOST_STEPS)
    throw argumentRangeError({ ...problem, rule: `have 1 to ${MOST_STEPS} entries`, value: steps.length });
  for (const [place, step] of (steps as readonly Partial<DraftStripStep>[]).entries()) {
    const { drafted, accepted, added } = step ?? {};
    const areTexts = [drafted, added].every(
      (list) => Array.isArray(list) && list.every((token) => typeof token === "string"),
    );
    const parameter = `steps[${place}]`;
    if (!areTexts)
      throw argumentTypeError({ ...problem, parameter, rule: "have texts as `drafted` and `added`", value: step });
    const isCount =
      Number.isSafeInteger(accepted) && Number(accepted) >= 0 && Number(accepted) <= (drafted?.length ?? 0);
    if (!isCount)
      throw argumentRangeError({
        ...problem,
        parameter: `${parameter}.accepted`,
        rule: "be from 0 to the number of drafted tokens",
        value: accepted,
      });
  }
}
