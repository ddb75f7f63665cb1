/** @file The colours of the pictures: told apart by colour-blind readers, and readable on the white card of a figure. */

/**
 * The palette of Okabe and Ito (2008), ordered so that neighbours differ in lightness as well. Its yellow is left out:
 * it vanishes on white.
 */
export const SERIES_COLORS: readonly string[] = [
  "#0072B2",
  "#E69F00",
  "#009E73",
  "#CC79A7",
  "#56B4E9",
  "#D55E00",
  "#000000",
];

/** The reader's own sans-serif font: nothing is loaded. */
export const FONT_FAMILY = "system-ui, -apple-system, 'Segoe UI', Roboto, 'Noto Sans', sans-serif";

/** Text, axis lines, grid and card. */
export const INK = "#1f2328";
export const MUTED_INK = "#57606a";
export const GRID = "#e3e6ea";
export const CARD = "#ffffff";
/** Reference lines; not a colour of the first series. */
export const REFERENCE = "#D55E00";
/** The same hue, dark enough for text. */
export const REFERENCE_INK = "#9c4400";

/** The colour of the series at `index`; the colours repeat after the last. */
export function seriesColor(index: number): string {
  return SERIES_COLORS[index % SERIES_COLORS.length] ?? INK;
}

/** Light to dark through blue: the stops of a heat-map's scale, evenly spaced. Lightness falls all the way. */
export const HEAT_STOPS: readonly string[] = ["#f7fbff", "#c6dbef", "#6baed6", "#2171b5", "#08306b"];

/** The colour at `share` (0 to 1) of the heat scale, and whether white text is the readable one on it. */
export function heatColor(share: number): { fill: string; isDark: boolean } {
  const place = Math.min(1, Math.max(0, share)) * (HEAT_STOPS.length - 1);
  const low = Math.min(Math.floor(place), HEAT_STOPS.length - 2);
  const from = channels(HEAT_STOPS[low] ?? INK);
  const to = channels(HEAT_STOPS[low + 1] ?? INK);
  const mixed = from.map((value, channel) => Math.round(value + ((to[channel] ?? 0) - value) * (place - low)));
  const luminance = mixed
    .map((value) => (value / 255 <= 0.04045 ? value / 255 / 12.92 : ((value / 255 + 0.055) / 1.055) ** 2.4))
    .reduce((sum, value, channel) => sum + value * ([0.2126, 0.7152, 0.0722][channel] ?? 0), 0);
  return { fill: `#${mixed.map((value) => value.toString(16).padStart(2, "0")).join("")}`, isDark: luminance < 0.18 };
}

function channels(hex: string): number[] {
  return [1, 3, 5].map((start) => Number.parseInt(hex.slice(start, start + 2), 16));
}
