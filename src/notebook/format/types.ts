/**
 * @file A notebook in memory: nbformat 4 with every text joined to one string and every unknown field kept.
 *
 * Keys are the file format's own (https://nbformat.readthedocs.io), so that nothing is renamed on the way in or out.
 */

/** A whole notebook. */
export interface Notebook {
  nbformat: 4;
  /** 0 to 5. */
  nbformat_minor: number;
  metadata: NotebookMetadata;
  cells: Cell[];
  [other: string]: unknown;
}

/** What a notebook says of itself as a whole. */
export interface NotebookMetadata {
  kernelspec?: { name: string; display_name?: string; language?: string; [other: string]: unknown };
  language_info?: { name: string; file_extension?: string; [other: string]: unknown };
  [other: string]: unknown;
}

/** One cell, told apart by `cell_type`. */
export type Cell = CodeCell | MarkdownCell | RawCell;

/** What a cell says of itself: its tags, and whatever a front end keeps there. */
export interface CellMetadata {
  tags?: string[];
  [other: string]: unknown;
}

/** A cell that a kernel runs. */
export interface CodeCell {
  cell_type: "code";
  /** Unique in the notebook; always there from format 4.5 on. */
  id?: string;
  metadata: CellMetadata;
  source: string;
  outputs: Output[];
  execution_count: number | null;
  [other: string]: unknown;
}

/** A cell of prose. */
export interface MarkdownCell {
  cell_type: "markdown";
  id?: string;
  metadata: CellMetadata;
  source: string;
  attachments?: Record<string, Record<string, string>>;
  [other: string]: unknown;
}

/** A cell that nobody runs or renders. */
export interface RawCell {
  cell_type: "raw";
  id?: string;
  metadata: CellMetadata;
  source: string;
  [other: string]: unknown;
}

/** What a cell left behind, told apart by `output_type`. */
export type Output = StreamOutput | DisplayOutput | ResultOutput | ErrorOutput;

/** Text that went to stdout or stderr. */
export interface StreamOutput {
  output_type: "stream";
  name: "stdout" | "stderr";
  text: string;
  [other: string]: unknown;
}

/** Media types to their content: text joined to one string, JSON types as they are. */
export type OutputData = Record<string, unknown>;

/** Something that was shown. */
export interface DisplayOutput {
  output_type: "display_data";
  data: OutputData;
  metadata: Record<string, unknown>;
  [other: string]: unknown;
}

/** The value of a cell's last expression. */
export interface ResultOutput {
  output_type: "execute_result";
  data: OutputData;
  metadata: Record<string, unknown>;
  execution_count: number | null;
  [other: string]: unknown;
}

/** An error that reached the kernel. */
export interface ErrorOutput {
  output_type: "error";
  ename: string;
  evalue: string;
  traceback: string[];
  [other: string]: unknown;
}
