/** @file The doctor's checks of what runs and trains models: onnxruntime, and TensorFlow's native library. */
import { join } from "node:path";
import { type Finding, optional } from "./doctor-finding";
import type { Probes } from "./doctor-probes";

/** The model y = x * x in ONNX's format (opset 13, 62 bytes), in base64. */
const SQUARE = "CAg6NAoOCgF4CgF4EgF5IgNNdWwSAFoPCgF4EgoKCAgBEgQKAggBYg8KAXkSCgoICAESBAoCCAFCBAoAEA0=";

const ONNX_SCRIPT = `const ort = require("onnxruntime-node");
  const before = performance.now();
  const model = Buffer.from(${JSON.stringify(SQUARE)}, "base64");
  ort.InferenceSession.create(model).then(async (session) => {
    const { y } = await session.run({ x: new ort.Tensor("float32", [3], [1]) });
    if (y.data[0] !== 9) throw new Error("it computes 3 * 3 = " + y.data[0]);
    const providers = ort.listSupportedBackends().map(({ name, bundled }) => (bundled ? name : name + "?"));
    console.log("version", ort.env.versions.node, providers.join(","), Math.round(performance.now() - before));
  });`;

/** onnxruntime: runs and trains the models, on the processor everywhere; a session really runs. */
export async function checkOnnxRuntime(probes: Probes): Promise<Finding> {
  const part = "onnxruntime";
  const manifest = join(probes.root, "node_modules", "onnxruntime-node", "package.json");
  if (probes.fileSize(manifest) === undefined) {
    return optional(part, "absent", "not installed", "Runs and trains the models. `npm ci` installs it.");
  }
  const answer = await probes.runNode(ONNX_SCRIPT, 60_000);
  const [, version, providers = "", ms] = /^version (\S+) (\S+) (\d+)$/m.exec(answer.stdout) ?? [];
  if (version === undefined) {
    const lines = answer.stderr.split("\n").map((line) => line.trim());
    const why = answer.state === "timeout" ? "no answer in 60 s" : lines.find((line) => /^\w*Error\b/.test(line));
    return optional(part, "wrong", why ?? "it does not load", "Delete node_modules and run `npm ci` again.");
  }
  const names = providers.split(",");
  const here = names.filter((name) => !name.endsWith("?")).join(", ");
  const more = names.filter((name) => name.endsWith("?")).map((name) => name.slice(0, -1));
  return optional(
    part,
    "ok",
    `${version} on ${here}, ${probes.cores()} threads; a session ran after ${ms} ms`,
    more.length === 0 ? "" : `Knows ${more.join(" and ")} too, whose libraries npm does not bring.`,
  );
}

/** TensorFlow's native library: which one is active, or why none is; it is tried in a process of its own. */
export async function checkTensorFlow(probes: Probes): Promise<Finding> {
  const part = "TensorFlow";
  const brings = "Another training engine, and the GPU; training works without it. `npm run setup` installs it.";
  const found = await probes.tensorFlow();
  if (found.state === "none") {
    const isDamaged = found.reason.includes("damaged");
    return optional(part, isDamaged ? "wrong" : "absent", found.reason, brings);
  }
  if (found.state === "fails") {
    return optional(part, "wrong", `does not load: ${found.reason}`, "`npm run setup` tries to install one that does.");
  }
  const origin = found.origin === "setup" ? "npm run setup" : "the npm package";
  const here = `${found.version} native on ${found.gpu === "yes" ? "a GPU" : "the CPU"}, from ${origin}`;
  const hasUnusedGpu = found.gpu === "no" && probes.onPath("nvidia-smi") !== undefined;
  return optional(part, "ok", here, hasUnusedGpu ? "`npm run setup -- --gpu` takes the one for this NVIDIA GPU." : "");
}
