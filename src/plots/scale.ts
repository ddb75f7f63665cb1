/** @file From data to pixels: axes that hold numbers, and axes that hold labels. */
import type { Coordinate } from "./trace";

/** Where a coordinate lies, and which marks the axis carries. */
export interface Scale {
  /** The middle of the coordinate's place, in pixels. */
  position(value: Coordinate): number;
  /** How wide a place is: the band of a label; 0 for numbers. */
  readonly bandWidth: number;
  readonly ticks: readonly Coordinate[];
}

/** Numbers from `domain` spread over `range` (pixels, may run downwards), with round tick values. */
export function linearScale(
  domain: readonly [number, number],
  range: readonly [number, number],
  tickCount: number,
): Scale {
  const [low, high] = domain;
  const [start, end] = range;
  const span = high - low || 1;
  return {
    position: (value) => start + ((Number(value) - low) / span) * (end - start),
    bandWidth: 0,
    ticks: roundTicks(low, high, tickCount),
  };
}

/** Labels in equal bands over `range`. */
export function categoryScale(labels: readonly Coordinate[], range: readonly [number, number]): Scale {
  const [start, end] = range;
  const band = (end - start) / Math.max(1, labels.length);
  const places = new Map(labels.map((label, index) => [String(label), index]));
  return {
    position: (value) => start + ((places.get(String(value)) ?? 0) + 0.5) * band,
    bandWidth: Math.abs(band),
    ticks: labels,
  };
}

/** The smallest of 1, 2, 5, 10, 20, … (and 0.5, 0.2, …) that is at least `size`. */
export function roundStep(size: number): number {
  const power = 10 ** Math.floor(Math.log10(size));
  const step = [1, 2, 5].find((candidate) => candidate >= size / power - 1e-9) ?? 10;
  return step * power;
}

function roundTicks(low: number, high: number, count: number): number[] {
  if (!(high > low)) return [low];
  const step = roundStep((high - low) / count);
  const first = Math.ceil(low / step - 1e-9);
  const last = Math.floor(high / step + 1e-9);
  // Multiples of a decimal step carry binary dust (3 * 0.1); twelve digits are more than any label shows.
  return Array.from({ length: last - first + 1 }, (_, index) => Number(((first + index) * step).toPrecision(12)));
}
