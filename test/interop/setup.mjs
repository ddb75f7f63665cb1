// Sets up .venv with the real programs that the tests in this folder drive, at the versions of requirements.txt.
//   npm run interop:setup                 installs what is missing; running it again changes nothing
//   npm run interop:setup -- --system     also installs Chromium and PostgreSQL where apt-get may (as root, where none is found)
// Where Python or the package index does not answer it says so, leaves nothing behind and exits 0: the tests then skip.
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { register } from "tsx/cjs/api";

// The sources rather than the build, so that this works before the first build.
register();
const require = createRequire(import.meta.url);
const { installEnvironment } = require("../../src/cli/lab-environment");
const { environmentProgram } = require("../../src/cli/lab-jupyter");
const { findOnPath } = require("../../src/cli/lab-program");
const { findPythonTool, pythonAdvice } = require("../../src/cli/lab-python");
const { BROWSERS } = require("../../src/cli/doctor-extras");
const { findPostgres } = require("./postgres-server.ts");

const here = dirname(fileURLToPath(import.meta.url));
const root = join(here, "..", "..");

process.exitCode = await setUpPython();
const mayInstall = process.argv.includes("--system");
setUpProgram({ name: "Chromium", debian: "chromium", find: findBrowser, instead: ", or set CHROMIUM_PATH" });
setUpProgram({ name: "PostgreSQL", debian: "postgresql", find: findPostgres, instead: "" });

async function setUpPython() {
  const search = await findPythonTool();
  if (search.state === "none") {
    console.log(`The interop tests will skip: ${search.detail}.\n  ${pythonAdvice(search.reason)}`);
    return 0;
  }
  const { tool } = search;
  const started = Date.now();
  console.log(`Setting up .venv with ${tool.kind === "uv" ? "uv" : "Python"} ${tool.version} …`);
  try {
    const { state } = await installEnvironment({
      prefix: join(root, ".venv"),
      requirements: join(here, "requirements.txt"),
      log: join(root, ".cache", "interop-setup.log"),
      tool,
      onProgress: process.stdout.isTTY ? (step) => process.stdout.write(`\r\x1b[2K${step} …`) : undefined,
    });
    if (process.stdout.isTTY) process.stdout.write("\r\x1b[2K");
    const seconds = Math.round((Date.now() - started) / 1000);
    console.log(`${state === "made" ? "Made .venv" : ".venv is complete"} (${seconds} s). ${pythonVersions()}`);
    return 0;
  } catch (error) {
    console.log(`The interop tests will skip: ${error.message}\n  ${error.hint ?? ""}`);
    return error.code === "package-index-unreachable" ? 0 : 1;
  }
}

function pythonVersions() {
  const script =
    "from importlib.metadata import version as v\n" +
    "print(', '.join(f'{n} {v(n)}' for n in ('jupyterlab', 'nbclient', 'papermill', 'plotly', 'datasets')))";
  return spawnSync(environmentProgram(join(root, ".venv"), "python"), ["-c", script], {
    encoding: "utf8",
  }).stdout.trim();
}

function setUpProgram({ name, debian, find, instead }) {
  const aptGet = findOnPath("apt-get");
  if (find() === undefined && mayInstall && aptGet !== undefined && process.getuid?.() === 0) {
    console.log(`Installing ${name} with apt-get …`);
    const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
    const apt = (...words) =>
      spawnSync(aptGet, words, { env, stdio: ["ignore", "ignore", "inherit"], timeout: 600_000 });
    apt("update", "-qq");
    apt("install", "-y", "-qq", "--no-install-recommends", debian);
  }
  const path = find();
  console.log(
    path === undefined
      ? `${name}: none; its tests will skip. Debian: \`apt-get install ${debian}\`${instead}.`
      : `${name}: ${path}`,
  );
}

function findBrowser() {
  const named = process.env.CHROMIUM_PATH;
  if (named && existsSync(named)) return named;
  return BROWSERS.map((name) => findOnPath(name)).find((path) => path !== undefined);
}
