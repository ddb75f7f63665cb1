// A student's way: `caderno lab` starts the real JupyterLab, a real browser opens a notebook in it, and Run All runs it on
// the repaired tslab. Screenshots land in build/interop, for eyes.
import assert from "node:assert/strict";
import { type ChildProcess, spawn } from "node:child_process";
import { randomUUID } from "node:crypto";
import { once } from "node:events";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join, relative } from "node:path";
import { after, before, describe, test } from "node:test";
import { type Browser, chromium, type Locator, type Page } from "playwright-core";
import { findChromium, MARK, processesMarked, root, skipWithout } from "./interop-support";

const browserPath = findChromium();
const skip =
  skipWithout("jupyter-lab") || (browserPath === undefined ? "no Chromium: set CHROMIUM_PATH or install one" : false);

const CELLS = [
  'import { classBalance, display, displayHtml, newDisplay } from "caderno";',
  "display(classBalance([5, 6, 6, 7, 7, 7, 0, 10]))",
  'displayHtml("<table><thead><tr><th>essay</th></tr></thead><tbody><tr><td>Era uma vez</td></tr></tbody></table>")',
  "for (let line = 0; line < 20_000; line++) console.log(line);",
  'const live = newDisplay();\nlive.update("first");\nlive.update("second");',
  "const score: number = await Promise.resolve(6);\nscore * 7",
  "function grade(essay: string): number {\n  throw new RangeError('no score for ' + essay);\n}\n\ngrade('x');",
];

/** JupyterLab shows errors, and what goes to stderr, so. */
const ERROR = '.jp-OutputArea-output[data-mime-type="application/vnd.jupyter.stderr"]';

interface CourseCell {
  cell_type: string;
  metadata: { tags?: string[] };
}

describe("JupyterLab in a browser", { skip, concurrency: false }, () => {
  const build = join(root, "build", "interop");
  const mark = randomUUID();
  let folder = "";
  let lab: ChildProcess;
  let address = "";
  let browser: Browser;

  before(async () => {
    mkdirSync(build, { recursive: true });
    folder = mkdtempSync(join(build, "lab-"));
    writeNotebook(join(folder, "fixture.ipynb"));
    // JupyterLab asks the first time whether it may fetch news; a test can neither answer nor wait.
    const settings = join(folder, "settings", "@jupyterlab", "apputils-extension");
    mkdirSync(settings, { recursive: true });
    writeFileSync(
      join(settings, "notification.jupyterlab-settings"),
      JSON.stringify({ fetchNews: "false", checkForUpdates: false, doNotDisturbMode: true }),
    );
    const path = relative(process.cwd(), join(folder, "fixture.ipynb"));
    lab = spawn(process.execPath, [join(root, "bin", "caderno.js"), "lab", path, "--no-browser", "--port", "0"], {
      env: {
        ...process.env,
        [MARK]: mark,
        JUPYTER_CONFIG_DIR: join(folder, "config"),
        JUPYTER_RUNTIME_DIR: join(folder, "runtime"),
        JUPYTERLAB_SETTINGS_DIR: join(folder, "settings"),
        JUPYTERLAB_WORKSPACES_DIR: join(folder, "workspaces"),
      },
      stdio: ["ignore", "pipe", "pipe"],
    });
    address = await addressOf(lab);
    browser = await chromium.launch({
      executablePath: browserPath ?? "",
      args: ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-component-update"],
    });
  });

  after(async () => {
    await browser?.close();
    lab?.kill("SIGKILL");
    rmSync(folder, { recursive: true, force: true });
  });

  test("Run All: figures are live, tables show, nothing printed is lost, an error is red with its traceback", async () => {
    const page = await browser.newPage({ viewport: { width: 1280, height: 2000 } });
    try {
      await page.goto(address);
      const cells = await runAll(page, CELLS.length);
      await cells.nth(1).locator(".js-plotly-plot .main-svg").first().waitFor();
      assert.equal(await cells.nth(1).locator('[data-mime-type="image/svg+xml"]').count(), 0, "not the still picture");
      assert.equal(await cells.nth(2).locator("table td").textContent(), "Era uma vez");
      const printed = await cells.nth(3).locator(".jp-OutputArea-output pre").allInnerTexts();
      assert.equal(printed.join("").trim().split("\n").at(-1), "19999");
      assert.equal((await outputText(cells.nth(4))).trim(), "second");
      assert.equal((await outputText(cells.nth(5))).trim(), "42");
      const error = cells.nth(6).locator(ERROR).first();
      const text = (await error.textContent()) ?? "";
      assert.match(text, /RangeError: no score for x/);
      assert.match(text, /at grade, Cell In\[7\], line 2\b/, "the traceback names the line of the TypeScript");
      const [redness, plain] = await Promise.all([rednessOf(error), rednessOf(cells.nth(5).locator("pre").first())]);
      assert.ok(redness > plain, `an error's background is redder than other text's: ${redness} and ${plain}`);
    } finally {
      await page.screenshot({ path: join(build, "jupyterlab.png") });
      await page.close();
    }
  });

  test("the course's first notebook runs to its end, with its figures, tables and expected errors", async (context) => {
    const source = join(root, "notebooks", "02-datasets.ipynb");
    if (!existsSync(source)) return context.skip("notebooks/02-datasets.ipynb is not there");
    const notebook = JSON.parse(readFileSync(source, "utf8")) as { cells: CourseCell[] };
    const code = notebook.cells.filter((cell) => cell.cell_type === "code");
    // As deep below the root as notebooks/, so that its pictures are found; JupyterLab saves what it opens.
    const copy = `course-${mark}.ipynb`;
    writeFileSync(join(root, "build", copy), JSON.stringify(withoutOutputs(notebook)));
    const page = await browser.newPage({ viewport: { width: 1280, height: 12_000 } });
    try {
      const { origin, search } = new URL(address);
      // A workspace of its own, or the notebook of the test before would be open as well.
      await page.goto(`${origin}/lab/workspaces/course/tree/build/${copy}${search}`);
      const cells = await runAll(page, code.length);
      await cells.locator(".js-plotly-plot .main-svg").first().waitFor();
      await cells.locator(".jp-OutputArea-output table td").first().waitFor();
      for (const [index, cell] of code.entries()) {
        const errors = await cells
          .nth(index)
          .locator(ERROR, { hasText: /^\w*Error: / })
          .allInnerTexts();
        const expected = cell.metadata.tags?.includes("raises-exception") ? 1 : 0;
        assert.equal(errors.length, expected, `code cell ${index + 1}: ${errors.join()}`);
      }
      const broken = await page
        .locator(".jp-RenderedMarkdown img")
        .evaluateAll((images) => images.filter((image) => (image as HTMLImageElement).naturalWidth === 0).length);
      assert.equal(broken, 0, "every picture of the text is there");
    } finally {
      await page.screenshot({ path: join(build, "jupyterlab-02-datasets.png") });
      await page.close();
      rmSync(join(root, "build", copy), { force: true });
    }
  });

  test("a signal ends JupyterLab and every kernel", async () => {
    assert.ok(processesMarked(mark).length >= 3 || process.platform !== "linux", "lab, server and kernel are running");
    const ended = once(lab, "exit");
    lab.kill("SIGTERM");
    const [code] = await ended;
    assert.equal(code, 0);
    assert.deepEqual(processesMarked(mark), []);
  });
});

function writeNotebook(path: string): void {
  const cells = CELLS.map((source, index) => ({
    cell_type: "code",
    id: `cell-${index}`,
    // A long output scrolls in a box of its own, so that the screenshot shows every cell.
    metadata: source.includes("20_000") ? { scrolled: true } : {},
    source,
    outputs: [],
    execution_count: null,
  }));
  const kernelspec = { name: "tslab", display_name: "TypeScript (tslab)", language: "typescript" };
  writeFileSync(path, JSON.stringify({ nbformat: 4, nbformat_minor: 5, metadata: { kernelspec }, cells }));
}

function withoutOutputs(notebook: { cells: CourseCell[] }): object {
  const cells = notebook.cells.map((cell) =>
    cell.cell_type === "code" ? { ...cell, outputs: [], execution_count: null } : cell,
  );
  return { ...notebook, cells };
}

/** Waits for the line in which Jupyter tells its address, token included. */
function addressOf(lab: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let said = "";
    const hear = (text: unknown): void => {
      said += String(text);
      const found = /http:\/\/127\.0\.0\.1:\d+\/lab\S*\?token=\w+/.exec(said);
      if (found !== null) resolve(found[0]);
    };
    lab.stdout?.on("data", hear);
    lab.stderr?.on("data", hear);
    lab.once("exit", (code) => reject(new Error(`caderno lab ended with ${code}:\n${said}`)));
  });
}

/** Chooses Run > Run All Cells, and gives the code cells when every one of `count` has run or the run has stopped. */
async function runAll(page: Page, count: number): Promise<Locator> {
  await page.locator(".jp-NotebookPanel:not(.lm-mod-hidden) .jp-CodeCell").first().waitFor({ timeout: 60_000 });
  // Before the kernel is there, Run All would ask which one to take.
  await page.locator(".jp-StatusBar-TextItem", { hasText: "TypeScript (tslab) | Idle" }).waitFor({ timeout: 60_000 });
  await page.locator(".lm-MenuBar-itemLabel", { hasText: /^Run$/ }).click();
  await page.locator(".lm-Menu-itemLabel", { hasText: /^Run All Cells$/ }).click();
  const cells = page.locator(".jp-NotebookPanel:not(.lm-mod-hidden) .jp-CodeCell");
  const done = page.locator(".jp-NotebookPanel:not(.lm-mod-hidden) .jp-InputArea-prompt", { hasText: /^\[\d+\]:$/ });
  await done.nth(count - 1).waitFor({ timeout: 90_000 });
  return cells;
}

async function outputText(cell: Locator): Promise<string> {
  return (await cell.locator(".jp-OutputArea-output").allInnerTexts()).join("");
}

/** By how much red exceeds the other two colours behind an element, 0 to 255. */
async function rednessOf(element: Locator): Promise<number> {
  return await element.evaluate((start) => {
    for (let node: Element | null = start; node !== null; node = node.parentElement) {
      const [red = 0, green = 0, blue = 0, opacity = 1] =
        getComputedStyle(node)
          .backgroundColor.match(/[\d.]+/g)
          ?.map(Number) ?? [];
      if (opacity > 0) return red - Math.max(green, blue);
    }
    return 0;
  });
}
