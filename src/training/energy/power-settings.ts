/** @file What turns processor time into energy and emissions: the constants, where they are from, and how wrong they can be. */
import { argumentRangeError } from "../../core/errors";
import { listNames } from "../../core/suggest";

/** Options of whatever estimates energy. */
export interface PowerOptions {
  /**
   * The power of one busy core, in watts. Divide your processor's TDP by its cores.
   *
   * The default is Green Algorithms' for an unknown processor (Lannelongue, Grealey and Inouye 2021, file TDP_cpu.csv).
   * @default 12
   */
  wattsPerCore?: number;
  /** The power of memory, in watts a gigabyte (the same paper). @default 0.3725 */
  wattsPerGigabyte?: number;
  /**
   * Power usage effectiveness: all energy of the place by what its computers take. 1 for a computer of your own; data centres had 1.58 on
   * average when Strubell et al. (2019) calculated with it.
   * @default 1
   */
  pue?: number;
  /** A grid by name, or its carbon intensity in grams of CO2 equivalents a kilowatt-hour. @default "brazil" */
  grid?: "brazil" | "world" | number;
}

/** The settings with every default. */
export interface PowerSettings {
  readonly wattsPerCore: number;
  /** The lowest and the highest power of a core that are believed. */
  readonly wattsPerCoreRange: readonly [low: number, high: number];
  readonly wattsPerGigabyte: number;
  readonly pue: number;
  /** Grams of CO2 equivalents a kilowatt-hour. */
  readonly gridIntensity: number;
  /** The grid as text shows it: `"Brazil 2023"`. */
  readonly gridName: string;
}

/** Whole-life emissions of a kilowatt-hour in 2023, by Ember (2024), as Our World in Data publishes them. */
export const GRIDS: Readonly<Record<"brazil" | "world", { readonly name: string; readonly intensity: number }>> = {
  brazil: { name: "Brazil 2023", intensity: 98 },
  world: { name: "world 2023", intensity: 481 },
};

/** The lowest and the highest TDP a core in Green Algorithms' table of processors: Ryzen 5 3500U and Core i7-6700K. */
const CORE_RANGE = [3.8, 23.8] as const;

/** Checks options and fills in the defaults. A power that is given is believed within a third: a core rarely draws its TDP exactly. */
export function powerSettings(options: PowerOptions = {}): PowerSettings {
  const { wattsPerCore, wattsPerGigabyte = 0.3725, pue = 1, grid = "brazil" } = options;
  check("wattsPerCore", wattsPerCore ?? 12, (value) => value > 0 && value <= 1000, "be above 0 and at most 1000 watts");
  check("wattsPerGigabyte", wattsPerGigabyte, (value) => value >= 0 && value <= 100, "be from 0 to 100 watts");
  check("pue", pue, (value) => value >= 1 && value <= 10, "be from 1 to 10");
  return {
    wattsPerCore: wattsPerCore ?? 12,
    wattsPerCoreRange: wattsPerCore === undefined ? CORE_RANGE : [(wattsPerCore * 2) / 3, (wattsPerCore * 4) / 3],
    wattsPerGigabyte,
    pue,
    ...gridOf(grid),
  };
}

function gridOf(grid: PowerOptions["grid"] & {}): Pick<PowerSettings, "gridIntensity" | "gridName"> {
  if (typeof grid === "number") {
    check("grid", grid, (value) => value >= 0 && value <= 5000, "be from 0 to 5000 grams a kilowatt-hour");
    return { gridIntensity: grid, gridName: "given" };
  }
  if (!Object.hasOwn(GRIDS, grid)) {
    const next = listNames("grids", String(grid), Object.keys(GRIDS));
    throw argumentRangeError({
      function: "EnergyMeter",
      parameter: "grid",
      rule: "be a grid or a number",
      value: grid,
      next,
    });
  }
  const { name, intensity } = GRIDS[grid];
  return { gridIntensity: intensity, gridName: name };
}

function check(parameter: string, value: number, isRight: (value: number) => boolean, rule: string): void {
  if (typeof value === "number" && isRight(value)) return;
  throw argumentRangeError({ function: "EnergyMeter", parameter, rule, value });
}
