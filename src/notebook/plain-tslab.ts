/** @file Showing values in tslab as it ships, without this project's repairs: one media type a display. */
import type { MimeBundle } from "../core/display";

/** The part of tslab's API that is used here. */
interface TslabDisplay {
  raw(mimeType: string, content: string | object): void;
}

interface TslabModule {
  display: TslabDisplay;
  newDisplay(): TslabDisplay;
}

/** Types that every Jupyter front end shows by itself, the richest first; Plotly's needs an extension. */
const KNOWN_TYPES = ["text/html", "image/svg+xml", "image/png", "image/jpeg", "text/markdown", "text/latex"];

const displays = new Map<string, TslabDisplay>();

/** How to show in the tslab that runs this code, or undefined where none does. */
export function plainTslab():
  | ((bundle: MimeBundle, options: { displayId?: string; update?: boolean }) => void)
  | undefined {
  // tslab leaves this object for the code of its cells; its `require` answers with the running tslab, not with a copy.
  const tslabGlobal = (globalThis as { __tslab__?: { require?: (name: string) => unknown } }).__tslab__;
  if (typeof tslabGlobal?.require !== "function") return undefined;
  const tslab = tslabGlobal.require("tslab") as TslabModule;
  return (bundle, options) => {
    const mimeType = KNOWN_TYPES.find((type) => bundle[type] !== undefined) ?? "text/plain";
    displayFor(tslab, options).raw(mimeType, bundle[mimeType] ?? "");
  };
}

/** tslab numbers its displays itself, so the ids of this project are looked up here. */
function displayFor(tslab: TslabModule, options: { displayId?: string; update?: boolean }): TslabDisplay {
  if (options.displayId === undefined) return tslab.display;
  const known = displays.get(options.displayId);
  if (known !== undefined && options.update === true) return known;
  const made = tslab.newDisplay();
  displays.set(options.displayId, made);
  return made;
}
