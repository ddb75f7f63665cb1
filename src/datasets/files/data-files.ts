/** @file Patterns such as "data/*.csv" into the files that they mean, in Python's order. */
import { readdir } from "node:fs/promises";
import { join, resolve, sep } from "node:path";
import { DatasetError } from "../dataset-error";
import { nearbyFiles } from "./input-file";

const MOST_FILES = 100_000;

/**
 * The files that a path or pattern means, sorted as Python's `datasets` sorts them: by code points of their paths.
 *
 * `*` stands for any text but "/", `?` for a character, `[abc]` for one of them, `**` for any folders. A file that is called
 * like a pattern is that file. Hidden files are only found by patterns that say the dot.
 */
export async function matchingFiles(pattern: string, exists: (path: string) => Promise<boolean>): Promise<string[]> {
  if (!/[*?[]/.test(pattern) || (await exists(pattern))) return [pattern];
  const normal = sep === "\\" ? pattern.replaceAll("\\", "/") : pattern;
  const parts = normal.split("/");
  const firstWild = parts.findIndex((part) => /[*?[]/.test(part));
  const base = parts.slice(0, firstWild).join("/") || (normal.startsWith("/") ? "/" : ".");
  const found: string[] = [];
  await walk(base === "." ? "" : base, parts.slice(firstWild), found);
  if (found.length === 0) {
    throw new DatasetError("file-missing", `No file matches \`${pattern}\`.`, {
      path: pattern,
      hint: await nearbyFiles(pattern, resolve(base, "x")),
    });
  }
  return [...new Set(found)].sort(byCodePoints);
}

async function walk(folder: string, parts: readonly string[], found: string[]): Promise<void> {
  const [part = "", ...rest] = parts;
  const entries = await readdir(folder === "" ? "." : folder, { withFileTypes: true }).catch(() => []);
  const expression = part === "**" ? undefined : globExpression(part);
  if (part === "**" && rest.length > 0) await walk(folder, rest, found);
  for (const entry of entries) {
    if (entry.name.startsWith(".") && !part.startsWith(".")) continue;
    if (expression !== undefined && !expression.test(entry.name)) continue;
    const path = folder === "" ? entry.name : join(folder, entry.name);
    if (part === "**") {
      if (entry.isDirectory()) await walk(path, parts, found);
      else if (rest.length === 0) found.push(path);
    } else if (rest.length > 0) {
      if (entry.isDirectory()) await walk(path, rest, found);
    } else if (!entry.isDirectory()) found.push(path);
    if (found.length > MOST_FILES) {
      throw new DatasetError("too-many-files", `More than ${MOST_FILES} files match.`, {
        hint: "Name a smaller folder or a narrower pattern.",
      });
    }
  }
}

/** One part of a pattern as an expression over a file's name. */
function globExpression(part: string): RegExp {
  let source = "";
  for (let at = 0; at < part.length; at++) {
    const character = part[at] ?? "";
    const close = part.indexOf("]", at + 2);
    if (character === "*") source += "[^/]*";
    else if (character === "?") source += "[^/]";
    else if (character === "[" && close !== -1) {
      const inner = part
        .slice(at + 1, close)
        .replaceAll("\\", "\\\\")
        .replace(/^!/, "^");
      source += `[${inner.replaceAll("[", "\\[")}]`;
      at = close;
    } else source += character.replace(/[\\^$.|+()[\]{}]/, "\\$&");
  }
  return new RegExp(`^${source}$`, "u");
}

function byCodePoints(left: string, right: string): number {
  return Buffer.compare(Buffer.from(left), Buffer.from(right));
}
