/** @file The kernelspec of the fake kernel, and what the tests of the runner share. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { FoundKernelspec, Kernelspec } from "../../../src/notebook/client/kernelspec";
import type { CodeCell, Notebook } from "../../../src/notebook/format/types";

const TSX = pathToFileURL(require.resolve("tsx")).href;

/** How the fake kernel is started. */
export function fakeSpec(changes: Partial<Kernelspec> = {}): Kernelspec {
  return {
    argv: [process.execPath, "--import", TSX, join(__dirname, "fake-kernel.ts"), "{connection_file}"],
    display_name: "Fake",
    language: "javascript",
    metadata: { transport: process.platform === "win32" ? "tcp" : "ipc" },
    ...changes,
  };
}

/** The fake kernel as if it had been found. */
export function fakeKernel(changes: Partial<Kernelspec> = {}): FoundKernelspec {
  return { name: "fake", spec: fakeSpec(changes) };
}

/** A notebook of code cells for the fake kernel; a pair gives a cell tags. */
export function fakeNotebook(...sources: (string | readonly [string, ...string[]])[]): Notebook {
  return {
    nbformat: 4,
    nbformat_minor: 5,
    metadata: { kernelspec: { name: "fake", display_name: "Fake", language: "javascript" } },
    cells: sources.map((item, index): CodeCell => {
      const [source, ...tags] = typeof item === "string" ? [item] : item;
      const metadata = tags.length === 0 ? {} : { tags };
      return { cell_type: "code", id: `cell-${index}`, metadata, source, outputs: [], execution_count: null };
    }),
  };
}

/** Process ids whose environment holds `NAME=value`; Linux only, elsewhere none. */
export function processesWith(mark: string): number[] {
  return listed("/proc").filter((pid) => text(`/proc/${pid}/environ`).split("\0").includes(mark));
}

/** Waits until a condition holds, and says whether it came to hold within the seconds. */
export async function within(seconds: number, holds: () => boolean): Promise<boolean> {
  for (const end = performance.now() + seconds * 1000; performance.now() < end; ) {
    if (holds()) return true;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  return holds();
}

function listed(folder: string): number[] {
  try {
    return readdirSync(folder).map(Number).filter(Boolean);
  } catch {
    return [];
  }
}

function text(path: string): string {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return "";
  }
}
