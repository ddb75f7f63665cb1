/** @file Notebook files to script files: which belongs to which, and whether a script is up to date. */
import { readdir, readFile } from "node:fs/promises";
import { basename, dirname, join, relative, resolve, sep } from "node:path";
import { writeFileAtomic } from "../../core/atomic-write";
import { readNotebook } from "../format/read-notebook";
import { NotebookError } from "../notebook-error";
import { exportNotebook } from "./export-notebook";
import { lineDiff } from "./line-diff";
import { notebookOfScript, scriptPathOf } from "./script-header";

/** How a notebook file is exported. */
export interface ExportFileOptions {
  /** The project's folder, from which the script names its notebook. */
  root: string;
  /**
   * The folder for scripts.
   * @default the place under `scripts/` that corresponds to the notebook's under `notebooks/`
   */
  out?: string | undefined;
  /** Whether to write the script, or only to compare it. */
  mode: "write" | "check";
}

/** What became of one notebook. */
export interface ExportedFile {
  notebook: string;
  script: string;
  /** `stale` and `missing` are what a check found, the others what a write did. */
  state: "written" | "unchanged" | "stale" | "missing";
  /** The first difference of a stale script. */
  difference: string;
}

/**
 * Exports one notebook file, or says whether its script is what an export would write.
 *
 * A script that a person wrote is never written over: that is a {@link NotebookError}.
 */
export async function exportFile(notebookPath: string, options: ExportFileOptions): Promise<ExportedFile> {
  const notebook = await readNotebook(notebookPath);
  const name = fromRoot(options.root, notebookPath);
  const script = scriptFile(name, options);
  const text = exportNotebook(notebook, name, { scriptPath: fromRoot(options.root, script) });
  const before = await readIfThere(script);
  const result = (state: ExportedFile["state"], difference = ""): ExportedFile => {
    return { notebook: notebookPath, script, state, difference };
  };
  if (before === text) return result("unchanged");
  if (options.mode === "check") {
    return before === undefined ? result("missing") : result("stale", lineDiff(before, text));
  }
  if (before !== undefined && notebookOfScript(before) === undefined) {
    throw new NotebookError(
      "script-not-generated",
      `${script} was not written by \`caderno export\`, so it stays as it is.`,
      {
        notebook: notebookPath,
        hint: "Move it to another name, then export again.",
      },
    );
  }
  await writeFileAtomic(script, text);
  return result("written");
}

/** The notebooks that a file or a folder means: a folder's own, in order, without those in folders below it. */
export async function notebooksAt(path: string): Promise<string[]> {
  if (path.endsWith(".ipynb")) return [path];
  let names: string[];
  try {
    names = await readdir(path);
  } catch (error) {
    throw new NotebookError("notebook-missing", `There is no notebook and no folder ${path}.`, {
      notebook: path,
      cause: error,
    });
  }
  const notebooks = names.filter((name) => name.endsWith(".ipynb")).sort();
  if (notebooks.length > 0) return notebooks.map((name) => join(path, name));
  throw new NotebookError("notebook-missing", `There is no notebook in the folder ${path}.`, { notebook: path });
}

/** Generated scripts that stand beside these, but whose notebook is gone. */
export async function orphanScripts(scripts: readonly string[], root: string): Promise<string[]> {
  const orphans: string[] = [];
  for (const folder of new Set(scripts.map(dirname))) {
    const names = await readdir(folder).catch(() => []);
    for (const name of names.filter((entry) => entry.endsWith(".ts")).sort()) {
      const script = join(folder, name);
      if (scripts.includes(script)) continue;
      const notebook = notebookOfScript((await readIfThere(script)) ?? "");
      if (notebook !== undefined && (await readIfThere(resolve(root, notebook))) === undefined) orphans.push(script);
    }
  }
  return orphans;
}

function scriptFile(notebook: string, { root, out }: ExportFileOptions): string {
  const script = scriptPathOf(notebook);
  return out === undefined ? resolve(root, script) : resolve(out, basename(script));
}

function fromRoot(root: string, path: string): string {
  return relative(root, resolve(path)).split(sep).join("/");
}

async function readIfThere(path: string): Promise<string | undefined> {
  try {
    return await readFile(path, "utf8");
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return undefined;
    throw error;
  }
}
