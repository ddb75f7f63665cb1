import assert from "node:assert/strict";
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import { NotebookError } from "../../../src/notebook/notebook-error";
import type { ReportEntry } from "../../../src/notebook/report/report-entry";
import { writeReport } from "../../../src/notebook/report/write-report";
import { code, display, entryOf, notebookOf, printed, prose, showcase } from "./notebooks";

const root = mkdtempSync(join(tmpdir(), "caderno-report-"));
after(() => rmSync(root, { recursive: true, force: true }));
let made = 0;
const freshFolder = (): string => join(root, `report-${++made}`);
const small = (title: string): ReportEntry => entryOf("02-datasets", notebookOf(prose(`# ${title}`), code("1")));

test("the first page tells of every notebook: status, cells, time, and what failed where", async () => {
  const failure = { cell: 1, name: "TypeError", message: "x is not iterable\nmore" };
  const entries = [
    { ...small("Loading & splitting"), seconds: 192 },
    entryOf("03-tokens", notebookOf(prose("no heading"), code("boom()")), { status: "failed", failure }),
  ];
  const index = await writeReport(entries, freshFolder(), { title: "The course", date: new Date(0) });
  const html = readFileSync(index, "utf8");
  assert.match(
    html,
    /<a href="02-datasets.html">Loading &amp; splitting<\/a><span class="file-name">02-datasets<\/span>/,
  );
  assert.match(html, /Passed<\/span>[\s\S]*Failed<\/span>/);
  assert.match(html, /3 min 12 s/);
  assert.match(html, /1 of 2 notebooks failed/);
  assert.match(html, /<a href="03-tokens.html#_cell-2">Cell 2<\/a>: <b>TypeError<\/b> x is not iterable<\/p>/);
  assert.match(html, /<time datetime="1970-01-01T00:00:00.000Z">1970-01-01 00:00 UTC<\/time>/);
});

test("the same run writes the same files", async () => {
  const read = async (): Promise<[string, string][]> => {
    const folder = freshFolder();
    await writeReport([entryOf("showcase", showcase())], folder, { date: new Date(0) });
    return readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((file) => file.isFile() && file.name !== "plotly-source.js")
      .map((file) => [file.name, readFileSync(join(file.parentPath, file.name), "utf8")] as [string, string])
      .sort(([left], [right]) => left.localeCompare(right));
  };
  assert.deepEqual(await read(), await read());
});

test("a page loads only files that are there, and Plotly and the fonts only where a page needs them", async () => {
  const folder = freshFolder();
  await writeReport([small("Plain")], folder);
  assert.deepEqual(readdirSync(join(folder, "assets")).sort(), ["html-frame.html", "report.css", "report.js"]);
  await writeReport([entryOf("showcase", showcase())], folder);
  assert.deepEqual(readdirSync(join(folder, "assets")).sort(), [
    "html-frame.html",
    "math.css",
    "plotly-frame.html",
    "plotly-source.js",
    "report.css",
    "report.js",
  ]);
  const page = readFileSync(join(folder, "showcase.html"), "utf8");
  for (const [, address = ""] of page.matchAll(/(?:href|src)="((?:assets|outputs|pictures)\/[^"#]+)"/g)) {
    assert.ok(existsSync(join(folder, decodeURIComponent(address))), address);
  }
  assert.doesNotMatch(
    readFileSync(join(folder, "assets", "math.css"), "utf8"),
    /url\((?!data:font\/woff2;base64,[A-Za-z0-9+/=]+\))/,
  );
});

test("names never clash nor leave the folder", async () => {
  const folder = freshFolder();
  const names = ["a", "A", "../../etc/x", "index", "con", "...", "põe acento", "assets", "x".repeat(500)];
  await writeReport(
    names.map((name) => entryOf(name, notebookOf(prose(`# ${name}`)))),
    folder,
  );
  const pages = readdirSync(folder)
    .filter((name) => name.endsWith(".html"))
    .sort();
  assert.deepEqual(
    pages,
    [
      "A-2.html",
      "a.html",
      "assets-2.html",
      "etc-x.html",
      "index-2.html",
      "index.html",
      "notebook-con.html",
      "notebook.html",
      "põe-acento.html",
      `${"x".repeat(80)}.html`,
    ].sort(),
  );
});

test("a long text is kept whole beside the page, a large picture as a file", async () => {
  const folder = freshFolder();
  const text = `\u001b[31m${"line of text\n".repeat(100_000)}`;
  const picture = Buffer.alloc(100_000, 7).toString("base64");
  await writeReport(
    [entryOf("long", notebookOf(code("1", [printed(text), display({ "image/png": picture })])))],
    folder,
  );
  assert.equal(readFileSync(join(folder, "outputs", "long-cell-1-1.txt"), "utf8"), "line of text\n".repeat(100_000));
  assert.equal(readFileSync(join(folder, "outputs", "long-cell-1-2.png")).byteLength, 100_000);
  const page = readFileSync(join(folder, "long.html"), "utf8");
  assert.ok(page.length < 300_000);
  assert.match(page, /<a href="outputs\/long-cell-1-1.txt">The whole text<\/a>/);
  assert.match(page, /<img src="outputs\/long-cell-1-2.png"/);
});

test("an earlier report is replaced whole, also through a link", async () => {
  const folder = freshFolder();
  await writeReport([small("First"), entryOf("gone", notebookOf(prose("x")))], folder);
  const link = freshFolder();
  symlinkSync(folder, link);
  assert.equal(await writeReport([small("Second")], link), join(link, "index.html"));
  assert.match(readFileSync(join(folder, "02-datasets.html"), "utf8"), /Second/);
  assert.ok(!existsSync(join(folder, "gone.html")));
});

test("a folder with anything else in it is refused and left alone", async () => {
  const folder = freshFolder();
  mkdirSync(folder);
  writeFileSync(join(folder, "thesis.txt"), "years of work");
  const refused = (error: unknown): boolean =>
    error instanceof NotebookError &&
    error.code === "report-folder-taken" &&
    /thesis\.txt/.test(error.message) &&
    error.hint !== undefined;
  await assert.rejects(writeReport([small("X")], folder), refused);
  const own = freshFolder();
  await writeReport([small("X")], own);
  writeFileSync(join(own, "thesis.txt"), "years of work");
  await assert.rejects(writeReport([small("Y")], own), refused);
  assert.equal(readFileSync(join(own, "thesis.txt"), "utf8"), "years of work");
  assert.match(readFileSync(join(own, "02-datasets.html"), "utf8"), />X</);
  const file = freshFolder();
  writeFileSync(file, "");
  await assert.rejects(writeReport([small("X")], file), /it is a file/);
});

test("an error on the way leaves the old report and nothing beside it", async () => {
  const parent = freshFolder();
  const folder = join(parent, "report");
  await writeReport([small("Old")], folder);
  const broken = entryOf("broken", notebookOf(prose("x")));
  Object.defineProperty(broken.notebook, "cells", {
    get: () => {
      throw new Error("torn");
    },
  });
  await assert.rejects(writeReport([small("New"), broken], folder), /torn/);
  assert.match(readFileSync(join(folder, "02-datasets.html"), "utf8"), /Old/);
  assert.deepEqual(readdirSync(parent), ["report"]);
});

test("a run of no notebooks is still a report", async () => {
  const index = await writeReport([], freshFolder());
  assert.match(readFileSync(index, "utf8"), /No notebook was run/);
});
