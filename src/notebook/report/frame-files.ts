/** @file The fixed files of a site: style sheet, page script, the two frames, and Plotly's source. */
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { findProjectRoot } from "../../core/project-root";
import type { SiteFiles } from "./site-files";

/** What some pages need and others do not. */
export interface SiteNeeds {
  plotly: boolean;
  math: boolean;
}

/** In the order in which they are read. */
const STYLE_SHEETS = ["theme.css", "page.css", "notebook.css", "outputs.css", "print.css"];

/** Writes what the pages of a site load. */
export function writeFixedFiles(files: SiteFiles, needs: SiteNeeds): void {
  files.add("assets/report.css", STYLE_SHEETS.map(clientFile).join("\n"));
  files.add("assets/report.js", clientFile("report.js"));
  files.add("assets/html-frame.html", htmlFrame(clientFile("html-frame.js")));
  if (needs.math) files.add("assets/math.css", mathStyles());
  if (!needs.plotly) return;
  const plotly = readFileSync(createRequire(__filename).resolve("plotly.js-dist/plotly.js"), "utf8");
  // A page may run only its own files, and a frame may load none: the page carries the source over as text.
  files.add("assets/plotly-source.js", `globalThis.plotlySource = ${JSON.stringify(plotly)};\n`);
  files.add("assets/plotly-frame.html", plotlyFrame(clientFile("plotly-frame.js"), plotly));
}

/** KaTeX's style sheet with its fonts inside: a page that was opened from the disk may not load a font from a file. */
function mathStyles(): string {
  const path = createRequire(__filename).resolve("katex/dist/katex.min.css");
  return readFileSync(path, "utf8").replace(
    /src:url\((fonts\/[\w-]+\.woff2)\)[^;}]*/g,
    (_source, font: string) =>
      `src:url(data:font/woff2;base64,${readFileSync(join(dirname(path), font)).toString("base64")}) format("woff2")`,
  );
}

/** The browser's files stand beside this one in the source, also when this one runs from the build. */
function clientFile(name: string): string {
  return readFileSync(join(findProjectRoot(__dirname), "src", "notebook", "report", "client", name), "utf8");
}

/**
 * The frame that draws figures. By their digests it runs two scripts, Plotly and ours, and no other, so that a figure
 * that tricks Plotly into writing HTML still runs nothing.
 */
function plotlyFrame(script: string, plotly: string): string {
  return frame(
    "Figure",
    `default-src 'none'; script-src ${digest(script)} ${digest(plotly)}; style-src 'unsafe-inline'; img-src data: blob:; base-uri 'none'; form-action 'none'`,
    "html,body{margin:0;background:transparent}body{overflow:hidden}",
    '<div id="figure"></div>',
    script,
  );
}

/** The frame that shows HTML with its scripts: they may run, and reach nothing. */
function htmlFrame(script: string): string {
  return frame(
    "Output",
    "default-src 'none'; script-src 'unsafe-inline' 'unsafe-eval'; style-src 'unsafe-inline'; img-src data: blob:; font-src data:; media-src data: blob:; base-uri 'none'; form-action 'none'",
    ":root{color-scheme:light}html{background:#fff}body{margin:0;padding:12px;display:flow-root;color:#1f2328;font:15px/1.5 system-ui,sans-serif}table{border-collapse:collapse;font-variant-numeric:tabular-nums}th,td{padding:.3em .7em;border-bottom:1px solid #e3e6ea}",
    "",
    script,
  );
}

function frame(title: string, policy: string, style: string, body: string, script: string): string {
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta http-equiv="x-dns-prefetch-control" content="off">
<meta name="referrer" content="no-referrer">
<meta name="color-scheme" content="light dark">
<title>${title}</title>
<style>${style}</style>
</head>
<body>${body}<script>${script}</script></body>
</html>
`;
}

function digest(source: string): string {
  return `'sha256-${createHash("sha256").update(source).digest("base64")}'`;
}
