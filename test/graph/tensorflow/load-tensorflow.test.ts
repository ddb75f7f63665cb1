import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { appendFileSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { type TestContext, test } from "node:test";
import { findProjectRoot } from "../../../src/core/project-root";
import { loadTensorFlow } from "../../../src/graph/tensorflow/load-tensorflow";
import { findNativeLibrary, LIBRARY_MANIFEST, type NativeLibrary } from "../../../src/graph/tensorflow/native-library";
import { probeLibrary } from "../../../src/graph/tensorflow/probe-library";
import { restoreUtilFunctions } from "../../../src/graph/tensorflow/restore-util";

const root = findProjectRoot(__dirname);
const LOADER = join(root, "src", "graph", "tensorflow", "load-tensorflow");

/** x = [1, 2], w = [[1, 2], [3, 4]]: sum((x·w)²) is 7² + 10² = 149, and its gradient is xᵀ·2(x·w) = [[14, 20], [28, 40]]. */
const SUMS = `const w = tf.variable(tf.tensor2d([[1, 2], [3, 4]]));
  const { value, grads } = tf.variableGrads(() => tf.sum(tf.square(tf.matMul([[1, 2]], w))));
  const sums = JSON.stringify([value.arraySync(), ...Object.values(grads).map((gradient) => gradient.arraySync())]);`;
const RIGHT = "[149,[[14,20],[28,40]]]";

function temporaryFolder(t: TestContext): string {
  const folder = mkdtempSync(join(tmpdir(), "caderno-tensorflow-"));
  t.after(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

function put(path: string, text: string): string {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
  return path;
}

/** An installed library whose package and addon are scripts, so that it can do whatever a test needs. */
function fakeLibrary(folder: string, addon: string): { folder: string; packageFolder: string; verdicts: string } {
  const packageFolder = join(folder, "package");
  put(join(packageFolder, "dist", "register_all_kernels.js"), "");
  put(
    join(packageFolder, "dist", "nodejs_kernel_backend.js"),
    `exports.NodeJSKernelBackend = class { constructor(binding) { this.isUsingGpuDevice = binding.isUsingGpuDevice(); } };`,
  );
  put(
    join(packageFolder, "node_modules", "@tensorflow", "tfjs", "index.js"),
    `exports.registerBackend = exports.setBackend = () => true;
     exports.matMul = ([[a]], [[b]]) => ({ dataSync: () => [a * b] });`,
  );
  const library = join(folder, "library");
  put(join(library, "addon.js"), addon);
  writeManifest(library, [{ path: "addon.js", size: addon.length }]);
  return { folder: library, packageFolder, verdicts: join(folder, "probes.json") };
}

function writeManifest(library: string, files: { path: string; size: number }[], addon = "addon.js"): void {
  const manifest = { format: 1, tensorflow: "2.99.1", device: "cpu", from: "wheel", addon, files };
  put(join(library, LIBRARY_MANIFEST), JSON.stringify(manifest));
}

function found(places: { folder: string; packageFolder: string }): NativeLibrary {
  const search = findNativeLibrary(places);
  if (search.state === "none") assert.fail(search.reason);
  return search.library;
}

/** Loads TensorFlow.js in a process of its own, computes, and gives everything that was printed. */
function load(options: string): { stdout: string; stderr: string } {
  const script = `const { loadTensorFlow } = require(${JSON.stringify(LOADER)});
    loadTensorFlow(${options}).then(({ tf, ...rest }) => { ${SUMS} console.log(sums, JSON.stringify(rest)); });`;
  const { stdout, stderr } = spawnSync(process.execPath, ["--import", "tsx", "-e", script], {
    cwd: root,
    encoding: "utf8",
  });
  return { stdout, stderr };
}

test("in JavaScript: a product and a gradient are right, and nothing is printed", () => {
  const { stdout, stderr } = load('{ native: "never" }');
  assert.equal(stderr, "");
  const [, sums, rest = ""] = /^(\S+) (\{.*\})\n$/.exec(stdout) ?? [];
  assert.equal(sums, RIGHT, stdout);
  assert.deepEqual(JSON.parse(rest), {
    backend: "cpu",
    version: "4.22.0",
    gpu: "no",
    reason: "computes in JavaScript: the native library was not asked for",
  });
});

test("without a native library it computes in JavaScript and says why; where one is required, that is an error", async (t) => {
  const folder = temporaryFolder(t);
  const places = { folder: join(folder, "none"), packageFolder: join(folder, "package") };
  const { tf, backend, reason } = await loadTensorFlow({ places });
  assert.deepEqual([backend, reason], ["cpu", "computes in JavaScript: no native library is installed"]);
  assert.deepEqual(tf.matMul([[1, 2]], [[3], [4]]).arraySync(), [[11]]);
  await assert.rejects(loadTensorFlow({ native: "required", places }), {
    code: "tensorflow-native",
    message: "TensorFlow's native library cannot be used: no native library is installed.",
    hint: "`npm run setup` installs it; `npm run doctor` says what this machine has.",
  });
});

test("an option that does not exist is named", async () => {
  const native = "yes" as "auto";
  await assert.rejects(
    loadTensorFlow({ native }),
    /loadTensorFlow: `native` must be "auto", "required" or "never", but got "yes"/,
  );
});

test("a library of another machine, a truncated one and one that ends its process are reasons, not crashes", async (t) => {
  const folder = temporaryFolder(t);
  const places = fakeLibrary(folder, "");
  for (const [name, text] of [
    ["truncated.node", "\x7fELF\x02\x01\x01"],
    ["script.node", "#!/bin/sh\n"],
  ] as const) {
    put(join(places.folder, name), text);
    writeManifest(places.folder, [{ path: name, size: text.length }], name);
    const { backend, reason } = await loadTensorFlow({ places });
    assert.equal(backend, "cpu");
    assert.match(reason, /^computes in JavaScript: the native library does not load: .{5,}[^.]$/);
  }
  const killed = fakeLibrary(join(folder, "killed"), 'process.kill(process.pid, "SIGILL");');
  const { reason } = await loadTensorFlow({ places: killed });
  if (process.platform !== "win32") assert.match(reason, /instructions that this processor lacks \(SIGILL\)$/);
  const wrong = fakeLibrary(join(folder, "wrong"), 'throw new Error("version `GLIBC_2.99\' not found");');
  assert.match((await loadTensorFlow({ places: wrong })).reason, /does not load: version `GLIBC_2\.99' not found$/);
});

test("a library that hangs is given up, and tried again the next time", async (t) => {
  const places = fakeLibrary(temporaryFolder(t), "while (true);");
  const options = { verdicts: places.verdicts, timeoutMs: 500 };
  const verdict = await probeLibrary(found(places), options);
  assert.deepEqual(verdict, { state: "fails", reason: "it did not answer in 0.5 s" });
  assert.ok(!existsSync(places.verdicts));
});

test("a library is tried once, and again when one of its files changes", async (t) => {
  const folder = temporaryFolder(t);
  const tries = put(join(folder, "tries"), "");
  const addon = `require("fs").appendFileSync(${JSON.stringify(tries)}, "x");
    module.exports = { TF_Version: "2.99.1", isUsingGpuDevice: () => true };`;
  const places = fakeLibrary(folder, addon);
  const works = { state: "works", version: "2.99.1", gpu: "yes" };
  for (let time = 0; time < 2; time++) assert.deepEqual(await probeLibrary(found(places), places), works);
  assert.equal(readFileSync(tries, "utf8"), "x");
  appendFileSync(join(places.folder, "addon.js"), " ");
  writeManifest(places.folder, [{ path: "addon.js", size: addon.length + 1 }]);
  assert.deepEqual(await probeLibrary(found(places), places), works);
  writeFileSync(places.verdicts, "not JSON");
  assert.deepEqual(await probeLibrary(found(places), places), works);
  assert.equal(readFileSync(tries, "utf8"), "xxx");
});

test("a damaged installation is named: a missing file, another size, a manifest that is none or leads outside", (t) => {
  const places = fakeLibrary(temporaryFolder(t), "addon");
  const reason = (): string => {
    const search = findNativeLibrary(places);
    return search.state === "none" ? search.reason : "found";
  };
  assert.equal(reason(), "found");
  writeManifest(places.folder, [{ path: "addon.js", size: 99 }]);
  assert.match(reason(), /damaged: addon\.js has 5 bytes in place of 99$/);
  writeManifest(places.folder, [{ path: "gone.so", size: 1 }]);
  assert.match(reason(), /damaged: gone\.so is missing$/);
  for (const path of ["../outside", "/etc/outside", "a/../../b"]) {
    writeManifest(places.folder, [{ path, size: 1 }]);
    assert.match(reason(), /damaged: library\.json is not one of this version/, path);
  }
  for (const text of ["null", "{}", "[1]", '{"format":1', '{"format":2}']) {
    put(join(places.folder, LIBRARY_MANIFEST), text);
    assert.match(reason(), /is damaged: /, text);
  }
});

test("what Node removed from util is put back, and what is there stays", () => {
  const kept = (): boolean => true;
  const util: Record<string, unknown> = { isNullOrUndefined: kept };
  const added = restoreUtilFunctions(util);
  assert.equal(util.isNullOrUndefined, kept);
  assert.ok(added.includes("isUndefined") && !added.includes("isNullOrUndefined"));
  assert.deepEqual(restoreUtilFunctions(util), []);
  const bare: Record<string, unknown> = {};
  restoreUtilFunctions(bare);
  const isNullOrUndefined = bare.isNullOrUndefined as (value: unknown) => boolean;
  assert.deepEqual([null, undefined, 0, ""].map(isNullOrUndefined), [true, true, false, false]);
});

const here = findNativeLibrary();

test("the native library that is installed here computes the same, and prints nothing", {
  skip: here.state === "none",
}, () => {
  const { stdout, stderr } = load('{ native: "required" }');
  const [, sums, rest = ""] = /^(\S+) (\{.*\})\n$/.exec(stdout) ?? [];
  assert.equal(sums, RIGHT, stdout + stderr);
  assert.equal(JSON.parse(rest).backend, "tensorflow-native");
  assert.equal(stderr, "");
});
