/** @file Progress for whatever takes over a second: one line on a terminal, one display in a notebook, a few lines in a log. */
import { randomUUID } from "node:crypto";
import { argumentRangeError } from "./errors";
import { escapeHtml } from "./html";
import { type KernelChannel, kernelChannel } from "./kernel-channel";
import { clip, displayWidth } from "./text-table";

/** Where progress is written: `process.stderr`, or anything like it. */
export interface ProgressStream {
  write(text: string): unknown;
  isTTY?: boolean;
  columns?: number;
  on?(event: "error", listener: () => void): unknown;
  destroyed?: boolean;
  writableEnded?: boolean;
}

/** Options of {@link Progress}. */
export interface ProgressOptions {
  /** What is being done: `"Reading essays.csv"`. */
  label: string;
  /** How many there will be; without it there is neither a percentage nor a time left. */
  total?: number;
  /** What is counted: `"rows"`. @default "" */
  unit?: string;
  /** @default the cell's output in a notebook, else process.stderr */
  stream?: ProgressStream;
  /** The clock, in milliseconds; for tests. @default performance.now */
  now?: () => number;
}

/** Nothing is shown of what is done sooner than this, in milliseconds. */
const PATIENCE = 1_000;
const TTY_PAUSE = 100;
const NOTEBOOK_PAUSE = 250;
const LOG_PAUSE = 30_000;

/**
 * Shows how far something has come.
 *
 * On a terminal one line is rewritten, at most ten times a second; in a notebook one display is updated, at most four
 * times a second; in a log a line is added every 30 seconds. What ends within a second shows nothing, and a closed stream
 * is no error. No timer runs: it writes when `advance` is called.
 *
 * Python: `tqdm`.
 *
 * @example
 * ```ts
 * const progress = new Progress({ label: "Reading essays.csv", total: 1500, unit: "rows" });
 * for (const row of rows) {
 *   read(row);
 *   progress.advance();
 * }
 * progress.finish();
 * // Reading essays.csv  60%  900/1,500 rows  300 rows/s  0:03 elapsed, 0:02 left
 * ```
 */
export class Progress {
  readonly #label: string;
  readonly #total: number | undefined;
  readonly #unit: string;
  readonly #stream: ProgressStream;
  readonly #channel: KernelChannel | undefined;
  readonly #displayId: string = randomUUID();
  readonly #now: () => number;
  readonly #start: number;
  #count = 0;
  #lastWrite: number;
  #isLineOpen = false;
  #hasShown = false;
  #isFinished = false;

  constructor(options: ProgressOptions) {
    const { total } = options;
    if (total !== undefined && !(Number.isFinite(total) && total >= 0)) {
      throw argumentRangeError({
        function: "Progress",
        parameter: "total",
        rule: "be a number of at least 0",
        value: total,
        next: "Leave it out where it is not known.",
      });
    }
    this.#label = options.label;
    this.#total = total;
    this.#unit = options.unit ?? "";
    this.#stream = options.stream ?? process.stderr;
    this.#channel = options.stream === undefined ? kernelChannel() : undefined;
    this.#now = options.now ?? (() => performance.now());
    this.#start = this.#now();
    this.#lastWrite = this.#start;
  }

  /** How many are done. */
  get count(): number {
    return this.#count;
  }

  /** Counts `step` more as done. */
  advance(step = 1): void {
    this.to(this.#count + step);
  }

  /** Sets how many are done. */
  to(count: number): void {
    if (this.#isFinished) return;
    this.#count = count;
    const now = this.#now();
    const pause = this.#hasShown ? this.#laterPause() : this.#firstPause();
    if (now - this.#lastWrite >= pause) this.#show(now);
  }

  /** Ends the line. On a terminal the last state stays; what never showed stays unshown. */
  finish(): void {
    if (this.#isFinished) return;
    if (this.#hasShown) this.#show(this.#now());
    this.#isFinished = true;
    if (this.#isLineOpen) this.#write("\n");
  }

  /** The line as it would show now, without the terminal's control characters. */
  line(): string {
    const elapsed = (this.#now() - this.#start) / 1000;
    const unit = this.#unit === "" ? "" : ` ${this.#unit}`;
    const rate = elapsed > 0 ? this.#count / elapsed : 0;
    const total = this.#total;
    const parts = [this.#label];
    if (total !== undefined)
      parts.push(`${Math.floor(total === 0 ? 100 : Math.min(100, (this.#count / total) * 100))}%`);
    parts.push(`${grouped(this.#count)}${total === undefined ? "" : `/${grouped(total)}`}${unit}`);
    if (rate > 0)
      parts.push(`${rate >= 10 ? grouped(Math.round(rate)) : rate.toFixed(1)}${unit || " "}/s`.replace(" /", "/"));
    const isRunning = total !== undefined && rate > 0 && this.#count < total;
    const left = isRunning ? `, ${clock((total - this.#count) / rate)} left` : "";
    parts.push(`${clock(elapsed)} elapsed${left}`);
    return parts.join("  ");
  }

  #firstPause(): number {
    return this.#channel !== undefined || this.#stream.isTTY === true ? PATIENCE : LOG_PAUSE;
  }

  #laterPause(): number {
    if (this.#channel !== undefined) return NOTEBOOK_PAUSE;
    return this.#stream.isTTY === true ? TTY_PAUSE : LOG_PAUSE;
  }

  #show(now: number): void {
    this.#lastWrite = now;
    const line = this.line();
    if (this.#channel !== undefined) {
      const share = this.#total === undefined || this.#total === 0 ? undefined : this.#count / this.#total;
      const bundle = { "text/html": progressHtml(line, share), "text/plain": line };
      this.#channel.display(bundle, { displayId: this.#displayId, update: this.#hasShown });
      this.#hasShown = true;
      return;
    }
    this.#hasShown = true;
    if (this.#stream.isTTY !== true) {
      this.#write(`${line}\n`);
      return;
    }
    // A line that reaches the last column would wrap, and "\r" could not take it back.
    const width = Math.max(10, (this.#stream.columns ?? 80) - 1);
    const shown = displayWidth(line) > width ? clip(line, width) : line;
    this.#isLineOpen = true;
    this.#write(`\r${shown}\u001b[K`);
  }

  #write(text: string): void {
    if (this.#stream.destroyed === true || this.#stream.writableEnded === true) return;
    try {
      ignoreErrors(this.#stream);
      this.#stream.write(text);
    } catch {
      // A stream that cannot be written to is no reason to stop the work whose progress it shows.
    }
  }
}

/** A bar that every front end draws by itself, and the line beside it; without a total, the line alone. */
function progressHtml(line: string, share: number | undefined): string {
  const bar = share === undefined ? "" : `<progress value="${Math.min(1, share).toFixed(3)}" max="1"></progress> `;
  return `<div style="font-variant-numeric:tabular-nums">${bar}${escapeHtml(line)}</div>`;
}

const watched = new WeakSet<ProgressStream>();

/** A pipe whose reader has gone reports it later, as an event that would end the process if nobody listened. */
function ignoreErrors(stream: ProgressStream): void {
  if (watched.has(stream)) return;
  watched.add(stream);
  stream.on?.("error", () => undefined);
}

function grouped(value: number): string {
  return String(Math.round(value)).replace(/\B(?=(\d{3})+$)/g, ",");
}

/** Minutes and seconds, with hours where there are any: "0:07", "12:05", "3:04:00". */
export function clock(seconds: number): string {
  const whole = Math.max(0, Math.round(Math.min(seconds, 359_999)));
  const [hours, minutes, rest] = [Math.floor(whole / 3600), Math.floor(whole / 60) % 60, whole % 60];
  const tail = `${String(rest).padStart(2, "0")}`;
  return hours > 0 ? `${hours}:${String(minutes).padStart(2, "0")}:${tail}` : `${minutes}:${tail}`;
}
