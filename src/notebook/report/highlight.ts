/** @file Source code as coloured HTML, coloured when the report is written. */
import highlighter from "highlight.js/lib/common";
import { escapeHtml } from "../../core/html";

/** Longer sources stay plain: colouring is quadratic for some languages. */
const MAX_LENGTH = 100_000;

/** HTML of a source with classes `hljs-…`; an unknown language is only escaped. */
export function highlightCode(source: string, language: string | undefined): string {
  if (language === undefined || source.length > MAX_LENGTH) return escapeHtml(source);
  const known = highlighter.getLanguage(language) === undefined ? undefined : language;
  if (known === undefined) return escapeHtml(source);
  return highlighter.highlight(source, { language: known, ignoreIllegals: true }).value;
}
