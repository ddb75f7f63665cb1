/** @file Padding: texts of different lengths made equally long. */
import type { Encoding } from "./encoding";
import type { Side } from "./truncation";

/** What is put where a text is too short. */
export interface Padding {
  /** The length to reach; without one, that of the longest text. */
  length: number | undefined;
  /** The length is rounded up to a multiple of this. */
  multipleOf: number | undefined;
  side: Side;
  id: number;
  token: string;
  typeId: number;
}

/** The length that a padded batch has. */
export function paddedLength(longest: number, { length, multipleOf }: Pick<Padding, "length" | "multipleOf">): number {
  const wanted = length ?? longest;
  return multipleOf === undefined ? wanted : Math.ceil(wanted / multipleOf) * multipleOf;
}

/** The encodings with padding, which the attention mask hides from the model. A longer text stays as it is. */
export function pad(encodings: readonly Encoding[], padding: Padding): Encoding[] {
  const longest = encodings.reduce((most, { ids }) => Math.max(most, ids.length), 0);
  const length = paddedLength(longest, padding);
  return encodings.map((encoding) => padTo(encoding, length, padding));
}

function padTo(encoding: Encoding, length: number, { side, id, token, typeId }: Padding): Encoding {
  const missing = length - encoding.ids.length;
  if (missing <= 0) return encoding;
  const fill = <Item>(column: Item[], item: () => Item): Item[] => {
    const filling = Array.from({ length: missing }, item);
    return side === "right" ? [...column, ...filling] : [...filling, ...column];
  };
  return {
    ids: fill(encoding.ids, () => id),
    typeIds: fill(encoding.typeIds, () => typeId),
    tokens: fill(encoding.tokens, () => token),
    offsets: fill(encoding.offsets, () => [0, 0]),
    wordIds: fill(encoding.wordIds, () => null),
    sequenceIds: fill(encoding.sequenceIds, () => null),
    specialTokensMask: fill(encoding.specialTokensMask, () => 1),
    attentionMask: fill(encoding.attentionMask, () => 0),
    overflowing: encoding.overflowing,
  };
}
