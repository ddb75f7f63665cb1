import assert from "node:assert/strict";
import { test } from "node:test";
import { checks, examine, reportJson, reportTable } from "../../src/cli/doctor";
import {
  checkBuild,
  checkData,
  checkDisk,
  checkMemory,
  checkNode,
  checkNpm,
  checkProjectKernel,
  packageChecks,
} from "../../src/cli/doctor-checks";
import { checkOnnxRuntime, checkTensorFlow } from "../../src/cli/doctor-engines";
import {
  checkBrowser,
  checkHub,
  checkInterop,
  checkJupyterLab,
  checkOtherKernels,
  checkPython,
} from "../../src/cli/doctor-extras";
import { type Finding, isHealthy } from "../../src/cli/doctor-finding";
import { machineProbes, type Probes } from "../../src/cli/doctor-probes";
import { formatBytes } from "../../src/cli/doctor-text";
import { runProgram } from "../../src/cli/lab-program";
import { findProjectRoot } from "../../src/core/project-root";

const SOURCE = "export const answer = 42;\n";

/** A machine with everything, of which a test takes something away. */
function machine(changes: Partial<Probes> & { files?: Record<string, string | undefined> } = {}): Probes {
  const files: Record<string, string | undefined> = {
    "/p/src/a.ts": SOURCE,
    "/p/dist/index.js": "x",
    "/p/dist/a.js.map": JSON.stringify({ sourcesContent: [SOURCE] }),
    "/p/datasets/redacoes.csv": "essay,score\n".repeat(20),
    "/p/preload.js": "x",
    ...Object.fromEntries(
      ["@duckdb/node-api", "zeromq", "danfojs-node", "plotly.js-dist"].map((name) => [
        `/p/node_modules/${name}/package.json`,
        "{}",
      ]),
    ),
    ...changes.files,
  };
  const there = Object.keys(files).filter((path) => files[path] !== undefined);
  return {
    root: "/p",
    nodeVersion: "20.19.0",
    env: {},
    fileSize: (path) => files[path]?.length,
    readText: (path) => files[path],
    filesBelow: (folder, ending) =>
      there
        .filter((path) => path.startsWith(`${folder}/`) && path.endsWith(ending))
        .map((path) => path.slice(folder.length + 1)),
    list: (folder) =>
      there
        .filter((path) => path.startsWith(`${folder}/`))
        .map((path) => path.slice(folder.length + 1).split("/")[0] ?? ""),
    onPath: (name) => (["npm", "chromium"].includes(name) ? `/bin/${name}` : undefined),
    run: async () => ({ state: "ok", stdout: "11.0.0\n", stderr: "" }),
    runNode: async () => ({ state: "ok", stdout: "version 1.2.3 12\n", stderr: "" }),
    kernels: async () => [
      { name: "tslab", displayName: "TypeScript", origin: "the project", files: ["/p/preload.js"] },
      { name: "python3", displayName: "Python 3", origin: "Jupyter", files: [] },
    ],
    tryKernel: async () => "42\n",
    jupyterLab: async () => ({
      command: "/v/jupyter-lab",
      where: "the project's .venv",
      version: "4.6.6",
      plotly: "yes",
    }),
    python: async () => ({ state: "found", tool: { kind: "venv", command: "/bin/python3", version: "3.12.1" } }),
    tensorFlow: async () => ({ state: "works", version: "2.21.0", gpu: "no", origin: "setup" }),
    fetchStatus: async () => 200,
    memory: () => ({ free: 4e9, total: 8e9 }),
    diskFree: async () => 5e10,
    cores: () => 8,
    ...changes,
  };
}

test("a machine with everything is healthy, and says so in one sentence", async () => {
  const findings = await examine(machine(), checks({ deep: true, online: true }));
  assert.ok(isHealthy(findings), JSON.stringify(findings.filter((finding) => !isHealthy([finding]))));
  assert.match(reportTable(findings), /\n\nEverything that `npm start` and `npm test` need is here\.$/);
  assert.deepEqual(
    findings.filter(({ need }) => need === "required").map(({ part }) => part),
    ["Node", "build", "DuckDB", "zeromq", "danfo.js", "Plotly", "tslab kernel", "data"],
  );
});

test("a machine with nothing but Node is told each step, and each optional part says what it would bring", async () => {
  const bare = machine({
    files: {
      "/p/dist/index.js": undefined,
      "/p/datasets/redacoes.csv": undefined,
      "/p/node_modules/zeromq/package.json": undefined,
    },
    onPath: () => undefined,
    kernels: async () => [],
    jupyterLab: async () => undefined,
    python: async () => ({ state: "none", reason: "no-python", detail: "no python3 on the PATH" }),
    fetchStatus: async () => {
      throw new Error("fetch failed");
    },
  });
  const findings = await examine(bare, checks({ deep: false, online: true }));
  assert.equal(isHealthy(findings), false);
  const faults = findings.filter((finding) => !isHealthy([finding])).map(({ part }) => part);
  assert.deepEqual(faults, ["build", "zeromq", "tslab kernel", "data"]);
  for (const { part, state, advice } of findings) {
    if (state !== "ok") assert.notEqual(advice, "", `${part} says what to do`);
  }
  const table = reportTable(findings);
  assert.match(table, /^build +MISSING +dist\/ is missing +Run `npm run build`\.$/m);
  assert.match(table, /need this first:\n {2}build: dist\/ is missing\. Run `npm run build`\.\n {2}zeromq: /);
  const json = JSON.parse(reportJson(findings));
  assert.equal(json.healthy, false);
  assert.deepEqual(Object.keys(json.findings[0]), ["part", "state", "here", "advice", "need"]);
});

test("a check that throws becomes a finding and stops no other", async () => {
  const probes = machine({
    diskFree: async () => {
      throw new Error("no statfs here\nstack");
    },
  });
  const findings = await examine(probes, checks({ deep: false, online: false }));
  assert.equal(findings.length, checks({ deep: false, online: false }).length);
  assert.ok(findings.some(({ state, here }) => state === "wrong" && here === "no statfs here"));
});

test("Node is in range from 20.19, and a version that is not tested says so", () => {
  const states = ["18.20.8", "20.18.3", "20.19.0", "22.1.0", "24.0.0"].map(
    (nodeVersion) => checkNode(machine({ nodeVersion })).state,
  );
  assert.deepEqual(states, ["wrong", "wrong", "ok", "ok", "ok"]);
  assert.equal(checkNode(machine({ nodeVersion: "22.1.0" })).advice, "");
  assert.match(checkNode(machine({ nodeVersion: "23.5.0" })).advice, /Tested on 20, 22, 24/);
});

test("npm is asked for its version unless it is what started us", async () => {
  assert.equal((await checkNpm(machine())).here, "11.0.0");
  const env = { npm_config_user_agent: "npm/10.8.2 node/v20.19.0 linux x64" };
  assert.equal((await checkNpm(machine({ env }))).here, "10.8.2");
  assert.equal((await checkNpm(machine({ onPath: () => undefined }))).state, "absent");
  const failing = machine({ run: async () => ({ state: "timeout", stdout: "", stderr: "" }) });
  assert.equal((await checkNpm(failing)).state, "wrong");
});

test("the build is compared with the sources by content", () => {
  assert.equal(checkBuild(machine()).state, "ok");
  const changed = checkBuild(machine({ files: { "/p/src/a.ts": "export const answer = 43;\n" } }));
  assert.equal(changed.state, "wrong");
  assert.match(changed.here, /^src\/a\.ts has changed/);
  assert.match(checkBuild(machine({ files: { "/p/src/b.ts": "", "/p/src/c.ts": "" } })).here, /b\.ts and 1 more/);
  assert.equal(checkBuild(machine({ files: { "/p/dist/a.js.map": "{broken" } })).state, "wrong");
  assert.equal(checkBuild(machine({ files: { "/p/dist/index.js": undefined } })).state, "absent");
});

test("a package that is there and does not load says why", async () => {
  const duckdb = packageChecks[0];
  assert.ok(duckdb);
  const stderr = "node:internal:1\nthrow err;\n\nError: GLIBC_2.38 not found (required by duckdb.node)\n  at x\n";
  const broken = machine({ runNode: async () => ({ state: "failed", stdout: "", stderr }) });
  assert.match((await duckdb(broken)).here, /^Error: GLIBC_2\.38 not found/);
  const hanging = machine({ runNode: async () => ({ state: "timeout", stdout: "", stderr: "" }) });
  assert.equal((await duckdb(hanging)).here, "no answer in 60 s");
  assert.equal((await duckdb(machine())).here, "1.2.3, works after 12 ms");
});

test("each package's script really works in a Node of its own", async () => {
  const probes = machineProbes(findProjectRoot(__dirname));
  const findings = await Promise.all(packageChecks.map((check) => check(probes)));
  for (const { part, state, here } of findings) assert.equal(state, "ok", `${part}: ${here}`);
});

test("the project's kernel is looked at, and started only when asked", async () => {
  let starts = 0;
  const probes = machine({
    tryKernel: async () => {
      starts++;
      return "42\n";
    },
  });
  assert.equal((await checkProjectKernel("look")(probes)).state, "ok");
  assert.equal(starts, 0);
  assert.match((await checkProjectKernel("start")(probes)).here, /^started, ran a cell and stopped in \d+\.\d s$/);
  assert.equal(starts, 1);
  const silent = await checkProjectKernel("start")(machine({ tryKernel: async () => "" }));
  assert.deepEqual([silent.state, silent.here], ["wrong", 'a cell printed "" in place of 42']);
  const dying = machine({
    tryKernel: async () => {
      throw new Error("The kernel `tslab` ended before it answered.\nlast words");
    },
  });
  assert.equal((await checkProjectKernel("start")(dying)).here, "The kernel `tslab` ended before it answered.");
  const gone = await checkProjectKernel("look")(machine({ files: { "/p/preload.js": undefined } }));
  assert.deepEqual([gone.state, gone.here], ["wrong", "/p/preload.js is missing"]);
});

test("the project's kernel really starts, runs a cell, and lets the program end", async () => {
  const script = 'require("./src/cli/doctor-kernels").tryKernel(process.cwd(), "tslab").then(console.log)';
  const args = ["--import", "tsx", "-e", script];
  const result = await runProgram(process.execPath, args, { cwd: findProjectRoot(__dirname), timeoutMs: 120_000 });
  assert.deepEqual([result.state, result.stdout], ["ok", "42\n\n"], result.stderr);
});

test("data: the first chapter's file must be there and hold something", () => {
  assert.equal(checkData(machine()).here, "redacoes.csv 240 bytes");
  assert.equal(checkData(machine({ files: { "/p/datasets/redacoes.csv": "essay" } })).state, "wrong");
  assert.equal(checkData(machine({ files: { "/p/datasets/redacoes.csv": undefined } })).state, "absent");
});

test("little memory or disk is said, and too little is a fault", async () => {
  assert.equal(isHealthy([checkMemory(machine({ memory: () => ({ free: 1e8, total: 8e9 }) }))]), true);
  assert.equal(isHealthy([checkMemory(machine({ memory: () => ({ free: 1e8, total: 5e8 }) }))]), false);
  assert.equal(isHealthy([await checkDisk(machine({ diskFree: async () => 1e9 }))]), true);
  assert.equal(isHealthy([await checkDisk(machine({ diskFree: async () => 1e7 }))]), false);
});

test("what brings more is found where it is, and never makes the machine unhealthy", async () => {
  const interop = Object.fromEntries(
    ["jupyter-lab", "jupyter-execute", "papermill"].map((name) => [`/p/.venv/bin/${name}`, "x"]),
  );
  const cases: [Finding, Finding["state"]][] = [
    [await checkJupyterLab(machine()), "ok"],
    [await checkJupyterLab(machine({ jupyterLab: async () => undefined })), "absent"],
    [
      await checkJupyterLab(
        machine({ jupyterLab: async () => ({ command: "j", where: "the PATH", version: "4.1.0", plotly: "no" }) }),
      ),
      "wrong",
    ],
    [await checkPython(machine()), "ok"],
    [await checkOtherKernels(machine()), "ok"],
    [checkInterop(machine()), "absent"],
    ...(process.platform === "win32" ? [] : [[checkInterop(machine({ files: interop })), "ok"] as [Finding, "ok"]]),
    [checkBrowser(machine()), "ok"],
    [checkBrowser(machine({ env: { CHROMIUM_PATH: "/nowhere" } })), "wrong"],
    [checkBrowser(machine({ onPath: () => undefined })), "absent"],
  ];
  for (const [finding, state] of cases) {
    assert.equal(finding.state, state, `${finding.part}: ${finding.here}`);
    assert.ok(isHealthy([finding]));
  }
});

test("TensorFlow's native library: absent, damaged, broken, on the CPU, on the CPU beside a GPU", async () => {
  const found = (tensorFlow: Awaited<ReturnType<Probes["tensorFlow"]>>, changes: Partial<Probes> = {}) =>
    checkTensorFlow(machine({ tensorFlow: async () => tensorFlow, ...changes }));
  const none = await found({ state: "none", reason: "no native library is installed" });
  assert.equal(none.state, "absent");
  assert.match(none.advice, /training works without it\. `npm run setup` installs it\.$/);
  assert.equal(
    (await found({ state: "none", reason: "the native library in /c is damaged: x is missing" })).state,
    "wrong",
  );
  const broken = await found({ state: "fails", reason: "version `GLIBC_2.99' not found" });
  assert.deepEqual([broken.state, broken.here], ["wrong", "does not load: version `GLIBC_2.99' not found"]);
  const cpu = await found({ state: "works", version: "2.21.0", gpu: "no", origin: "setup" });
  assert.deepEqual([cpu.state, cpu.here, cpu.advice], ["ok", "2.21.0 native on the CPU, from npm run setup", ""]);
  const onPath = (name: string): string | undefined => (name === "nvidia-smi" ? "/bin/nvidia-smi" : undefined);
  const unused = await found({ state: "works", version: "2.21.0", gpu: "no", origin: "package" }, { onPath });
  assert.match(unused.advice, /setup -- --gpu/);
});

test("onnxruntime: not installed, broken, and a session that really runs here", async () => {
  assert.equal((await checkOnnxRuntime(machine())).state, "absent");
  const files = { "/p/node_modules/onnxruntime-node/package.json": "{}" };
  const stderr = "file.js:1\n\nError: libonnxruntime.so.1: cannot open shared object file\n    at x";
  const broken = await checkOnnxRuntime(
    machine({ files, runNode: async () => ({ state: "failed", stdout: "", stderr }) }),
  );
  assert.deepEqual(
    [broken.state, broken.here],
    ["wrong", "Error: libonnxruntime.so.1: cannot open shared object file"],
  );
  const real = await checkOnnxRuntime(machineProbes(findProjectRoot(__dirname)));
  assert.equal(real.state, "ok", real.here);
  assert.match(real.here, /^\d+\.\d+\.\d+ on cpu.*, \d+ threads; a session ran after \d+ ms$/);
});

test("the Hub is asked only when the user says so, at HF_ENDPOINT where that is set", async () => {
  const asked: string[] = [];
  const env = { HF_ENDPOINT: "http://hub.local:8080/" };
  const probes = machine({
    env,
    fetchStatus: async (url) => {
      asked.push(url);
      return 503;
    },
  });
  assert.equal((await checkHub("skip")(probes)).state, "skipped");
  assert.deepEqual(asked, []);
  assert.equal((await checkHub("ask")(probes)).here, "hub.local:8080 answers with status 503");
  assert.deepEqual(asked, ["http://hub.local:8080/api/models?limit=1"]);
  assert.equal((await checkHub("ask")(machine({ env: { HF_ENDPOINT: "not a url" } }))).state, "wrong");
  assert.match((await checkHub("ask")(machine())).here, /^huggingface\.co answers in \d+ ms$/);
});

test("sizes are printed with one to three digits before the point", () => {
  const sizes = [0, 999, 1000, 1_940_000, 25_400_000_000, 3e15].map(formatBytes);
  assert.deepEqual(sizes, ["0 bytes", "999 bytes", "1.0 kB", "1.9 MB", "25 GB", "3000 TB"]);
});
