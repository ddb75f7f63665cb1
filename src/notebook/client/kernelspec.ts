/** @file The kernels that this machine knows, found where Jupyter looks, and how each is started. */
import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { homedir } from "node:os";
import { basename, delimiter, join } from "node:path";
import { messageOf } from "../../core/errors";
import { findProjectRoot } from "../../core/project-root";
import { listNames } from "../../core/suggest";
import { KernelError } from "./kernel-error";
import { isRecord } from "./messages";

/** How a kernel is started: the fields of Jupyter's `kernel.json`. */
export interface Kernelspec {
  /** The command; `{connection_file}` and `{resource_dir}` are filled in. */
  argv: readonly string[];
  display_name: string;
  language: string;
  /** @default "signal" */
  interrupt_mode?: "signal" | "message";
  env?: Readonly<Record<string, string>>;
  metadata?: Readonly<Record<string, unknown>>;
}

/** A kernelspec, its name, and the folder that it came from. */
export interface FoundKernelspec {
  name: string;
  spec: Kernelspec;
  /** Undefined for a kernelspec that the project brings. */
  folder?: string;
}

/** Where else to look, for {@link findKernelspec}. */
export interface KernelspecSearch {
  /** Kernelspecs of the project by name; they come before all others. */
  project?: Readonly<Record<string, Kernelspec>> | undefined;
  /**
   * The folder whose project's `.venv` is searched.
   * @default process.cwd()
   */
  from?: string | undefined;
  /** @default process.env */
  env?: NodeJS.ProcessEnv | undefined;
}

const LARGEST_SPEC_BYTES = 1 << 20;

/**
 * The kernelspec with this name; an unknown name is an error that lists those that are there.
 *
 * Python: `jupyter_client.kernelspec.get_kernel_spec`.
 */
export function findKernelspec(name: string, search: KernelspecSearch = {}): FoundKernelspec {
  const projects = search.project ?? {};
  const own = Object.hasOwn(projects, name) ? projects[name] : undefined;
  if (own !== undefined) return { name, spec: own };
  const folders = kernelFolders(search);
  const folder = folders.get(name) ?? folders.get(name.toLowerCase());
  if (folder === undefined) {
    const names = [...new Set([...Object.keys(projects), ...folders.keys()])].sort();
    throw new KernelError("kernel-unknown", `There is no kernel \`${name}\`. ${listNames("kernels", name, names)}`, {
      kernel: name,
      hint: "Choose one with --kernel NAME, or install the kernel that the notebook names.",
    });
  }
  return { name, spec: readKernelspec(name, folder), folder };
}

/** The names of all kernels that {@link findKernelspec} finds, sorted. */
export function kernelNames(search: KernelspecSearch = {}): string[] {
  return [...new Set([...Object.keys(search.project ?? {}), ...kernelFolders(search).keys()])].sort();
}

/** The folders that may hold a `kernels` folder, in Jupyter's order. */
export function jupyterDataFolders(search: KernelspecSearch = {}): string[] {
  const env = search.env ?? process.env;
  const folders = (env.JUPYTER_PATH ?? "").split(delimiter).filter((folder) => folder !== "");
  for (const prefix of environmentPrefixes(env, search.from)) folders.push(join(prefix, "share", "jupyter"));
  folders.push(userDataFolder(env));
  if (process.platform === "win32") folders.push(join(env.PROGRAMDATA ?? "C:\\ProgramData", "jupyter"));
  else folders.push("/usr/local/share/jupyter", "/usr/share/jupyter");
  return folders;
}

function environmentPrefixes(env: NodeJS.ProcessEnv, from: string | undefined): string[] {
  const venv = join(findProjectRoot(from), ".venv");
  return [env.VIRTUAL_ENV, env.CONDA_PREFIX, existsSync(venv) ? venv : undefined].filter(
    (prefix) => prefix !== undefined && prefix !== "",
  ) as string[];
}

function userDataFolder(env: NodeJS.ProcessEnv): string {
  if (env.JUPYTER_DATA_DIR) return env.JUPYTER_DATA_DIR;
  if (process.platform === "darwin") return join(homedir(), "Library", "Jupyter");
  if (process.platform === "win32") return join(env.APPDATA ?? homedir(), "jupyter");
  return join(env.XDG_DATA_HOME || join(homedir(), ".local", "share"), "jupyter");
}

/** Every kernel's folder by name; the first place that has a name wins. */
function kernelFolders(search: KernelspecSearch): Map<string, string> {
  const found = new Map<string, string>();
  for (const folder of jupyterDataFolders(search)) {
    const kernels = join(folder, "kernels");
    for (const name of namesIn(kernels)) {
      if (!found.has(name) && existsSync(join(kernels, name, "kernel.json"))) found.set(name, join(kernels, name));
    }
  }
  return found;
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder).filter((name) => /^[\w.-]+$/.test(name));
  } catch {
    return [];
  }
}

function readKernelspec(name: string, folder: string): Kernelspec {
  const path = join(folder, "kernel.json");
  const invalid = (why: string): KernelError =>
    new KernelError("kernel-invalid", `The kernelspec ${path} ${why}.`, {
      kernel: name,
      hint: "Install the kernel again, or choose another with --kernel NAME.",
    });
  let parsed: unknown;
  try {
    if (statSync(path).size > LARGEST_SPEC_BYTES) throw invalid("is larger than 1 MB");
    parsed = JSON.parse(readFileSync(path, "utf8"));
  } catch (error) {
    throw error instanceof KernelError ? error : invalid(`cannot be read: ${messageOf(error)}`);
  }
  if (!isRecord(parsed)) throw invalid("is not a JSON object");
  const { argv, env, metadata } = parsed;
  if (!Array.isArray(argv) || argv.length === 0 || !argv.every((part) => typeof part === "string")) {
    throw invalid("has no `argv`, a list of strings");
  }
  return {
    argv: withEnvironmentPython(argv, folder),
    display_name: typeof parsed.display_name === "string" ? parsed.display_name : name,
    language: typeof parsed.language === "string" ? parsed.language : "",
    interrupt_mode: parsed.interrupt_mode === "message" ? "message" : "signal",
    env: isRecord(env) ? strings(env) : {},
    metadata: isRecord(metadata) ? metadata : {},
  };
}

/** A kernelspec inside a Python environment says "python" and means that environment's. */
function withEnvironmentPython(argv: readonly string[], folder: string): string[] {
  const [program = "", ...rest] = argv;
  if (!/^python(3(\.\d+)?)?$/.test(program)) return [...argv];
  const prefix = join(folder, "..", "..", "..", "..");
  const python = process.platform === "win32" ? join(prefix, "python.exe") : join(prefix, "bin", basename(program));
  return [existsSync(python) ? python : program, ...rest];
}

function strings(record: Record<string, unknown>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(record).filter((entry): entry is [string, string] => typeof entry[1] === "string"),
  );
}
