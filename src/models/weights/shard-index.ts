/** @file The index of weights that are spread over several files. */
import { describeValue } from "../../core/errors";
import type { Repository } from "../../hub/repository";
import { WeightsError } from "./weights-error";

const MOST_SHARDS = 500;

/** From each tensor's name to the file that holds it. The files are named by the index, so their names are checked. */
export async function readShardIndex(repository: Repository, file: string): Promise<Map<string, string>> {
  const index = await repository.readJson(file);
  const weightMap = isObject(index) ? index.weight_map : undefined;
  if (!isObject(weightMap)) throw invalid(file, "it has no `weight_map`");
  const folder = file.includes("/") ? file.slice(0, file.lastIndexOf("/") + 1) : "";
  const places = new Map<string, string>();
  const shards = new Set<string>();
  for (const [name, shard] of Object.entries(weightMap)) {
    const isName = typeof shard === "string" && /^[\w][\w.-]*(\/[\w][\w.-]*)*\.(safetensors|bin|pt)$/.test(shard);
    if (!isName || shard.length > 300) throw invalid(file, `${describeValue(shard)} is no name of a file of weights`);
    places.set(name, `${folder}${shard}`);
    if (shards.add(shard).size > MOST_SHARDS) throw invalid(file, `it names more than ${MOST_SHARDS} files`);
  }
  return places;
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function invalid(file: string, why: string): WeightsError {
  return new WeightsError("index-invalid", `\`${file}\` is no valid index of shards: ${why}.`, {
    file,
    hint: "Fetch the file again, or save the model anew.",
  });
}
