/** @file The files of a site that belong to no page: pictures, whole outputs. Each is written once. */
import { createHash } from "node:crypto";
import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";

/** All files beyond the pages may take this much; what comes later is left out with a note. */
const MAX_TOTAL_BYTES = 256 * 1024 * 1024;

/** Takes files for the folder of a site and answers the address that pages use. */
export class SiteFiles {
  readonly #folder: string;
  readonly #written = new Set<string>();
  #bytes = 0;

  constructor(folder: string) {
    this.#folder = folder;
  }

  /** Writes a file under its own path in the site. Answers that path, or undefined when the site is full. */
  add(path: string, content: string | Uint8Array): string | undefined {
    if (this.#written.has(path)) return path;
    const bytes = typeof content === "string" ? Buffer.byteLength(content) : content.byteLength;
    if (this.#bytes + bytes > MAX_TOTAL_BYTES) return undefined;
    this.#bytes += bytes;
    const file = join(this.#folder, path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, content);
    this.#written.add(path);
    return path;
  }

  /** As {@link add}, named by its content, so that the same picture is kept once. */
  addByContent(folder: string, extension: string, content: Uint8Array): string | undefined {
    const digest = createHash("sha256").update(content).digest("hex").slice(0, 20);
    return this.add(`${folder}/${digest}.${extension}`, content);
  }
}
