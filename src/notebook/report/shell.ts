/** @file What stands around the content of every page: head, content security policy, skip link, header, footer. */
import { escapeHtml } from "../../core/html";

/**
 * A page loads its own style sheet, its own scripts, its own pictures, and frames of this site. It runs no script that
 * stands in the page, and reaches no other host: should something slip past the sanitizer, it can do nothing.
 */
const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data:",
  "font-src data:",
  "frame-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
].join("; ");

/** A page without its surroundings. */
export interface PageContent {
  /** Of the window. */
  title: string;
  /** A class of the body. */
  kind: "index" | "notebook";
  /** What the skip link leads to: `"the notebook"`. */
  mainName: string;
  /** The header's inner HTML. */
  header: string;
  /** Between header and footer; holds an element with the id `_main`. */
  body: string;
  /** The footer's inner HTML. */
  footer: string;
  /** Whether formulas stand in the page. */
  hasMath?: boolean;
}

/** A whole HTML document. */
export function renderPage(page: PageContent): string {
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${POLICY}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer">
<meta name="generator" content="Caderno">
<title>${escapeHtml(page.title)}</title>
<link rel="icon" href="data:image/svg+xml,${encodeURIComponent(ICON)}">
<link rel="stylesheet" href="assets/report.css">${page.hasMath === true ? '\n<link rel="stylesheet" href="assets/math.css">' : ""}
<script src="assets/report.js" defer></script>
</head>
<body class="${page.kind}">
<a class="skip" href="#_main">Skip to ${escapeHtml(page.mainName)}</a>
<header class="site">${page.header}</header>
${page.body}
<footer class="site">${page.footer}</footer>
</body>
</html>
`;
}

/** A sheet with a margin line. */
const ICON =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><rect x="4" y="2" width="24" height="28" rx="4" fill="#fffdf8" stroke="#2b3a55" stroke-width="2"/><path d="M11 3v26" stroke="#d1495b" stroke-width="2"/><path d="M15 11h9M15 17h9M15 23h6" stroke="#2b3a55" stroke-width="2"/></svg>';

/** The sheet as part of a page, for the eye only. */
export function pageIcon(): string {
  return `<img class="mark" src="data:image/svg+xml,${encodeURIComponent(ICON)}" alt="" width="28" height="28">`;
}

/** Whether a run went well: a sign with a shape of its own, and words; "Passed" or "Failed" where none are given. */
export function statusBadge(status: "ok" | "failed", words?: string): string {
  const [shape, word] =
    status === "ok"
      ? ['<circle cx="8" cy="8" r="7"/><path d="m4.8 8.3 2.2 2.2 4.3-4.8"/>', "Passed"]
      : ['<path class="sign" d="M5 1h6l4 4v6l-4 4H5l-4-4V5z"/><path d="m5.4 5.4 5.2 5.2m0-5.2-5.2 5.2"/>', "Failed"];
  return `<span class="status ${status}"><svg viewBox="0 0 16 16" aria-hidden="true">${shape}</svg>${escapeHtml(words ?? word)}</span>`;
}

/**
 * A duration as people say it.
 *
 * @example
 * ```ts
 * formatSeconds(0.42); // "0.4 s"
 * formatSeconds(192); // "3 min 12 s"
 * ```
 */
export function formatSeconds(seconds: number): string {
  if (!Number.isFinite(seconds) || seconds < 0) return "";
  if (seconds < 10) return seconds < 0.1 ? `${Math.max(1, Math.round(seconds * 1000))} ms` : `${seconds.toFixed(1)} s`;
  const whole = Math.round(seconds);
  if (whole < 60) return `${whole} s`;
  const minutes = Math.floor(whole / 60);
  if (minutes < 60) return `${minutes} min ${whole % 60} s`;
  return `${Math.floor(minutes / 60)} h ${minutes % 60} min`;
}
