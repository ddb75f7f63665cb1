/** @file Showing a value from code: under the cell in a notebook, on standard output in a script. */
import { inspect } from "node:util";
import { INSPECT, isDisplayable, JUPYTER_DISPLAY, type MimeBundle } from "../core/display";
import { argumentTypeError } from "../core/errors";
import { kernelChannel } from "../core/kernel-channel";
import { plainTslab } from "./plain-tslab";

/** Options of {@link display}. */
export interface DisplayOptions {
  /** Names the display, so that a later call can change it. */
  displayId?: string;
  /**
   * Change every display of that `displayId` instead of adding one.
   * @default false
   */
  update?: boolean;
}

/** One display whose content can be replaced. See {@link newDisplay}. */
export interface DisplayHandle {
  readonly displayId: string;
  /** Shows the value in place of the one before; the first call makes the display. */
  update(value: unknown): Promise<void> | undefined;
}

/**
 * Shows a value: a figure as a picture, a dataset as a table, anything else as `console.log` would print it.
 *
 * In a notebook it goes under the running cell, in the richest form that the front end knows; in a script its text goes
 * to standard output. It acts at once and returns undefined, unless the value (or one before it that is still at work)
 * draws itself asynchronously: then it returns a promise of having been shown. Several calls show in the order of the
 * calls, awaited or not.
 *
 * Python: `IPython.display.display`.
 *
 * @example
 * ```ts
 * await display(classBalance(train.column("score")));
 * display("done"); // done
 * ```
 */
export function display(value: unknown, options: DisplayOptions = {}): Promise<void> | undefined {
  if (options.update === true && options.displayId === undefined) {
    throw argumentTypeError({
      function: "display",
      parameter: "displayId",
      rule: "be given when `update` is true",
      value: options.displayId,
      next: "Use newDisplay() for a display that you want to change.",
    });
  }
  const show = outputOfThisPlace();
  const bundle = bundleOf(value);
  return inOrder(bundle, (ready) => show(withText(ready, value), options));
}

/**
 * Shows HTML.
 *
 * The HTML is shown as it is: escape what comes from data. Where there is no HTML, its text is printed without tags.
 */
export function displayHtml(html: string): Promise<void> | undefined {
  requireString("displayHtml", "html", html);
  return display(bundled({ "text/html": html, "text/plain": textOfHtml(html) }));
}

/** Shows Markdown, formulas between dollar signs included. A script prints its source. */
export function displayMarkdown(markdown: string): Promise<void> | undefined {
  requireString("displayMarkdown", "markdown", markdown);
  return display(bundled({ "text/markdown": markdown, "text/plain": markdown }));
}

let displayCount = 0;

/**
 * Makes a display whose content can be replaced, for progress and live curves.
 *
 * Nothing shows before the first `update`. A script prints every update that differs from the one before.
 *
 * Python: `display(…, display_id=True)`, which returns a handle like this one.
 *
 * @example
 * ```ts
 * const loss = newDisplay();
 * for (const history of epochs) await loss.update(lineChart(history));
 * ```
 */
export function newDisplay(): DisplayHandle {
  displayCount += 1;
  // The process and the time keep the names apart after a restart, when old outputs still stand in the notebook.
  const displayId = `caderno-${process.pid}-${Date.now().toString(36)}-${displayCount}`;
  let isShown = false;
  return {
    displayId,
    update(value: unknown): Promise<void> | undefined {
      const update = isShown;
      isShown = true;
      return display(value, { displayId, update });
    },
  };
}

/**
 * Empties the output of the running cell; with `wait`, not before something new is shown.
 *
 * A script, and a tslab that lacks this project's repairs, cannot take output back: there it does nothing.
 *
 * Python: `IPython.display.clear_output`.
 */
export function clearOutput(options: { wait?: boolean } = {}): Promise<void> | undefined {
  const channel = kernelChannel();
  if (channel === undefined) return undefined;
  return inOrder(undefined, () => channel.clearOutput(options.wait ?? false));
}

type Show = (bundle: MimeBundle, options: DisplayOptions) => void;

/** How to show where this code runs: through a kernel of ours, in a tslab as it ships, or on standard output. */
function outputOfThisPlace(): Show {
  const channel = kernelChannel();
  if (channel !== undefined) return (bundle, options) => channel.display(bundle, options);
  return plainTslab() ?? printText;
}

const printed = new Map<string, string>();

function printText(bundle: MimeBundle, options: DisplayOptions): void {
  const text = String(bundle["text/plain"]);
  if (options.displayId !== undefined) {
    if (options.update === true && printed.get(options.displayId) === text) return;
    printed.set(options.displayId, text);
  }
  process.stdout.write(`${text}\n`);
}

function bundleOf(value: unknown): MimeBundle | Promise<MimeBundle> {
  if (isDisplayable(value)) return value[JUPYTER_DISPLAY]();
  return { "text/plain": typeof value === "string" ? value : inspect(value) };
}

/** The bundle as it may be sent: an object, with a text for those who know none of its other types. */
function withText(bundle: MimeBundle, value: unknown): MimeBundle {
  if (bundle === null || typeof bundle !== "object") {
    throw argumentTypeError({
      function: "display",
      parameter: "value",
      rule: "give an object of media types from its Jupyter.display method",
      value: bundle,
    });
  }
  return typeof bundle["text/plain"] === "string" ? bundle : { ...bundle, "text/plain": inspect(value) };
}

let lastShown: Promise<void> | undefined;

/** Calls `show` when the content is there and everything before it has been shown; at once where that is now. */
function inOrder<Content>(
  content: Content | Promise<Content>,
  show: (content: Content) => void,
): Promise<void> | undefined {
  if (!(content instanceof Promise) && lastShown === undefined) {
    show(content);
    return undefined;
  }
  const before = lastShown ?? Promise.resolve();
  const shown = Promise.allSettled([before, content]).then(async () => show(await content));
  const settled = shown.then(forget, forget);
  lastShown = settled;
  function forget(): void {
    if (lastShown === settled) lastShown = undefined;
  }
  // Not `shown` itself: `forget` counts as its handler, and a failure that nobody awaits would go unheard.
  const result = shown.then(() => undefined);
  // A cell that ends with an unawaited display would otherwise print the inside of a pending promise.
  return Object.defineProperty(result, INSPECT, { value: () => "(being shown; `await` it to wait for that)" });
}

function bundled(bundle: MimeBundle): { [JUPYTER_DISPLAY](): MimeBundle } {
  return { [JUPYTER_DISPLAY]: () => bundle };
}

function requireString(caller: string, parameter: string, value: unknown): void {
  if (typeof value !== "string") {
    throw argumentTypeError({
      function: caller,
      parameter,
      rule: "be a string",
      value,
      next: "Use display() for other values.",
    });
  }
}

const ENTITIES: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', "#39": "'", nbsp: " " };

/** The words of an HTML text for a terminal: blocks on lines of their own, no tags. */
function textOfHtml(html: string): string {
  return html
    .replace(/<(script|style)\b[^>]*>[\s\S]*?<\/\1\s*>|<!--[\s\S]*?-->/gi, "")
    .replace(/\s+/g, " ")
    .replace(/<(br|\/p|\/div|\/tr|\/li|\/h[1-6]|\/table|\/ul|\/ol|\/pre)\b[^>]*>/gi, "\n")
    .replace(/<\/t[dh]\s*>/gi, "  ")
    .replace(/<[^>]*>/g, "")
    .replace(/&(amp|lt|gt|quot|#39|nbsp);/g, (entity, name: string) => ENTITIES[name] ?? entity)
    .replace(/ *\n */g, "\n")
    .trim();
}
