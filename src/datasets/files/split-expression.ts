/** @file Parts of splits: `"train[:10%]"`, `"train[10:20]+test"`. */
import { listNames } from "../../core/suggest";
import { DatasetError } from "../dataset-error";

/** Rows of one split, in order: from `start` up to but without `end`. */
export interface SplitPart {
  /** The split's name. */
  split: string;
  /** The part's rows, once the split's number of rows is known. */
  range(numRows: number): { start: number; end: number };
}

const PART =
  /^\s*(?<split>[^[\](+]+?)(?:\[(?:(?<from>-?[\d_]+)(?<fromPercent>%)?)?:(?:(?<to>-?[\d_]+)(?<toPercent>%)?)?\])?(?:\((?<rounding>[^)]*)\))?\s*$/;
const HINT = 'Write for example "train", "train[:10%]", "train[10:20]", "train[-5%:]" or "train+test".';

/**
 * Reads an expression. An unknown split or a wrong form is a DatasetError.
 *
 * Python: the `split` of `load_dataset`. Percentages are rounded to the nearest row, halves to the even one;
 * `"train[:10%](pct1_dropremainder)"` makes all percents equally large.
 */
export function splitParts(expression: string, names: readonly string[]): SplitPart[] {
  // A split may be called like an expression; then it is that split.
  if (names.includes(expression)) return [{ split: expression, range: (numRows) => ({ start: 0, end: numRows }) }];
  return expression.split("+").map((text) => {
    const groups = PART.exec(text)?.groups;
    const { split = "", from, to, rounding = "closest" } = groups ?? {};
    if (groups === undefined || !["closest", "pct1_dropremainder"].includes(rounding)) {
      throw new DatasetError("bad-split", `\`${text.trim()}\` is no part of a split.`, { hint: HINT });
    }
    if (!names.includes(split)) {
      throw new DatasetError("unknown-split", `There is no split \`${split}\` among the \`dataFiles\`.`, {
        hint: listNames("splits", split, names),
      });
    }
    const isPercent = groups.fromPercent !== undefined || groups.toPercent !== undefined;
    const [first, last] = [numberOf(from), numberOf(to)];
    if (isPercent && [first, last].some((value) => value !== undefined && Math.abs(value) > 100)) {
      throw new DatasetError("bad-split", `\`${text.trim()}\` has a percentage beyond 100.`, { hint: HINT });
    }
    return { split, range: (numRows) => rangeOf(first, last, numRows, isPercent ? rounding : "none") };
  });
}

function rangeOf(
  from: number | undefined,
  to: number | undefined,
  numRows: number,
  rounding: string,
): { start: number; end: number } {
  const rows = (boundary: number): number => {
    if (rounding === "none") return boundary;
    if (rounding === "closest") return roundHalfToEven((boundary * numRows) / 100);
    if (numRows < 100) {
      throw new DatasetError("bad-split", `pct1_dropremainder needs at least 100 rows, and there are ${numRows}.`, {
        hint: "Leave it out.",
      });
    }
    return boundary * Math.trunc(numRows / 100);
  };
  const border = (boundary: number | undefined, otherwise: number): number => {
    const row = boundary === undefined ? otherwise : rows(boundary);
    return Math.min(row < 0 ? Math.max(numRows + row, 0) : row, numRows);
  };
  const start = border(from, 0);
  return { start, end: Math.max(start, border(to, numRows)) };
}

function numberOf(text: string | undefined): number | undefined {
  return text === undefined ? undefined : Number(text.replaceAll("_", ""));
}

function roundHalfToEven(value: number): number {
  const down = Math.floor(value);
  if (value - down !== 0.5) return Math.round(value);
  return down % 2 === 0 ? down : down + 1;
}
