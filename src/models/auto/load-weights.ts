/** @file Weights from a checkpoint into an engine, one at a time, and random values where the checkpoint has none. */
import { Progress } from "../../core/progress";
import type { Generator } from "../../core/random";
import type { InferenceSession } from "../../graph/inference/inference-session";
import type { Repository } from "../../hub/repository";
import type { Head } from "../architecture";
import { LoadingReport, type MismatchedWeight } from "../loading-report";
import { ModelError } from "../model-error";
import type { PretrainedConfig } from "../pretrained-config";
import { checkFinite, type NonFinite } from "../weights/check-finite";
import type { WeightArray } from "../weights/element-type";
import { openWeights, type Weights } from "../weights/weights";
import { matchWeights } from "./match-weights";

/** What {@link loadWeights} fills, and from where. */
export interface LoadRequest {
  readonly repository: Repository;
  readonly config: PretrainedConfig;
  readonly head: Head;
  readonly parameters: ReadonlyMap<string, readonly number[]>;
  readonly session: InferenceSession;
  readonly random: Generator;
  readonly fromPt: boolean;
  readonly ignoreMismatchedSizes: boolean;
}

/** Fills a session with a checkpoint's weights. */
export async function loadWeights(request: LoadRequest): Promise<LoadingReport> {
  const weights = await openWeights(request.repository, { fromPt: request.fromPt });
  try {
    return await fill(request, weights);
  } finally {
    await weights.close();
  }
}

async function fill(request: LoadRequest, weights: Weights): Promise<LoadingReport> {
  const { config, head, parameters, repository, session, random } = request;
  const { sources, missing, unexpected } = matchWeights(config, parameters.keys(), weights.names());
  const className = config.architecture.classNames[head] ?? config.modelType;
  if (sources.size === 0) throw nothingFits(className, repository, weights);
  const mismatched = mismatches(sources, parameters, weights);
  if (mismatched.length > 0 && !request.ignoreMismatchedSizes) throw shapesDiffer(className, repository, mismatched);
  const initialized = new Set([...missing, ...mismatched.map(({ name }) => name)]);
  const total = [...sources.values()].reduce((sum, name) => sum + weights.info(name).byteLength, 0);
  const progress = new Progress({ label: `Loading ${repository.id}`, total: Math.round(total / 1e6), unit: "MB" });
  const nonFinite: NonFinite[] = [];
  const dtypes = new Set<string>();
  let bytes = 0;
  let loaded = 0;
  for (const [name, shape] of parameters) {
    const source = sources.get(name);
    if (source === undefined || initialized.has(name)) {
      const data = config.architecture.initialize(config.values, name, shape, random);
      await session.write(new Map([[name, { shape, data }]]), { transfer: true });
      continue;
    }
    const { dtype, byteLength } = weights.info(source);
    const data = asFloats((await weights.read(source)).data);
    const problem = checkFinite(name, data);
    if (problem !== undefined) nonFinite.push(problem);
    await session.write(new Map([[name, { shape, data }]]), { transfer: true });
    dtypes.add(dtype);
    bytes += byteLength;
    loaded++;
    progress.to(Math.round(bytes / 1e6));
  }
  progress.finish();
  const { format, files } = weights;
  const source = repository.id;
  const found = { missing, unexpected, mismatched, nonFinite };
  return new LoadingReport({ className, source, format, files, dtypes: [...dtypes], bytes, loaded, ...found });
}

function mismatches(
  sources: ReadonlyMap<string, string>,
  parameters: ReadonlyMap<string, readonly number[]>,
  weights: Weights,
): MismatchedWeight[] {
  const found: MismatchedWeight[] = [];
  for (const [name, source] of sources) {
    const wanted = parameters.get(name) ?? [];
    const { shape } = weights.info(source);
    if (shape.join() !== wanted.join()) found.push({ name, found: shape, wanted });
  }
  return found.sort((left, right) => (left.name < right.name ? -1 : 1));
}

function asFloats(data: WeightArray): Float32Array {
  if (data instanceof Float32Array) return data;
  return Float32Array.from(data as ArrayLike<number | bigint> as ArrayLike<number>, Number);
}

function shapesDiffer(className: string, { id }: Repository, mismatched: readonly MismatchedWeight[]): ModelError {
  const shown = mismatched
    .slice(0, 5)
    .map(
      ({ name, found, wanted }) =>
        `\`${name}\` is [${found.join(", ")}] in the file and [${wanted.join(", ")}] in the model`,
    );
  const more = mismatched.length > 5 ? `, and ${mismatched.length - 5} more` : "";
  return new ModelError(
    "weights-mismatched",
    `The weights of ${id} do not fit a ${className}: ${shown.join("; ")}${more}.`,
    {
      hint: "Pass `ignoreMismatchedSizes: true` to begin with random values for these, or the `numLabels` that the model was saved with.",
    },
  );
}

function nothingFits(className: string, { id }: Repository, weights: Weights): ModelError {
  return new ModelError(
    "weights-foreign",
    `Not one of the ${weights.names().length} weights of ${id} belongs to a ${className}.`,
    {
      hint: `The file has ${weights.names().slice(0, 3).join(", ")}, …: is config.json the one that was saved with it?`,
    },
  );
}
