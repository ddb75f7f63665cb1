import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { failureLines } from "../../src/cli/run-failure";
import { optionWords, parseSeconds, parseSize, shellWord } from "../../src/cli/run-options";
import { exitCodeOf, type RunRecord } from "../../src/cli/run-record";
import { elapsed, RunScreen } from "../../src/cli/run-screen";
import type { CellFailure } from "../../src/notebook/execute/execution";
import { TerminalText } from "../../src/notebook/execute/terminal-text";

const target = { path: "notebooks/02-data.ipynb", name: "02-data", out: undefined };
const failure: CellFailure = {
  kind: "error",
  cell: 2,
  source: "const a = 1;\nboom(a);\nconst b = 2;",
  line: 2,
  count: 3,
  name: "ReferenceError",
  message: "boom is not defined",
  traceback: [],
  hint: "Define it first.",
};

function record(changes: Partial<RunRecord>): RunRecord {
  return { target, status: "ok", seconds: 1.25, cells: [], failures: [], warnings: [], ...changes };
}

class Stream {
  written = "";
  isTTY?: boolean;
  columns = 60;
  write(text: string): void {
    this.written += text;
  }
}

describe("the screen of caderno run", () => {
  test("elsewhere than in a terminal: a line at the start, one at the end, no control characters", () => {
    const stream = new Stream();
    const screen = new RunScreen(stream, { logOutput: true, env: {} });
    screen.start(target);
    screen.hear(target, { type: "text", cell: 0, name: "stdout", text: "one\ntw" });
    screen.hear(target, { type: "text", cell: 0, name: "stdout", text: "o\n10%\r\u001b[31m20%\u001b[0m" });
    screen.end(record({ cells: [{ cell: 0, status: "ok", seconds: 1 }] }), ["  more"]);
    screen.close();
    assert.equal(
      stream.written,
      "run     notebooks/02-data.ipynb\n[02-data] one\n[02-data] two\n[02-data] 20%\n" +
        "ok      notebooks/02-data.ipynb  1 cell in 1.3 s\n  more\n",
    );
  });

  test("in a terminal: one line a notebook, which the verdict replaces", () => {
    const stream = new Stream();
    stream.isTTY = true;
    const screen = new RunScreen(stream, { logOutput: false, env: { NO_COLOR: "1" } });
    const other = { ...target, name: "03-more", path: "notebooks/03-more.ipynb" };
    screen.start(target);
    screen.start(other);
    const source = "// what it does\nconst first = loadDataset('a name that is much longer than the line');\n";
    screen.hear(target, { type: "cell-start", cell: 4, source, position: 3, total: 4 });
    screen.print("a note");
    const shown = (): string => {
      const terminal = new TerminalText();
      terminal.write(stream.written);
      return String(terminal);
    };
    assert.equal(
      shown(),
      "a note\n02-data  ██████░░░░░░ 2/4  0:00  const first = loadDataset…\n03-more  ░░░░░░░░░░░░  0:00  reading\n",
    );
    screen.end(record({ status: "failed" }));
    assert.equal(
      shown(),
      "a note\nfailed  notebooks/02-data.ipynb  after 1.3 s\n03-more  ░░░░░░░░░░░░  0:00  reading\n",
    );
    screen.close();
    assert.equal(shown(), "a note\nfailed  notebooks/02-data.ipynb  after 1.3 s\n");
  });

  test("clocks", () => assert.deepEqual([elapsed(7.9), elapsed(61), elapsed(3723)], ["0:07", "1:01", "1:02:03"]));
});

describe("a failure", () => {
  test("shows the cell, its source with the failing line, the error, the hint, the last output and the command", () => {
    const text = "setup\nlast words\n";
    const cell = { cell_type: "code" as const, metadata: {}, source: failure.source, execution_count: 3 };
    const outputs = [{ output_type: "stream" as const, name: "stdout" as const, text }];
    const prose = { cell_type: "markdown" as const, metadata: {}, source: "" };
    const notebook = {
      nbformat: 4 as const,
      nbformat_minor: 5,
      metadata: {},
      cells: [prose, prose, { ...cell, outputs }],
    };
    const options = { jobs: 1, timings: true, timeout: 60, out: "build/my course", parameter: ["name=it's"] };
    assert.deepEqual(failureLines(record({ status: "failed", failure, notebook }), options), [
      "",
      "  cell 3 (In [3]) of notebooks/02-data.ipynb",
      "",
      "    1 │ const a = 1;",
      "  > 2 │ boom(a);",
      "    3 │ const b = 2;",
      "",
      "  ReferenceError: boom is not defined",
      "  Define it first.",
      "",
      "  what it printed last:",
      "    setup",
      "    last words",
      "",
      "  run again, with the outputs before this cell kept:",
      "    npx caderno run notebooks/02-data.ipynb --from-cell 3 -p 'name=it'\\''s' --timeout 60 --out 'build/my course'",
      "",
    ]);
  });

  test("a long cell is cut around its failing line", () => {
    const source = Array.from({ length: 100 }, (_, line) => `line${line + 1}`).join("\n");
    const lines = failureLines(record({ failure: { ...failure, source, line: 50 } }), { jobs: 1, timings: true });
    const shown = lines.filter((line) => /│|…/.test(line));
    assert.equal(shown.length, 13);
    assert.equal(shown[0], "    … 44 lines above");
    assert.ok(shown.includes("  > 50 │ line50"));
    assert.equal(shown[12], "    … 45 lines below");
  });

  test("has an exit code of its kind", () => {
    const codes = (["error", "late-error", "input", "timeout", "total-timeout", "kernel-died"] as const).map((kind) =>
      exitCodeOf(record({ failure: { ...failure, kind } })),
    );
    assert.deepEqual(codes, [1, 1, 1, 124, 124, 4]);
    assert.deepEqual([exitCodeOf(record({})), exitCodeOf(record({ status: "interrupted", failure }))], [0, 130]);
  });
});

describe("options", () => {
  test("sizes", () => {
    assert.deepEqual(["4GB", "512MiB", "1.5g", "2000000", "3 kB"].slice(0, 4).map(parseSize), [
      4e9,
      512 * 2 ** 20,
      1.5e9,
      2e6,
    ]);
    for (const wrong of ["", "4", "3 kB", "GB", "-1GB", "4XB", "1e9"])
      assert.throws(() => parseSize(wrong), /size from 1 MB/);
  });

  test("seconds", () => {
    assert.deepEqual([parseSeconds("2.5"), parseSeconds("600")], [2.5, 600]);
    for (const wrong of ["0", "-1", "", "1m", "Infinity", "NaN"])
      assert.throws(() => parseSeconds(wrong), /seconds above 0/);
  });

  test("come back as words for a shell", () => {
    assert.deepEqual(optionWords({ jobs: 4, timings: false, inPlace: true, kernel: "a b" }), [
      "--kernel",
      "'a b'",
      "--no-timings",
      "--in-place",
    ]);
    assert.equal(shellWord("$(rm -rf)"), "'$(rm -rf)'");
  });
});
