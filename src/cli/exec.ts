/** @file `caderno exec`: runs an exported script from the project's folder. */
import { spawn } from "node:child_process";
import { readdirSync, statSync } from "node:fs";
import { createRequire } from "node:module";
import { constants } from "node:os";
import { basename, dirname, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import type { Command } from "commander";
import { CadernoError } from "../core/errors";
import { findProjectRoot } from "../core/project-root";
import { listNames } from "../core/suggest";

const EXAMPLES = `
Examples:
  $ npx caderno exec scripts/02-datasets.ts
  $ npx caderno exec scripts/02-datasets.ts -p epochs=1 -p name=ana
  $ npx caderno exec scripts/02-datasets.ts --parameters quick.json
  $ npx caderno exec scripts/02-datasets.ts --help      lists the script's parameters

The script runs in the project's folder, whatever folder the command is given in. Its exit code is the command's;
1 when it is missing or fails, 2 when a parameter is wrong, 128 plus the signal's number when a signal ended it.`;

/** Adds `exec` to the program. */
export function addExecCommand(program: Command): void {
  // Without this, an option behind the script would be read as one of `caderno` itself.
  program.enablePositionalOptions();
  program
    .command("exec")
    .summary("run an exported script")
    .description("Run a TypeScript script, such as those that `caderno export` writes, with the parameters after it.")
    .argument("<script>", "the script, a .ts file")
    .argument("[parameters...]", "-p name=value, --parameters FILE or --help, for the script")
    .passThroughOptions()
    .addHelpText("after", EXAMPLES)
    .action(async (script: string, parameters: string[]) => {
      process.exitCode = await execScript(script, parameters);
    });
}

/** Runs the script in a process of its own, and gives back its exit code. */
export async function execScript(script: string, parameters: readonly string[]): Promise<number> {
  const path = resolve(script);
  checkScript(script, path);
  const root = findProjectRoot(dirname(path));
  const child = spawn(process.execPath, ["--import", tsxLoader(root), path, ...parameters.map(fromHere)], {
    cwd: root,
    stdio: "inherit",
  });
  const forward = (signal: NodeJS.Signals): void => {
    // A terminal sends its Ctrl-C to both processes; passing it on would interrupt the script twice.
    if (signal !== "SIGINT" || process.stdin.isTTY !== true) child.kill(signal);
  };
  const signals: NodeJS.Signals[] = ["SIGINT", "SIGTERM", "SIGHUP"];
  for (const signal of signals) process.on(signal, forward);
  try {
    return await new Promise<number>((finish, fail) => {
      child.once("error", fail);
      child.once("exit", (code, signal) => finish(code ?? 128 + (signal === null ? 0 : constants.signals[signal])));
    });
  } finally {
    for (const signal of signals) process.off(signal, forward);
  }
}

/** A parameter file is named from the folder of the command, while the script runs in the project's. */
function fromHere(argument: string, index: number, all: readonly string[]): string {
  if (all[index - 1] === "--parameters") return resolve(argument);
  return argument.replace(/^--parameters=(.+)$/s, (_, path: string) => `--parameters=${resolve(path)}`);
}

function checkScript(script: string, path: string): void {
  if (path.endsWith(".ipynb")) {
    throw new CadernoError("script-missing", `${script} is a notebook, not a script.`, {
      hint: `Run it with \`npx caderno run ${script}\`, or make a script of it with \`npx caderno export ${script}\`.`,
    });
  }
  if (statSync(path, { throwIfNoEntry: false })?.isFile() === true) return;
  const scripts = scriptsIn(dirname(path));
  throw new CadernoError("script-missing", `There is no script ${script}.`, {
    hint:
      scripts.length === 0
        ? "Make it with `npx caderno export notebooks`."
        : listNames("scripts", basename(path), scripts),
  });
}

function scriptsIn(folder: string): string[] {
  try {
    return readdirSync(folder)
      .filter((name) => name.endsWith(".ts"))
      .sort();
  } catch {
    return [];
  }
}

/** tsx may be the project's, or come with caderno when caderno is installed elsewhere. */
function tsxLoader(root: string): string {
  for (const from of [root, __dirname]) {
    try {
      return pathToFileURL(createRequire(resolve(from, "package.json")).resolve("tsx")).href;
    } catch {
      // The other place may have it.
    }
  }
  throw new CadernoError("tsx-missing", "Scripts run through tsx, which is not installed here.", {
    hint: "Run `npm install` in the project's folder, or `npm install --save-dev tsx`.",
  });
}
