/** @file The paths that may name a file inside a repository. */
import { describeValue } from "../core/errors";
import { RepositoryError } from "./repository-error";

const LONGEST_PATH = 1_000;

/**
 * The path with forward slashes, once it is sure that it stays inside the repository under every system's rules.
 *
 * Names in a repository come from whoever made it (an index of shards, a listing of the Hub), so a name that climbs
 * out is refused before any file system sees it.
 */
export function checkRepositoryPath(repository: string, path: string): string {
  const parts = typeof path === "string" ? path.replaceAll("\\", "/").split("/") : [];
  const isInside =
    parts.length > 0 &&
    path.length <= LONGEST_PATH &&
    !path.includes("\0") &&
    parts.every((part) => part !== "" && part !== "." && part !== ".." && !/^[A-Za-z]:/.test(part));
  if (isInside) return parts.join("/");
  throw new RepositoryError("path-invalid", `${describeValue(path)} is no path inside the repository ${repository}.`, {
    repository,
    file: typeof path === "string" ? path.slice(0, LONGEST_PATH) : undefined,
    hint: "Name a file relative to the repository, such as `config.json` or `onnx/model.onnx`, without `..`.",
  });
}
