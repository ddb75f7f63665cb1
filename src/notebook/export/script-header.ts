/** @file What stands above a generated script, where a script belongs, and how a generated one is recognised. */
import { posix } from "node:path";
import type { Notebook } from "../format/types";
import { commentLines } from "./script-comments";

const GENERATED = /^\/\/ Generated from (.+\.ipynb) by `caderno export`\./m;

/** The comment lines at the top of a script. */
export function scriptHeader(notebook: Notebook, path: string, scriptPath: string): string[] {
  const title = titleOf(notebook);
  const text = [
    ...(title === undefined ? [] : [title, ""]),
    `Generated from ${path} by \`caderno export\`. Do not edit: change the notebook and export it again.`,
    "",
    `    npx caderno exec ${scriptPath}            runs it; -p name=value sets a parameter`,
    `    npx caderno exec ${scriptPath} --help     lists its parameters`,
  ];
  return text.flatMap(commentLines);
}

/** Where the script of a notebook goes: `scripts/02-datasets.ts` for `notebooks/02-datasets.ipynb`. */
export function scriptPathOf(notebookPath: string): string {
  const inside = /^notebooks\/(.+)$/.exec(notebookPath)?.[1] ?? posix.basename(notebookPath);
  return `scripts/${inside.replace(/\.ipynb$/, "")}.ts`;
}

/** The notebook that a script was generated from, or undefined for a script that a person wrote. */
export function notebookOfScript(script: string): string | undefined {
  return GENERATED.exec(script.slice(0, 2000))?.[1];
}

function titleOf(notebook: Notebook): string | undefined {
  for (const cell of notebook.cells) {
    const heading = cell.cell_type === "markdown" ? /^#\s+(.+)$/m.exec(cell.source)?.[1] : undefined;
    if (heading !== undefined) return heading.trim();
  }
  return undefined;
}
