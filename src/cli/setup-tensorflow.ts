/** @file Installing TensorFlow's native library by the first way that works here, whole or not at all. */
import { lstat, mkdir, rename, rm, statfs, symlink, unlink } from "node:fs/promises";
import { dirname, join, resolve } from "node:path";
import { writeFileAtomic } from "../core/atomic-write";
import { CadernoError, messageOf } from "../core/errors";
import { formatBytes } from "../core/format-bytes";
import { Progress } from "../core/progress";
import {
  findNativeLibrary,
  LIBRARY_MANIFEST,
  type LibraryManifest,
  libraryFault,
  nativeLibraryFolder,
  readLibraryManifest,
  TFJS_NODE_PACKAGE,
  tfjsNodeFolder,
} from "../graph/tensorflow/native-library";
import { type ProbeVerdict, probeLibrary } from "../graph/tensorflow/probe-library";
import { findPythonTool, type PythonSearch, pythonAdvice } from "./lab-python";
import { compileAddon, missingForAddon, NAPI_VERSION } from "./setup-addon";
import { answers, downloadByPackage, downloadHost } from "./setup-download";
import { filesWithSizes, replaceFolder } from "./setup-folder";
import { downloadWheels } from "./setup-pip";
import { unpackCuda, unpackTensorFlow, type WheelContents } from "./setup-wheel";

/** The TensorFlow whose wheel is taken; the addon was compiled, loaded and tested with it. */
export const WHEEL_VERSION = "2.21.0";

/** What {@link setupTensorFlow} needs to know; everything has a default for this machine. */
export interface TensorFlowSetup {
  /** Without it, what is installed already is kept, and `"cpu"` is installed where nothing is. */
  device?: "cpu" | "gpu";
  /** A wheel on this machine, in place of a download. */
  fromWheel?: string;
  /** Where the library goes. @default nativeLibraryFolder() */
  folder?: string;
  /** @default where Node finds @tensorflow/tfjs-node-gpu */
  packageFolder?: string;
  /** @default process.env */
  env?: NodeJS.ProcessEnv;
  /** Told each step, one line. */
  say?: (line: string) => void;
  /** What the machine is; for tests. */
  machine?: { platform?: NodeJS.Platform; arch?: string; libc?: "glibc" | "other"; freeBytes?: number };
  /** How Python is found; for tests. */
  python?: () => Promise<PythonSearch>;
  /** How a library is tried; for tests. */
  probe?: typeof probeLibrary;
  /** Milliseconds that the package's host has to answer. @default 4000 */
  connectMs?: number;
}

/** How {@link setupTensorFlow} ended. */
export interface TensorFlowSetupResult {
  /** `"kept"`: it was there and works, and nothing was done. */
  state: "installed" | "kept";
  folder: string;
  manifest: LibraryManifest;
  /** Whether a GPU is used, as the try after installing showed. */
  gpu: "yes" | "no";
}

const NEEDED_BYTES: Readonly<Record<"cpu" | "gpu", number>> = { cpu: 1.5e9, gpu: 9e9 };

/**
 * Installs the native library for the installed `@tensorflow/tfjs-node-gpu`, unless one that works is there.
 *
 * In order: the package's own download where its host answers; the libraries of PyPI's TensorFlow wheel, with the addon
 * compiled against them. For a GPU the wheel comes first, since it brings CUDA and the package's library does not. The
 * library is tried before it takes its place.
 *
 * @throws CadernoError `setup-tensorflow` with what each way lacked.
 */
export async function setupTensorFlow(options: TensorFlowSetup = {}): Promise<TensorFlowSetupResult> {
  const folder = options.folder ?? nativeLibraryFolder();
  const packageFolder = options.packageFolder ?? tfjsNodeFolder();
  if (packageFolder === undefined) {
    throw new CadernoError("setup-no-package", `The npm package ${TFJS_NODE_PACKAGE} is not installed.`, {
      hint: "`npm ci --include=optional` installs it; it works on Linux, macOS and Windows.",
    });
  }
  const setup: Setup = { ...options, folder, packageFolder };
  const kept = options.fromWheel === undefined ? await keepInstalled(setup) : undefined;
  if (kept !== undefined) return kept;
  const device = options.device ?? "cpu";
  await checkDisk(setup, device);
  const reasons: string[] = [];
  for (const way of waysFor(setup, device)) {
    try {
      const { manifest, gpu } = await replaceFolder(folder, async (staging) => {
        const filled = await way.fill(staging);
        return finish(staging, setup, { device, from: way.from, ...filled });
      });
      // The verdict belongs to the files where they stand, so that the first use does not try them again.
      await tryAt(folder, setup);
      await linkIntoPackage(setup);
      return { state: "installed", folder, manifest, gpu };
    } catch (error) {
      const hint = error instanceof CadernoError && error.hint !== undefined ? ` ${error.hint}` : "";
      reasons.push(`${way.name}: ${messageOf(error)}${hint}`);
      options.say?.(`${way.name}: ${messageOf(error)}`);
    }
  }
  throw new CadernoError(
    "setup-tensorflow",
    `TensorFlow's native library cannot be installed here.\n${reasons.map((reason) => `  - ${reason}`).join("\n")}`,
    {
      hint: "Nothing was changed. Everything works without it: models train on onnxruntime, and the numbers are the same.",
    },
  );
}

type Setup = TensorFlowSetup & { folder: string; packageFolder: string };

/** A way to fill an empty folder with an addon and its libraries. */
interface Way {
  name: string;
  from: LibraryManifest["from"];
  fill(staging: string): Promise<{ addon: string; version?: string }>;
}

function waysFor(setup: Setup, device: "cpu" | "gpu"): Way[] {
  const wheel: Way = {
    name: "TensorFlow's wheel",
    from: "wheel",
    fill: (staging) => fillFromWheel(staging, setup, device),
  };
  if (setup.fromWheel !== undefined) return [wheel];
  const download: Way = {
    name: "The package's own download",
    from: "download",
    fill: (staging) => fillFromPackage(staging, setup, device),
  };
  return device === "gpu" && platformOf(setup) === "linux" ? [wheel, download] : [download, wheel];
}

async function fillFromPackage(staging: string, setup: Setup, device: "cpu" | "gpu"): Promise<{ addon: string }> {
  const env = setup.env ?? process.env;
  const host = downloadHost(env);
  if ((await answers(host, setup.connectMs ?? 4000)) === "no") {
    throw new CadernoError("setup-host", `${host} does not answer from here.`);
  }
  setup.say?.(`Downloading from ${host} …`);
  const addon = await downloadByPackage(staging, { packageFolder: setup.packageFolder, device, env });
  return { addon };
}

async function fillFromWheel(
  staging: string,
  setup: Setup,
  device: "cpu" | "gpu",
): Promise<{ addon: string; version: string }> {
  const env = setup.env ?? process.env;
  checkWheelPlatform(setup);
  const missing = await missingForAddon(env);
  if (missing !== undefined) throw missing;
  const name = device === "gpu" ? "tensorflow" : "tensorflow-cpu";
  const downloads = join(staging, "downloads");
  const wheel =
    setup.fromWheel === undefined
      ? await download(setup, downloads, "tensorflow", [`${name}==${WHEEL_VERSION}`])
      : [resolve(setup.fromWheel)];
  const site = join(staging, "deps");
  let contents: WheelContents = { version: WHEEL_VERSION, cuda: [] };
  for (const path of wheel) {
    contents = await withProgress("Unpacking TensorFlow", (onProgress) => unpackTensorFlow(path, site, { onProgress }));
  }
  if (device === "gpu") {
    for (const path of await download(setup, downloads, "cuda", contents.cuda)) {
      await withProgress("Unpacking CUDA", (onProgress) => unpackCuda(path, site, { onProgress }));
    }
  }
  await rm(downloads, { recursive: true, force: true });
  setup.say?.("Compiling the addon …");
  const addon = `lib/napi-v${NAPI_VERSION}/tfjs_binding.node`;
  await compileAddon({
    packageFolder: setup.packageFolder,
    headers: join(site, "tensorflow", "include"),
    libraries: join(site, "tensorflow"),
    librariesFromTarget: "../../deps/tensorflow",
    target: join(staging, addon),
    env,
  });
  await rm(join(site, "tensorflow", "include"), { recursive: true, force: true });
  return { addon, version: contents.version };
}

function checkWheelPlatform(setup: Setup): void {
  const platform = platformOf(setup);
  const arch = setup.machine?.arch ?? process.arch;
  if (platform !== "linux" || !["x64", "arm64"].includes(arch)) {
    throw new CadernoError("setup-platform", `It is for Linux on x64 or arm64, and this is ${platform} on ${arch}.`);
  }
  if ((setup.machine?.libc ?? libcOfNode()) === "other") {
    throw new CadernoError("setup-platform", "It needs the GNU C library, which this Linux does not use.");
  }
}

function platformOf(setup: Setup): NodeJS.Platform {
  return setup.machine?.platform ?? process.platform;
}

function libcOfNode(): "glibc" | "other" {
  const { header } = (process.report?.getReport() ?? {}) as { header?: { glibcVersionRuntime?: string } };
  return header?.glibcVersionRuntime === undefined ? "other" : "glibc";
}

async function download(
  setup: Setup,
  folder: string,
  part: string,
  requirements: readonly string[],
): Promise<string[]> {
  const search = await (setup.python ?? (() => findPythonTool(setup.env)))();
  if (search.state === "none") {
    throw new CadernoError("setup-no-python", `Downloading it needs Python with pip: ${search.detail}.`, {
      hint: `${pythonAdvice(search.reason)} Or give a wheel that is here: \`--from-wheel FILE\`.`,
    });
  }
  const own = join(folder, part);
  await mkdir(own, { recursive: true });
  setup.say?.(`Downloading ${requirements.join(", ")} …`);
  const env = setup.env ?? process.env;
  return withProgress("Downloading", (onProgress) =>
    downloadWheels({ tool: search.tool, requirements, folder: own, onProgress, env }),
  );
}

/** A bar in megabytes; on a terminal it comes after a second, elsewhere after half a minute. */
async function withProgress<Result>(
  label: string,
  work: (onProgress: (done: number, total: number | undefined) => void) => Promise<Result>,
): Promise<Result> {
  let bar: Progress | undefined;
  try {
    return await work((done, total) => {
      if (total === undefined) return;
      bar ??= new Progress({ label, total: Math.max(1, Math.round(total / 1e6)), unit: "MB" });
      bar.to(Math.min(done, total) / 1e6);
    });
  } finally {
    bar?.finish();
  }
}

/** Tries what was filled in, and writes down what is there. */
async function finish(
  staging: string,
  setup: Setup,
  filled: { device: "cpu" | "gpu"; from: LibraryManifest["from"]; addon: string; version?: string },
): Promise<{ manifest: LibraryManifest; gpu: "yes" | "no" }> {
  const files = await filesWithSizes(staging);
  const draft: LibraryManifest = {
    format: 1,
    tensorflow: filled.version ?? "unknown",
    device: filled.device,
    from: filled.from,
    addon: filled.addon,
    files,
  };
  const write = (manifest: LibraryManifest): Promise<void> =>
    writeFileAtomic(join(staging, LIBRARY_MANIFEST), `${JSON.stringify(manifest, null, 2)}\n`);
  await write(draft);
  setup.say?.("Trying it …");
  const verdict = await tryAt(staging, setup, join(staging, "probes.json"));
  if (verdict.state === "fails") {
    throw new CadernoError("setup-broken", `It was put together and does not load: ${verdict.reason}.`);
  }
  const manifest = { ...draft, tensorflow: filled.version ?? verdict.version };
  await write(manifest);
  await rm(join(staging, "probes.json"), { force: true });
  return { manifest, gpu: verdict.gpu };
}

async function tryAt(folder: string, setup: Setup, verdicts?: string): Promise<ProbeVerdict> {
  const search = findNativeLibrary({ folder, packageFolder: setup.packageFolder });
  if (search.state === "none") return { state: "fails", reason: search.reason };
  const kept = verdicts ?? join(dirname(setup.folder), "probes.json");
  return (setup.probe ?? probeLibrary)(search.library, { verdicts: kept });
}

async function keepInstalled(setup: Setup): Promise<TensorFlowSetupResult | undefined> {
  const { folder, device } = setup;
  if (libraryFault(folder) !== undefined) return undefined;
  const manifest = readLibraryManifest(folder);
  if (device !== undefined && manifest.device !== device) return undefined;
  const verdict = await tryAt(folder, setup);
  if (verdict.state === "fails") return undefined;
  await linkIntoPackage(setup);
  return { state: "kept", folder, manifest, gpu: verdict.gpu };
}

/** Lets a plain `require("@tensorflow/tfjs-node-gpu")` find the addon too; `npm ci` removes the link, and setup renews it. */
async function linkIntoPackage({ folder, packageFolder }: Setup): Promise<void> {
  const link = join(packageFolder, "lib");
  try {
    const there = await lstat(link).catch(() => undefined);
    if (there?.isSymbolicLink() === false) return;
    const fresh = `${link}.${process.pid}`;
    await symlink(join(folder, "lib"), fresh, process.platform === "win32" ? "junction" : "dir");
    if (there !== undefined && process.platform === "win32") await unlink(link);
    await rename(fresh, link);
  } catch {
    // Our own loader needs no link; a folder that cannot be written to is no reason to fail.
  }
}

async function checkDisk(setup: Setup, device: "cpu" | "gpu"): Promise<void> {
  const needed = NEEDED_BYTES[device];
  await mkdir(dirname(setup.folder), { recursive: true });
  const disk = await statfs(dirname(setup.folder));
  const free = setup.machine?.freeBytes ?? disk.bavail * disk.bsize;
  if (free >= needed) return;
  throw new CadernoError(
    "setup-disk",
    `${dirname(setup.folder)} has ${formatBytes(free)} free, and installing takes ${formatBytes(needed)}.`,
    { hint: "Free some space, or set CADERNO_CACHE to a folder on another disk." },
  );
}
