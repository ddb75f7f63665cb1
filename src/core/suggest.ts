/** @file Did-you-mean: the known name that is nearest to a wrong one. */

/**
 * The candidate with the smallest edit distance to `name`, or undefined when none is near.
 *
 * Near means at most a third of the longer name's length (at least one edit).
 *
 * @example
 * ```ts
 * nearestName("scroe", ["essay", "score"]); // "score"
 * ```
 */
export function nearestName(name: string, candidates: readonly string[]): string | undefined {
  let best: string | undefined;
  let bestDistance = Number.POSITIVE_INFINITY;
  for (const candidate of candidates) {
    const allowed = Math.max(1, Math.floor(Math.max(name.length, candidate.length) / 3));
    const distance = editDistance(name.toLowerCase(), candidate.toLowerCase());
    if (distance <= allowed && distance < bestDistance) {
      best = candidate;
      bestDistance = distance;
    }
  }
  return best;
}

/** A sentence that lists the known names and the nearest one: "Available columns: essay, score. Did you mean `score`?" */
export function listNames(what: string, name: string, candidates: readonly string[]): string {
  const nearest = nearestName(name, candidates);
  const shown = candidates.length > 20 ? [...candidates.slice(0, 20), "…"] : candidates;
  const list = candidates.length === 0 ? `There are no ${what}.` : `Available ${what}: ${shown.join(", ")}.`;
  return nearest === undefined ? list : `${list} Did you mean \`${nearest}\`?`;
}

/** The number of insertions, deletions, substitutions and swaps of neighbours between two strings (Damerau 1964). */
function editDistance(left: string, right: string): number {
  if (left.length > 100 || right.length > 100) return left === right ? 0 : 100;
  let beforeLast: number[] = [];
  let last = Array.from({ length: right.length + 1 }, (_, column) => column);
  for (let row = 1; row <= left.length; row++) {
    const current = [row];
    for (let column = 1; column <= right.length; column++) {
      const same = left[row - 1] === right[column - 1];
      let distance = Math.min(
        (last[column] ?? 0) + 1,
        (current[column - 1] ?? 0) + 1,
        (last[column - 1] ?? 0) + (same ? 0 : 1),
      );
      const swapped = left[row - 1] === right[column - 2] && left[row - 2] === right[column - 1];
      if (row > 1 && column > 1 && swapped) distance = Math.min(distance, (beforeLast[column - 2] ?? 0) + 1);
      current.push(distance);
    }
    beforeLast = last;
    last = current;
  }
  return last[right.length] ?? 0;
}
