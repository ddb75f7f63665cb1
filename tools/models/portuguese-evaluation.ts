/** @file How well a Portuguese model guesses hidden tokens. */
import { defaultRng } from "../../src/core/random";
import type { PreTrainedModel } from "../../src/models/pretrained-model";
import { SPECIAL_IDS } from "./portuguese-tokenizer";

/** The share of tokens that are hidden when a model is judged. */
export const HIDDEN_SHARE = 0.15;
const SEED = 1889;
/** Tokens of a text that are read, with the two special ones. */
const LENGTH = 256;
const ROWS = 4;

/** What {@link guessHidden} finds. */
export interface HiddenScores {
  /** How many tokens were hidden. */
  hidden: number;
  /** The share of them that the model's likeliest token is. */
  accuracy: number;
  /** The share of them that the commonest token is. */
  commonest: number;
}

/** Hides tokens of texts, and lets the model guess them. */
export async function guessHidden(
  model: PreTrainedModel,
  texts: readonly Uint16Array[],
  commonestToken: number,
): Promise<HiddenScores> {
  const random = defaultRng(SEED);
  const { first, separator, mask, count } = SPECIAL_IDS;
  let [hidden, right, common] = [0, 0, 0];
  for (let at = 0; at < texts.length; at += ROWS) {
    const rows = texts.slice(at, at + ROWS).map((text) => [first, ...text.subarray(0, LENGTH - 2), separator]);
    const width = Math.max(...rows.map(({ length }) => length));
    const chosen = rows.map((row) => row.map((id) => id >= count && random.random() < HIDDEN_SHARE));
    const shown = rows.map((row, index) => row.map((id, place) => (chosen[index]?.[place] === true ? mask : id)));
    const filling = (row: readonly number[]): number[] => new Array<number>(width - row.length).fill(0);
    const { logits } = await model.forward({
      input_ids: shown.map((row) => [...row, ...filling(row)]),
      attention_mask: shown.map((row) => [...row.map(() => 1), ...filling(row)]),
    });
    const vocabulary = logits.dims[2] ?? 0;
    for (const [index, row] of rows.entries()) {
      for (const [place, id] of row.entries()) {
        if (chosen[index]?.[place] !== true) continue;
        const begin = (index * width + place) * vocabulary;
        hidden++;
        if (likeliest(logits.data.subarray(begin, begin + vocabulary)) === id) right++;
        if (id === commonestToken) common++;
      }
    }
  }
  return { hidden, accuracy: right / hidden, commonest: common / hidden };
}

/** The token that stands most often in texts. */
export function commonestOf(texts: readonly Uint16Array[]): number {
  const counts = new Map<number, number>();
  for (const text of texts) for (const id of text) counts.set(id, (counts.get(id) ?? 0) + 1);
  return [...counts].reduce((best, entry) => (entry[1] > best[1] ? entry : best), [0, 0])[0];
}

/** The place of the highest score. */
export function likeliest(scores: Float32Array): number {
  let best = 0;
  for (let index = 1; index < scores.length; index++) if ((scores[index] ?? 0) > (scores[best] ?? 0)) best = index;
  return best;
}
