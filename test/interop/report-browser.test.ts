/** @file The report in a real browser: it looks and works as it should, and a hostile notebook reaches nothing. */
import assert from "node:assert/strict";
import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { type AddressInfo, createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { pathToFileURL } from "node:url";
import { type Browser, type BrowserContextOptions, chromium, type Page } from "playwright-core";
import { writeReport } from "../../src/notebook/report/write-report";
import {
  code,
  display,
  entryOf,
  hostileNotebook,
  notebookOf,
  PWNED,
  printed,
  prose,
  showcase,
} from "../notebook/report/notebooks";

const EXECUTABLE = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"].find((path) =>
  existsSync(path),
);
const skip =
  EXECUTABLE === undefined ? "no Chromium: install it (apt-get install chromium) to run the browser checks" : false;
const FLAGS = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

/**
 * Outputs that lead elsewhere, with encrypted addresses, so that a connection is seen that a browser opens ahead of a
 * request. Only a script that sets `location` or makes a frame gets Chromium that far, and no further.
 */
const LEAVING = [
  '<a id="go" href="https://a.leaving.example/">still here</a><style>a{color:red}</style>',
  '<meta http-equiv="refresh" content="0;url=https://b.leaving.example/"><script>1</script>still here',
  '<iframe src="https://c.leaving.example/"></iframe><object data="https://d.leaving.example/"></object>still here',
  '<form id="f" action="https://e.leaving.example/"></form><script>document.getElementById("f").submit()</script>still here',
];

let browser: Browser;
let folder: string;
/** The browser's only way out: notes the first line of every request and answers nothing. */
const calls: string[] = [];
const exit = createServer((socket) => {
  socket.on("error", () => {});
  socket.once("data", (bytes) => {
    calls.push(bytes.toString("latin1").split("\r\n", 1)[0] ?? "");
    socket.destroy();
  });
});

before(async () => {
  if (EXECUTABLE === undefined) return;
  folder = mkdtempSync(join(tmpdir(), "caderno-report-"));
  const many = Array.from({ length: 5000 }, (_, at) =>
    at % 2 === 0 ? prose(`## Part ${at}`) : code(`f(${at})`, [printed("x")]),
  );
  const failure = { cell: 1, name: "TypeError", message: "no" };
  await writeReport(
    [
      entryOf("showcase", showcase()),
      entryOf("hostile", hostileNotebook(), { status: "failed", failure }),
      entryOf(
        "frames",
        notebookOf(
          code("1", [
            display({
              "text/html":
                "<script>document.body.append('from the script')</script><style>p{height:777px}</style><p>tall</p>",
            }),
          ]),
        ),
      ),
      entryOf(
        "leaving",
        notebookOf(
          code(
            "1",
            LEAVING.map((html) => display({ "text/html": html })),
          ),
        ),
      ),
      entryOf("many", notebookOf(...many)),
    ],
    join(folder, "site"),
  );
  await new Promise<void>((resolve) => exit.listen(0, "127.0.0.1", resolve));
  const { port } = exit.address() as AddressInfo;
  browser = await chromium.launch({
    executablePath: EXECUTABLE,
    args: FLAGS,
    proxy: { server: `http://127.0.0.1:${port}` },
  });
});

after(async () => {
  if (EXECUTABLE === undefined) return;
  await browser.close();
  exit.close();
  rmSync(folder, { recursive: true, force: true });
});

interface Visit {
  page: Page;
  /** Addresses outside of the report that the page asked for, whether or not its policy let them out. */
  strays: string[];
  /** Scripts that threw. */
  errors: string[];
}

/** Opens a page of the report and gives it to `look`; the context closes afterwards. */
async function visit(
  name: string,
  look: (visit: Visit) => Promise<void>,
  options: BrowserContextOptions = {},
): Promise<void> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, ...options });
  try {
    // The loader of these tests marks functions with a helper that a page does not have.
    await context.addInitScript("globalThis.__name = (value) => value;");
    const page = await context.newPage();
    const strays: string[] = [];
    const errors: string[] = [];
    const home = pathToFileURL(join(folder, "site")).href;
    context.on("request", (request) => {
      const url = request.url();
      if (!url.startsWith(home) && !/^(?:data|blob|about):/.test(url)) strays.push(url);
    });
    context.on("page", (opened) => strays.push(`popup ${opened.url()}`));
    page.on("pageerror", (error) => errors.push(error.message));
    await page.goto(`${home}/${name}.html`);
    await look({ page, strays, errors });
  } finally {
    await context.close();
  }
}

/** Scrolls every live output into view and waits until it stands or has failed. */
async function drawAll(page: Page): Promise<void> {
  const live = page.locator("[data-live]");
  for (let index = 0; index < (await live.count()); index++) {
    await live.nth(index).evaluate((element) => (element as unknown as { scrollIntoView(): void }).scrollIntoView());
    await page.waitForFunction(
      (at) => {
        const holder = (
          globalThis as unknown as {
            document: {
              querySelectorAll(
                selector: string,
              ): ArrayLike<{ className: string; querySelector(selector: string): unknown }>;
            };
          }
        ).document.querySelectorAll("[data-live]")[at];
        return (
          holder !== undefined &&
          (holder.className.includes("is-live") || holder.querySelector(":scope > .note") !== null)
        );
      },
      index,
      { timeout: 60_000 },
    );
  }
}

test("figures are live and offline, each in a frame that cannot reach the page", { skip }, async () => {
  await visit("showcase", async ({ page, strays, errors }) => {
    await drawAll(page);
    const frames = page.frames().filter((frame) => frame.url().endsWith("plotly-frame.html"));
    assert.equal(frames.length, 2);
    for (const frame of frames) {
      assert.ok((await frame.locator("svg.main-svg").count()) > 0);
      assert.ok((await frame.locator(".xtick").count()) > 3);
    }
    assert.equal(await page.locator("iframe:not([sandbox='allow-scripts'])").count(), 0);
    assert.equal(await page.locator(".is-live .still:visible").count(), 0);
    assert.deepEqual(strays, []);
    assert.deepEqual(errors, []);
  });
});

test("a figure answers the pointer", { skip }, async () => {
  await visit("showcase", async ({ page }) => {
    await drawAll(page);
    const frame = page.frameLocator("iframe").first();
    await page.locator("iframe").first().scrollIntoViewIfNeeded();
    const box = await frame.locator(".bars .point path").nth(6).boundingBox();
    assert.ok(box !== null);
    await page.mouse.move(box.x + 5, box.y + box.height / 2);
    await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2, { steps: 5 });
    await frame.locator(".hoverlayer .hovertext").waitFor({ timeout: 10_000 });
    assert.match((await frame.locator(".hoverlayer").textContent()) ?? "", /score 6: 301 essays/);
  });
});

test("without scripts the pictures and texts are there", { skip }, async () => {
  await visit(
    "showcase",
    async ({ page }) => {
      assert.equal(await page.locator(".still img[alt^='Most essays score five or six']").isVisible(), true);
      assert.match((await page.locator(".pending").textContent()) ?? "", /still falling/);
      assert.equal(await page.locator("iframe").count(), 0);
    },
    { javaScriptEnabled: false },
  );
});

test("the way out sees what leaves: without a policy the call arrives", { skip }, async () => {
  const page = await browser.newPage();
  await page.goto("data:text/html,<img src='http://control.example/x.png'>", { waitUntil: "load" });
  await page.close();
  assert.ok(
    calls.some((call) => call.includes("control.example")),
    `${calls}`,
  );
});

test("a hostile notebook runs nothing in the page, covers nothing, and calls nobody", { skip }, async () => {
  await visit("hostile", async ({ page, strays, errors }) => {
    const title = await page.title();
    await drawAll(page);
    for (const link of await page.locator(".cell a:not([href^='http'], [href^='outputs/'])").all())
      await link.click({ timeout: 2000 }).catch(() => {});
    await page.waitForTimeout(1000);
    const state = await page.evaluate((name) => {
      const page = globalThis as unknown as Record<string, unknown> & {
        document: { title: string; body: unknown };
        polluted?: unknown;
      };
      return {
        pwned: page[name],
        title: page.document.title,
        polluted: ({} as Record<string, unknown>).polluted,
        body: String(page.document.body),
      };
    }, PWNED);
    assert.deepEqual(state, { pwned: undefined, title, polluted: undefined, body: "[object HTMLBodyElement]" });
    const out = calls.filter((call) => call.includes("evil.example"));
    assert.deepEqual(out, []);
    assert.deepEqual(
      strays.filter((url) => url.startsWith("popup")),
      [],
    );
    assert.deepEqual(errors, []);
    // Whatever the frame asked for, it is no higher than the page allows, and nothing lies over the page's header.
    const heights = await page
      .locator("iframe")
      .evaluateAll((frames) => frames.map((frame) => (frame as unknown as { offsetHeight: number }).offsetHeight));
    assert.ok(Math.max(...heights) <= 8000, `${heights}`);
    const top = await page.evaluate(() => {
      const { document, scrollTo } = globalThis as unknown as {
        document: { elementFromPoint(x: number, y: number): { closest(selector: string): unknown } | null };
        scrollTo(where: object): void;
      };
      scrollTo({ top: 0, behavior: "instant" });
      return document.elementFromPoint(60, 20)?.closest("header.site") !== null;
    });
    assert.equal(top, true);
    assert.equal(
      await page.locator("main img[onerror], main [onclick], main script:not([type='application/json'])").count(),
      0,
    );
  });
});

test("an output that tries to leave opens no connection either", { skip }, async () => {
  await visit("leaving", async ({ page }) => {
    await drawAll(page);
    await page.frameLocator("iframe").first().locator("#go").click();
    await page.waitForTimeout(500);
    assert.deepEqual(
      calls.filter((call) => call.includes("leaving.example")),
      [],
    );
    assert.match((await page.frameLocator("iframe").first().locator("body").textContent()) ?? "", /still here/);
  });
});

test("the frame's scripts run, but the origin is nobody's", { skip }, async () => {
  await visit("frames", async ({ page }) => {
    await drawAll(page);
    const frame = page.frames().find((one) => one.url().endsWith("html-frame.html"));
    assert.ok(frame !== undefined);
    assert.match((await frame.locator("body").textContent()) ?? "", /from the script/);
    const reached = await frame.evaluate(() => {
      const view = globalThis as unknown as { origin: string; parent: { document: unknown }; localStorage: unknown };
      const attempt = (act: () => unknown): string => {
        try {
          return String(act());
        } catch (error) {
          return (error as Error).name;
        }
      };
      return [view.origin, attempt(() => view.parent.document), attempt(() => view.localStorage)];
    });
    assert.deepEqual(reached, ["null", "SecurityError", "SecurityError"]);
    const height = await page
      .locator("iframe")
      .evaluate((element) => (element as unknown as { offsetHeight: number }).offsetHeight);
    assert.ok(height >= 777 && height < 1000, `${height}`);
  });
});

test("the frames opened by themselves show nothing of a notebook", { skip }, async () => {
  for (const name of ["assets/html-frame", "assets/plotly-frame"]) {
    await visit(name, async ({ page }) =>
      assert.match((await page.locator("body").textContent()) ?? "", /Open index.html instead/),
    );
  }
});

test("text is legible in light and in dark, and no page is wider than a phone", { skip }, async () => {
  for (const colorScheme of ["light", "dark"] as const) {
    for (const name of ["index", "showcase", "hostile"]) {
      await visit(
        name,
        async ({ page }) => {
          const { faint, overflow } = await page.evaluate(measureContrast);
          assert.deepEqual(faint, [], `${name} ${colorScheme}`);
          assert.ok(overflow <= 0, `${name}: ${overflow} px too wide`);
        },
        { colorScheme, viewport: { width: 390, height: 844 } },
      );
    }
  }
});

test("the keyboard reaches the content first, then the boxes that scroll", { skip }, async () => {
  await visit("showcase", async ({ page }) => {
    await page.keyboard.press("Tab");
    assert.equal(await page.locator(":focus").textContent(), "Skip to the notebook");
    await page.keyboard.press("Enter");
    assert.equal(await page.locator(":focus").getAttribute("id"), "_main");
    assert.equal(await page.getByRole("region", { name: "Output of cell 16" }).getAttribute("tabindex"), "0");
    assert.equal(await page.getByRole("navigation", { name: "Contents" }).count(), 1);
  });
});

test("the table of notebooks is a table on a phone too, and leads to the failure", { skip }, async () => {
  await visit(
    "index",
    async ({ page }) => {
      assert.equal(await page.getByRole("row").count(), 6);
      assert.equal(await page.getByRole("rowheader").count(), 5);
      await page.getByRole("link", { name: "Cell 2" }).click();
      assert.match(page.url(), /hostile\.html#_cell-2$/);
      assert.equal(await page.locator("#_cell-2").isVisible(), true);
    },
    { viewport: { width: 390, height: 844 } },
  );
});

test("5,000 cells open and show their last", { skip }, async () => {
  await visit("many", async ({ page, errors }) => {
    await page.locator("#_cell-5000").scrollIntoViewIfNeeded();
    assert.equal(await page.locator("#_cell-5000").isVisible(), true);
    assert.deepEqual(errors, []);
  });
});

/** In the page: texts with less contrast than 3 to 1, and how much wider than the window the page is. */
function measureContrast(): { faint: string[]; overflow: number } {
  interface Box {
    parentElement: Box | null;
    textContent: string;
    childNodes: ArrayLike<{ nodeType: number; textContent: string }>;
    getClientRects(): ArrayLike<unknown>;
    closest(selector: string): Box | null;
  }
  const view = globalThis as unknown as {
    document: { querySelectorAll(selector: string): Iterable<Box>; documentElement: { scrollWidth: number } };
    getComputedStyle(box: Box): { color: string; backgroundColor: string; visibility: string };
    innerWidth: number;
  };
  const channels = (color: string): number[] => (color.match(/[\d.]+/g) ?? []).map(Number);
  const luminance = ([red = 0, green = 0, blue = 0]: number[]): number => {
    const linear = [red, green, blue].map((value) =>
      value / 255 <= 0.04045 ? value / 255 / 12.92 : ((value / 255 + 0.055) / 1.055) ** 2.4,
    );
    return 0.2126 * (linear[0] ?? 0) + 0.7152 * (linear[1] ?? 0) + 0.0722 * (linear[2] ?? 0);
  };
  const backgroundOf = (box: Box | null): number[] => {
    for (let at = box; at !== null; at = at.parentElement) {
      const background = channels(view.getComputedStyle(at).backgroundColor);
      if ((background[3] ?? 1) > 0.5 && background.length >= 3) return background;
    }
    return [255, 255, 255];
  };
  const faint: string[] = [];
  for (const box of view.document.querySelectorAll("body *:not(script):not(.katex-mathml *)")) {
    const words = Array.from(box.childNodes).filter((node) => node.nodeType === 3 && node.textContent.trim() !== "");
    // Bars that are drawn with characters in a colour of the notebook's own are no text.
    if (words.length === 0 || box.getClientRects().length === 0 || /^[█\s]+$/.test(box.textContent)) continue;
    const style = view.getComputedStyle(box);
    const [light = 0, dark = 0] = [luminance(channels(style.color)), luminance(backgroundOf(box))].sort(
      (left, right) => right - left,
    );
    const ratio = (light + 0.05) / (dark + 0.05);
    if (ratio < 3) faint.push(`${ratio.toFixed(1)} ${box.textContent.slice(0, 40)}`);
  }
  return { faint, overflow: view.document.documentElement.scrollWidth - view.innerWidth };
}
