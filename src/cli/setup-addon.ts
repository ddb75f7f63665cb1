/** @file Compiling TensorFlow.js's addon from the package's C++ sources against a TensorFlow library. */
import { existsSync } from "node:fs";
import { mkdir, readdir, rm, writeFile } from "node:fs/promises";
import { homedir } from "node:os";
import { dirname, isAbsolute, join } from "node:path";
import { CadernoError } from "../core/errors";
import { QUIET_ADDON } from "../graph/tensorflow/native-library";
import { findOnPath, isProgram, type ProgramResult, runProgram } from "./lab-program";

/** What {@link compileAddon} compiles and against what. */
export interface AddonOptions {
  /** The folder of `@tensorflow/tfjs-node-gpu`, with `binding/` in it. */
  packageFolder: string;
  /** The folder with TensorFlow's own headers. */
  headers: string;
  /** The folder with `libtensorflow_cc.so.2` and `libtensorflow_framework.so.2`. */
  libraries: string;
  /** The addon to make. */
  target: string;
  /** From the addon's folder to `libraries`, with `/`: where the addon will look for them. */
  librariesFromTarget: string;
  /** @default process.env */
  env?: NodeJS.ProcessEnv;
  /** @default 600_000 */
  timeoutMs?: number;
}

/** The version of Node's C interface that the addon is written for; every Node since 20.3 has it. */
export const NAPI_VERSION = 8;

/** The C++ compiler: `CXX`, or the first usual name on the PATH. */
export function findCompiler(env: NodeJS.ProcessEnv = process.env): string | undefined {
  const { CXX: chosen } = env;
  if (chosen !== undefined && chosen !== "") {
    if (isAbsolute(chosen)) return isProgram(chosen) ? chosen : undefined;
    return findOnPath(chosen, env);
  }
  return ["g++", "c++", "clang++"].map((name) => findOnPath(name, env)).find((path) => path !== undefined);
}

/** Where {@link findNodeHeaders} looks, in order; a folder counts when `node_api.h` is in it. */
export async function nodeHeaderFolders(
  env: NodeJS.ProcessEnv = process.env,
  executable: string = process.execPath,
): Promise<string[]> {
  const { npm_config_nodedir: chosen, NODE_DIR: other } = env;
  const roots = [chosen, other].filter((folder) => folder !== undefined && folder !== "") as string[];
  const gyp = join(env.XDG_CACHE_HOME || join(homedir(), ".cache"), "node-gyp");
  const versions = existsSync(gyp) ? (await readdir(gyp)).sort().reverse() : [];
  return [
    ...roots.flatMap((root) => [join(root, "include", "node"), join(root, "src"), root]),
    join(dirname(executable), "..", "include", "node"),
    ...versions.map((version) => join(gyp, version, "include", "node")),
    "/usr/include/node",
    "/usr/local/include/node",
  ];
}

/** The folder with Node's headers. Any Node's will do, since the interface has been the same for years. */
export async function findNodeHeaders(
  env: NodeJS.ProcessEnv = process.env,
  executable: string = process.execPath,
): Promise<string | undefined> {
  return (await nodeHeaderFolders(env, executable)).find((folder) => existsSync(join(folder, "node_api.h")));
}

/** What compiling needs and this machine lacks, with what to do about it; undefined where nothing is missing. */
export async function missingForAddon(
  env: NodeJS.ProcessEnv = process.env,
  executable: string = process.execPath,
): Promise<CadernoError | undefined> {
  if (findCompiler(env) === undefined) {
    const what = env.CXX ? `there is no compiler \`${env.CXX}\`, which CXX names` : "there is no C++ compiler";
    return new CadernoError("setup-no-compiler", `The addon cannot be compiled: ${what}.`, {
      hint: "Install one (Debian, Ubuntu: `sudo apt install g++`; Fedora: `sudo dnf install gcc-c++`) and try again.",
    });
  }
  if ((await findNodeHeaders(env, executable)) === undefined) {
    return new CadernoError(
      "setup-no-headers",
      "The addon cannot be compiled: Node's headers (node_api.h) are not here.",
      {
        hint: "Node from nodejs.org, nvm or the official image brings them. Else set npm_config_nodedir to the folder of such a Node, and try again.",
      },
    );
  }
  return undefined;
}

/** Turns the process's stderr off and on: TensorFlow prints on being loaded, before it reads `TF_CPP_MIN_LOG_LEVEL`. */
const QUIET_SOURCE = `#include <fcntl.h>
#include <node_api.h>
#include <unistd.h>
static int kept = -1;
static napi_value Off(napi_env, napi_callback_info) {
  if (kept != -1) return nullptr;
  int nowhere = open("/dev/null", O_WRONLY | O_CLOEXEC);
  if (nowhere == -1) return nullptr;
  kept = fcntl(2, F_DUPFD_CLOEXEC, 3);
  if (kept != -1) dup2(nowhere, 2);
  close(nowhere);
  return nullptr;
}
static napi_value On(napi_env, napi_callback_info) {
  if (kept == -1) return nullptr;
  dup2(kept, 2);
  close(kept);
  kept = -1;
  return nullptr;
}
static napi_value Start(napi_env env, napi_value exports) {
  napi_value off, on;
  napi_create_function(env, "off", NAPI_AUTO_LENGTH, Off, nullptr, &off);
  napi_create_function(env, "on", NAPI_AUTO_LENGTH, On, nullptr, &on);
  napi_set_named_property(env, exports, "off", off);
  napi_set_named_property(env, exports, "on", on);
  return exports;
}
NAPI_MODULE(quiet, Start)
`;

/** Compiles and links the addon and the small one that quiets TensorFlow; what the compiler says is the error's `cause`. */
export async function compileAddon(options: AddonOptions): Promise<void> {
  const missing = await missingForAddon(options.env);
  if (missing !== undefined) throw missing;
  const sources = join(options.packageFolder, "binding");
  const names = existsSync(sources) ? (await readdir(sources)).filter((name) => name.endsWith(".cc")).sort() : [];
  if (names.length === 0) {
    throw new CadernoError("setup-no-sources", `${options.packageFolder} holds no C++ sources.`, {
      hint: "Run `npm ci` and try again.",
    });
  }
  const folder = dirname(options.target);
  await mkdir(folder, { recursive: true });
  const paths = names.map((name) => join(sources, name));
  const result = await compile(options, paths, options.target, [
    "libtensorflow_cc.so.2",
    "libtensorflow_framework.so.2",
  ]);
  if (result.state !== "ok" || !existsSync(options.target)) throw compileError(result);
  // Without this one, TensorFlow says two lines on starting: no reason to do without TensorFlow.
  const quiet = join(folder, "quiet.cc");
  await writeFile(quiet, QUIET_SOURCE);
  await compile(options, [quiet], join(folder, QUIET_ADDON), []);
  await rm(quiet);
}

async function compile(
  options: AddonOptions,
  sources: readonly string[],
  target: string,
  libraries: readonly string[],
): Promise<ProgramResult> {
  const env = options.env ?? process.env;
  const includes = [(await findNodeHeaders(env)) ?? "", options.packageFolder, options.headers];
  return runProgram(
    findCompiler(env) ?? "",
    [
      ...["-std=c++17", "-O2", "-fPIC", "-shared", "-w", `-DNAPI_VERSION=${NAPI_VERSION}`],
      ...includes.map((include) => `-I${include}`),
      ...sources,
      ...["-o", target, `-L${options.libraries}`],
      ...libraries.map((library) => `-l:${library}`),
      `-Wl,-rpath,$ORIGIN/${options.librariesFromTarget}`,
    ],
    { env, timeoutMs: options.timeoutMs ?? 600_000 },
  );
}

function compileError(result: ProgramResult): CadernoError {
  const said = result.stderr.split("\n").map((line) => line.trim());
  const why =
    result.state === "timeout" ? "it did not end in time" : said.find((line) => /error|undefined/i.test(line));
  return new CadernoError("setup-compile", `The addon does not compile: ${why ?? "the compiler gave no reason"}.`, {
    hint: "It needs a compiler of C++17, such as GCC 9 or later; CXX names another one.",
    cause: new Error(result.stderr),
  });
}
