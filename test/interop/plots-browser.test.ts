/**
 * Every kind of figure in a real browser: plotly.js itself judges and draws the JSON, and the browser lays the SVG out.
 * `CADERNO_SCREENSHOTS=folder` keeps pictures of both to look at.
 */
import assert from "node:assert/strict";
import { existsSync, mkdirSync } from "node:fs";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { type Browser, chromium, type Page } from "playwright-core";
import type { Figure } from "../../src/plots/figure";
import type { PlotlyFigure } from "../../src/plots/plotly-json";
import { HOSTILE_LABELS, sampleFigures } from "../plots/sample-figures";

const CANDIDATES = [
  process.env.CADERNO_CHROMIUM ?? "",
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
];
const executablePath = CANDIDATES.find((path) => path !== "" && existsSync(path));
const skip = executablePath === undefined ? "no Chromium here; set CADERNO_CHROMIUM to one" : false;
const screenshots = process.env.CADERNO_SCREENSHOTS;

/** What the page offers to the tests. */
interface PageGlobals {
  Plotly: {
    newPlot(element: HTMLElementLike, figure: object): Promise<unknown>;
    validate(data: unknown, layout: unknown): { msg: string }[] | undefined;
    Fx: { hover(element: HTMLElementLike, points: object[]): void };
  };
  document: {
    getElementById(id: string): HTMLElementLike;
  };
}

interface HTMLElementLike {
  innerHTML: string;
  querySelectorAll(selector: string): Iterable<{
    textContent: string | null;
    getBoundingClientRect(): { left: number; right: number; top: number; bottom: number };
  }>;
}

let browser: Browser;
let page: Page;
const complaints: string[] = [];

before(async () => {
  if (executablePath === undefined) return;
  browser = await chromium.launch({
    executablePath,
    args: ["--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-sync"],
  });
  page = await browser.newPage({ viewport: { width: 760, height: 700 } });
  page.on("pageerror", (error) => complaints.push(String(error)));
  page.on("dialog", (dialog) => {
    complaints.push(`a dialog said ${dialog.message()}`);
    void dialog.dismiss();
  });
  page.on("request", (request) => {
    if (!/^(data|about):/.test(request.url())) complaints.push(`the page asked for ${request.url()}`);
  });
  await page.setContent(
    "<!doctype html><body style='margin: 0'><div id='plotly' style='width: 700px'></div><div id='svg'></div>",
  );
  await page.addScriptTag({ path: require.resolve("plotly.js-dist/plotly.js") });
});

after(async () => {
  await browser?.close();
});

for (const [name, figure] of Object.entries(sampleFigures())) {
  test(`${name}: plotly.js accepts and draws it`, { skip }, async () => {
    complaints.length = 0;
    const drawn = await drawWithPlotly(figure);
    assert.deepEqual(drawn.problems, []);
    assert.equal(drawn.title.replace(/\s+/g, ""), printed(figure.layout.title).replace(/\s+/g, ""));
    assert.deepEqual(complaints, []);
    const expected = figure.data.reduce((sum, trace) => sum + marks(trace), 0);
    assert.equal(drawn.marks, expected);
    await keepPictures(name, figure);
  });

  test(`${name}: the browser lays out the SVG with every word inside the picture`, { skip }, async () => {
    complaints.length = 0;
    const outside = await page.evaluate((svg) => {
      const { document } = globalThis as unknown as PageGlobals;
      const holder = document.getElementById("svg");
      holder.innerHTML = svg;
      const [frame] = [...holder.querySelectorAll("svg")].map((element) => element.getBoundingClientRect());
      return [...holder.querySelectorAll("text")]
        .filter((text) => {
          const box = text.getBoundingClientRect();
          if (frame === undefined) return true;
          const isWithin = box.left >= frame.left && box.right <= frame.right;
          return !(isWithin && box.top >= frame.top && box.bottom <= frame.bottom);
        })
        .map((text) => text.textContent);
    }, figure.toSvg());
    assert.deepEqual(outside, []);
    assert.deepEqual(complaints, []);
  });
}

test("hostile labels are shown letter by letter, each on its bar", { skip }, async () => {
  const { hostile } = sampleFigures();
  assert.ok(hostile !== undefined);
  await drawWithPlotly(hostile);
  const { ticks, hovers } = await page.evaluate(async (count) => {
    const { document, Plotly } = globalThis as unknown as PageGlobals;
    const element = document.getElementById("plotly");
    const hovers: string[] = [];
    for (let pointNumber = 0; pointNumber < count; pointNumber++) {
      Plotly.Fx.hover(element, [{ curveNumber: 0, pointNumber }]);
      // plotly.js looks at a pointer at most every 50 milliseconds.
      await new Promise((resolve) => setTimeout(resolve, 120));
      hovers.push([...element.querySelectorAll(".hovertext")].map((text) => text.textContent ?? "").join(""));
    }
    return { ticks: [...element.querySelectorAll(".xtick text")].map((text) => text.textContent ?? ""), hovers };
  }, HOSTILE_LABELS.length);
  assert.deepEqual(
    hovers,
    HOSTILE_LABELS.map((label, index) => `${printed(label)}: ${index + 1}`),
  );
  assert.equal(ticks.length, HOSTILE_LABELS.length);
  ticks.forEach((tick, index) => {
    assert.ok(printed(HOSTILE_LABELS[index] ?? "").startsWith(tick.replace(/…$/, "")), tick);
  });
});

test("the SVG is a picture by itself, as GitHub and an <img> show it", { skip }, async () => {
  for (const figure of Object.values(sampleFigures())) {
    const size = await page.evaluate(async (svg) => {
      const { Image } = globalThis as unknown as {
        Image: new () => { src: string; naturalWidth: number; decode(): Promise<void> };
      };
      const image = new Image();
      image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`;
      await image.decode();
      return image.naturalWidth;
    }, figure.toSvg());
    assert.equal(size, 640);
  }
});

/** Draws a figure in the page, and says what plotly.js finds wrong with it. */
async function drawWithPlotly(figure: Figure): Promise<{ problems: string[]; title: string; marks: number }> {
  return page.evaluate(
    async (json) => {
      const { document, Plotly } = globalThis as unknown as PageGlobals;
      const element = document.getElementById("plotly");
      await Plotly.newPlot(element, structuredClone(json));
      // plotly.js 4.1's validate throws on any `legend`, even an empty one.
      const { legend: _legend, ...layout } = json.layout;
      const problems = (Plotly.validate(json.data, layout) ?? []).map((problem) => problem.msg);
      const title = [...element.querySelectorAll(".g-gtitle text")].map((text) => text.textContent ?? "").join("");
      const marks = [
        ...element.querySelectorAll(
          ".barlayer .point path, .scatterlayer .points path, .scatterlayer .lines path, .heatmaplayer image, .heatmaplayer .hm image",
        ),
      ].length;
      return { problems, title, marks };
    },
    JSON.parse(JSON.stringify(figure)) as PlotlyFigure,
  );
}

/** How many elements plotly.js makes for a trace. */
function marks(trace: Figure["data"][number]): number {
  if (trace.type === "bar") return trace.x.length;
  if (trace.type === "heatmap") return 1;
  const points = trace.y.filter((value) => value !== null).length;
  const runs = trace.y.filter((value, index) => value !== null && (trace.y[index - 1] ?? null) === null).length;
  return (trace.mode === "lines" ? 0 : points) + (trace.mode === "markers" ? 0 : runs);
}

/** A text as all three forms print it. */
function printed(text: string): string {
  return text.replace("\u0000", "�").replace("\ud800", "�").replace("\u0007", "�");
}

async function keepPictures(name: string, figure: Figure): Promise<void> {
  if (screenshots === undefined) return;
  mkdirSync(screenshots, { recursive: true });
  for (const [theme, background] of [
    ["light", "#ffffff"],
    ["dark", "#111111"],
  ] as const) {
    await page.evaluate(
      ({ svg, color }) => {
        const { document } = globalThis as unknown as {
          document: PageGlobals["document"] & { body: { style: { background: string } } };
        };
        document.getElementById("svg").innerHTML = svg;
        document.body.style.background = color;
      },
      { svg: figure.toSvg(), color: background },
    );
    await page.screenshot({ path: join(screenshots, `${name}-${theme}.png`), fullPage: true });
  }
}
