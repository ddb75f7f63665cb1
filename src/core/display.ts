/** @file How a value says what it looks like: the protocol between things that can be shown and whoever shows them. */

/** One output in several media types at once; whoever shows it takes the richest type that it knows. */
export interface MimeBundle {
  [mimeType: string]: string | object;
}

/**
 * The method that a value defines to be shown as more than text. Notebook kernels, the report and `display()` look for
 * it. Deno's kernel knows the same symbol, so a table from another library shows as well.
 */
export const JUPYTER_DISPLAY: unique symbol = Symbol.for("Jupyter.display") as never;

/** Node's own hook for what `console.log(value)` prints. */
export const INSPECT: unique symbol = Symbol.for("nodejs.util.inspect.custom") as never;

/** A value that can be shown. `text/plain` should always be among its types. */
export interface Displayable {
  [JUPYTER_DISPLAY](): MimeBundle | Promise<MimeBundle>;
}

/** Whether a value knows how to show itself. */
export function isDisplayable(value: unknown): value is Displayable {
  return (
    value !== null &&
    typeof value === "object" &&
    JUPYTER_DISPLAY in value &&
    typeof (value as Displayable)[JUPYTER_DISPLAY] === "function"
  );
}
