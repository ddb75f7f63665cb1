/** @file The merging of byte-pair encoding, in n log n steps for a word of n characters. */

/** A token in the making: an id and the part of the word that it covers. */
export interface WordSymbol {
  id: number;
  start: number;
  end: number;
}

/** What two neighbours become, and how early training found them: the lowest rank is merged first. */
export interface Merge {
  rank: number;
  id: number;
}

/** One number for a pair of ids. */
export function pairKey(left: number, right: number): number {
  return left * 2 ** 26 + right;
}

interface Candidate {
  rank: number;
  position: number;
  id: number;
}

/**
 * Merges neighbours, the pair of lowest rank first and of these the leftmost, until no pair has a merge.
 *
 * The candidates wait in a heap; one whose neighbours have changed since is dropped when its turn comes.
 */
export function mergePairs(symbols: readonly WordSymbol[], merges: ReadonlyMap<number, Merge>): WordSymbol[] {
  const merged: (WordSymbol | undefined)[] = symbols.map((symbol) => ({ ...symbol }));
  const next = symbols.map((_, index) => index + 1);
  const previous = symbols.map((_, index) => index - 1);
  const heap: Candidate[] = [];
  const offer = (position: number): void => {
    const [left, right] = [merged[position], merged[next[position] ?? -1]];
    if (left === undefined || right === undefined) return;
    const merge = merges.get(pairKey(left.id, right.id));
    if (merge !== undefined) push(heap, { rank: merge.rank, position, id: merge.id });
  };
  for (let position = 0; position + 1 < symbols.length; position++) offer(position);
  for (let top = pop(heap); top !== undefined; top = pop(heap)) {
    const left = merged[top.position];
    const rightPosition = next[top.position] ?? -1;
    const right = merged[rightPosition];
    if (left === undefined || right === undefined) continue;
    if (merges.get(pairKey(left.id, right.id))?.id !== top.id) continue;
    left.id = top.id;
    left.end = right.end;
    merged[rightPosition] = undefined;
    const after = next[rightPosition] ?? symbols.length;
    next[top.position] = after;
    if (after < symbols.length) previous[after] = top.position;
    offer(previous[top.position] ?? -1);
    offer(top.position);
  }
  return merged.filter((symbol) => symbol !== undefined);
}

function comesFirst(one: Candidate, other: Candidate): boolean {
  return one.rank !== other.rank ? one.rank < other.rank : one.position < other.position;
}

function push(heap: Candidate[], candidate: Candidate): void {
  let index = heap.length;
  while (index > 0) {
    const parent = (index - 1) >> 1;
    const above = heap[parent];
    if (above === undefined || !comesFirst(candidate, above)) break;
    heap[index] = above;
    index = parent;
  }
  heap[index] = candidate;
}

function pop(heap: Candidate[]): Candidate | undefined {
  const top = heap[0];
  const last = heap.pop();
  if (last === undefined || heap.length === 0) return top;
  let index = 0;
  for (;;) {
    let child = 2 * index + 1;
    const [left, right] = [heap[child], heap[child + 1]];
    if (left === undefined) break;
    let smaller = left;
    if (right !== undefined && comesFirst(right, left)) {
      smaller = right;
      child++;
    }
    if (!comesFirst(smaller, last)) break;
    heap[index] = smaller;
    index = child;
  }
  heap[index] = last;
  return top;
}
