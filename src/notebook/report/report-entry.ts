/** @file What the report is told: one entry a notebook, and how the site is written. */
import type { Notebook } from "../format/types";

/** One notebook of a run. */
export interface ReportEntry {
  /** The notebook's short name: `"02-datasets"`. Names its page. */
  name: string;
  /** Where the notebook lies; its relative links and pictures start from that folder. */
  path: string;
  /** The notebook with the outputs of the run. */
  notebook: Notebook;
  status: "ok" | "failed";
  /** How long the run took. */
  seconds: number;
  /** Where and why it failed; `cell` is counted from 0. */
  failure?: { cell: number; name: string; message: string };
}

/** How {@link writeReport} writes the site. */
export interface ReportOptions {
  /**
   * The heading of the first page.
   * @default "Notebook report"
   */
  title?: string;
  /**
   * The folder that pictures may come from; nothing outside it is read.
   * @default the nearest folder with a package.json above each notebook
   */
  projectRoot?: string;
  /**
   * The moment that the first page names.
   * @default now
   */
  date?: Date;
}
