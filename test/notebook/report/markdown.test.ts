import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { addressRules, type Surroundings } from "../../../src/notebook/report/addresses";
import { type Heading, renderMarkdown } from "../../../src/notebook/report/markdown";
import { UniqueNames } from "../../../src/notebook/report/slug";

function render(
  source: string,
  around: Surroundings = {},
  attachments: Record<string, Record<string, string>> = {},
): string {
  return renderMarkdown(source, { rules: addressRules(around, attachments), anchors: new UniqueNames() });
}

/** A pixel. */
const PNG = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==";

test("formulas are set, with MathML for those who hear the page", () => {
  const html = render("The mean $\\bar x$ and\n\n$$\\sum_i x_i$$\n\n\\begin{align} a &= b \\\\ c &= d \\end{align}");
  assert.equal(html.match(/<math /g)?.length, 3);
  assert.equal(html.match(/class="katex-display"/g)?.length, 2);
  assert.match(html, /<annotation encoding="application\/x-tex">\\bar x<\/annotation>/);
});

test("money, code and escaped dollars are no formulas", () => {
  for (const source of ["from $5 to $10", "`$x$`", "\\$x\\$", "a $ b $ c", "```\n$x$\n```", "$$", "cost: $"]) {
    assert.doesNotMatch(render(source), /katex|math/, source);
  }
});

test("a formula that cannot be read stands as its source, and one without end ends", () => {
  assert.match(render("$\\frac{1}$"), /<span class="math-error" title="[^"]+">\\frac\{1\}<\/span>/);
  assert.match(render("$\\def\\a{\\a\\a}\\a$"), /math-error/);
  assert.match(render(`$${"x".repeat(30_000)}$`), /xxx/);
});

test("a formula's place cannot be named from outside", () => {
  assert.doesNotMatch(render('<i title="formula0;">$x$</i>'), /title="<span/);
});

test("headings get anchors once each, and links in Jupyter's and GitHub's spelling reach them", () => {
  const headings: Heading[] = [];
  const html = renderMarkdown(
    "# Reading *the* `data`!\n## Reading the data\n[a](#Reading-the-data) [b](#reading-the-data)",
    {
      rules: addressRules({}),
      anchors: new UniqueNames(),
      onHeading: (heading) => headings.push(heading),
    },
  );
  assert.deepEqual(headings, [
    { level: 1, text: "Reading the data!", anchor: "reading-the-data" },
    { level: 2, text: "Reading the data", anchor: "reading-the-data-2" },
  ]);
  assert.match(html, /<h1 id="reading-the-data">/);
  assert.equal(html.match(/href="#reading-the-data"/g)?.length, 2);
});

test("a link to a notebook of the run leads to its page, one to another file leads nowhere and says so", () => {
  const around = {
    path: "/course/notebooks/02.ipynb",
    pages: new Map([["/course/notebooks/03 b.ipynb", "03-b.html"]]),
  };
  assert.match(
    render("[x](<03 b.ipynb#The-End>)", around),
    /<a href="03-b.html#the-end" rel="noopener noreferrer">x<\/a>/,
  );
  assert.match(
    render("[x](../README.md)", around),
    /<span class="unlinked" title="Not part of this report: ..\/README.md">x<\/span>/,
  );
  assert.match(render("[x](https://example.org/?a=1&b=2)"), /<a href="https:\/\/example.org\/\?a=1&amp;b=2"/);
});

test("addresses that run, read or call are no links", () => {
  const bad = [
    "javascript:alert(1)",
    "data:text/html,x",
    "vbscript:x",
    "file:///etc/passwd",
    "//evil.example/x",
    "\\\\evil\\x",
    "/etc/passwd",
    "blob:x",
  ];
  for (const address of bad) {
    const html = render(`<a href="${address}">x</a> <a href=" ${address}">y</a> [z](<${address}>)`, {
      path: "/course/02.ipynb",
    });
    assert.doesNotMatch(html, /href=/, address);
  }
});

test("pictures come from attachments, from data and from the project, and from nowhere else", () => {
  const folder = mkdtempSync(join(tmpdir(), "caderno-pictures-"));
  try {
    const project = join(folder, "project");
    mkdirSync(join(project, "notebooks"), { recursive: true });
    writeFileSync(join(project, "a.png"), Buffer.from(PNG, "base64"));
    writeFileSync(join(folder, "outside.png"), Buffer.from(PNG, "base64"));
    writeFileSync(join(project, "secret.env"), "TOKEN=1");
    symlinkSync(join(folder, "outside.png"), join(project, "link.png"));
    symlinkSync(join(project, "secret.env"), join(project, "secret.png"));
    const around = { path: join(project, "notebooks", "02.ipynb"), projectRoot: project };
    assert.match(
      render("![a](../a.png)", around),
      new RegExp(`<img src="data:image/png;base64,${PNG.replace(/[+/]/g, "\\$&")}" alt="a"`),
    );
    for (const source of [
      "../../outside.png",
      "../link.png",
      "../secret.png",
      "../secret.env",
      "../missing.png",
      "https://evil.example/x.png",
      "//evil.example/x.png",
      join(project, "a.png"),
      `file://${project}/a.png`,
    ]) {
      assert.doesNotMatch(render(`![a](<${source}>) <img src="${source}" alt="b">`, around), /<img/, source);
    }
    const attached = {
      "a b.png": { "image/png": `${PNG}\n` },
      "x.html": { "text/html": "<script>1</script>" },
      "y.png": { "image/png": "<script>" },
    };
    assert.match(render("![a](<attachment:a b.png>)", {}, attached), /<img src="data:image\/png;base64,/);
    assert.doesNotMatch(
      render("![a](attachment:x.html) ![b](attachment:y.png) ![c](attachment:z.png)", {}, attached),
      /<img|<script/,
    );
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});

test("HTML keeps what teaches and loses what acts", () => {
  const kept = render(
    '<details open><summary>Why?</summary>\n\n**because**\n\n</details>\n\nH<sub>2</sub>O <kbd>Ctrl</kbd> <span style="color: red">r</span>',
  );
  assert.match(kept, /<details open><summary>Why\?<\/summary>[\s\S]*<strong>because<\/strong>[\s\S]*<\/details>/);
  assert.match(kept, /H<sub>2<\/sub>O <kbd>Ctrl<\/kbd> <span style="color:red">r<\/span>/);
  const lost = render(
    '<div onclick="x()" style="position:fixed;inset:0;margin:-99px;background:url(https://evil.example)">t</div><script>x()</script><style>body{}</style><iframe src="x"></iframe><form action="x"><input></form><svg onload="x()"><math><mtext>',
  );
  assert.equal(lost.trim(), "<div>t</div>");
});

test("a background without a text colour gets one: the page's may be white", () => {
  assert.match(render('<b style="background: #ff0">x</b>'), /color:#1f2328/);
});

test("a cell cannot close the page's own elements nor take its names", () => {
  assert.equal(render("</div></section></main><p>after").trim(), "<p>after</p>");
  assert.match(render('<a id="_main">x</a>'), /<span id="main">/);
  assert.doesNotMatch(render('<i class="status failed fold">x</i>'), /class/);
});
