/** @file Text that Plotly shows as it is. */
import { printable } from "./printable";

/**
 * Escapes a text for Plotly, which reads a small HTML of its own in every text and TeX between dollar signs. A line
 * break starts a new line.
 */
export function plotlyText(text: string): string {
  const safe = printable(text.replace(/\r\n?/g, "\n"))
    .replace(/&/g, "&amp;")
    .replace(/</g, "&lt;")
    .replace(/>/g, "&gt;")
    .replace(/\$/g, "&#36;")
    .replace(/\n/g, "<br>");
  // Plotly keeps labels as keys of a plain object and drops a label such as "constructor", which every object has.
  return safe in Object.prototype ? `&#${safe.charCodeAt(0)};${safe.slice(1)}` : safe;
}
