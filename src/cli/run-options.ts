/** @file The options of `caderno run`, checked, with the words that the command line gives them. */
import { availableParallelism } from "node:os";
import { InvalidArgumentError } from "commander";

/** What `caderno run` was asked to do. */
export interface RunOptions {
  /** Folder for executed copies. */
  out?: string;
  /** Write the executed notebook over the one that was given. */
  inPlace?: true;
  /** Folder for the static site. */
  report?: string;
  jobs: number;
  kernel?: string;
  /** Seconds for a cell. */
  timeout?: number;
  /** Seconds for a notebook. */
  totalTimeout?: number;
  allowErrors?: true;
  /** `name=value`, as often as given. */
  parameter?: string[];
  /** A JSON file of parameters. */
  parameters?: string;
  logOutput?: true;
  json?: true;
  resume?: true;
  /** Counted from 1. */
  fromCell?: number;
  timings: boolean;
  /** Bytes. */
  memoryLimit?: number;
}

/** A number of seconds above zero. */
export function parseSeconds(text: string): number {
  const seconds = Number(text);
  if (text.trim() === "" || !Number.isFinite(seconds) || seconds <= 0) {
    throw new InvalidArgumentError("It must be a number of seconds above 0, like 60 or 2.5.");
  }
  return seconds;
}

/** A whole number from 1 on. */
export function parseCount(text: string): number {
  if (!/^[1-9]\d{0,5}$/.test(text)) throw new InvalidArgumentError("It must be a whole number from 1 on.");
  return Number(text);
}

/** The number of notebooks at a time: a whole number, or `auto` for one for each two processors. */
export function parseJobs(text: string): number {
  return text === "auto" ? Math.max(1, Math.floor(availableParallelism() / 2)) : parseCount(text);
}

/** A size: `4GB`, `512MiB`, `1.5G` or a number of bytes. */
export function parseSize(text: string): number {
  const match = /^(\d+(?:\.\d+)?)\s*(?:([kmgt])(i?)b?|b)?$/i.exec(text.trim());
  const power = " kmgt".indexOf(match?.[2]?.toLowerCase() ?? " ");
  const bytes = Math.round(Number(match?.[1]) * (match?.[3] === "" || match?.[3] === undefined ? 1000 : 1024) ** power);
  if (match === null || bytes < 1_000_000) {
    throw new InvalidArgumentError("It must be a size from 1 MB on, like 4GB, 512MiB or 4000000000.");
  }
  return bytes;
}

/** Gathers an option that may be given more than once. */
export function collect(value: string, before: string[] | undefined): string[] {
  return [...(before ?? []), value];
}

/** The words of an option that a second run needs to do the same, for a shell. */
export function optionWords(options: RunOptions): string[] {
  const words: string[] = [];
  const add = (flag: string, value: string | number | true | undefined): void => {
    if (value === true) words.push(flag);
    else if (value !== undefined) words.push(flag, shellWord(String(value)));
  };
  add("--kernel", options.kernel);
  add("--parameters", options.parameters);
  for (const parameter of options.parameter ?? []) add("-p", parameter);
  add("--timeout", options.timeout);
  add("--total-timeout", options.totalTimeout);
  add("--memory-limit", options.memoryLimit);
  if (!options.timings) add("--no-timings", true);
  add("--out", options.out);
  add("--in-place", options.inPlace);
  add("--report", options.report);
  return words;
}

/** A word as a shell reads it back. */
export function shellWord(word: string): string {
  if (/^[\w@%+=:,./-]+$/.test(word)) return word;
  return process.platform === "win32" ? `"${word.replaceAll('"', '""')}"` : `'${word.replaceAll("'", "'\\''")}'`;
}
