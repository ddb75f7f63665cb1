/** @file Configurations of models by id or folder. */
import { describeValue } from "../../core/errors";
import { listNames } from "../../core/suggest";
import { openRepository, type Repository, type RepositoryOptions } from "../../hub/repository";
import type { Architecture } from "../architecture";
import { ModelError } from "../model-error";
import { type ConfigOverrides, PretrainedConfig } from "../pretrained-config";
import { ARCHITECTURES } from "./architectures";

/** Options of {@link AutoConfig.fromPretrained}: where to look, and what to override. */
export interface AutoConfigOptions extends RepositoryOptions, ConfigOverrides {}

/** A config.json is some kilobytes; the longest lists of labels make a few megabytes. */
const LARGEST_CONFIG = 16_000_000;

/** The options that say where to look; all others override the configuration. */
export const REPOSITORY_OPTIONS = [
  "revision",
  "token",
  "localFilesOnly",
  "cacheFolder",
  "endpoint",
  "fetch",
  "onProgress",
] as const;

/**
 * Reads configurations of any architecture that is known here.
 *
 * Python: `transformers.AutoConfig`.
 */
// biome-ignore lint/complexity/noStaticOnlyClass: the name and the shape are Hugging Face's.
export class AutoConfig {
  /**
   * The configuration of a folder or of a model of the Hub, with overrides: `{ numLabels: 3, hiddenDropoutProb: 0.2 }`.
   *
   * Keys may be spelt as in config.json or in camelCase. Throws a {@link ModelError} for a file that describes no model
   * that is known here, and a RepositoryError where there is none.
   *
   * @example
   * ```ts
   * const config = await AutoConfig.fromPretrained("./my-model", { activation: "relu" });
   * config.activation; // "relu"
   * ```
   */
  static async fromPretrained(idOrFolder: string, options: AutoConfigOptions = {}): Promise<PretrainedConfig> {
    const { where, overrides } = splitOptions(options);
    return readConfig(await openRepository(idOrFolder, where), overrides);
  }

  /** Another spelling of {@link AutoConfig.fromPretrained}. */
  static from_pretrained(idOrFolder: string, options: AutoConfigOptions = {}): Promise<PretrainedConfig> {
    return AutoConfig.fromPretrained(idOrFolder, options);
  }

  /** A configuration from nothing but a type and values: `AutoConfig.forModel("distilbert", { dim: 64 })`. */
  static forModel(modelType: string, overrides: ConfigOverrides = {}): PretrainedConfig {
    return new PretrainedConfig(
      findArchitecture(modelType, `There is no architecture \`${modelType}\` here.`),
      {},
      overrides,
    );
  }
}

/** The configuration in a repository. */
export async function readConfig(repository: Repository, overrides: ConfigOverrides = {}): Promise<PretrainedConfig> {
  const raw = await repository.readJson("config.json", { maxBytes: LARGEST_CONFIG });
  if (typeof raw !== "object" || raw === null || Array.isArray(raw)) {
    throw new ModelError(
      "config-invalid",
      `config.json of ${repository.id} holds ${describeValue(raw)} instead of an object.`,
      {
        hint: "Take the config.json that was saved with the weights.",
      },
    );
  }
  const values = raw as Record<string, unknown>;
  const type = values.model_type;
  const problem =
    typeof type === "string"
      ? `${repository.id} is a model of the type ${describeValue(type)}, which is not known here.`
      : `config.json of ${repository.id} has no \`model_type\`.`;
  return new PretrainedConfig(findArchitecture(type, problem), values, overrides);
}

/** Splits what says where to look from what overrides the configuration. */
export function splitOptions(options: AutoConfigOptions): { where: RepositoryOptions; overrides: ConfigOverrides } {
  const where: Record<string, unknown> = {};
  const overrides: Record<string, unknown> = {};
  for (const [key, value] of Object.entries(options)) {
    if (value === undefined) continue;
    const isWhere = (REPOSITORY_OPTIONS as readonly string[]).includes(key);
    (isWhere ? where : overrides)[key] = value;
  }
  return { where, overrides };
}

function findArchitecture(type: unknown, problem: string): Architecture {
  const found = ARCHITECTURES.find(({ modelType }) => modelType === type);
  if (found !== undefined) return found;
  const types = ARCHITECTURES.map(({ modelType }) => modelType);
  throw new ModelError("architecture-unknown", problem, {
    hint: listNames("types", typeof type === "string" ? type : "", types),
  });
}
