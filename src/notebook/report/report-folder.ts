/** @file The folder of a report: written beside the old one, put in its place when it is whole. */
import { randomBytes } from "node:crypto";
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { basename, dirname, join, resolve, sep } from "node:path";
import { NotebookError } from "../notebook-error";

/** Says that a folder is a report of ours, and which files in it are. */
const MARKER = ".caderno-report.json";

/**
 * Hands `write` an empty folder, and puts it in the place of `folder` when that is done. On an error the old report stays.
 *
 * A folder with anything in it that is not a report of ours is refused, before any work.
 */
export function replaceReportFolder(folder: string, write: (folder: string) => void): void {
  const target = realFolder(folder);
  refuseForeign(target, folder);
  mkdirSync(dirname(target), { recursive: true });
  const stem = join(dirname(target), `.${basename(target)}.${process.pid}.${randomBytes(4).toString("hex")}`);
  const fresh = `${stem}.tmp`;
  try {
    mkdirSync(fresh);
    write(fresh);
    writeFileSync(
      join(fresh, MARKER),
      `${JSON.stringify({ madeBy: "caderno", files: filesIn(fresh) }, undefined, 1)}\n`,
    );
    // A long run lies between the first look and now.
    refuseForeign(target, folder);
    swap(fresh, target, `${stem}.old`);
  } finally {
    rmSync(fresh, { recursive: true, force: true });
  }
}

/** A link to a folder is followed, so that the link stays. */
function realFolder(folder: string): string {
  const path = resolve(folder);
  return existsSync(path) ? realpathSync(path) : path;
}

function swap(fresh: string, target: string, aside: string): void {
  if (existsSync(target)) renameSync(target, aside);
  try {
    renameSync(fresh, target);
  } catch (error) {
    if (existsSync(aside)) renameSync(aside, target);
    throw error;
  }
  rmSync(aside, { recursive: true, force: true });
}

/** Throws when the folder holds something that we did not write. */
function refuseForeign(target: string, folder: string): void {
  if (!existsSync(target)) return;
  if (!statSync(target).isDirectory()) throw taken(folder, "it is a file");
  const present = filesIn(target).filter((file) => file !== MARKER);
  const own = new Set(markedFiles(target));
  const foreign = present.find((file) => !own.has(file));
  if (foreign !== undefined) throw taken(folder, `it holds \`${foreign}\`, which is no part of a report`);
}

function markedFiles(target: string): string[] {
  try {
    const marker: unknown = JSON.parse(readFileSync(join(target, MARKER), "utf8"));
    const files = marker !== null && typeof marker === "object" && "files" in marker ? marker.files : undefined;
    return Array.isArray(files) ? files.filter((file) => typeof file === "string") : [];
  } catch {
    return [];
  }
}

function filesIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => !entry.isDirectory())
    .map((entry) =>
      join(entry.parentPath, entry.name)
        .slice(folder.length + 1)
        .split(sep)
        .join("/"),
    )
    .sort();
}

function taken(folder: string, why: string): NotebookError {
  return new NotebookError("report-folder-taken", `The report cannot be written to ${folder}: ${why}.`, {
    hint: "Name a folder that does not exist yet, an empty one, or that of an earlier report.",
  });
}
