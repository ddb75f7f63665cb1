/**
 * @file Takes assets/figures/report.png: the first notebook in the report that `npm start` wrote, as a browser shows it.
 *
 * Needs a Chromium: `CHROMIUM_PATH`, or `/usr/bin/chromium`. Run it after `npm start`.
 */
import { existsSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { chromium } from "playwright-core";
import { writeFileAtomic } from "../../src/core/atomic-write";
import { findProjectRoot } from "../../src/core/project-root";

async function main(): Promise<void> {
  const root = findProjectRoot(__dirname);
  const page = join(root, "build/report/02-datasets.html");
  if (!existsSync(page)) throw new Error("There is no report. Run `npm start` first.");
  const browser = await chromium.launch({
    executablePath: process.env.CHROMIUM_PATH ?? "/usr/bin/chromium",
    args: ["--no-sandbox", "--disable-gpu", "--disable-background-networking"],
  });
  try {
    const tab = await browser.newPage({ viewport: { width: 1160, height: 800 } });
    await tab.goto(pathToFileURL(page).href);
    // The opening cell and its figure; the figure is drawn when it comes into view.
    await tab.evaluate(
      'const top = document.querySelector("#the-whole-game-first").getBoundingClientRect().top; scrollTo({ top: scrollY + top + 255, behavior: "instant" })',
    );
    await tab.waitForTimeout(6_000);
    await writeFileAtomic(join(root, "assets/figures/report.png"), await tab.screenshot());
  } finally {
    await browser.close();
  }
  console.log("assets/figures/report.png");
}

main().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
