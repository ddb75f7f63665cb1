/** @file Batches for a masked language model: windows of texts in which some tokens are hidden. */
import type { Generator } from "../../src/core/random";
import type { Feeds } from "../../src/graph/training/training-session";
import { IGNORED, integerRows } from "./feeds";
import { PORTUGUESE_VOCABULARY, SPECIAL_IDS } from "./portuguese-tokenizer";

/** How tokens are hidden. */
export interface MaskingRules {
  /** The share of tokens that are to be guessed. */
  share: number;
  /**
   * `"mask"`: all of them are hidden. `"mixed"`: one in ten is another token instead, and one in ten stays as it is, so that the
   * model gives meaning to tokens that it sees (Devlin et al. 2018).
   */
  hidden: "mask" | "mixed";
}

/** A row for the model, and what its first token is to guess. */
export interface Window {
  /** `[CLS]`, tokens, `[SEP]`. */
  ids: Uint16Array;
  /** A token of the same text that is not in the window; undefined where there is none. */
  elsewhere: number | undefined;
}

/**
 * A window that begins anywhere in one of the texts.
 *
 * @param length How many tokens the row has at most, with its two special ones.
 */
export function drawWindow(texts: readonly Uint16Array[], length: number, random: Generator): Window {
  const text = texts[random.integers(0, texts.length)] ?? new Uint16Array();
  const room = length - 2;
  const at = random.integers(0, Math.max(1, text.length - room + 1));
  const { first, separator } = SPECIAL_IDS;
  const ids = Uint16Array.from([first, ...text.subarray(at, at + room), separator]);
  if (text.length <= room) return { ids, elsewhere: undefined };
  const other = random.integers(0, text.length - room);
  return { ids, elsewhere: text[other < at ? other : other + room] };
}

/** The feeds of an encoder: ids, all of them to be seen but the filling on the right, and labels where there are some. */
export function encoderFeeds(rows: readonly ArrayLike<number>[], labels?: readonly ArrayLike<number>[]): Feeds {
  const feeds: Record<string, Feeds[string]> = {
    input_ids: integerRows(rows, SPECIAL_IDS.padding),
    attention_mask: integerRows(
      rows.map((row) => new Uint8Array(row.length).fill(1)),
      0,
    ),
  };
  if (labels !== undefined) feeds.labels = integerRows(labels, IGNORED);
  return feeds;
}

/**
 * Hides tokens of windows.
 *
 * The first token, which hides nothing, is to guess a token from elsewhere in the text: so it learns to gather what the
 * window tells of its text, which is what a classifier reads there.
 */
export function maskedFeeds(windows: readonly Window[], { share, hidden }: MaskingRules, random: Generator): Feeds {
  const labels: Int32Array[] = [];
  const shown = windows.map(({ ids, elsewhere = IGNORED }) => {
    const own = new Int32Array(ids.length).fill(IGNORED);
    own[0] = elsewhere;
    labels.push(own);
    return ids.map((id, place) => {
      if (id < SPECIAL_IDS.count || random.random() >= share) return id;
      own[place] = id;
      const fate = hidden === "mask" ? 0 : random.random();
      if (fate < 0.8) return SPECIAL_IDS.mask;
      return fate < 0.9 ? random.integers(SPECIAL_IDS.count, PORTUGUESE_VOCABULARY) : id;
    });
  });
  return encoderFeeds(shown, labels);
}
