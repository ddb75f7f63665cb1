/** @file Where the greatest numbers stand. */

/**
 * The places of the `count` greatest numbers, the greatest first and equal ones in order.
 *
 * One pass with a short sorted list: a vocabulary has tens of thousands of numbers, and few are wanted.
 */
export function greatest(values: Float32Array, count: number): number[] {
  const wanted = Math.min(count, values.length);
  if (wanted === 0) return [];
  const places = new Int32Array(wanted);
  const kept = new Float32Array(wanted);
  let filled = 0;
  let least = Number.NEGATIVE_INFINITY;
  for (let index = 0; index < values.length; index++) {
    const value = values[index] as number;
    if (filled === wanted && !(value > least)) continue;
    let place = filled < wanted ? filled++ : wanted - 1;
    while (place > 0 && (kept[place - 1] as number) < value) {
      kept[place] = kept[place - 1] as number;
      places[place] = places[place - 1] as number;
      place--;
    }
    kept[place] = value;
    places[place] = index;
    least = kept[filled - 1] as number;
  }
  return [...places.subarray(0, filled)];
}

/** Where the greatest number stands, the first of equals. */
export function argmax(values: Float32Array): number {
  let best = 0;
  let highest = Number.NEGATIVE_INFINITY;
  for (let index = 0; index < values.length; index++) {
    const value = values[index] as number;
    if (value > highest) {
      highest = value;
      best = index;
    }
  }
  return best;
}
