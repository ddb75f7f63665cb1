/** @file What this machine makes Python environments with: uv, or a Python that has venv and pip. */
import { findOnPath, runProgram } from "./lab-program";

/** A way to make a virtual environment. */
export interface PythonTool {
  /** `"uv"` brings a Python of its own where the machine has none that fits. */
  kind: "uv" | "venv";
  /** The program: uv, or the Python interpreter. */
  command: string;
  /** Its version: of uv, or of Python. */
  version: string;
}

/** What {@link findPythonTool} found: a tool, or why there is none. */
export type PythonSearch =
  | { state: "found"; tool: PythonTool }
  | { state: "none"; reason: "no-python" | "old-python" | "no-venv"; detail: string };

/** The oldest Python that the pinned JupyterLab runs on. */
export const OLDEST_PYTHON: readonly [number, number] = [3, 10];

const QUESTION = "import sys; print('%d.%d.%d' % sys.version_info[:3]); import venv, ensurepip";

/** Finds uv, else the first of `python3`, `python` and Windows' `py` that is new enough and can make environments. */
export async function findPythonTool(env: NodeJS.ProcessEnv = process.env): Promise<PythonSearch> {
  const uv = findOnPath("uv", env);
  if (uv !== undefined) {
    const answer = await runProgram(uv, ["--version"], { env });
    const version = /\d+\.\d+\.\d+/.exec(answer.stdout);
    if (answer.state === "ok" && version !== null) {
      return { state: "found", tool: { kind: "uv", command: uv, version: version[0] } };
    }
  }
  let best: PythonSearch = { state: "none", reason: "no-python", detail: "no python3 on the PATH" };
  for (const name of process.platform === "win32" ? ["python", "python3", "py"] : ["python3", "python"]) {
    const command = findOnPath(name, env);
    if (command === undefined) continue;
    const answer = await runProgram(command, ["-c", QUESTION], { env });
    const [version, major, minor] = /(\d+)\.(\d+)\.\d+/.exec(answer.stdout) ?? [];
    if (version === undefined) continue;
    if (!isNewEnough(Number(major), Number(minor))) {
      if (best.reason === "no-python")
        best = { state: "none", reason: "old-python", detail: `${command} is ${version}` };
    } else if (answer.state !== "ok") {
      best = { state: "none", reason: "no-venv", detail: `${command} (${version}) lacks venv or pip` };
    } else {
      return { state: "found", tool: { kind: "venv", command, version } };
    }
  }
  return best;
}

/** What to install on this system so that the next try works, one sentence. */
export function pythonAdvice(
  reason: "no-python" | "old-python" | "no-venv",
  platform: NodeJS.Platform = process.platform,
): string {
  const oldest = OLDEST_PYTHON.join(".");
  if (platform === "win32") {
    return `Install Python ${oldest} or later (\`winget install Python.Python.3.13\`), open a new terminal, and try again.`;
  }
  if (platform === "darwin")
    return `Install Python ${oldest} or later (\`brew install python\`) or uv (\`brew install uv\`), and try again.`;
  if (reason === "no-venv")
    return "Install Python's venv (Debian, Ubuntu: `sudo apt install python3-venv`) and try again.";
  return `Install Python ${oldest} or later (Debian, Ubuntu: \`sudo apt install python3-venv\`; Fedora: \`sudo dnf install python3\`) and try again.`;
}

function isNewEnough(major: number, minor: number): boolean {
  const [oldestMajor, oldestMinor] = OLDEST_PYTHON;
  return major > oldestMajor || (major === oldestMajor && minor >= oldestMinor);
}
