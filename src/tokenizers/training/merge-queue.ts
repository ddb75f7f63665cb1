/** @file The pair to merge next: a binary heap with the commonest pair on top. */

/** Two neighbouring tokens, and how often they stand together now. */
export interface PairCount {
  /** The id of the left token. */
  readonly left: number;
  /** The id of the right token. */
  readonly right: number;
  count: number;
}

/** A pair that may be merged: its count when it was queued, and the words that it was seen in. */
export interface QueuedPair {
  readonly pair: PairCount;
  count: number;
  readonly words: readonly number[];
}

/** A heap of {@link QueuedPair}: the highest count first, then the smaller left id, then the smaller right id. */
export class MergeQueue {
  readonly #heap: QueuedPair[] = [];

  /** Adds an entry. */
  push(entry: QueuedPair): void {
    const heap = this.#heap;
    let hole = heap.length;
    heap.push(entry);
    while (hole > 0) {
      const parent = (hole - 1) >> 1;
      const above = heap[parent];
      if (above === undefined || !comesFirst(entry, above)) break;
      heap[hole] = above;
      hole = parent;
    }
    heap[hole] = entry;
  }

  /** Takes the entry that comes first, or undefined of an empty queue. */
  pop(): QueuedPair | undefined {
    const heap = this.#heap;
    const first = heap[0];
    const last = heap.pop();
    if (last === undefined || heap.length === 0) return first;
    let hole = 0;
    while (true) {
      const child = this.#firstChild(hole);
      const below = heap[child];
      if (below === undefined || !comesFirst(below, last)) break;
      heap[hole] = below;
      hole = child;
    }
    heap[hole] = last;
    return first;
  }

  #firstChild(parent: number): number {
    const child = 2 * parent + 1;
    const left = this.#heap[child];
    const right = this.#heap[child + 1];
    return left !== undefined && right !== undefined && comesFirst(right, left) ? child + 1 : child;
  }
}

function comesFirst(one: QueuedPair, other: QueuedPair): boolean {
  if (one.count !== other.count) return one.count > other.count;
  if (one.pair.left !== other.pair.left) return one.pair.left < other.pair.left;
  return one.pair.right < other.pair.right;
}
