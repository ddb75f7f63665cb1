import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
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
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { type TestContext, test } from "node:test";
import { deflateRawSync } from "node:zlib";
import { findCompiler, missingForAddon } from "../../src/cli/setup-addon";
import { replaceFolder } from "../../src/cli/setup-folder";
import { setupTensorFlow, type TensorFlowSetup, WHEEL_VERSION } from "../../src/cli/setup-tensorflow";
import { unpackCuda, unpackTensorFlow } from "../../src/cli/setup-wheel";
import { extractZipEntry, readZipEntries } from "../../src/cli/setup-zip";
import type { CadernoError } from "../../src/core/errors";
import { findProjectRoot } from "../../src/core/project-root";

const isPosix = process.platform !== "win32";

function temporaryFolder(t: TestContext): string {
  const folder = mkdtempSync(join(tmpdir(), "caderno-setup-"));
  t.after(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

function put(path: string, text: string, mode?: number): string {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
  if (mode !== undefined) chmodSync(path, mode);
  return path;
}

/** A zip archive made by hand from the format's description; entries are deflated unless `stored`. */
function zip(
  files: Readonly<Record<string, string>>,
  change: { stored?: string; size?: Record<string, number> } = {},
): Buffer {
  const locals: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const [name, text] of Object.entries(files)) {
    const method = change.stored === name ? 0 : 8;
    const data = method === 0 ? Buffer.from(text) : deflateRawSync(text);
    const size = change.size?.[name] ?? Buffer.byteLength(text);
    const local = Buffer.alloc(30);
    local.writeUInt32LE(0x04034b50, 0);
    local.writeUInt16LE(Buffer.byteLength(name), 26);
    local.writeUInt16LE(4, 28);
    const entry = Buffer.alloc(46);
    entry.writeUInt32LE(0x02014b50, 0);
    entry.writeUInt16LE(method, 10);
    entry.writeUInt32LE(data.length, 20);
    entry.writeUInt32LE(size, 24);
    entry.writeUInt16LE(Buffer.byteLength(name), 28);
    entry.writeUInt32LE(offset, 42);
    const bytes = Buffer.concat([local, Buffer.from(name), Buffer.alloc(4), data]);
    locals.push(bytes);
    directory.push(entry, Buffer.from(name));
    offset += bytes.length;
  }
  const central = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt32LE(central.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...locals, central, end]);
}

const LIBRARIES = {
  "tensorflow/libtensorflow_framework.so.2": "framework".repeat(100),
  "tensorflow/libtensorflow_cc.so.2": "library".repeat(100),
  "tensorflow/include/tensorflow/c/c_api.h": "// header",
  "tensorflow/python/unused.py": "raise SystemExit",
};

const METADATA = `Name: tensorflow-cpu
Version: 2.99.1
Requires-Dist: numpy>=1.26.0
Requires-Dist: nvidia-cublas-cu12<13.0,>=12.5; extra == "and-cuda"
`;

/** A wheel's bytes, with a RECORD in Windows' line ends as TensorFlow's has. */
function wheelBytes(files: Readonly<Record<string, string>>, record: Readonly<Record<string, string>> = files): Buffer {
  const lines = Object.entries(record).map(
    ([name, text]) =>
      `${name},sha256=${createHash("sha256").update(text).digest("base64url")},${Buffer.byteLength(text)}`,
  );
  const info = "tensorflow_cpu-2.99.1.dist-info";
  const text = [`${info}/RECORD,,`, ...lines, ""].join("\r\n");
  return zip({ [`${info}/METADATA`]: METADATA, [`${info}/RECORD`]: text, ...files });
}

function wheel(folder: string, bytes: Buffer = wheelBytes(LIBRARIES), name = "tensorflow_cpu-2.99.1-any.whl"): string {
  const path = join(folder, name);
  writeFileSync(path, bytes);
  return path;
}

/** A machine with a compiler that writes a file, Node's headers, a package with sources, and a library that loads. */
function machine(folder: string, changes: Partial<TensorFlowSetup> = {}): TensorFlowSetup & { folder: string } {
  const compiler = '#!/bin/sh\nwhile [ $# -gt 0 ]; do [ "$1" = -o ] && echo addon > "$2"; shift; done\n';
  put(join(folder, "node", "include", "node", "node_api.h"), "");
  put(join(folder, "package", "binding", "tfjs_binding.cc"), "");
  return {
    folder: join(folder, "cache", "tensorflow", "here"),
    packageFolder: join(folder, "package"),
    env: {
      PATH: process.env.PATH,
      CXX: put(join(folder, "cxx"), compiler, 0o755),
      npm_config_nodedir: join(folder, "node"),
      TFJS_NODE_CDN_STORAGE: "http://127.0.0.1:1/",
    },
    machine: { platform: "linux", arch: "x64", libc: "glibc", freeBytes: 1e12 },
    python: async () => ({ state: "none", reason: "no-python", detail: "no python3 on the PATH" }),
    probe: async () => ({ state: "works", version: "2.99.1", gpu: "no" }),
    ...changes,
  };
}

function didNotFail(): never {
  assert.fail("it worked");
}

/** What is in the cache, without the folders. */
function filesOf(folder: string): string[] {
  const all = existsSync(folder) ? readdirSync(folder, { recursive: true, withFileTypes: true }) : [];
  return all
    .filter((entry) => !entry.isDirectory())
    .map(({ name }) => name)
    .sort();
}

test("a wheel becomes a library with its addon, whole; a second run does nothing", { skip: !isPosix }, async (t) => {
  const folder = temporaryFolder(t);
  const setup = machine(folder);
  const result = await setupTensorFlow({ ...setup, fromWheel: wheel(folder) });
  assert.deepEqual([result.state, result.manifest.tensorflow, result.manifest.from], ["installed", "2.99.1", "wheel"]);
  assert.deepEqual(
    result.manifest.files.map(({ path }) => path),
    [
      "deps/tensorflow/libtensorflow_cc.so.2",
      "deps/tensorflow/libtensorflow_framework.so.2",
      "lib/napi-v8/quiet.node",
      "lib/napi-v8/tfjs_binding.node",
    ],
  );
  assert.deepEqual(readdirSync(dirname(setup.folder)), ["here"]);
  assert.equal(readFileSync(join(folder, "package", "lib", "napi-v8", "tfjs_binding.node"), "utf8"), "addon\n");
  const said: string[] = [];
  const again = await setupTensorFlow({ ...setup, say: (line) => said.push(line) });
  assert.deepEqual([again.state, said], ["kept", []]);
});

test("a damaged library is not kept", { skip: !isPosix }, async (t) => {
  const folder = temporaryFolder(t);
  const setup = machine(folder);
  await setupTensorFlow({ ...setup, fromWheel: wheel(folder) });
  writeFileSync(join(setup.folder, "deps", "tensorflow", "libtensorflow_cc.so.2"), "half");
  await assert.rejects(setupTensorFlow(setup), { code: "setup-tensorflow" });
});

test("where nothing works, each way says why, and nothing is left", async (t) => {
  const folder = temporaryFolder(t);
  const setup = machine(folder);
  const error: CadernoError = await setupTensorFlow(setup).then(didNotFail, (thrown) => thrown);
  assert.equal(error.code, "setup-tensorflow");
  assert.match(error.message, /own download: http:\/\/127\.0\.0\.1:1\/ does not answer from here\./);
  if (isPosix)
    assert.match(
      error.message,
      /wheel: Downloading it needs Python with pip: no python3 on the PATH\. .*--from-wheel FILE/,
    );
  assert.match(error.hint ?? "", /Nothing was changed\. Everything works without it/);
  assert.deepEqual(readdirSync(dirname(setup.folder)), []);
});

test("a machine that the wheel is not for, and a full disk, are said before anything is downloaded", async (t) => {
  const folder = temporaryFolder(t);
  const fails = async (here: TensorFlowSetup["machine"], rule: RegExp): Promise<void> => {
    await assert.rejects(
      setupTensorFlow(machine(folder, { machine: { freeBytes: 1e12, ...here }, fromWheel: wheel(folder) })),
      ({ message }: Error) => rule.test(message),
    );
  };
  await fails({ platform: "darwin", arch: "arm64" }, /for Linux on x64 or arm64, and this is darwin on arm64/);
  await fails({ platform: "linux", arch: "x64", libc: "other" }, /GNU C library/);
  await fails({ platform: "linux", arch: "x64", libc: "glibc", freeBytes: 1e6 }, /has 1 MB free, .* takes 1\.5 GB/);
});

test("no compiler, no headers of Node: each says what to install", async (t) => {
  const folder = temporaryFolder(t);
  assert.equal(findCompiler({ PATH: folder }), undefined);
  assert.equal((await missingForAddon({ PATH: folder }))?.code, "setup-no-compiler");
  assert.match((await missingForAddon({ PATH: folder, CXX: "nowhere" }))?.message ?? "", /`nowhere`, which CXX names/);
  const error = await setupTensorFlow(
    machine(folder, { env: { PATH: folder, CXX: join(folder, "nothing") }, fromWheel: wheel(folder) }),
  ).then(didNotFail, (thrown: CadernoError) => thrown);
  if (isPosix) assert.match(error.message, /there is no compiler .*sudo apt install g\+\+/);
});

test("a compiler's error and a library that does not load leave what was there", { skip: !isPosix }, async (t) => {
  const folder = temporaryFolder(t);
  const setup = machine(folder);
  await setupTensorFlow({ ...setup, fromWheel: wheel(folder) });
  const before = readFileSync(join(setup.folder, "library.json"), "utf8");
  const broken = put(
    join(folder, "broken"),
    "#!/bin/sh\necho 'a.cc:1:1: fatal error: no such header' >&2\nexit 1\n",
    0o755,
  );
  await assert.rejects(
    setupTensorFlow({ ...setup, env: { ...setup.env, CXX: broken }, fromWheel: wheel(folder) }),
    /The addon does not compile: a\.cc:1:1: fatal error: no such header\./,
  );
  const probe: TensorFlowSetup["probe"] = async () => ({ state: "fails", reason: "GLIBC_2.99 not found" });
  await assert.rejects(
    setupTensorFlow({ ...setup, probe, fromWheel: wheel(folder) }),
    /does not load: GLIBC_2\.99 not found\./,
  );
  assert.equal(readFileSync(join(setup.folder, "library.json"), "utf8"), before);
  assert.deepEqual(readdirSync(dirname(setup.folder)), ["here"]);
});

test("pip downloads the pinned wheel, whatever runs it; CUDA's wheels come beside it", {
  skip: !isPosix,
}, async (t) => {
  const folder = temporaryFolder(t);
  const cuda = { "nvidia/cublas/lib/libcublas.so.12": "cublas", "nvidia/cublas/include/cublas.h": "h" };
  wheel(folder, wheelBytes(LIBRARIES), "tensorflow-2.99.1-any.whl");
  wheel(folder, wheelBytes(cuda), "nvidia_cublas_cu12-12.5-any.whl");
  const pip = `#!/bin/sh
echo "$@" >> ${folder}/asked
for word in "$@"; do last=$word; [ "$before" = -d ] && into=$word; before=$word; done
case "$last" in tensorflow*) cp ${folder}/tensorflow-*.whl $into;; nvidia*) cp ${folder}/nvidia*.whl $into;; esac\n`;
  const command = put(join(folder, "python"), pip, 0o755);
  const python: TensorFlowSetup["python"] = async () => ({
    state: "found",
    tool: { kind: "venv", command, version: "3.14.0" },
  });
  const result = await setupTensorFlow(machine(folder, { device: "gpu", python }));
  assert.deepEqual([result.manifest.device, result.gpu], ["gpu", "no"]);
  assert.ok(result.manifest.files.some(({ path }) => path === "deps/nvidia/cublas/lib/libcublas.so.12"));
  assert.ok(!filesOf(result.folder).includes("cublas.h"));
  const asked = readFileSync(join(folder, "asked"), "utf8");
  assert.match(asked, new RegExp(`download .*--no-deps .*manylinux_2_27_x86_64 .* tensorflow==${WHEEL_VERSION}\n`));
  assert.match(asked, /download .* nvidia-cublas-cu12<13\.0,>=12\.5\n/);
});

test("pip's own failure is told in its words", { skip: !isPosix }, async (t) => {
  const folder = temporaryFolder(t);
  const script =
    "#!/bin/sh\n[ $3 = --version ] && exit 0\necho 'ERROR: THESE PACKAGES DO NOT MATCH THE HASHES' >&2\nexit 1\n";
  const command = put(join(folder, "python"), script, 0o755);
  const python: TensorFlowSetup["python"] = async () => ({
    state: "found",
    tool: { kind: "venv", command, version: "3" },
  });
  await assert.rejects(setupTensorFlow(machine(folder, { python })), /pip cannot download .*DO NOT MATCH THE HASHES/);
});

test("the package's own download is taken where its host answers, on a copy of the package", async (t) => {
  const folder = temporaryFolder(t);
  const server = createServer((_, response) => response.end()).listen(0, "127.0.0.1");
  await new Promise((resolve) => server.once("listening", resolve));
  t.after(() => server.close());
  const setup = machine(folder);
  const script = `const fs = require("fs");
    fs.mkdirSync("lib/napi-v8", { recursive: true });
    fs.writeFileSync("lib/napi-v8/tfjs_binding.node", process.argv.slice(2).join(" "));
    fs.mkdirSync("deps/lib", { recursive: true });
    fs.writeFileSync("deps/lib/libtensorflow.so.2", "library");`;
  put(join(folder, "package", "scripts", "install.js"), script);
  const host = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
  const result = await setupTensorFlow({ ...setup, env: { ...process.env, TFJS_NODE_CDN_STORAGE: host } });
  assert.deepEqual([result.manifest.from, result.manifest.tensorflow], ["download", "2.99.1"]);
  const addon = join(result.folder, "lib", "napi-v8", "tfjs_binding.node");
  assert.equal(readFileSync(addon, "utf8"), "cpu download");
  assert.ok(!existsSync(join(folder, "package", "deps")));
});

test("an interrupted setup leaves nothing, and what a killed one left is cleared", { skip: !isPosix }, async (t) => {
  const folder = temporaryFolder(t);
  const target = join(folder, "library");
  put(join(target, "old"), "stays");
  const root = findProjectRoot(__dirname);
  const script = put(
    join(folder, "fill.ts"),
    `import { replaceFolder } from ${JSON.stringify(join(root, "src", "cli", "setup-folder"))};
     import { writeFileSync } from "node:fs";
     void replaceFolder(${JSON.stringify(target)}, async (staging) => {
       writeFileSync(staging + "/half", "half");
       console.log("filling");
       await new Promise((resolve) => setTimeout(resolve, 60_000));
     });`,
  );
  for (const [signal, left] of [
    ["SIGINT", 0],
    ["SIGKILL", 1],
  ] as const) {
    const child = spawn(process.execPath, ["--import", "tsx", script], {
      cwd: root,
      stdio: ["ignore", "pipe", "inherit"],
    });
    const ended = new Promise((resolve) => child.once("close", resolve));
    await new Promise((resolve) => child.stdout.once("data", resolve));
    child.kill(signal);
    await ended;
    assert.equal(readdirSync(folder).filter((name) => name.includes(".setup-")).length, left, signal);
    assert.deepEqual(filesOf(target), ["old"]);
  }
  await replaceFolder(target, async (staging) => writeFileSync(join(staging, "new"), ""));
  assert.deepEqual(readdirSync(folder).sort(), ["fill.ts", "library"]);
  assert.deepEqual(filesOf(target), ["new"]);
});

test("hostile and damaged wheels are errors that say so, and nothing is written outside", async (t) => {
  const folder = temporaryFolder(t);
  const target = join(folder, "out");
  const fails = async (bytes: Buffer, rule: RegExp, name?: string): Promise<void> => {
    await assert.rejects(
      unpackTensorFlow(wheel(folder, bytes, name), target, { arch: "x64" }),
      (error: CadernoError) => {
        assert.equal(error.code, "setup-wheel");
        assert.match(error.message, rule);
        return true;
      },
    );
  };
  const whole = wheelBytes(LIBRARIES);
  await fails(Buffer.from("not a zip"), /no end record/);
  await fails(whole.subarray(0, whole.length - 30), /no end record/);
  await fails(
    Buffer.concat([whole.subarray(40), Buffer.alloc(0)]),
    /damaged|outside|where it should be|cannot be unpacked/,
  );
  await fails(wheelBytes({ "other/file.py": "" }), /it holds no tensorflow\/libtensorflow_framework\.so\.2/);
  await fails(wheelBytes({ ...LIBRARIES, "../escape": "x" }), /`\.\.\/escape` leads out of the archive/);
  await fails(wheelBytes({ ...LIBRARIES, "/etc/escape": "x" }), /leads out of the archive/);
  const changed = { ...LIBRARIES, "tensorflow/libtensorflow_cc.so.2": "other" };
  await fails(wheelBytes(changed, LIBRARIES), /cc\.so\.2` is not what the wheel's RECORD says/);
  await fails(
    whole,
    /it is for aarch64, and this machine is x86_64/,
    "tensorflow-2.99.1-cp312-manylinux_2_17_aarch64.whl",
  );
  await assert.rejects(unpackCuda(wheel(folder, zip({ "nvidia/x.so": "x" })), target), /holds no RECORD/);
  assert.ok(!existsSync(join(folder, "escape")));
});

test("an archive's entry that unpacks to more than it says is stopped; stored entries are read too", async (t) => {
  const folder = temporaryFolder(t);
  const path = wheel(
    folder,
    zip({ bomb: "0".repeat(1_000_000), plain: "hello", empty: "" }, { stored: "plain", size: { bomb: 10 } }),
  );
  const [bomb, plain, empty] = await readZipEntries(path);
  assert.ok(bomb !== undefined && plain !== undefined && empty !== undefined);
  const target = join(folder, "target");
  await assert.rejects(extractZipEntry(path, bomb, target), /`bomb` is larger than it says/);
  assert.ok(!existsSync(target));
  assert.equal(await extractZipEntry(path, plain, target), createHash("sha256").update("hello").digest("base64url"));
  assert.equal(readFileSync(target, "utf8"), "hello");
  await extractZipEntry(path, empty, target);
  assert.equal(readFileSync(target, "utf8"), "");
});
