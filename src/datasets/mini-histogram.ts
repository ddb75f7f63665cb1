/** @file A histogram the size of a word, as SVG that stands inside a table's head. */
import { escapeHtml } from "../core/html";
import { type Bar, count } from "./column-summary";

const HEIGHT = 36;
const WIDEST = 140;

/**
 * The bars as one SVG element. Its colour is legible on white and on black; each bar's tooltip tells its numbers.
 *
 * @param label What the bars show, for people who do not see them.
 */
export function miniHistogram(bars: readonly Bar[], label: string): string {
  if (bars.length === 0) return "";
  const highest = Math.max(...bars.map((bar) => bar.count), 1);
  const total = bars.reduce((sum, bar) => sum + bar.count, 0);
  const step = Math.min(16, WIDEST / bars.length);
  const width = round(step * bars.length);
  const shapes = bars.map((bar, position) => {
    // A bar of one in a thousand would round to nothing; what is there must be seen.
    const height = bar.count === 0 ? 0 : Math.max(1, (bar.count / highest) * (HEIGHT - 2));
    const share = total === 0 ? 0 : (100 * bar.count) / total;
    const tip = escapeHtml(`${bar.label}: ${count(bar.count)} (${share.toFixed(1)} %)`);
    const x = round(position * step);
    const barWidth = round(Math.max(1, step - 1));
    // The tall transparent shape makes a low bar as easy to point at as a high one.
    return (
      `<g><title>${tip}</title><rect x="${x}" y="0" width="${round(step)}" height="${HEIGHT}" fill="transparent"/>` +
      `<rect x="${x}" y="${round(HEIGHT - 1 - height)}" width="${barWidth}" height="${round(height)}" fill="#4f8ad9"/></g>`
    );
  });
  const base = `<rect x="0" y="${HEIGHT - 1}" width="${width}" height="1" fill="#888888"/>`;
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" role="img" aria-label="${escapeHtml(label)}" width="${width}" height="${HEIGHT}" ` +
    `viewBox="0 0 ${width} ${HEIGHT}" style="display:block;margin:4px 0 2px">${shapes.join("")}${base}</svg>`
  );
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}
