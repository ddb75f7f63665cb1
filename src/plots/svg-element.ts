/** @file SVG written as text: elements, escaped, with short coordinates. */
import { escapeHtml } from "../core/html";
import { wellFormed } from "./text-fit";

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

/** Text made safe for SVG. What XML forbids even when escaped (control characters, half characters) becomes "�". */
export function svgText(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters that XML 1.0 excludes
  return escapeHtml(wellFormed(text).replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, "\ufffd"));
}

/** A coordinate with at most one decimal: a tenth of a pixel is finer than anyone sees. */
export function shortNumber(value: number): string {
  const rounded = Math.round(value * 10) / 10;
  return String(rounded === 0 ? 0 : rounded);
}
