/** @file Where the largest numbers of a list stand. */

/** The places of the `count` largest numbers, the largest first; of equal ones the first. */
export function topIndices(values: ArrayLike<number>, count: number): number[] {
  // Sorting a whole vocabulary for a handful of tokens takes longer than the model's own work on a short text.
  if (count > 64) {
    const all = Array.from(values, (_, index) => index);
    return all.sort((left, right) => (values[right] ?? 0) - (values[left] ?? 0)).slice(0, count);
  }
  const best: number[] = [];
  for (let index = 0; index < values.length; index++) {
    const value = values[index] ?? 0;
    if (best.length === count && value <= (values[best[count - 1] ?? 0] ?? 0)) continue;
    let place = best.length;
    while (place > 0 && value > (values[best[place - 1] ?? 0] ?? 0)) place--;
    best.splice(place, 0, index);
    if (best.length > count) best.pop();
  }
  return best;
}
