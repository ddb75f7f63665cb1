/** @file The doctor's checks of what brings more: JupyterLab, Python, a browser, other kernels, native libraries, the Hub. */
import { join } from "node:path";
import { type Check, type Finding, optional } from "./doctor-finding";
import type { Probes } from "./doctor-probes";
import { pythonAdvice } from "./lab-python";

/** The kernels that `caderno run --kernel` knows besides the project's. */
export async function checkOtherKernels(probes: Probes): Promise<Finding> {
  const part = "other kernels";
  const others = (await probes.kernels()).filter(({ origin }) => origin !== "the project");
  if (others.length === 0)
    return optional(part, "absent", "none", "`caderno run --kernel NAME` runs any Jupyter kernel.");
  return optional(part, "ok", [...new Set(others.map(({ name }) => name))].sort().join(", "));
}

/** JupyterLab: what `caderno lab` starts. */
export async function checkJupyterLab(probes: Probes): Promise<Finding> {
  const jupyter = await probes.jupyterLab();
  if (jupyter === undefined) {
    return optional("JupyterLab", "absent", "none", "Notebooks in a browser. `caderno lab` sets it up.");
  }
  const here = `${jupyter.version} in ${jupyter.where}`;
  if (jupyter.plotly === "no") {
    return optional(
      "JupyterLab",
      "wrong",
      `${here}, no Plotly extension`,
      "`pip install plotly` there shows the figures.",
    );
  }
  return optional("JupyterLab", "ok", here);
}

/** Python: sets JupyterLab up, and runs the interop tests. Nothing else needs it. */
export async function checkPython(probes: Probes): Promise<Finding> {
  const search = await probes.python();
  if (search.state === "none") {
    const { reason, detail } = search;
    return optional("Python", "absent", detail, `Only for JupyterLab and the interop tests. ${pythonAdvice(reason)}`);
  }
  const { kind, version } = search.tool;
  return optional("Python", "ok", kind === "uv" ? `uv ${version}` : `${version} with venv and pip`);
}

/** The programs that test/interop compares ours with. */
export function checkInterop(probes: Probes): Finding {
  const part = "interop tests";
  const bin = join(probes.root, ".venv", process.platform === "win32" ? "Scripts" : "bin");
  const programs = probes.list(bin);
  const has = (name: string): boolean => programs.some((program) => program.replace(/\.exe$/, "") === name);
  const missing = ["jupyter-execute", "papermill", "jupyter-lab"].filter((name) => !has(name));
  if (missing.length === 0) return optional(part, "ok", "nbclient, papermill and JupyterLab are in .venv");
  return optional(
    part,
    "absent",
    `.venv lacks ${missing.join(", ")}`,
    "`npm run interop:setup` sets them up (about 2 GB).",
  );
}

/** The names under which a Chromium may be on the PATH. */
export const BROWSERS: readonly string[] = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];

/** A browser for the interop tests: `CHROMIUM_PATH`, or a Chromium on the PATH. */
export function checkBrowser(probes: Probes): Finding {
  const named = probes.env.CHROMIUM_PATH;
  const advice = "The tests in a real browser. Debian: `sudo apt install chromium`, or set CHROMIUM_PATH.";
  if (named !== undefined && named !== "") {
    if (probes.fileSize(named) !== undefined) return optional("Chromium", "ok", named);
    return optional("Chromium", "wrong", `CHROMIUM_PATH is ${named}, and no file is there`, advice);
  }
  const found = BROWSERS.map((name) => probes.onPath(name)).find((path) => path !== undefined);
  return found === undefined ? optional("Chromium", "absent", "none", advice) : optional("Chromium", "ok", found);
}

/** Whether the Hugging Face Hub answers; asked only when the user wants to go online. */
export function checkHub(online: "ask" | "skip"): Check {
  return async (probes) => {
    const part = "Hub";
    if (online === "skip") return optional(part, "skipped", "not asked", "`caderno doctor --online` asks it.");
    const endpoint = (probes.env.HF_ENDPOINT ?? "https://huggingface.co").replace(/\/+$/, "");
    const brings = "Models and data of the Hub. The course brings stand-ins for them.";
    let host: string;
    try {
      host = new URL(endpoint).host;
    } catch {
      return optional(part, "wrong", `HF_ENDPOINT is not a URL`, "Set it to something like https://huggingface.co.");
    }
    const started = performance.now();
    try {
      const status = await probes.fetchStatus(`${endpoint}/api/models?limit=1`, 5000);
      const ms = Math.round(performance.now() - started);
      if (status < 400) return optional(part, "ok", `${host} answers in ${ms} ms`);
      return optional(part, "absent", `${host} answers with status ${status}`, brings);
    } catch {
      return optional(part, "absent", `${host} does not answer in 5 s`, brings);
    }
  };
}
