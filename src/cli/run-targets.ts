/** @file Which notebooks a command line means, and where their executed copies go. */
import { readdirSync, statSync } from "node:fs";
import { basename, join, relative, resolve } from "node:path";
import { CadernoError } from "../core/errors";
import { nearestName } from "../core/suggest";

/** One notebook to run. */
export interface RunTarget {
  /** The path as the user wrote it, or as a folder that he wrote begins it. */
  path: string;
  /** The file's name without its extension. */
  name: string;
  /** Where the executed copy goes, if anywhere. */
  out: string | undefined;
}

/** Where copies go. */
export interface TargetOptions {
  out?: string | undefined;
  inPlace?: true | undefined;
}

/**
 * The notebooks that `paths` name: files as they are, folders with the notebooks right inside them in the order of
 * their names. A wrong path is an error before anything runs.
 */
export function findTargets(paths: readonly string[], options: TargetOptions): RunTarget[] {
  const targets = new Map<string, RunTarget>();
  for (const path of paths.flatMap(notebooksAt)) {
    const name = basename(path, ".ipynb");
    const out = options.inPlace ? path : options.out && join(options.out, basename(path));
    targets.set(resolve(path), { path, name, out });
  }
  checkOutputs([...targets.values()], options);
  return [...targets.values()];
}

function notebooksAt(path: string): string[] {
  const stats = statSync(path, { throwIfNoEntry: false });
  if (stats === undefined) throw missing(path);
  if (!stats.isDirectory()) return [path];
  const names = readdirSync(path)
    .filter((name) => name.endsWith(".ipynb") && !name.startsWith("."))
    .sort((left, right) => left.localeCompare(right, "en", { numeric: true }));
  if (names.length === 0) {
    const folders = readdirSync(path, { withFileTypes: true }).filter((entry) => entry.isDirectory());
    throw new CadernoError("no-notebooks", `There is no notebook right inside the folder \`${path}\`.`, {
      hint:
        folders.length === 0
          ? "Name another folder, or a notebook."
          : `Folders inside are not searched; name one: ${folders.map((entry) => join(path, entry.name)).join(", ")}.`,
    });
  }
  return names.map((name) => join(path, name));
}

function missing(path: string): CadernoError {
  const folder = join(path, "..");
  let nearest: string | undefined;
  try {
    nearest = nearestName(basename(path), readdirSync(folder));
  } catch {
    // The folder is missing as well.
  }
  return new CadernoError("notebook-missing", `There is no file or folder \`${path}\`.`, {
    hint:
      nearest === undefined
        ? `The path is looked up from ${process.cwd()}.`
        : `Did you mean \`${join(folder, nearest)}\`?`,
  });
}

/** Two copies in one file, or a copy over a notebook that was given, would lose something. */
function checkOutputs(targets: readonly RunTarget[], options: TargetOptions): void {
  if (options.inPlace) return;
  const outputs = new Map<string, string>();
  for (const { path, out } of targets) {
    if (out === undefined) continue;
    const other = outputs.get(resolve(out));
    if (other !== undefined) {
      throw new CadernoError("copies-collide", `Both \`${other}\` and \`${path}\` would be written to \`${out}\`.`, {
        hint: "Run them one after the other, with a different --out for each.",
      });
    }
    if (relative(out, path) === "") {
      throw new CadernoError("copy-over-notebook", `The executed copy of \`${path}\` would be written over it.`, {
        hint: "Choose another folder for --out, or say --in-place if that is what you want.",
      });
    }
    outputs.set(resolve(out), path);
  }
}
