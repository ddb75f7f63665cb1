/** @file The course's models of the Hub, each with the small model of this project that stands in where it cannot be had. */
import { existsSync } from "node:fs";
import { join } from "node:path";
import { argumentRangeError, argumentTypeError } from "../core/errors";
import { findProjectRoot } from "../core/project-root";
import { listNames } from "../core/suggest";
import { offlineVariable } from "../hub/hub-environment";
import { openRepository, type RepositoryOptions } from "../hub/repository";
import { RepositoryError } from "../hub/repository-error";
import { ModelError } from "./model-error";

/** Options of {@link resolveModel}. */
export interface ResolveModelOptions extends Pick<RepositoryOptions, "token" | "endpoint" | "cacheFolder" | "fetch"> {
  /**
   * `"auto"` looks which one can be had; the others force one.
   * @default "embedded" where CADERNO_OFFLINE=1 is set, else "auto"
   */
  prefer?: "auto" | "hub" | "embedded";
  /**
   * How long the Hub may take to answer, in milliseconds.
   * @default 3000
   */
  timeout?: number;
}

/** What {@link resolveModel} has chosen. */
export interface ResolvedModel {
  /** What `fromPretrained` takes: the id, or the stand-in's folder. */
  model: string;
  kind: "hub" | "embedded";
  /** One line: which model it is, and why. */
  reason: string;
}

/** The folders of stand-ins in assets/models, by the ids that they stand in for. */
const STAND_INS: Readonly<Record<string, string>> = {
  "Geotrend/distilbert-base-pt-cased": "distilbert-pt-tiny",
  "Mel-Iza0/zero-shot": "zero-shot-pt-tiny",
  "flax-community/gpt-2-spanish": "gpt2-es-tiny",
};

const PREFERENCES = ["auto", "hub", "embedded"] as const;
const LONGEST_TIMEOUT = 600_000;
const WEIGHTS = /\.(safetensors|bin|onnx)$/;

/**
 * Chooses between a model of the Hub and the small one of this project that stands in for it.
 *
 * The Hub's model is taken where it is in the cache already, or where the Hub answers; an id without stand-in is always the
 * Hub's. A stand-in is far smaller than the model that it stands in for, and does far less well: print the reason.
 * Throws a {@link ModelError} where a stand-in is forced and there is none.
 *
 * @example
 * ```ts
 * const { kind, reason } = await resolveModel("flax-community/gpt-2-spanish", { prefer: "embedded" });
 * kind; // embedded
 * reason; // gpt2-es-tiny stands in for flax-community/gpt-2-spanish: `prefer` is "embedded".
 * ```
 */
export async function resolveModel(id: string, options: ResolveModelOptions = {}): Promise<ResolvedModel> {
  const { prefer, timeout } = checked(id, options);
  const forbidden = offlineVariable();
  const name = standInOf(id);
  const fromHub = (why: string): ResolvedModel => ({ model: id, kind: "hub", reason: `${id} of the Hub: ${why}.` });
  const embedded = (why: string): ResolvedModel => {
    if (name === undefined) throw noStandIn(id, why);
    return { model: folderOf(name), kind: "embedded", reason: `${name} stands in for ${id}: ${why}.` };
  };
  if (prefer === "hub") return fromHub('`prefer` is "hub"');
  if (prefer === "embedded") return embedded('`prefer` is "embedded"');
  if (prefer === undefined && forbidden === "CADERNO_OFFLINE") return embedded("CADERNO_OFFLINE is set");
  if (name === undefined) return fromHub("no model of this project stands in for it");
  if (await isCached(id, options)) return fromHub("it is in the cache");
  if (forbidden !== undefined) return embedded(`${forbidden} is set, and the model is not in the cache`);
  const problem = await hubAnswers(id, options, timeout);
  return problem === undefined ? fromHub("the Hub answers") : embedded(problem);
}

/** The stand-in of an id, where there is one and its files are there. */
function standInOf(id: string): string | undefined {
  const name = Object.hasOwn(STAND_INS, id) ? STAND_INS[id] : undefined;
  return name !== undefined && existsSync(join(folderOf(name), "config.json")) ? name : undefined;
}

function folderOf(name: string): string {
  return join(findProjectRoot(__dirname), "assets", "models", name);
}

function checked(
  id: unknown,
  { prefer, timeout = 3000 }: ResolveModelOptions,
): { prefer: ResolveModelOptions["prefer"]; timeout: number } {
  const where = { function: "resolveModel" };
  if (typeof id !== "string" || id === "") {
    throw argumentTypeError({ ...where, parameter: "id", rule: "be a model's id", value: id });
  }
  if (prefer !== undefined && !PREFERENCES.includes(prefer)) {
    const next = listNames("preferences", String(prefer), PREFERENCES);
    throw argumentRangeError({ ...where, parameter: "prefer", rule: "name a preference", value: prefer, next });
  }
  if (typeof timeout !== "number" || !(timeout > 0 && timeout <= LONGEST_TIMEOUT)) {
    const rule = `be milliseconds above 0, at most ${LONGEST_TIMEOUT}`;
    throw argumentRangeError({ ...where, parameter: "timeout", rule, value: timeout });
  }
  return { prefer, timeout };
}

function noStandIn(id: string, why: string): ModelError {
  return new ModelError("stand-in-missing", `No model of this project stands in for ${id}, and ${why}.`, {
    hint: listNames(
      "models with a stand-in",
      id,
      Object.keys(STAND_INS).filter((known) => standInOf(known) !== undefined),
    ),
  });
}

function hasModel(files: readonly string[]): boolean {
  return files.includes("config.json") && files.some((file) => WEIGHTS.test(file));
}

/** Whether configuration and weights are on this disk. */
async function isCached(id: string, options: ResolveModelOptions): Promise<boolean> {
  try {
    const repository = await openRepository(id, { ...options, localFilesOnly: true });
    return hasModel(await repository.list());
  } catch (error) {
    if (error instanceof RepositoryError) return false;
    throw error;
  }
}

/** Asks the Hub for the model's files. Gives undefined when it has the model, else why it cannot be had. */
async function hubAnswers(id: string, options: ResolveModelOptions, timeout: number): Promise<string | undefined> {
  const ask = options.fetch ?? globalThis.fetch;
  const limit = AbortSignal.timeout(timeout);
  const within: typeof fetch = (input, init) =>
    ask(input, { ...init, signal: init?.signal ? AbortSignal.any([limit, init.signal]) : limit });
  try {
    // Without an answer, what is known of the model from earlier is opened: it tells by lacking the weights.
    const repository = await openRepository(id, { ...options, fetch: within, onProgress: () => undefined });
    if (!hasModel(await repository.list())) return "the Hub does not answer";
    // Of a gated model everyone may see the list of files, and not the files.
    await repository.path("config.json");
    return undefined;
  } catch (error) {
    if (limit.aborted) return `the Hub gave no answer in ${timeout / 1000} s`;
    if (!(error instanceof RepositoryError)) throw error;
    return error.code === "hub-unreachable" ? "the Hub does not answer" : "the Hub does not give it out";
  }
}
