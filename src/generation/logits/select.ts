/** @file The greatest numbers of a row without sorting it: by the leading bits of each number. */

const SIGN = 0x80000000;
const SMALL = 1024;

/** A float's 32 bits as a whole number that orders as the floats do. */
function sortable(bits: number): number {
  return (bits & SIGN) === 0 ? (bits | SIGN) >>> 0 : ~bits >>> 0;
}

function bitsOf(values: Float32Array): Uint32Array {
  return new Uint32Array(values.buffer, values.byteOffset, values.length);
}

/** The `count`-th greatest number. Two passes over the row; a sort would take ten times as long for a vocabulary. */
export function kthGreatest(values: Float32Array, count: number): number {
  // Counting has a price of its own, which a small vocabulary's sort stays below.
  if (values.length <= SMALL) return values.slice().sort()[values.length - count] as number;
  const bits = bitsOf(values);
  const sizes = new Uint32Array(65536);
  for (let index = 0; index < bits.length; index++) {
    const bin = sortable(bits[index] as number) >>> 16;
    sizes[bin] = (sizes[bin] as number) + 1;
  }
  let left = count;
  let bin = 65535;
  while (bin > 0 && left > (sizes[bin] as number)) left -= sizes[bin--] as number;
  const members = new Float32Array(sizes[bin] as number);
  for (let index = 0, filled = 0; index < bits.length; index++)
    if (sortable(bits[index] as number) >>> 16 === bin) members[filled++] = values[index] as number;
  members.sort();
  return members[members.length - left] as number;
}

/** Where a share of the weight ends. */
export interface MassCut {
  /** The least key that is within. */
  readonly threshold: number;
  /** How many of the numbers that equal the threshold are within. */
  readonly ties: number;
}

/**
 * Where the greatest keys together first weigh `mass`, which is in the unit of `weights`.
 *
 * The keys of one bin alone are sorted: those among which the cut falls.
 */
export function cutByMass(keys: Float32Array, weights: Float64Array, mass: number): MassCut {
  const bits = bitsOf(keys);
  const sums = new Float64Array(65536);
  const sizes = new Uint32Array(65536);
  for (let index = 0; index < bits.length; index++) {
    const bin = sortable(bits[index] as number) >>> 16;
    sums[bin] = (sums[bin] as number) + (weights[index] as number);
    sizes[bin] = (sizes[bin] as number) + 1;
  }
  let total = 0;
  let cut = 0;
  for (let bin = 65535; bin >= 0; bin--) {
    if (sizes[bin] === 0) continue;
    cut = bin;
    // Rounding may keep the whole from weighing its sum: the last bin that weighs anything then holds the cut.
    if (total + (sums[bin] as number) >= mass) break;
    total += sums[bin] as number;
  }
  const members: number[] = [];
  for (let index = 0; index < bits.length; index++)
    if (sortable(bits[index] as number) >>> 16 === cut) members.push(index);
  const keyOf = (index: number | undefined): number => keys[index ?? 0] as number;
  members.sort((left, right) => keyOf(right) - keyOf(left));
  let place = 0;
  while (place < members.length - 1) {
    total += weights[members[place] ?? 0] as number;
    if (total >= mass) break;
    place++;
  }
  const threshold = keyOf(members[place]);
  const first = members.findIndex((index) => keyOf(index) === threshold);
  return { threshold, ties: place - first + 1 };
}
