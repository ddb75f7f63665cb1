/** @file The project's Python environment, `.venv`: made and filled from a list of pinned versions, or left as it was. */
import { existsSync } from "node:fs";
import { rm } from "node:fs/promises";
import { writeFileAtomic } from "../core/atomic-write";
import { CadernoError } from "../core/errors";
import { environmentProgram } from "./lab-jupyter";
import { type ProgramResult, runProgram } from "./lab-program";
import type { PythonTool } from "./lab-python";

/** What {@link installEnvironment} makes. */
export interface EnvironmentOptions {
  /** The environment's folder. */
  prefix: string;
  /** The file of pinned versions. */
  requirements: string;
  /** What makes environments here; see `findPythonTool`. */
  tool: PythonTool;
  /** Where everything that the tool printed is kept. */
  log: string;
  /** Told what happens now, in a few words. */
  onProgress?: (step: string) => void;
  /** @default process.env */
  env?: NodeJS.ProcessEnv;
  /**
   * Milliseconds until a step is given up.
   * @default 1_200_000
   */
  timeoutMs?: number;
}

/** Whether the environment was there before. */
export interface EnvironmentResult {
  state: "made" | "kept";
}

/**
 * Makes the environment where there is none, and installs the pinned versions into it. Running it again changes nothing.
 *
 * An environment that this call made and could not fill is removed again; one that was there before stays. Python:
 * `python -m venv .venv && .venv/bin/pip install -r requirements.txt`.
 */
export async function installEnvironment(options: EnvironmentOptions): Promise<EnvironmentResult> {
  const { prefix, tool } = options;
  const python = environmentProgram(prefix, "python");
  const transcript: string[] = [];
  const step = async (what: string, command: string, args: readonly string[]): Promise<void> => {
    options.onProgress?.(what);
    const result = await runProgram(command, args, {
      timeoutMs: options.timeoutMs ?? 1_200_000,
      env: { ...(options.env ?? process.env), VIRTUAL_ENV: prefix, PYTHONUNBUFFERED: "1" },
      onOutput: (text) => announce(text, options.onProgress),
    });
    transcript.push(`$ ${[command, ...args].join(" ")}`, result.stdout, result.stderr);
    await writeFileAtomic(options.log, transcript.join("\n"));
    if (result.state !== "ok") throw installError(what, result, options.log);
  };

  const state = existsSync(prefix) ? "kept" : "made";
  try {
    if (state === "kept") {
      await checkEnvironment(prefix, python);
    } else if (tool.kind === "uv") {
      await step("making the environment", tool.command, ["venv", "--python", ">=3.10", prefix]);
    } else {
      await step("making the environment", tool.command, ["-m", "venv", prefix]);
    }
    if (tool.kind === "uv") {
      await step("installing", tool.command, ["pip", "install", "--python", python, "-r", options.requirements]);
    } else {
      if ((await runProgram(python, ["-m", "pip", "--version"])).state !== "ok") {
        await step("adding pip", python, ["-m", "ensurepip"]);
      }
      const flags = ["--disable-pip-version-check", "--no-input", "--retries", "2", "--progress-bar", "off"];
      await step("installing", python, ["-m", "pip", "install", ...flags, "-r", options.requirements]);
    }
  } catch (error) {
    if (state === "made") await rm(prefix, { recursive: true, force: true });
    throw error;
  }
  return { state };
}

async function checkEnvironment(prefix: string, python: string): Promise<void> {
  const answer = await runProgram(python, ["-c", "print(1)"]);
  if (answer.state === "ok") return;
  throw new CadernoError("environment-broken", `The environment ${prefix} is there, but its Python does not start.`, {
    hint: "Delete that folder and try again; it holds nothing but installed packages.",
  });
}

function announce(text: string, onProgress: EnvironmentOptions["onProgress"]): void {
  if (onProgress === undefined) return;
  for (const line of text.split("\n")) {
    const collected = /^\s*(Collecting|Downloading|Installing collected packages)(?::|\s+(\S+))/.exec(line);
    if (collected === null) continue;
    const [, verb, what] = collected;
    if (verb === "Collecting") onProgress(`looking up ${what}`);
    else if (verb === "Downloading") onProgress(`downloading ${(what ?? "").split("-").slice(0, 2).join(" ")}`);
    else onProgress("unpacking");
  }
}

function installError(what: string, result: ProgramResult, log: string): CadernoError {
  const said = `${result.stdout}\n${result.stderr}`;
  const unreachable =
    /NewConnectionError|Failed to establish|Temporary failure in name|Connection (?:refused|timed out|reset)|No route to host|dns error|error sending request|ReadTimeoutError|ConnectTimeout|ProxyError/i.test(
      said,
    );
  const lines = said.split("\n").map((line) => line.trim());
  const last = lines.filter((line) => /^(ERROR|error):?|× /i.test(line)).at(-1) ?? lines.filter(Boolean).at(-1) ?? "";
  const why = result.state === "timeout" ? "it did not end in time" : last;
  return new CadernoError(
    unreachable ? "package-index-unreachable" : "environment-failed",
    unreachable
      ? "The Python package index does not answer from here."
      : `Setting up Python failed while ${what}: ${why}`,
    { hint: `Everything that was printed is in ${log}.` },
  );
}
