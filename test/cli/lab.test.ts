import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { once } from "node:events";
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, dirname, join, resolve } from "node:path";
import { after, test } from "node:test";
import { jupyterArguments, labPlace, splitAtDashes } from "../../src/cli/lab";
import { installEnvironment } from "../../src/cli/lab-environment";
import { findJupyterLab } from "../../src/cli/lab-jupyter";
import { withJupyterPath, writeKernelspecs } from "../../src/cli/lab-kernels";
import { findOnPath, runProgram } from "../../src/cli/lab-program";
import { findPythonTool, pythonAdvice } from "../../src/cli/lab-python";
import { CadernoError } from "../../src/core/errors";

const scratch = mkdtempSync(join(tmpdir(), "caderno-lab-"));
after(() => rmSync(scratch, { recursive: true, force: true }));
const root = resolve(__dirname, "../..");
const windows = process.platform === "win32" ? "the programs of this test are shell scripts" : false;

/** A program that runs JavaScript, where a test needs one that answers as it says. */
function program(path: string, script: string): string {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, `#!${process.execPath}\n${script}\n`);
  chmodSync(path, 0o755);
  return path;
}

test("a path in the project opens below its root, another in its own folder", () => {
  const project = join(scratch, "project");
  mkdirSync(join(project, "notebooks", "a b"), { recursive: true });
  mkdirSync(join(scratch, "elsewhere"), { recursive: true });
  writeFileSync(join(project, "notebooks", "a b", "x.ipynb"), "{}");
  writeFileSync(join(scratch, "elsewhere", "y.ipynb"), "{}");
  assert.deepEqual(labPlace(project, undefined), { rootFolder: project, open: "notebooks" });
  assert.deepEqual(labPlace(project, project), { rootFolder: project, open: "" });
  const inside = labPlace(project, join(project, "notebooks", "a b", "x.ipynb"));
  assert.deepEqual(inside, { rootFolder: project, open: "notebooks/a b/x.ipynb" });
  const elsewhere = join(scratch, "elsewhere");
  assert.deepEqual(labPlace(project, join(elsewhere, "y.ipynb")), { rootFolder: elsewhere, open: "y.ipynb" });
  assert.deepEqual(labPlace(project, elsewhere), { rootFolder: elsewhere, open: "" });
  assert.throws(
    () => labPlace(project, "no-such.ipynb"),
    (error: unknown) =>
      error instanceof CadernoError && error.code === "lab-path" && /no-such\.ipynb/.test(error.message),
  );
});

test("JupyterLab listens on this machine only, and what the user passes on comes last", () => {
  const args = jupyterArguments({
    rootFolder: "/p",
    open: "notebooks/a b.ipynb",
    port: 9000,
    browser: false,
    passedOn: ["--ServerApp.token=x"],
    isRoot: true,
  });
  assert.deepEqual(args, [
    "--ServerApp.ip=127.0.0.1",
    "--ServerApp.port=9000",
    "--ServerApp.root_dir=/p",
    "--LabApp.default_url=/lab/tree/notebooks/a%20b.ipynb",
    "--MappingKernelManager.default_kernel_name=tslab",
    "--no-browser",
    "--allow-root",
    "--ServerApp.token=x",
  ]);
  const plain = jupyterArguments({ rootFolder: "/p", open: "", port: 1, browser: true, passedOn: [], isRoot: false });
  assert.ok(plain.includes("--LabApp.default_url=/lab"));
  assert.ok(!plain.includes("--no-browser") && !plain.includes("--allow-root"));
});

test("words after -- are passed on", () => {
  assert.deepEqual(splitAtDashes(["--a"], 1), { paths: [], passedOn: ["--a"] });
  assert.deepEqual(splitAtDashes(["x.ipynb", "--a", "b"], 2), { paths: ["x.ipynb"], passedOn: ["--a", "b"] });
  assert.deepEqual(splitAtDashes(["x.ipynb"], 0), { paths: ["x.ipynb"], passedOn: [] });
  assert.deepEqual(splitAtDashes([], 0), { paths: [], passedOn: [] });
});

test("the kernels are written where only our JupyterLab looks, and earlier ones go", async () => {
  const folder = join(scratch, "jupyter");
  const spec = { argv: ["node", "k.js", "{connection_file}"], display_name: "TS", language: "typescript" };
  await writeKernelspecs(folder, { tslab: spec, older: spec });
  await writeKernelspecs(folder, { tslab: { ...spec, display_name: "TypeScript" } });
  assert.deepEqual(readdirSync(join(folder, "kernels")), ["tslab"]);
  const written = JSON.parse(readFileSync(join(folder, "kernels", "tslab", "kernel.json"), "utf8"));
  assert.deepEqual(written, { ...spec, display_name: "TypeScript" });
  assert.equal(withJupyterPath({}, folder).JUPYTER_PATH, folder);
  assert.equal(withJupyterPath({ JUPYTER_PATH: "/mine" }, folder).JUPYTER_PATH, `${folder}${delimiter}/mine`);
});

test("JupyterLab is found in .venv first, and one that is too old or broken is passed over", {
  skip: windows,
}, async () => {
  const project = join(scratch, "found");
  const bin = join(scratch, "bin");
  const env = { VIRTUAL_ENV: join(scratch, "active"), CONDA_PREFIX: join(scratch, "conda"), PATH: bin };
  assert.equal(await findJupyterLab({ root: project, env }), undefined);
  const onPath = program(join(bin, "jupyter-lab"), "console.log('4.1.5')");
  assert.deepEqual(await findJupyterLab({ root: project, env }), {
    command: onPath,
    where: "the PATH",
    version: "4.1.5",
    plotly: "unknown",
  });
  program(join(env.VIRTUAL_ENV, "bin", "jupyter-lab"), "console.log('3.6.8')");
  program(join(env.CONDA_PREFIX, "bin", "jupyter-lab"), "process.exit(127)");
  assert.equal((await findJupyterLab({ root: project, env }))?.where, "the PATH");
  const own = program(join(project, ".venv", "bin", "jupyter-lab"), "console.log('warning: x\\n4.6.6')");
  assert.deepEqual(await findJupyterLab({ root: project, env }), {
    command: own,
    where: "the project's .venv",
    version: "4.6.6",
    plotly: "no",
  });
  const extension = join(project, ".venv", "share", "jupyter", "labextensions", "jupyterlab-plotly");
  mkdirSync(extension, { recursive: true });
  writeFileSync(join(extension, "package.json"), "{}");
  assert.equal((await findJupyterLab({ root: project, env }))?.plotly, "yes");
});

test("uv comes before Python; a Python that is old or lacks venv is said", { skip: windows }, async () => {
  const bin = join(scratch, "pythons");
  const env = { PATH: bin };
  assert.deepEqual(await findPythonTool(env), { state: "none", reason: "no-python", detail: "no python3 on the PATH" });
  const python = program(join(bin, "python3"), "console.log('3.9.2')");
  assert.deepEqual(await findPythonTool(env), { state: "none", reason: "old-python", detail: `${python} is 3.9.2` });
  program(python, "console.log('3.12.4'); process.exit(1)");
  assert.deepEqual(await findPythonTool(env), {
    state: "none",
    reason: "no-venv",
    detail: `${python} (3.12.4) lacks venv or pip`,
  });
  program(python, "console.log('3.12.4')");
  const found = { state: "found", tool: { kind: "venv", command: python, version: "3.12.4" } };
  assert.deepEqual(await findPythonTool(env), found);
  const uv = program(join(bin, "uv"), "console.log('uv 0.13.9 (abc 2026-01-01)')");
  assert.deepEqual(await findPythonTool(env), { state: "found", tool: { kind: "uv", command: uv, version: "0.13.9" } });
});

test("what to install is said for each system", () => {
  assert.match(pythonAdvice("no-venv", "linux"), /python3-venv/);
  assert.match(pythonAdvice("no-python", "darwin"), /brew install python/);
  assert.match(pythonAdvice("old-python", "win32"), /winget install/);
});

/** A uv that makes an environment, and installs as `install` says. */
function fakeUv(name: string, install: string): { kind: "uv"; command: string; version: string } {
  const script = `const fs = require("fs"), path = require("path"), args = process.argv.slice(2);
    if (args[0] === "venv") {
      const bin = path.join(args.at(-1), "bin");
      fs.mkdirSync(bin, { recursive: true });
      fs.writeFileSync(path.join(bin, "python"), "#!/bin/sh\\necho 1\\n", { mode: 0o755 });
    } else { ${install} }`;
  return { kind: "uv", command: program(join(scratch, name), script), version: "1.0.0" };
}

test("an environment is made and filled, and a second time kept", { skip: windows }, async () => {
  const prefix = join(scratch, "good-env");
  const log = join(scratch, "good.log");
  const steps: string[] = [];
  const tool = fakeUv(
    "good-uv",
    `console.log("Collecting jupyterlab==4.6.6\\n  Downloading jupyterlab-4.6.6-py3-none-any.whl (12 MB)")`,
  );
  const options = {
    prefix,
    tool,
    log,
    requirements: "requirements.txt",
    onProgress: (step: string) => steps.push(step),
  };
  assert.deepEqual(await installEnvironment(options), { state: "made" });
  const expected = [
    "making the environment",
    "installing",
    "looking up jupyterlab==4.6.6",
    "downloading jupyterlab 4.6.6",
  ];
  assert.deepEqual(steps, expected);
  assert.match(
    readFileSync(log, "utf8"),
    /good-uv pip install --python .*bin\/python -r requirements\.txt\nCollecting/,
  );
  assert.deepEqual(await installEnvironment(options), { state: "kept" });
});

test("where the packages cannot be had, the error says why and nothing is left", { skip: windows }, async () => {
  const cases: [string, string, string, RegExp][] = [
    [
      "offline",
      `console.error("NewConnectionError: refused\\nERROR: No matching distribution"); process.exit(1)`,
      "package-index-unreachable",
      /does not answer from here/,
    ],
    [
      "full",
      `console.error("ERROR: [Errno 28] No space left on device"); process.exit(1)`,
      "environment-failed",
      /failed while installing: ERROR: \[Errno 28\] No space left/,
    ],
  ];
  for (const [name, install, code, message] of cases) {
    const prefix = join(scratch, `${name}-env`);
    const log = join(scratch, `${name}.log`);
    const options = { prefix, log, tool: fakeUv(`${name}-uv`, install), requirements: "r.txt" };
    await assert.rejects(installEnvironment(options), (error: unknown) => {
      assert.ok(error instanceof CadernoError);
      assert.equal(error.code, code);
      assert.match(error.message, message);
      assert.equal(error.hint, `Everything that was printed is in ${log}.`);
      return true;
    });
    assert.equal(existsSync(prefix), false, "an environment that could not be filled is removed");
    assert.ok(existsSync(log));
  }
});

test("an environment of the user is never removed", { skip: windows }, async () => {
  const prefix = join(scratch, "users-env");
  mkdirSync(join(prefix, "bin"), { recursive: true });
  writeFileSync(join(prefix, "bin", "notes.txt"), "mine");
  const options = { prefix, log: join(scratch, "users.log"), requirements: "r.txt", tool: fakeUv("users-uv", "") };
  await assert.rejects(installEnvironment(options), { code: "environment-broken" });
  assert.equal(readFileSync(join(prefix, "bin", "notes.txt"), "utf8"), "mine");
});

test("a program is asked without a shell, for a bounded time", async () => {
  const printed = await runProgram(process.execPath, ["-p", "process.argv[1]", "$HOME; ls"]);
  assert.deepEqual(printed, { state: "ok", stdout: "$HOME; ls\n", stderr: "" });
  assert.equal((await runProgram("no-such-program-here", [])).state, "missing");
  assert.equal((await runProgram(process.execPath, ["-e", "process.exit(3)"])).state, "failed");
  const slow = await runProgram(process.execPath, ["-e", "setInterval(() => {}, 1000)"], { timeoutMs: 200 });
  assert.equal(slow.state, "timeout");
  const loud = await runProgram(process.execPath, ["-e", "console.log('x'.repeat(300_000) + 'end')"]);
  assert.equal(loud.stdout.length, 100_000);
  assert.ok(loud.stdout.endsWith("end\n"));
  assert.equal(findOnPath("node", { PATH: dirname(process.execPath) }) !== undefined, true);
  assert.equal(findOnPath("no-such-program-here"), undefined);
});

test("JupyterLab's exit code is ours, and a signal to us ends it", { skip: windows }, async () => {
  const server = (script: string): string => `
    const { runInForeground } = require("./src/cli/lab-server");
    const options = { command: process.execPath, args: ["-e", ${JSON.stringify(script)}], cwd: ".", env: process.env, graceMs: 500 };
    runInForeground(options).then((code) => { process.exitCode = code; });`;
  const start = (script: string): ReturnType<typeof spawn> =>
    spawn(process.execPath, ["--import", "tsx", "-e", server(script)], {
      cwd: root,
      stdio: ["ignore", "pipe", "inherit"],
    });
  const endOf = async (script: string, signal?: NodeJS.Signals): Promise<{ code: number | null; pid: number }> => {
    const ours = start(script);
    const ended = once(ours, "exit");
    assert.ok(ours.stdout);
    const [said] = await once(ours.stdout, "data");
    if (signal !== undefined) ours.kill(signal);
    const [code] = await ended;
    return { code, pid: Number(String(said)) };
  };
  const kernel = `require("child_process").spawn(process.execPath, ["-e", "setInterval(() => {}, 1e3)"], { detached: true })`;
  const [exit, term, stubborn] = await Promise.all([
    endOf("console.log(process.pid); process.exitCode = 7"),
    endOf(
      "process.on('SIGTERM', () => process.exit(5)); setInterval(() => {}, 1e3); console.log(process.pid)",
      "SIGTERM",
    ),
    endOf(`process.on('SIGINT', () => {}); setInterval(() => {}, 1e3); console.log(${kernel}.pid)`, "SIGINT"),
  ]);
  assert.equal(exit.code, 7);
  assert.equal(term.code, 5);
  assert.equal(stubborn.code, 128 + 9, "one that ignores the signal is killed after its grace");
  // The third said the process that it had started, as JupyterLab starts kernels: apart from its own group.
  const gone = process.platform === "linux" ? [exit, term, stubborn] : [exit, term];
  for (const { pid } of gone) assert.ok(await hasEnded(pid), `process ${pid} is still there`);
});

/** Whether a process ends soon; one that was killed stays listed until its new parent has taken note. */
async function hasEnded(pid: number): Promise<boolean> {
  for (let attempt = 0; attempt < 100; attempt++) {
    try {
      process.kill(pid, 0);
    } catch {
      return true;
    }
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  return false;
}
