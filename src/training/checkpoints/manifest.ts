/** @file The list of a checkpoint's files with their sizes and checksums, by which damage is found. */
import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { readdir, readFile, stat } from "node:fs/promises";
import { join } from "node:path";
import { writeFileAtomic } from "../../core/atomic-write";
import { messageOf } from "../../core/errors";
import { CheckpointError } from "./checkpoint-error";

/** The file that lists the others. */
export const MANIFEST = "checkpoint.json";

const LARGEST_MANIFEST = 4_000_000;
const VERSION = 1;

interface FileFacts {
  size: number;
  sha256: string;
}

/** Lists what is in a folder, in the folder. */
export async function writeManifest(folder: string): Promise<void> {
  const files: Record<string, FileFacts> = {};
  for (const name of (await filesUnder(folder)).sort()) {
    const path = join(folder, name);
    files[name] = { size: (await stat(path)).size, sha256: await checksum(path) };
  }
  await writeFileAtomic(join(folder, MANIFEST), `${JSON.stringify({ version: VERSION, files }, undefined, 2)}\n`);
}

/** Compares a checkpoint with its list: throws "checkpoint-damaged" and the file's name, unless everything is as it was written. */
export async function checkManifest(folder: string): Promise<void> {
  const files = await readManifest(folder);
  for (const [name, { size }] of files) {
    const found = await stat(join(folder, name)).catch(() => undefined);
    if (found?.isFile() !== true) throw damaged(folder, name, "is missing");
    if (found.size !== size) throw damaged(folder, name, `has ${found.size} bytes instead of ${size}`);
  }
  for (const [name, { sha256 }] of files) {
    if ((await checksum(join(folder, name))) !== sha256)
      throw damaged(folder, name, "has other bytes than were written");
  }
}

/** The error of a checkpoint that is not as it was written. */
export function damaged(folder: string, file: string, what: string, cause?: unknown): CheckpointError {
  return new CheckpointError("checkpoint-damaged", `The checkpoint ${folder} is damaged: \`${file}\` ${what}.`, {
    folder,
    file,
    hint: "Take an earlier checkpoint, and remove this one.",
    cause,
  });
}

async function readManifest(folder: string): Promise<[name: string, facts: FileFacts][]> {
  const path = join(folder, MANIFEST);
  const size = (await stat(path).catch(() => undefined))?.size;
  if (size === undefined) throw damaged(folder, MANIFEST, "is missing");
  if (size > LARGEST_MANIFEST) throw damaged(folder, MANIFEST, `has ${size} bytes, which is too many`);
  let content: unknown;
  try {
    content = JSON.parse(await readFile(path, "utf8"));
  } catch (error) {
    throw damaged(folder, MANIFEST, `cannot be read (${messageOf(error)})`, error);
  }
  const files = (content as { files?: unknown } | null)?.files;
  const entries = files !== null && typeof files === "object" ? Object.entries(files) : [];
  if (entries.length === 0 || !entries.every(isEntry)) throw damaged(folder, MANIFEST, "lists no files");
  return entries as [string, FileFacts][];
}

/** A name may lead into a folder of the checkpoint and nowhere else. */
function isEntry([name, facts]: [string, Partial<FileFacts> | null]): boolean {
  const isInside =
    name.split("/").every((part) => part !== "" && part !== "." && part !== "..") && !/[\\\0:]/.test(name);
  return isInside && Number.isSafeInteger(facts?.size) && typeof facts?.sha256 === "string";
}

async function filesUnder(folder: string, prefix = ""): Promise<string[]> {
  const found: string[] = [];
  for (const entry of await readdir(join(folder, prefix), { withFileTypes: true })) {
    const name = `${prefix}${entry.name}`;
    if (entry.isDirectory()) found.push(...(await filesUnder(folder, `${name}/`)));
    else found.push(name);
  }
  return found;
}

async function checksum(path: string): Promise<string> {
  const hash = createHash("sha256");
  for await (const piece of createReadStream(path, { highWaterMark: 1024 * 1024 })) hash.update(piece as Buffer);
  return hash.digest("hex");
}
