/** @file SVG written as text: elements, escaped, with short coordinates. */
import { escapeHtml } from "../core/html";
import { printable } from "./printable";

/** Attribute values; undefined ones are left out. */
export type SvgAttributes = Readonly<Record<string, string | number | undefined>>;

/** One element with its children, which are SVG already. */
export function element(name: string, attributes: SvgAttributes, ...children: readonly string[]): string {
  let opening = `<${name}`;
  for (const [key, value] of Object.entries(attributes)) {
    if (value === undefined) continue;
    opening += ` ${key}="${typeof value === "number" ? shortNumber(value) : svgText(value)}"`;
  }
  return children.length === 0 ? `${opening}/>` : `${opening}>${children.join("")}</${name}>`;
}

/** Text made safe for SVG, also from the characters that XML forbids even when they are escaped. */
export function svgText(text: string): string {
  return escapeHtml(printable(text));
}

/** A coordinate with at most one decimal: a tenth of a pixel is finer than anyone sees. */
export function shortNumber(value: number): string {
  const rounded = Math.round(value * 10) / 10;
  return String(rounded === 0 ? 0 : rounded);
}
