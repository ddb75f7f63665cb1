/** @file Headings and notebook names as they stand in addresses. */

/**
 * A heading as an anchor: lower case, hyphens for spaces. Jupyter's anchors (`#Reading-the-data`) and GitHub's
 * (`#reading-the-data`) come out the same, so links written for either work.
 *
 * A leading underscore is dropped: those names are the page's own.
 *
 * @example
 * ```ts
 * anchorOf("1. Reading the data!"); // "1-reading-the-data"
 * ```
 */
export function anchorOf(heading: string): string {
  return heading
    .normalize("NFC")
    .trim()
    .toLowerCase()
    .replace(/[^\p{Letter}\p{Mark}\p{Number}\s_-]/gu, "")
    .replace(/\s+/g, "-")
    .replace(/^_+/, "")
    .slice(0, 200);
}

/** Gives out names, each once: a repeated one gets `-2`, `-3`, …. Case does not tell names apart. */
export class UniqueNames {
  readonly #taken = new Set<string>();
  readonly #next = new Map<string, number>();

  constructor(taken: readonly string[] = []) {
    for (const name of taken) this.#taken.add(name.toLowerCase());
  }

  /** `wanted`, or the first of `wanted-2`, `wanted-3`, … that is free. */
  take(wanted: string): string {
    const key = wanted.toLowerCase();
    let name = wanted;
    for (let number = this.#next.get(key) ?? 2; this.#taken.has(name.toLowerCase()); number++) {
      name = `${wanted}-${number}`;
      this.#next.set(key, number + 1);
    }
    this.#taken.add(name.toLowerCase());
    return name;
  }
}

/** Windows keeps these file names for itself, whatever their extension. */
const RESERVED = /^(?:con|prn|aux|nul|com\d|lpt\d)$/i;

/** A notebook's name as a file name that every system takes. */
export function fileNameOf(name: string): string {
  const safe = name
    .replace(/\.ipynb$/i, "")
    .normalize("NFC")
    .replace(/[^\p{Letter}\p{Mark}\p{Number}._-]+/gu, "-")
    .replace(/^[.-]+|[.-]+$/g, "")
    .slice(0, 80);
  if (safe === "") return "notebook";
  return RESERVED.test(safe) ? `notebook-${safe}` : safe;
}
