/** @file Displays that have a name, so that a later message, also from another cell, can change them. */
import type { DisplayOutput, ResultOutput } from "../format/types";

/** A kernel that names more displays than this is no longer remembered for each. */
const MOST_DISPLAYS = 10_000;

/** All named displays of one run. */
export class Displays {
  readonly #outputs = new Map<string, (DisplayOutput | ResultOutput)[]>();

  add(id: string, output: DisplayOutput | ResultOutput): void {
    const outputs = this.#outputs.get(id);
    if (outputs !== undefined) outputs.push(output);
    else if (this.#outputs.size < MOST_DISPLAYS) this.#outputs.set(id, [output]);
  }

  /** Gives every output of this name new content. */
  update(id: string, data: DisplayOutput["data"], metadata: Record<string, unknown>): void {
    for (const output of this.#outputs.get(id) ?? []) {
      output.data = data;
      output.metadata = metadata;
    }
  }
}
