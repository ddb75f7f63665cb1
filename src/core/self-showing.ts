/** @file The base of classes that know how to show themselves, in a notebook and on a terminal. */
import { type Displayable, INSPECT, JUPYTER_DISPLAY, type MimeBundle } from "./display";

/** What a subclass says in two plainly named methods, and everyone who shows values finds under their symbols. */
export interface SelfShowing extends Displayable {
  /** What `console.log` prints. */
  toText(): string;
  /** What a notebook shows; `text/plain` should be among its types. */
  toBundle(): MimeBundle | Promise<MimeBundle>;
  [INSPECT](): string;
}

/**
 * Extend this to be shown: `class Figure extends SelfShowing { toText() {…} toBundle() {…} }`.
 *
 * Methods named by an imported symbol cannot stand in an exported class here, because declarations are written one file
 * at a time (`isolatedDeclarations`) and the name would need the other file. So they stand in this one unexported class.
 */
export const SelfShowing: abstract new () => SelfShowing = class {
  [JUPYTER_DISPLAY](this: SelfShowing): MimeBundle | Promise<MimeBundle> {
    return this.toBundle();
  }

  [INSPECT](this: SelfShowing): string {
    return this.toText();
  }
} as unknown as abstract new () => SelfShowing;
