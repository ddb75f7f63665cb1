/** @file Where TensorFlow's native library is on this machine: what `npm run setup` installed, or what the package brought. */
import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, isAbsolute, join } from "node:path";
import { cacheFolder } from "../../core/cache-folder";
import { messageOf } from "../../core/errors";

/** The npm package whose JavaScript and C++ speak to the library. */
export const TFJS_NODE_PACKAGE = "@tensorflow/tfjs-node-gpu";

/** The file in an installed library's folder that says what is there; it is written last. */
export const LIBRARY_MANIFEST = "library.json";

/** Beside the addon where `npm run setup` compiled it: it turns stderr off while TensorFlow is loaded. */
export const QUIET_ADDON = "quiet.node";

/** What {@link LIBRARY_MANIFEST} holds. */
export interface LibraryManifest {
  /** Of this file; another number is another Caderno's. */
  format: 1;
  /** TensorFlow's version, such as `"2.21.0"`. */
  tensorflow: string;
  /** For which devices the library was built. */
  device: "cpu" | "gpu";
  /** How it came here. */
  from: "download" | "wheel";
  /** The addon, as a path from the folder, with `/`. */
  addon: string;
  /** Every file that the library needs, as paths from the folder with `/`, and its size in bytes. */
  files: readonly { path: string; size: number }[];
}

/** A native library that may be loaded; whether it loads, `probeLibrary` tells. */
export interface NativeLibrary {
  /** The addon that Node loads, an absolute path. */
  addon: string;
  /** The folder of {@link TFJS_NODE_PACKAGE}. */
  packageFolder: string;
  /** The addon and the libraries below it, absolute paths: when one changes, it is another library. */
  files: readonly string[];
  /** `"setup"`: `npm run setup` installed it; `"package"`: it stands in the package's own folder. */
  origin: "setup" | "package";
}

/** What {@link findNativeLibrary} found: a library, or why there is none, one sentence without its full stop. */
export type LibrarySearch = { state: "found"; library: NativeLibrary } | { state: "none"; reason: string };

/** Where {@link findNativeLibrary} looks. */
export interface LibraryPlaces {
  /** What `npm run setup` fills. @default nativeLibraryFolder() */
  folder?: string;
  /** The folder of {@link TFJS_NODE_PACKAGE}. @default where Node resolves it */
  packageFolder?: string;
}

/** The folder that `npm run setup` fills, one a kind of machine; it need not exist. `CADERNO_CACHE` moves it. */
export function nativeLibraryFolder(): string {
  return join(cacheFolder("tensorflow"), `${process.platform}-${process.arch}`);
}

/** The folder of {@link TFJS_NODE_PACKAGE}, or undefined where it is not installed. */
export function tfjsNodeFolder(): string | undefined {
  try {
    return dirname(createRequire(__filename).resolve(`${TFJS_NODE_PACKAGE}/package.json`));
  } catch {
    return undefined;
  }
}

/** Looks for the library without loading it: first where `npm run setup` puts it, then in the package. */
export function findNativeLibrary(places: LibraryPlaces = {}): LibrarySearch {
  const packageFolder = places.packageFolder ?? tfjsNodeFolder();
  if (packageFolder === undefined) return { state: "none", reason: `${TFJS_NODE_PACKAGE} is not installed` };
  const folder = places.folder ?? nativeLibraryFolder();
  if (existsSync(join(folder, LIBRARY_MANIFEST))) {
    const fault = libraryFault(folder);
    if (fault !== undefined) return { state: "none", reason: `the native library in ${folder} is damaged: ${fault}` };
    const manifest = readLibraryManifest(folder);
    const files = manifest.files.map(({ path }) => join(folder, path));
    return {
      state: "found",
      library: { addon: join(folder, manifest.addon), packageFolder, files, origin: "setup" },
    };
  }
  const addon = packageAddon(packageFolder);
  if (addon === undefined) return { state: "none", reason: "no native library is installed" };
  const libraries = join(packageFolder, "deps", "lib");
  const files = existsSync(libraries) ? readdirSync(libraries).map((name) => join(libraries, name)) : [];
  return { state: "found", library: { addon, packageFolder, files: [addon, ...files], origin: "package" } };
}

/** Reads an installed library's manifest; what is not one is an Error that says so. */
export function readLibraryManifest(folder: string): LibraryManifest {
  const value = JSON.parse(readFileSync(join(folder, LIBRARY_MANIFEST), "utf8")) as Partial<LibraryManifest> | null;
  const files = Array.isArray(value?.files) ? value.files : [];
  const paths = [value?.addon, ...files.map((file) => (file as { path?: unknown } | null)?.path)];
  const isWhole =
    value?.format === 1 &&
    typeof value.tensorflow === "string" &&
    (value.device === "cpu" || value.device === "gpu") &&
    paths.length > 1 &&
    paths.every((path) => typeof path === "string" && !isAbsolute(path) && !path.split(/[\\/]/).includes(".."));
  if (!isWhole) throw new Error(`${LIBRARY_MANIFEST} is not one of this version of Caderno`);
  return value as LibraryManifest;
}

/** What is wrong with an installed library's files, or undefined: each is there with the size that was recorded. */
export function libraryFault(folder: string): string | undefined {
  let manifest: LibraryManifest;
  try {
    manifest = readLibraryManifest(folder);
  } catch (error) {
    return messageOf(error);
  }
  for (const { path, size } of manifest.files) {
    const found = statSync(join(folder, path), { throwIfNoEntry: false });
    if (found === undefined) return `${path} is missing`;
    if (found.size !== size) return `${path} has ${found.size} bytes in place of ${size}`;
  }
  return undefined;
}

function packageAddon(packageFolder: string): string | undefined {
  const folder = join(packageFolder, "lib");
  if (!existsSync(folder)) return undefined;
  return readdirSync(folder)
    .filter((name) => /^napi-v\d+$/.test(name))
    .sort((one, other) => Number(other.slice(6)) - Number(one.slice(6)))
    .map((name) => join(folder, name, "tfjs_binding.node"))
    .find((path) => existsSync(path));
}
