/** @file The doctor's checks of what `npm start` and `npm test` need: Node, the packages, the build, the kernel, the data. */
import { join } from "node:path";
import { type Check, type Finding, optional, required } from "./doctor-finding";
import type { KernelFound } from "./doctor-kernels";
import type { Probes } from "./doctor-probes";
import { formatBytes } from "./doctor-text";

const OLDEST_NODE: readonly [number, number] = [20, 19];
/** The versions that our tests run on; a later one may work. */
const TESTED_NODE: readonly number[] = [20, 22, 24];

/** Node: in range, and among the versions that are tested. */
export function checkNode({ nodeVersion }: Probes): Finding {
  const [major = 0, minor = 0] = nodeVersion.split(".").map(Number);
  const [oldestMajor, oldestMinor] = OLDEST_NODE;
  if (major < oldestMajor || (major === oldestMajor && minor < oldestMinor)) {
    return required("Node", "wrong", nodeVersion, `Install Node ${OLDEST_NODE.join(".")} or later from nodejs.org.`);
  }
  const tested = TESTED_NODE.includes(major) ? "" : `Tested on ${TESTED_NODE.join(", ")}; this one may work.`;
  return required("Node", "ok", nodeVersion, tested);
}

/** npm: needed to install, not to run. */
export async function checkNpm(probes: Probes): Promise<Finding> {
  const path = probes.onPath("npm");
  const advice = "npm comes with Node; it installs the packages.";
  if (path === undefined) return optional("npm", "absent", "not on the PATH", advice);
  const { npm_config_user_agent: agent } = probes.env;
  const running = /^npm\/(\S+)/.exec(agent ?? "")?.[1];
  if (running !== undefined) return optional("npm", "ok", running);
  // On Windows npm is a batch file, which Node starts through a shell only.
  if (/\.(cmd|bat)$/i.test(path)) return optional("npm", "ok", path);
  const answer = await probes.run(path, ["--version"], 20_000);
  if (answer.state === "ok") return optional("npm", "ok", answer.stdout.trim());
  return optional("npm", "wrong", "does not answer", advice);
}

/** The build: there, and made from the sources as they are now. */
export function checkBuild(probes: Probes): Finding {
  const sources = probes.filesBelow(join(probes.root, "src"), ".ts");
  if (probes.fileSize(join(probes.root, "dist", "index.js")) === undefined) {
    return required("build", "absent", "dist/ is missing", "Run `npm run build`.");
  }
  // The source maps hold the sources, so that this is exact where times are not: git and editors touch files unchanged.
  const stale = sources.filter((name) => {
    const map = probes.readText(join(probes.root, "dist", `${name.slice(0, -".ts".length)}.js.map`));
    return map === undefined || builtSource(map) !== probes.readText(join(probes.root, "src", name));
  });
  const [first] = stale;
  if (first === undefined) return required("build", "ok", `${sources.length} sources, all as built`);
  const which =
    stale.length === 1 ? `src/${first} has changed` : `src/${first} and ${stale.length - 1} more have changed`;
  return required("build", "wrong", `${which} since`, "Run `npm run build`; `npm start` and `npm test` do it too.");
}

function builtSource(map: string): string | undefined {
  try {
    return (JSON.parse(map) as { sourcesContent?: string[] }).sourcesContent?.[0];
  } catch {
    return undefined;
  }
}

/** A package that does real work here: what it is for, and a script that makes it work and prints a word. */
interface PackageCheck {
  part: string;
  packageName: string;
  script: string;
}

const PACKAGES: readonly PackageCheck[] = [
  {
    part: "DuckDB",
    packageName: "@duckdb/node-api",
    script: `const { DuckDBInstance } = require("@duckdb/node-api");
      DuckDBInstance.create(":memory:").then(async (db) => {
        const rows = (await (await db.connect()).runAndReadAll("select 42 as answer")).getRowObjects();
        done(rows[0].answer === 42);
      });`,
  },
  {
    part: "zeromq",
    packageName: "zeromq",
    script: `const { Pair } = require("zeromq");
      const [left, right] = [new Pair({ linger: 0 }), new Pair({ linger: 0 })];
      left.bind("tcp://127.0.0.1:*").then(async () => {
        right.connect(left.lastEndpoint);
        await right.send("42");
        const [message] = await left.receive();
        left.close(); right.close();
        done(String(message) === "42");
      });`,
  },
  {
    part: "danfo.js",
    packageName: "danfojs-node",
    script: `const { DataFrame } = require("danfojs-node");
      done(new DataFrame({ score: [20, 22] }).column("score").sum() === 42);`,
  },
  {
    part: "Plotly",
    packageName: "plotly.js-dist",
    script: `const text = require("fs").readFileSync(require.resolve("plotly.js-dist"), "utf8");
      new (require("vm").Script)(text);
      done(text.length > 1e6);`,
  },
];

/** One check a package: it loads, and does a little of what it is for; the time is that of a Node of its own. */
export const packageChecks: readonly Check[] = PACKAGES.map(
  (entry): Check =>
    async (probes) =>
      checkPackage(entry, probes),
);

async function checkPackage({ part, packageName, script }: PackageCheck, probes: Probes): Promise<Finding> {
  const manifest = join(probes.root, "node_modules", packageName, "package.json");
  if (probes.fileSize(manifest) === undefined) {
    return required(part, "absent", `${packageName} is not installed`, "Run `npm ci`.");
  }
  const timed = `const before = performance.now();
    const done = (right) => {
      if (!right) throw new Error("it gave a wrong answer");
      console.log("version", require(${JSON.stringify(manifest)}).version, Math.round(performance.now() - before));
    };
    ${script}`;
  const answer = await probes.runNode(timed, 60_000);
  const [, version, ms] = /^version (\S+) (\d+)$/m.exec(answer.stdout) ?? [];
  if (version !== undefined) return required(part, "ok", `${version}, works after ${ms} ms`);
  const why = answer.state === "timeout" ? "no answer in 60 s" : lastError(answer.stderr);
  return required(part, "wrong", why, "Delete node_modules and run `npm ci` again.");
}

/** The kernel that the notebooks name: every file of its command line is there; with `deep`, it really runs a cell. */
export function checkProjectKernel(deep: "look" | "start"): Check {
  return async (probes) => {
    const part = "tslab kernel";
    let kernel: KernelFound | undefined;
    try {
      kernel = (await probes.kernels()).find(({ name, origin }) => name === "tslab" && origin === "the project");
    } catch (error) {
      return required(part, "wrong", firstLine(error), "Run `npm ci && npm run build`.");
    }
    if (kernel === undefined) return required(part, "absent", "the project brings none", "Run `npm run build`.");
    const missing = kernel.files.find((file) => probes.fileSize(file) === undefined);
    if (missing !== undefined) {
      return required(part, "wrong", `${missing} is missing`, "Run `npm ci && npm run build`.");
    }
    if (deep === "look") return required(part, "ok", kernel.displayName, "`caderno doctor --deep` starts it.");
    const started = performance.now();
    try {
      const printed = await probes.tryKernel("tslab");
      const seconds = ((performance.now() - started) / 1000).toFixed(1);
      if (printed.trim() === "42") return required(part, "ok", `started, ran a cell and stopped in ${seconds} s`);
      return required(part, "wrong", `a cell printed ${JSON.stringify(printed)} in place of 42`, "Run `npm ci`.");
    } catch (error) {
      return required(part, "wrong", firstLine(error), "Run `npm ci && npm run build` and try again.");
    }
  };
}

/** The course's data: every CSV file of datasets/, and at least the first. */
export function checkData(probes: Probes): Finding {
  const folder = join(probes.root, "datasets");
  const files = probes.list(folder).filter((name) => name.endsWith(".csv"));
  if (!files.includes("redacoes.csv")) {
    return required("data", "absent", "datasets/redacoes.csv is missing", "Run `git checkout -- datasets`.");
  }
  const sizes = files.map((name) => ({ name, size: probes.fileSize(join(folder, name)) ?? 0 }));
  const empty = sizes.find(({ size }) => size < 100);
  if (empty !== undefined) {
    return required("data", "wrong", `datasets/${empty.name} is empty`, "Run `git checkout -- datasets`.");
  }
  return required("data", "ok", sizes.map(({ name, size }) => `${name} ${formatBytes(size)}`).join(", "));
}

/** Memory: a kernel with danfo.js loaded takes about 400 MB. */
export function checkMemory(probes: Probes): Finding {
  const { free, total } = probes.memory();
  const here = `${formatBytes(free)} free of ${formatBytes(total)}`;
  if (total < 1e9) return required("memory", "wrong", here, "The course needs a machine with 1 GB or more.");
  if (free < 5e8) return optional("memory", "absent", here, "Close programs: a running kernel takes about 400 MB.");
  return optional("memory", "ok", here);
}

/** Disk: reports and executed notebooks are small; Python and models are not. */
export async function checkDisk(probes: Probes): Promise<Finding> {
  const free = await probes.diskFree();
  if (free < 1e8) return required("disk", "wrong", `${formatBytes(free)} free`, "Free 100 MB for the report.");
  if (free < 2e9)
    return optional("disk", "absent", `${formatBytes(free)} free`, "JupyterLab takes 350 MB, models more.");
  return optional("disk", "ok", `${formatBytes(free)} free`);
}

/** Cores: how many notebooks run at once by default. */
export function checkCores(probes: Probes): Finding {
  return optional("cores", "ok", String(probes.cores()));
}

function lastError(stderr: string): string {
  const lines = stderr.split("\n").map((line) => line.trim());
  return lines.find((line) => /^\w*Error\b/.test(line)) ?? lines.filter(Boolean).at(-1) ?? "it does not load";
}

function firstLine(error: unknown): string {
  return (error instanceof Error ? error.message : String(error)).split("\n")[0] ?? "";
}
