/** @file `caderno setup`: builds what npm leaves out, which is TensorFlow's native library. */
import { type Command, Option } from "commander";
import { CadernoError } from "../core/errors";
import { formatBytes } from "../core/format-bytes";
import { listNames } from "../core/suggest";
import { findNativeLibrary } from "../graph/tensorflow/native-library";
import { probeLibrary } from "../graph/tensorflow/probe-library";
import { setupTensorFlow } from "./setup-tensorflow";

/** The options of `caderno setup` as the command line gives them. */
export interface SetupOptions {
  gpu?: true;
  cpu?: true;
  /** A TensorFlow wheel on this machine. */
  fromWheel?: string;
  /** Say what is active and change nothing. */
  check: boolean;
}

/** What can be set up. */
const PARTS: readonly string[] = ["tensorflow"];

const EXAMPLES = `
Examples:
  $ npm run setup                                  TensorFlow for the processor (270 MB to download, 0.9 GB on disk)
  $ npm run setup -- --gpu                         TensorFlow with CUDA for an NVIDIA GPU (about 3 GB to download, Linux)
  $ npx caderno setup tensorflow --check           say what is active; nothing is installed
  $ npx caderno setup tensorflow --from-wheel tensorflow_cpu-2.21.0-….whl

Nothing needs it: without it, models train on onnxruntime and the numbers are the same. In order it tries
  1. the download of @tensorflow/tfjs-node-gpu itself, where its host answers
     (TFJS_NODE_CDN_STORAGE names another host);
  2. the libraries of PyPI's TensorFlow wheel, with the addon compiled from the package's own C++ sources.
     This needs Linux, Python with pip or uv, a C++ compiler (CXX names one) and Node's headers.
The result goes to the user's folder for caches (CADERNO_CACHE names another), where \`npm ci\` leaves it. An
interrupted setup leaves nothing behind; a second one does nothing. Exit code 0 when the library works, else 1.`;

/** Adds `setup` to the program. */
export function addSetupCommand(program: Command): void {
  program
    .command("setup")
    .summary("install TensorFlow's native library: another training engine, and the GPU")
    .description("Install TensorFlow's native library: another training engine, and the GPU.")
    .argument("[part]", `what to set up: ${PARTS.join(", ")}`, "tensorflow")
    .addOption(new Option("--gpu", "the library for an NVIDIA GPU, with CUDA").conflicts("cpu"))
    .option("--cpu", "the library for the processor (the default where none is installed)")
    .option("--from-wheel <file>", "take this TensorFlow wheel in place of a download")
    .option("--check", "say what is active and change nothing", false)
    .addHelpText("after", EXAMPLES)
    .action(async (part: string, options: SetupOptions) => {
      if (!PARTS.includes(part)) {
        throw new CadernoError("setup-part", `There is nothing called \`${part}\` to set up.`, {
          hint: listNames("parts", part, PARTS),
        });
      }
      if (options.check) process.exitCode = await check();
      else await install(options);
    });
}

async function install(options: SetupOptions): Promise<void> {
  const started = performance.now();
  const result = await setupTensorFlow({
    ...(options.gpu ? { device: "gpu" } : options.cpu ? { device: "cpu" } : {}),
    ...(options.fromWheel === undefined ? {} : { fromWheel: options.fromWheel }),
    say: (line) => console.log(line),
  });
  const { manifest, folder, gpu } = result;
  const size = formatBytes(manifest.files.reduce((sum, file) => sum + file.size, 0));
  const where = `TensorFlow ${manifest.tensorflow} for the ${manifest.device.toUpperCase()} (${size}) in ${folder}`;
  if (result.state === "kept") console.log(`${where} works already; nothing was done.`);
  else console.log(`${where} works, after ${Math.round((performance.now() - started) / 1000)} s.`);
  if (manifest.device === "gpu" && gpu === "no") {
    console.log("It found no GPU that it can use: `nvidia-smi` shows the driver, which must be of CUDA 12.5 or later.");
  }
}

/** Prints what is active, and gives the exit code. */
async function check(): Promise<number> {
  const search = findNativeLibrary();
  if (search.state === "none") {
    console.log(`TensorFlow's native library: ${search.reason}. \`npm run setup\` installs it.`);
    return 1;
  }
  const verdict = await probeLibrary(search.library);
  if (verdict.state === "fails") {
    console.log(`TensorFlow's native library ${search.library.addon} does not load: ${verdict.reason}.`);
    return 1;
  }
  const device = verdict.gpu === "yes" ? "on a GPU" : "on the CPU";
  console.log(`TensorFlow ${verdict.version} works ${device}: ${search.library.addon}.`);
  return 0;
}
