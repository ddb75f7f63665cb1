/** @file Columns that a function makes, taken from the cache where the same work was done before. */
import { createHash } from "node:crypto";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { cacheFolder } from "../../core/cache-folder";
import { argumentTypeError, messageOf } from "../../core/errors";
import type { Column } from "../column";
import type { FunctionCall, FunctionOptions } from "../methods/function-options";
import type { Table } from "../table";
import { readCacheFile, writeCacheFile } from "./cache-file";
import { fingerprintOf } from "./fingerprint";
import { plainText } from "./plain-text";

/** What is done sooner than this many milliseconds is done again sooner than it is kept and found. */
const WORTH_KEEPING = 250;
/** Part of every key: a change to what is kept raises it. */
const VERSION = 1;

type Columns = ReadonlyMap<string, Column>;

/**
 * What `compute` gives, or what it gave before for the same rows, function and options.
 *
 * Trouble with the cache is never trouble for the work: a damaged file is made again, a full disk means no cache.
 */
export async function cachedColumns(
  table: Table,
  call: FunctionCall,
  settings: object,
  options: FunctionOptions,
  compute: () => Promise<Columns | undefined>,
): Promise<Columns | undefined> {
  checkNames(call.caller, options);
  const { cacheFileName, newFingerprint, loadFromCacheFile = true } = options;
  const mayRead = loadFromCacheFile && (cacheFileName !== undefined || existsSync(cacheFolder("datasets")));
  const path = mayRead ? cachePath(table, call, settings, options) : undefined;
  const found = path === undefined ? undefined : await readIfThere(path);
  if (found !== undefined) return found;
  const start = performance.now();
  const made = await compute();
  const isVouchedFor = cacheFileName !== undefined || newFingerprint !== undefined;
  if (made === undefined || made.size === 0) return made;
  if (!isVouchedFor && performance.now() - start < WORTH_KEEPING) return made;
  if (!isVouchedFor && !(await saysAllItDoes(call.fn))) return made;
  const target = path ?? cachePath(table, call, settings, options);
  if (target !== undefined) await keep(target, made);
  return made;
}

async function readIfThere(path: string): Promise<Columns | undefined> {
  if (!existsSync(path)) return undefined;
  try {
    return await readCacheFile(path);
  } catch (error) {
    warn(`The cache file ${path} is damaged (${messageOf(error)}): the work is done again.`);
    return undefined;
  }
}

async function keep(path: string, columns: Columns): Promise<void> {
  try {
    await writeCacheFile(path, columns);
  } catch (error) {
    warn(
      `The result could not be kept in the cache (${messageOf(error)}). It is complete; only the next run does the work again.`,
    );
  }
}

/** Where the result of this work is kept; undefined where its options cannot be written down. */
function cachePath(table: Table, call: FunctionCall, settings: object, options: FunctionOptions): string | undefined {
  if (options.cacheFileName !== undefined) return options.cacheFileName;
  const { caller, batched, batchSize, withIndices, inputColumns, kwargs, fn } = call;
  const work =
    options.newFingerprint ??
    plainText({ batched, batchSize, withIndices, inputColumns, kwargs, settings, source: String(fn) });
  if (work === undefined) return undefined;
  const hash = createHash("sha256");
  for (const part of [VERSION, caller, work, options.newFingerprint === undefined ? fingerprintOf(table) : "named"]) {
    hash.update(`${JSON.stringify(part)}\n`);
  }
  return join(cacheFolder("datasets"), `${hash.digest("hex").slice(0, 40)}.arrow`);
}

/** Whether the function's source alone decides what it does. The parser is loaded for work that took its time only. */
async function saysAllItDoes(fn: (...inputs: unknown[]) => unknown): Promise<boolean> {
  const { outsideNames } = await import("./closed-function.js");
  return outsideNames(String(fn))?.length === 0;
}

function checkNames(caller: string, options: FunctionOptions): void {
  for (const parameter of ["cacheFileName", "newFingerprint"] as const) {
    const value = options[parameter];
    if (value === undefined || (typeof value === "string" && value !== "")) continue;
    throw argumentTypeError({ function: caller, parameter, rule: "be a text that is not empty", value });
  }
}

function warn(message: string): void {
  process.emitWarning(message, "CadernoWarning");
}
