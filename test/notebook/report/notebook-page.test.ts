import assert from "node:assert/strict";
import { test } from "node:test";
import sanitize from "sanitize-html";
import type { Output } from "../../../src/notebook/format/types";
import { renderNotebook } from "../../../src/notebook/report/notebook-page";
import { code, display, hostileNotebook, notebookOf, printed, prose, showcase } from "./notebooks";

/** The outputs of one cell, as HTML. */
function outputsOf(...outputs: Output[]): string {
  const html = renderNotebook(notebookOf(code("1", outputs)));
  return /<div class="outputs">([\s\S]*)<\/div><\/section>/.exec(html)?.[1] ?? "";
}

/** Every open tag of a document with its attributes, by a parser that is not ours. */
function openTags(html: string): { name: string; attributes: Record<string, string> }[] {
  const tags: { name: string; attributes: Record<string, string> }[] = [];
  sanitize(html, {
    allowedTags: false,
    allowedAttributes: false,
    allowVulnerableTags: true,
    parseStyleAttributes: false,
    onOpenTag: (name, attributes) => tags.push({ name, attributes }),
  });
  return tags;
}

const SVG = '<svg xmlns="http://www.w3.org/2000/svg"/>';
const FIGURE = { data: [{ type: "bar", y: [1, 2] }], layout: { title: { text: "Two <b>bars</b>" } } };

test("of a bundle the richest type is shown: plotly, html, svg, png, latex, markdown, json, text", () => {
  const data: Record<string, unknown> = {
    "application/vnd.plotly.v1+json": FIGURE,
    "text/html": "<p>html</p>",
    "image/svg+xml": SVG,
    "image/png": "aGVsbG8=",
    "text/latex": "$x$",
    "text/markdown": "*md*",
    "application/json": { a: 1 },
    "text/plain": "text",
  };
  const expected: [string, RegExp][] = [
    ["application/vnd.plotly.v1+json", /data-live="plotly" data-title="Figure: Two bars"/],
    ["text/html", /<p>html<\/p>/],
    ["image/svg+xml", /<img src="data:image\/svg\+xml;base64,/],
    ["image/png", /<img src="data:image\/png;base64,aGVsbG8=" alt="text"/],
    ["text/latex", /katex/],
    ["text/markdown", /<em>md<\/em>/],
    ["application/json", /<summary>JSON: an object with 1 key<\/summary>/],
    ["text/plain", /<pre>text<\/pre>/],
  ];
  for (const [type, pattern] of expected) {
    assert.match(outputsOf(display({ ...data })), pattern, type);
    delete data[type];
  }
  assert.match(outputsOf(display({ "application/x-unknown": 1 })), /does not show: application\/x-unknown/);
});

test("a live figure keeps its picture for readers without scripts, and its numbers as text", () => {
  const html = outputsOf(
    display({ "application/vnd.plotly.v1+json": FIGURE, "image/svg+xml": SVG, "text/plain": "score  n\n    5  2" }),
  );
  assert.match(html, /<div class="still"><div class="output picture"><img [^>]*alt="score {2}n/);
  assert.match(html, /<summary>The figure as text<\/summary><pre>score {2}n\n {4}5 {2}2<\/pre>/);
});

test("what is no figure falls back to the next type", () => {
  for (const value of [null, 1, "x", [], {}, { data: {} }, { data: [1] }]) {
    assert.match(
      outputsOf(display({ "application/vnd.plotly.v1+json": value, "text/plain": "words" })),
      /<pre>words<\/pre>/,
    );
  }
});

test("a plain table stands in the page, HTML with a style or a script of its own in a frame", () => {
  assert.match(
    outputsOf(
      display({ "text/html": '<table class="dataframe"><tr><td style="text-align:right">1</td></tr></table>' }),
    ),
    /<td style="text-align:right">1<\/td>/,
  );
  const pandas =
    '<div>\n<style scoped>\n .dataframe tbody tr th { vertical-align: top; }\n</style>\n<table border="1" class="dataframe"><tr><th>a</th></tr></table></div>';
  assert.match(outputsOf(display({ "text/html": pandas })), /<table class="dataframe"><tr><th>a<\/th>/);
  for (const html of [
    "<p onclick=1>x</p>",
    "<style>p{}</style><p>x</p>",
    '<p style="position:fixed">x</p>',
    '<img src="x">',
    "<svg></svg>",
    "<video></video>",
    '<a href="javascript:1">x</a>',
  ]) {
    assert.match(
      outputsOf(display({ "text/html": html, "text/plain": "words" })),
      /data-live="html".*<pre>words<\/pre>/,
      html,
    );
  }
  assert.match(outputsOf(display({ "text/html": "<p>x</p>" }, { isolated: true })), /data-live="html"/);
});

test("streams of one kind join, errors keep their colours, an announced error says so", () => {
  const html = outputsOf(printed("a"), printed("b\n"), printed("c", "stderr"));
  assert.equal(html.match(/<pre>/g)?.length, 2);
  assert.match(html, /stdout"><pre>ab\n<\/pre>/);
  const error: Output = {
    output_type: "error",
    ename: "TypeError",
    evalue: "no",
    traceback: ["\u001b[31mTypeError\u001b[0m: no"],
  };
  assert.match(
    outputsOf(error),
    /<p class="error-name">TypeError<\/p><pre><span style="color:var\(--ansi-1\)">TypeError<\/span>: no/,
  );
  const announced = renderNotebook(notebookOf(code("1", [error], { tags: ["raises-exception"] })));
  assert.match(announced, /expected here[\s\S]*/);
  assert.match(announced, /<span class="tag">raises-exception<\/span>/);
  assert.match(outputsOf({ ...error, traceback: [] }), /<pre>TypeError: no<\/pre>/);
});

test("a widget, a script and nothing at all are said in words", () => {
  assert.match(
    outputsOf(display({ "application/vnd.jupyter.widget-view+json": { model_id: "1" }, "text/plain": "Slider" })),
    /A widget[\s\S]*Slider/,
  );
  assert.match(outputsOf(display({ "application/javascript": "alert(1)" })), /does not show: application\/javascript/);
  assert.equal(outputsOf(display({})), "");
});

test("code is coloured in the notebook's language, with count, tags and time", () => {
  const cell = code("const a: number = 1;", [], {
    tags: ["injected-parameters", "mine"],
    execution: { "iopub.status.busy": "2026-01-01T00:00:00Z", "shell.execute_reply": "2026-01-01T00:01:05Z" },
  });
  const html = renderNotebook(notebookOf(cell));
  assert.match(
    html,
    /<span class="hljs-keyword">const<\/span> <span class="hljs-attr">a<\/span>|<span class="hljs-keyword">const<\/span>/,
  );
  assert.match(html, /\[1\]/);
  assert.match(html, /injected-parameters<\/span><span class="seconds" title="Time to run">1 min 5 s/);
  assert.doesNotMatch(html, />mine</);
  const python = notebookOf(code("def f(): pass"));
  python.metadata = { language_info: { name: "python" } };
  assert.match(renderNotebook(python), /<span class="hljs-keyword">def<\/span>/);
  python.metadata = { language_info: { name: "klingon" } };
  assert.match(renderNotebook(python), /<code class="hljs">def f\(\): pass<\/code>/);
});

test("hidden parts fold, as their author meant", () => {
  assert.match(
    renderNotebook(notebookOf(code("1", [], { jupyter: { source_hidden: true } }))),
    /<details class="hidden-part"><summary>Code/,
  );
  assert.match(
    renderNotebook(notebookOf(code("1", [printed("x")], { tags: ["hide-output"] }))),
    /<summary>Output<\/summary>/,
  );
});

test("a page has landmarks, one first heading, a skip link, contents, and a name for every picture and frame", () => {
  const html = renderNotebook(showcase(), {
    name: "02-datasets",
    home: { title: "Report", address: "index.html" },
    next: { title: "Masks", address: "03.html" },
  });
  const tags = openTags(html);
  const names = tags.map((tag) => tag.name);
  for (const landmark of ["header", "main", "footer", "nav", "aside"]) assert.ok(names.includes(landmark), landmark);
  assert.equal(names.filter((name) => name === "h1").length, 1);
  assert.match(html, /<a class="skip" href="#_main">[\s\S]*<main id="_main"/);
  for (const { name, attributes } of tags)
    if (name === "img") assert.ok("alt" in attributes, JSON.stringify(attributes));
  const anchors = new Set(tags.map((tag) => tag.attributes.id));
  for (const { attributes } of tags) {
    const target = attributes.href;
    if (target?.startsWith("#") === true) assert.ok(anchors.has(decodeURIComponent(target.slice(1))), target);
  }
  assert.match(html, /<html lang="en">/);
});

test("nothing of a hostile notebook is a script, a handler or an address that acts", () => {
  const html = renderNotebook(hostileNotebook(), {
    name: "hostile",
    path: "/course/hostile.ipynb",
    projectRoot: "/course",
  });
  const allowed = new Set(["assets/report.js"]);
  for (const { name, attributes } of openTags(html)) {
    assert.ok(!["iframe", "object", "embed", "form", "input", "base", "svg:script", "style"].includes(name), name);
    if (name === "script")
      assert.ok(
        attributes.type === "application/json" || allowed.has(attributes.src ?? ""),
        JSON.stringify(attributes),
      );
    for (const [key, value] of Object.entries(attributes)) {
      assert.doesNotMatch(key, /^on/i, `${name} ${key}`);
      if (key === "href" || key === "src")
        assert.match(
          value,
          /^(?:#|assets\/|data:image\/|https:\/\/example|index|[\w-]+\.html)/,
          `${name} ${key}=${value}`,
        );
      if (key === "style") assert.doesNotMatch(value, /position|url\(|expression|z-index/i);
    }
  }
  assert.equal(html.match(/http-equiv="Content-Security-Policy"/g)?.length, 1);
  assert.doesNotMatch(html, /http-equiv="refresh"/);
});

test("a failure leads to its cell", () => {
  const notebook = notebookOf(prose("# T"), code("boom()"));
  const html = renderNotebook(notebook, {
    status: "failed",
    failure: { cell: 1, name: "TypeError", message: "no <b>" },
  });
  assert.match(html, /<a href="#_cell-2">Cell 2<\/a> failed: <b>TypeError<\/b><\/p><pre>no &lt;b&gt;<\/pre>/);
  assert.match(html, /<section class="cell code is-failed" id="_cell-2"/);
});

test("5,000 cells and a text of 10 MB make a page of reasonable size", () => {
  const cells = Array.from({ length: 5000 }, (_, at) =>
    at % 2 === 0 ? prose(`## Part ${at}`) : code(`f(${at})`, [printed("x")]),
  );
  const html = renderNotebook(notebookOf(...cells));
  assert.equal(html.match(/<section /g)?.length, 5000);
  const long = renderNotebook(notebookOf(code("1", [printed(`${"0123456789".repeat(1_000_000)}`)])));
  assert.ok(long.length < 300_000, `${long.length}`);
  assert.match(long, /9,800,000 of 10,000,000 characters are left out/);
});
