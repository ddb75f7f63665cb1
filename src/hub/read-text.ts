/** @file Text and JSON out of a repository's files, of bounded size. */
import { open } from "node:fs/promises";
import { messageOf } from "../core/errors";
import { formatBytes } from "../core/format-bytes";
import { RepositoryError } from "./repository-error";

/** Options of a repository's `readText` and `readJson`. */
export interface ReadTextOptions {
  /** A larger file is refused, in bytes. @default 64 MB */
  maxBytes?: number;
}

const DEFAULT_LIMIT = 64_000_000;

/** What is read, and by which names errors call it. */
export interface TextSource {
  repository: string;
  file: string;
  path: string;
}

/** The file's text, decoded as UTF-8 without its byte-order mark. */
export async function readTextFile(source: TextSource, options: ReadTextOptions = {}): Promise<string> {
  const limit = options.maxBytes ?? DEFAULT_LIMIT;
  const handle = await open(source.path, "r");
  try {
    const { size } = await handle.stat();
    if (size > limit) {
      throw new RepositoryError(
        "file-too-large",
        `\`${source.file}\` in ${source.repository} has ${formatBytes(size)}, more than the ${formatBytes(limit)} that are read as text.`,
        {
          repository: source.repository,
          file: source.file,
          hint: "Is it the right file? Pass `maxBytes` to read more.",
        },
      );
    }
    const bytes = Buffer.alloc(size);
    let length = 0;
    while (length < size) {
      const { bytesRead } = await handle.read(bytes, length, size - length, length);
      if (bytesRead === 0) break;
      length += bytesRead;
    }
    return new TextDecoder().decode(bytes.subarray(0, length));
  } finally {
    await handle.close();
  }
}

/** The file's JSON; a file that is none is an error that names it. */
export async function readJsonFile(source: TextSource, options: ReadTextOptions = {}): Promise<unknown> {
  const text = await readTextFile(source, options);
  try {
    return JSON.parse(text) as unknown;
  } catch (error) {
    throw new RepositoryError(
      "not-json",
      `\`${source.file}\` in ${source.repository} is not valid JSON: ${messageOf(error)}`,
      { repository: source.repository, file: source.file, hint: "Download or save the file again.", cause: error },
    );
  }
}
