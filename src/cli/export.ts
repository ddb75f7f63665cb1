/** @file `caderno export`: scripts from notebooks, and whether they are up to date. */
import { relative } from "node:path";
import type { Command } from "commander";
import { CadernoError } from "../core/errors";
import { findProjectRoot } from "../core/project-root";
import type { ExportedFile } from "../notebook/export/export-file";

/** The options of `caderno export` as the command line gives them. */
interface ExportCommandOptions {
  check: boolean;
  out?: string;
}

const EXAMPLES = `
Examples:
  $ npx caderno export notebooks                        writes scripts/NN-name.ts for each notebook in the folder
  $ npx caderno export notebooks/02-datasets.ipynb      writes one
  $ npx caderno export notebooks --check                names the scripts that are out of date, and writes nothing

A cell tagged skip-execution or skip-export becomes a comment; the variables of the cell tagged parameters
can be set with -p when the script runs: npx caderno exec scripts/02-datasets.ts --help

Exit code 0 when every script is up to date, 1 when one is not or a notebook cannot be exported.`;

/** Adds `export` to the program. */
export function addExportCommand(program: Command): void {
  program
    .command("export")
    .summary("write notebooks as TypeScript scripts")
    .description("Write notebooks as TypeScript scripts that show the same and take the same parameters.")
    .argument("<notebooks...>", "notebooks, or folders of notebooks")
    .option("--check", "only compare; exit code 1 when a script is out of date", false)
    .option("--out <folder>", "the folder for the scripts (default: scripts/ in the project)")
    .addHelpText("after", EXAMPLES)
    .action(async (paths: string[], options: ExportCommandOptions) => {
      if (!(await exportAll(paths, options))) process.exitCode = 1;
    });
}

/** Goes through all notebooks, whatever becomes of one, and says whether all are well. */
async function exportAll(paths: readonly string[], { check, out }: ExportCommandOptions): Promise<boolean> {
  const { exportFile, notebooksAt, orphanScripts } = await import("../notebook/export/export-file.js");
  const root = findProjectRoot();
  const mode = check ? "check" : "write";
  const scripts: string[] = [];
  let isWell = true;
  for (const path of paths) {
    for (const notebook of await notebooksAt(path)) {
      try {
        const done = await exportFile(notebook, { root, mode, out });
        scripts.push(done.script);
        isWell = say(done) && isWell;
      } catch (error) {
        if (!(error instanceof CadernoError)) throw error;
        console.error(`caderno: ${error.message}${error.hint === undefined ? "" : `\n  ${error.hint}`}`);
        isWell = false;
      }
    }
  }
  // Another folder than the project's own may hold the scripts of many projects.
  for (const script of out === undefined ? await orphanScripts(scripts, root) : []) {
    console.error(`${shown(script)}  its notebook is gone: delete it`);
    isWell = isWell && !check;
  }
  return isWell;
}

function say({ notebook, script, state, difference }: ExportedFile): boolean {
  switch (state) {
    case "written":
      console.log(`${shown(script)}  written from ${shown(notebook)}`);
      return true;
    case "unchanged":
      console.log(`${shown(script)}  up to date`);
      return true;
    case "missing":
      console.error(`${shown(script)}  missing: run \`npx caderno export ${shown(notebook)}\``);
      return false;
    case "stale":
      console.error(`${shown(script)}  out of date: run \`npx caderno export ${shown(notebook)}\`\n${difference}`);
      return false;
  }
}

function shown(path: string): string {
  return relative(process.cwd(), path) || path;
}
