/** @file `caderno lab`: JupyterLab with the project's kernels, which no other JupyterLab sees. */
import { existsSync, statSync } from "node:fs";
import { join, relative, resolve, sep } from "node:path";
import type { Readable, Writable } from "node:stream";
import { type Command, InvalidArgumentError } from "commander";
import { CadernoError } from "../core/errors";
import { findProjectRoot } from "../core/project-root";
import { clip } from "../core/text-table";
import { installEnvironment } from "./lab-environment";
import { findJupyterLab, type JupyterLab } from "./lab-jupyter";
import { type LabKernelspec, withJupyterPath, writeKernelspecs } from "./lab-kernels";
import { findPythonTool, pythonAdvice } from "./lab-python";
import { runInForeground } from "./lab-server";

/** The options of `caderno lab` as the command line gives them. */
export interface LabOptions {
  /** The TCP port; Jupyter takes the next free one where it is in use. 0 takes any. */
  port: number;
  /** Whether Jupyter opens the browser. */
  browser: boolean;
  /** Set JupyterLab up without asking. */
  yes: boolean;
}

const EXAMPLES = `
Examples:
  $ npx caderno lab                                   the folder notebooks/, in the browser
  $ npx caderno lab notebooks/02-datasets.ipynb       one notebook
  $ npx caderno lab --no-browser --port 9000          prints the address instead of opening it
  $ npx caderno lab -- --ServerApp.token=classroom    everything after -- goes to jupyter lab

JupyterLab is taken from the project's .venv, the active virtual or conda environment, or the PATH. Where there is none
and Python or uv is at hand, caderno offers to install it into .venv (the versions are in requirements.txt).
It listens on 127.0.0.1 only. The exit code is JupyterLab's.`;

/** Adds `lab` to the program. */
export function addLabCommand(program: Command): void {
  program
    .command("lab")
    .summary("open the notebooks in JupyterLab, on the project's kernels")
    .description("Start JupyterLab with the project's kernels, registered for this project only.")
    .argument("[path]", "a notebook or a folder (default: notebooks/)")
    .argument("[jupyter-options...]", "after --, passed on to jupyter lab")
    .option("--port <number>", "TCP port; the next free one where it is in use", parsePort, 8888)
    .option("--no-browser", "print the address and open nothing")
    .option("-y, --yes", "install JupyterLab into .venv without asking", false)
    .addHelpText("after", EXAMPLES)
    .action(async (path: string | undefined, rest: string[], options: LabOptions, command: Command) => {
      const words = path === undefined ? [] : [path, ...rest];
      const { paths, passedOn } = splitAtDashes(words, wordsAfterDashes(command));
      if (paths.length > 1) command.error(`error: caderno lab opens one path, but got ${paths.join(" and ")}`);
      process.exitCode = await lab(paths[0], passedOn, options);
    });
}

/** Starts JupyterLab, waits until it ends, and gives its exit code. */
export async function lab(path: string | undefined, passedOn: readonly string[], options: LabOptions): Promise<number> {
  const root = findProjectRoot(__dirname);
  const place = labPlace(root, path);
  const jupyter = (await findJupyterLab({ root })) ?? (await setUp(root, options.yes));
  const folder = join(root, ".cache", "jupyter");
  const kernelspecs = await loadKernelspecs(root);
  await writeKernelspecs(folder, kernelspecs);
  console.log(`JupyterLab ${jupyter.version} from ${jupyter.where}; kernels: ${Object.keys(kernelspecs).join(", ")}.`);
  if (jupyter.plotly === "no") {
    console.log("It lacks the extension that draws Plotly figures: `pip install plotly` in that environment adds it.");
  }
  return await runInForeground({
    command: jupyter.command,
    args: jupyterArguments({ ...place, port: options.port, browser: options.browser, passedOn }),
    cwd: root,
    env: withJupyterPath(process.env, folder),
  });
}

/** Where JupyterLab's file browser starts, and what it opens. */
export interface LabPlace {
  /** The folder above which JupyterLab cannot go. */
  rootFolder: string;
  /** What it opens, below `rootFolder`, with `/` on every system; empty for `rootFolder` itself. */
  open: string;
}

/** Finds the place for a path of the command line: in the project its root, elsewhere the path's own folder. */
export function labPlace(root: string, path: string | undefined): LabPlace {
  const target = path === undefined ? join(root, "notebooks") : resolve(path);
  if (!existsSync(target)) {
    throw new CadernoError("lab-path", `There is no notebook or folder \`${path ?? "notebooks"}\`.`, {
      hint: "Give the path of a notebook or of a folder, or nothing for notebooks/.",
    });
  }
  const inside = relative(root, target);
  if (inside !== ".." && !inside.startsWith(`..${sep}`) && resolve(root, inside) === target) {
    return { rootFolder: root, open: inside.split(sep).join("/") };
  }
  if (statSync(target).isDirectory()) return { rootFolder: target, open: "" };
  const folder = resolve(target, "..");
  return { rootFolder: folder, open: relative(folder, target) };
}

/** The arguments that start JupyterLab; what the user passed on comes last and wins. */
export function jupyterArguments(
  options: LabPlace & { port: number; browser: boolean; passedOn: readonly string[]; isRoot?: boolean },
): string[] {
  const url = options.open === "" ? "/lab" : `/lab/tree/${options.open.split("/").map(encodeURIComponent).join("/")}`;
  const isRoot = options.isRoot ?? process.getuid?.() === 0;
  return [
    "--ServerApp.ip=127.0.0.1",
    `--ServerApp.port=${options.port}`,
    `--ServerApp.root_dir=${options.rootFolder}`,
    `--LabApp.default_url=${url}`,
    "--MappingKernelManager.default_kernel_name=tslab",
    ...(options.browser ? [] : ["--no-browser"]),
    ...(isRoot ? ["--allow-root"] : []),
    ...options.passedOn,
  ];
}

/** Parts the words before and after `--`. */
export function splitAtDashes(words: readonly string[], after: number): { paths: string[]; passedOn: string[] } {
  const cut = words.length - Math.min(after, words.length);
  return { paths: words.slice(0, cut), passedOn: words.slice(cut) };
}

async function loadKernelspecs(root: string): Promise<Record<string, LabKernelspec>> {
  const { projectKernelspecs } = await import("../kernel/kernelspecs.js");
  return projectKernelspecs(root);
}

async function setUp(root: string, yes: boolean): Promise<JupyterLab> {
  const search = await findPythonTool();
  if (search.state === "none") {
    throw new CadernoError(
      "lab-no-python",
      `JupyterLab is not installed, and cannot be set up here: ${search.detail}.`,
      {
        hint: pythonAdvice(search.reason),
      },
    );
  }
  const { tool } = search;
  const by = tool.kind === "uv" ? `uv ${tool.version}` : `Python ${tool.version}`;
  const prefix = join(root, ".venv");
  if (!yes && !(await confirmed(`JupyterLab is not installed. Set it up in .venv with ${by} (about 350 MB)? [Y/n] `))) {
    throw new CadernoError("lab-not-installed", "JupyterLab is not installed.", {
      hint: "`npx caderno lab --yes` installs it into .venv. VS Code's Jupyter extension is another way to open the notebooks.",
    });
  }
  const log = join(root, ".cache", "lab-setup.log");
  const started = Date.now();
  await installEnvironment({
    prefix,
    tool,
    log,
    requirements: join(root, "requirements.txt"),
    onProgress: progressLine(),
  });
  endProgress(`Set up JupyterLab in .venv in ${Math.round((Date.now() - started) / 1000)} s.`);
  const jupyter = await findJupyterLab({ root });
  if (jupyter !== undefined) return jupyter;
  throw new CadernoError("lab-setup", "JupyterLab was installed into .venv but does not start.", {
    hint: `Delete .venv and try again. What was printed is in ${log}.`,
  });
}

/** Asks a yes-or-no question; where nobody can answer, the answer is no. */
async function confirmed(
  question: string,
  input: Readable & { isTTY?: boolean } = process.stdin,
  output: Writable = process.stdout,
): Promise<boolean> {
  if (!input.isTTY) return false;
  const { createInterface } = await import("node:readline/promises");
  const terminal = createInterface({ input, output });
  try {
    return /^(y|yes|)$/i.test((await terminal.question(question)).trim());
  } finally {
    terminal.close();
  }
}

/** On a terminal one line that changes; elsewhere only the steps, since a log of downloads helps nobody. */
function progressLine(): (step: string) => void {
  if (process.stdout.isTTY)
    return (step) => process.stdout.write(`\r\x1b[2K${clip(`${step} …`, process.stdout.columns - 1)}`);
  return (step) => {
    if (!/^(looking up|downloading) /.test(step)) console.log(`${step} …`);
  };
}

function endProgress(message: string): void {
  console.log(process.stdout.isTTY ? `\r\x1b[2K${message}` : message);
}

/** How many words of the command line stand after its first `--`; Commander's own arguments no longer tell. */
function wordsAfterDashes(command: Command): number {
  const { rawArgs } = command.parent as unknown as { rawArgs: readonly string[] };
  const dashes = rawArgs.indexOf("--");
  return dashes === -1 ? 0 : rawArgs.length - dashes - 1;
}

function parsePort(text: string): number {
  const port = Number(text);
  if (Number.isInteger(port) && port >= 0 && port <= 65_535 && text.trim() !== "") return port;
  throw new InvalidArgumentError("It must be a number from 0 to 65535.");
}
