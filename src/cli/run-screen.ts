/** @file What a person sees of `caderno run`: live lines in a terminal, a line at each start and end elsewhere. */
import { stripVTControlCharacters } from "node:util";
import { clip } from "../core/text-table";
import type { ExecutionEvent } from "../notebook/execute/execution";
import type { RunRecord } from "./run-record";
import type { RunTarget } from "./run-targets";

/** Where the words go; a terminal tells its width. */
export interface ScreenStream {
  write(text: string): unknown;
  isTTY?: boolean;
  columns?: number;
  rows?: number;
}

const REDRAW_MS = 100;
const BAR_WIDTH = 12;
const LONGEST_LOG_LINE = 10_000;

/** A notebook that runs now. */
interface Running {
  target: RunTarget;
  begin: number;
  /** What it is doing when no cell runs. */
  doing: string;
  /** Cells done. */
  done: number;
  total: number;
  /** Unfinished lines of what the notebook prints. */
  pending: { stdout: string; stderr: string };
}

/** Shows the progress of a run. */
export class RunScreen {
  readonly #stream: ScreenStream;
  readonly #isLive: boolean;
  readonly #logOutput: boolean;
  readonly #paint: Paint;
  readonly #running = new Map<RunTarget, Running>();
  #drawn = 0;
  #timer: NodeJS.Timeout | undefined;

  constructor(stream: ScreenStream, options: { logOutput: boolean; env?: NodeJS.ProcessEnv }) {
    const env = options.env ?? process.env;
    this.#stream = stream;
    this.#isLive = stream.isTTY === true && env.TERM !== "dumb" && !env.CI;
    this.#logOutput = options.logOutput;
    this.#paint = paint(this.#isLive && !env.NO_COLOR);
  }

  start(target: RunTarget): void {
    const pending = { stdout: "", stderr: "" };
    this.#running.set(target, { target, begin: performance.now(), doing: "reading", done: 0, total: 0, pending });
    if (!this.#isLive) this.print(`run     ${target.path}`);
    this.#timer ??= this.#isLive ? setInterval(() => this.#draw(), REDRAW_MS).unref() : undefined;
  }

  hear(target: RunTarget, event: ExecutionEvent): void {
    const running = this.#running.get(target);
    if (running === undefined) return;
    if (event.type === "kernel-start") running.doing = `starting ${event.kernel}`;
    else if (event.type === "kernel-ready") running.doing = "";
    else if (event.type === "cell-start") {
      running.doing = firstLine(event.source);
      running.total = event.total;
      running.done = event.position - 1;
    } else if (event.type === "cell-end") {
      running.done += 1;
      this.#flush(running);
    } else if (this.#logOutput) this.#log(running, event.name, event.text);
  }

  /** Replaces the live line by the lines that stay. */
  end(record: RunRecord, lines: readonly string[] = []): void {
    const running = this.#running.get(record.target);
    if (running !== undefined) this.#flush(running);
    this.#running.delete(record.target);
    this.print([this.#verdict(record), ...lines].join("\n"));
  }

  /** Prints above the live lines. */
  print(text: string): void {
    this.#erase();
    this.#stream.write(`${text}\n`);
    this.#draw();
  }

  close(): void {
    clearInterval(this.#timer);
    this.#running.clear();
    this.#erase();
  }

  #verdict(record: RunRecord): string {
    const { status, target, seconds } = record;
    const took = `${seconds.toFixed(1)} s`;
    if (status === "ok") {
      const errors = record.failures.length;
      const count = record.cells.filter((cell) => cell.status !== "skipped").length;
      const note = errors === 0 ? "" : `, ${plural(errors, "cell")} failed and --allow-errors let them`;
      return `${this.#paint("ok", "32")}      ${target.path}  ${plural(count, "cell")} in ${took}${note}`;
    }
    if (status === "unchanged") return `${this.#paint("done", "32")}    ${target.path}  its executed copy is complete`;
    if (status === "interrupted") return `${this.#paint("stopped", "33")} ${target.path}  after ${took}`;
    return `${this.#paint("failed", "31")}  ${target.path}  after ${took}`;
  }

  #log(running: Running, name: "stdout" | "stderr", text: string): void {
    const lines = (running.pending[name] + text).split("\n");
    running.pending[name] = (lines.pop() ?? "").slice(-LONGEST_LOG_LINE);
    if (lines.length > 0) this.print(lines.map((line) => this.#logLine(running, line)).join("\n"));
  }

  #flush(running: Running): void {
    for (const name of ["stdout", "stderr"] as const) {
      if (running.pending[name] !== "") this.print(this.#logLine(running, running.pending[name]));
      running.pending[name] = "";
    }
  }

  /** A line that was written over shows its last state. */
  #logLine(running: Running, line: string): string {
    const last = line.replace(/\r$/, "").split("\r").at(-1) ?? "";
    return `${this.#paint(`[${running.target.name}]`, "2")} ${this.#isLive ? last : stripVTControlCharacters(last)}`;
  }

  #erase(): void {
    if (this.#drawn > 0) this.#stream.write(`\u001b[${this.#drawn}A\u001b[0J`);
    this.#drawn = 0;
  }

  #draw(): void {
    if (!this.#isLive || this.#running.size === 0) return;
    const room = Math.max(1, (this.#stream.rows ?? 24) - 2);
    const lines = [...this.#running.values()].slice(0, room).map((running) => this.#liveLine(running));
    const up = this.#drawn > 0 ? `\u001b[${this.#drawn}A` : "";
    this.#stream.write(`${up}${lines.map((line) => `${line}\u001b[0K\n`).join("")}\u001b[0J`);
    this.#drawn = lines.length;
  }

  #liveLine(running: Running): string {
    const { done, total, begin, doing, target } = running;
    const filled = total === 0 ? 0 : Math.round((done / total) * BAR_WIDTH);
    const bar = "█".repeat(filled) + "░".repeat(BAR_WIDTH - filled);
    const count = total === 0 ? "" : ` ${done}/${total}`;
    const line = `${target.name}  ${bar}${count}  ${elapsed((performance.now() - begin) / 1000)}  ${doing}`;
    return clip(line, Math.max(20, (this.#stream.columns ?? 80) - 1));
  }
}

/** Seconds as a clock: `0:07`, `1:02:03`. */
export function elapsed(seconds: number): string {
  const whole = Math.floor(seconds);
  const [hours, minutes, rest] = [Math.floor(whole / 3600), Math.floor(whole / 60) % 60, whole % 60];
  const two = (value: number): string => String(value).padStart(2, "0");
  return hours > 0 ? `${hours}:${two(minutes)}:${two(rest)}` : `${minutes}:${two(rest)}`;
}

/** "1 cell", "3 cells". */
export function plural(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? "" : "s"}`;
}

type Paint = (text: string, code: string) => string;

function paint(isColoured: boolean): Paint {
  return (text, code) => (isColoured ? `\u001b[${code}m${text}\u001b[0m` : text);
}

/** The first line that says something: comments are passed over while there is more. */
function firstLine(source: string): string {
  const lines = stripVTControlCharacters(source)
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "");
  return lines.find((line) => !/^(\/\/|#|\/?\*)/.test(line)) ?? lines[0] ?? "";
}
