/** @file Downloading wheels with pip, which checks each against the hash that the package index states. */
import { mkdir, readdir, stat } from "node:fs/promises";
import { join } from "node:path";
import { CadernoError } from "../core/errors";
import { environmentProgram } from "./lab-jupyter";
import { runProgram } from "./lab-program";
import type { PythonTool } from "./lab-python";
import { WHEEL_PROCESSORS } from "./setup-wheel";

/** What {@link downloadWheels} downloads. */
export interface DownloadOptions {
  /** What runs pip here; see `findPythonTool`. */
  tool: PythonTool;
  /** As pip takes them: `"tensorflow-cpu==2.21.0"`. */
  requirements: readonly string[];
  /** An existing folder for pip's temporary files and, in `wheels/`, for the wheels. */
  folder: string;
  /** Told how many bytes of how many are here. */
  onProgress?: (done: number, total: number | undefined) => void;
  /** @default process.env */
  env?: NodeJS.ProcessEnv;
  /** @default process.arch */
  arch?: string;
  /** @default 3_600_000 */
  timeoutMs?: number;
}

/** How often the download's size is looked at, in milliseconds. */
const PAUSE = 500;

/**
 * Downloads wheels for Linux, whatever Python runs pip, and gives their paths. Python: `pip download --no-deps`.
 *
 * The wheels are those for CPython 3.12: nothing of Python in them is used, and one choice makes every machine take the same.
 */
export async function downloadWheels(options: DownloadOptions): Promise<string[]> {
  const env = options.env ?? process.env;
  const folder = join(options.folder, "wheels");
  const temporary = join(options.folder, "tmp");
  await mkdir(folder, { recursive: true });
  await mkdir(temporary, { recursive: true });
  const [command, ...start] = await pipCommand(options.tool, options.folder, env);
  const processor = WHEEL_PROCESSORS[options.arch ?? process.arch];
  const platforms = ["manylinux_2_28", "manylinux_2_27", "manylinux_2_17", "manylinux2014"].flatMap((name) => [
    "--platform",
    `${name}_${processor}`,
  ]);
  const flags = ["--disable-pip-version-check", "--no-input", "--retries", "2", "--timeout", "15", "--progress-bar"];
  const python = ["--only-binary=:all:", "--implementation", "cp", "--python-version", "3.12", "--abi", "cp312"];
  let stated = 0;
  const readSizes = (text: string): void => {
    for (const [, number, unit] of text.matchAll(/Downloading \S+ \(([\d.]+) ([kMG]B)\)/g)) {
      stated += Number(number) * { kB: 1e3, MB: 1e6, GB: 1e9 }[unit as "kB" | "MB" | "GB"];
    }
  };
  const timer = setInterval(() => {
    void largestWheels([temporary, folder]).then((done) => options.onProgress?.(done, stated || undefined));
  }, PAUSE);
  try {
    const result = await runProgram(
      command ?? "",
      [
        ...start,
        "download",
        ...flags,
        "off",
        "--no-deps",
        ...python,
        "--abi",
        "none",
        ...platforms,
        "-d",
        folder,
      ].concat(options.requirements),
      {
        env: { ...env, TMPDIR: temporary, PYTHONUNBUFFERED: "1" },
        timeoutMs: options.timeoutMs ?? 3_600_000,
        onOutput: readSizes,
      },
    );
    const wheels = (await readdir(folder)).filter((name) => name.endsWith(".whl"));
    if (result.state === "ok" && wheels.length === options.requirements.length) {
      return wheels.sort().map((name) => join(folder, name));
    }
    throw pipError(`${result.stdout}\n${result.stderr}`, result.state, options.requirements);
  } finally {
    clearInterval(timer);
  }
}

/** The words that run pip: Python's own, uv's, or, where a Python has none, that of an environment made for it. */
async function pipCommand(tool: PythonTool, folder: string, env: NodeJS.ProcessEnv): Promise<string[]> {
  if (tool.kind === "uv") {
    return [tool.command, "run", "--no-project", "--quiet", "--with", "pip", "--", "python", "-m", "pip"];
  }
  if ((await runProgram(tool.command, ["-m", "pip", "--version"], { env })).state === "ok") {
    return [tool.command, "-m", "pip"];
  }
  const prefix = join(folder, "venv");
  await runProgram(tool.command, ["-m", "venv", prefix], { env, timeoutMs: 120_000 });
  return [environmentProgram(prefix, "python"), "-m", "pip"];
}

/** How many bytes of wheels are below these folders; pip keeps a second copy while it downloads, which has no such name. */
async function largestWheels(folders: readonly string[]): Promise<number> {
  const sizes = new Map<string, number>();
  for (const folder of folders) {
    for (const name of await readdir(folder, { recursive: true }).catch(() => [])) {
      if (!name.endsWith(".whl")) continue;
      const { size } = await stat(join(folder, name)).catch(() => ({ size: 0 }));
      const wheel = name.replace(/^.*[\\/]/, "");
      sizes.set(wheel, Math.max(size, sizes.get(wheel) ?? 0));
    }
  }
  return [...sizes.values()].reduce((sum, size) => sum + size, 0);
}

const UNREACHABLE =
  /NewConnectionError|Failed to establish|Temporary failure in name|Connection (?:refused|timed out|reset)|No route to host|dns error|error sending request|ReadTimeoutError|ConnectTimeout|ProxyError/i;

function pipError(said: string, state: string, requirements: readonly string[]): CadernoError {
  const hint = "A wheel downloaded elsewhere will do: `npx caderno setup tensorflow --from-wheel FILE`.";
  if (UNREACHABLE.test(said)) {
    return new CadernoError("package-index-unreachable", "The Python package index does not answer from here.", {
      hint,
    });
  }
  const lines = said.split("\n").map((line) => line.trim());
  const last = lines.filter((line) => /^(ERROR|error):|hash/i.test(line)).at(-1) ?? lines.filter(Boolean).at(-1);
  const why = state === "timeout" ? "it did not end in time" : (last ?? "pip gave no reason").replace(/\.$/, "");
  return new CadernoError("setup-pip", `pip cannot download ${requirements.join(", ")}: ${why}.`, { hint });
}
