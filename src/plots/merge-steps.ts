/** @file How BPE puts a word together: one line a merge, every piece above the letters that it holds. */
import { argumentRangeError, argumentTypeError } from "../core/errors";
import { textTable } from "../core/text-table";
import { drawChip, visibleToken } from "./chips";
import { DRAWING_WIDTH, Drawing } from "./drawing";
import { formatNumber } from "./format-number";
import { MUTED_INK } from "./palette";
import { element, svgText } from "./svg-element";
import { fitText } from "./text-fit";

/** A word at one moment, as `mergeStates` gives it. */
export interface MergeStepState {
  /** Its tokens now. */
  readonly tokens: readonly string[];
  /** The merge that led here; undefined at the start. */
  readonly merge?:
    | { readonly step: number; readonly left: string; readonly right: string; readonly count: number }
    | undefined;
}

/** Options of {@link mergeSteps}. */
export interface MergeStepsOptions {
  /** The sentence above the picture. @default from how many pieces to how many, in how many merges */
  title?: string;
  /** What marks a token inside a word, which the picture leaves out: `"##"` for WordPiece. @default "" */
  prefix?: string;
}

const MOST_STATES = 40;
const MOST_LETTERS = 40;
const LABEL_WIDTH = 84;
const NOTE_WIDTH = 150;
const LINE_HEIGHT = 28;

/**
 * Draws the states of a word from its letters to its tokens. The piece that a merge has made is in another colour.
 *
 * @example
 * ```ts
 * const { merges } = trainFromTexts(["ola olas", "ola"], { model: "wordpiece", vocabSize: 30 });
 * console.log(mergeSteps(mergeStates("olas", merges, "##"), { prefix: "##" }));
 * // 4 pieces become 2 in 2 merges
 * //
 * // merge  seen  pieces
 * // ─────  ────  ─────────────
 * //              o | l | a | s
 * //     1     3  ol | a | s
 * //     2     3  ola | s
 * ```
 * @throws TypeError or RangeError when there are no states, over 40, or a word of over 40 letters.
 */
export function mergeSteps(states: Iterable<MergeStepState>, options: MergeStepsOptions = {}): Drawing {
  const { prefix = "" } = options;
  const list = checkedStates(states, prefix);
  const letters = lettersOf(list[0]?.pieces ?? []);
  const letterWidth = Math.min(26, (DRAWING_WIDTH - LABEL_WIDTH - NOTE_WIDTH) / letters);
  const parts = list.flatMap(({ pieces, merge, made }, line) => {
    const y = line * LINE_HEIGHT;
    const label = merge === undefined ? "letters" : `merge ${formatNumber(merge.step)}`;
    let x = 16 + LABEL_WIDTH;
    const chips = pieces.map((piece, index) => {
      const width = Array.from(piece).length * letterWidth;
      const text = fitText(visibleToken(piece), 11, Math.max(width - 2, 9));
      const chip = { x, y, width: width - 1, height: LINE_HEIGHT - 5, text, look: "text" as const };
      x += width;
      return drawChip({ ...chip, tint: made.has(index) ? 1 : 4 });
    });
    const note = merge === undefined ? "" : `seen ${formatNumber(merge.count)} times`;
    return [
      element("text", { x: 16, y: y + 16, fill: MUTED_INK }, svgText(label)),
      ...chips,
      note === "" ? "" : element("text", { x: x + 12, y: y + 16, fill: MUTED_INK }, svgText(note)),
    ];
  });
  const [first, last] = [list[0]?.pieces ?? [], list.at(-1)?.pieces ?? []];
  const merges = list.length - 1;
  const rows = list.map(({ pieces, merge }) => [
    merge === undefined ? "" : formatNumber(merge.step),
    merge === undefined ? "" : formatNumber(merge.count),
    pieces.map(visibleToken).join(" | "),
  ]);
  return new Drawing({
    title:
      options.title ?? `${first.length} pieces become ${last.length} in ${merges} ${merges === 1 ? "merge" : "merges"}`,
    alt: `A word on its way through the merges: ${list.map(({ pieces }) => pieces.join(" ")).join("; ")}.`,
    parts: parts.filter((part) => part !== ""),
    height: list.length * LINE_HEIGHT - 5,
    lines: textTable(["merge", "seen", "pieces"], rows, { align: ["right", "right"], maxCellWidth: 84 }).split("\n"),
  });
}

interface Line {
  pieces: string[];
  merge: MergeStepState["merge"];
  /** The places of the pieces that the merge has made. */
  made: ReadonlySet<number>;
}

function checkedStates(states: unknown, prefix: string): Line[] {
  const problem = { function: "mergeSteps", parameter: "states", next: "For example mergeStates(word, merges)." };
  const isList = states !== null && typeof states === "object" && Symbol.iterator in states;
  if (!isList) throw argumentTypeError({ ...problem, rule: "be a list of states", value: states });
  const given = [...(states as Iterable<MergeStepState>)];
  if (given.length === 0 || given.length > MOST_STATES) {
    throw argumentRangeError({ ...problem, rule: `have 1 to ${MOST_STATES} entries`, value: given.length });
  }
  return given.map((state, index) => {
    const parameter = `states[${index}].tokens`;
    const tokens: unknown = state?.tokens;
    if (!Array.isArray(tokens) || tokens.length === 0 || !tokens.every((token) => typeof token === "string")) {
      throw argumentTypeError({ ...problem, parameter, rule: "be a list of at least one token", value: tokens });
    }
    const pieces = (tokens as string[]).map((token) => withoutPrefix(token, prefix));
    if (lettersOf(pieces) > MOST_LETTERS) {
      const rule = `have at most ${MOST_LETTERS} letters`;
      throw argumentRangeError({ ...problem, parameter, rule, value: lettersOf(pieces) });
    }
    const { merge } = state;
    const token = merge === undefined ? undefined : merge.left + withoutPrefix(merge.right, prefix);
    return { pieces, merge, made: new Set(tokens.flatMap((each, place) => (each === token ? [place] : []))) };
  });
}

function withoutPrefix(token: string, prefix: string): string {
  return prefix !== "" && token.startsWith(prefix) && token.length > prefix.length ? token.slice(prefix.length) : token;
}

function lettersOf(pieces: readonly string[]): number {
  return pieces.reduce((sum, piece) => sum + Array.from(piece).length, 0);
}
