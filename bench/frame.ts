/** @file What every bench does around its measurements: options and help, a folder of its own, the machine's sentence. */
import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { messageOf } from "../src/core/errors";
import { currentLoad, describeMachine } from "./machine";

/** The values of a command line's options, by name. */
export type OptionValues = Readonly<Record<string, string | boolean | undefined>>;

/** A bench: its help, its options, and how it measures. */
export interface Frame<Options> {
  help: string;
  /** The options that it takes, by name. */
  known: Readonly<Record<string, "string" | "boolean">>;
  /** The options in order, or an error whose message says what is wrong with them. */
  parse(values: OptionValues): Options;
  /** Measures and prints; a number is an exit code other than 0. */
  measure(options: Options): Promise<number | undefined>;
}

/** Runs a bench with the arguments after its name: 0, 2 where they are wrong, or what the bench says. */
export async function runFrame<Options>(args: readonly string[], frame: Frame<Options>): Promise<number> {
  if (args.includes("--help")) {
    console.log(frame.help);
    return 0;
  }
  const options = Object.fromEntries(Object.entries(frame.known).map(([name, type]) => [name, { type }]));
  let parsed: Options;
  try {
    parsed = frame.parse(parseArgs({ args: [...args], options }).values as OptionValues);
  } catch (error) {
    console.error(`${messageOf(error)}\n\n${frame.help}`);
    return 2;
  }
  const load = currentLoad();
  const code = (await frame.measure(parsed)) ?? 0;
  if (code === 0) console.log(describeMachine(load));
  return code;
}

/** A whole number from `least` on, or the one that holds without the option. */
export function wholeNumber(values: OptionValues, name: string, without: number, least: number): number {
  const value = Number(values[name] ?? without);
  if (Number.isInteger(value) && value >= least) return value;
  throw new RangeError(`--${name} must be a whole number from ${least} on.`);
}

/** A text, or undefined without the option. */
export function text(values: OptionValues, name: string): string | undefined {
  const value = values[name];
  return typeof value === "string" ? value : undefined;
}

/** Runs `work` in a folder that is gone afterwards. */
export async function inFolder<T>(name: string, work: (folder: string) => Promise<T>): Promise<T> {
  const build = join(resolve(__dirname, ".."), "build", "bench");
  mkdirSync(build, { recursive: true });
  const folder = mkdtempSync(join(build, `${name}-`));
  try {
    return await work(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
