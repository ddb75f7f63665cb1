// Cells that fail, hang, lie or take the kernel with them: each ends in time, as its own failure, and the rest is right.
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { executeNotebook } from "../../../src/notebook/execute/execute-notebook";
import type { ExecuteOptions, ExecutionResult } from "../../../src/notebook/execute/execution";
import type { CodeCell, Notebook } from "../../../src/notebook/format/types";
import { fakeNotebook, fakeSpec } from "../client/fake-kernelspec";

function run(notebook: Notebook, options: ExecuteOptions = {}): Promise<ExecutionResult> {
  return executeNotebook(notebook, { kernelspecs: { fake: fakeSpec() }, interruptGrace: 0.3, ...options });
}

function statuses(result: ExecutionResult): string[] {
  return result.cells.map((cell) => cell.status);
}

function text(result: ExecutionResult, index: number): string {
  const cell = result.notebook.cells[index] as CodeCell;
  return cell.outputs.map((output) => (output.output_type === "stream" ? output.text : output.output_type)).join("|");
}

const skipWindows = process.platform === "win32" && "no signals";

describe("errors", () => {
  test("the first error ends the run; what came after is empty, or keeps what it had", async () => {
    const notebook = fakeNotebook(
      "k.print('fine')",
      "k.print('said'); throw new TypeError('no good')",
      "k.print('never')",
    );
    (notebook.cells[2] as CodeCell).outputs = [{ output_type: "stream", name: "stdout", text: "old" }];
    const result = await run(notebook, { keepOldOutputs: true });
    assert.deepEqual(statuses(result), ["ok", "failed", "not-run"]);
    const { kind, cell, name, message, count } = result.failure ?? {};
    assert.deepEqual([kind, cell, name, message, count], ["error", 1, "TypeError", "no good", 2]);
    assert.deepEqual([text(result, 0), text(result, 1), text(result, 2)], ["fine", "said|error", "old"]);
    assert.equal(text(await run(notebook), 2), "");
  });

  test("with allowErrors all cells run, and the failures are told", async () => {
    const result = await run(fakeNotebook("throw new Error('1')", "k.print('runs')", "throw new Error('2')"), {
      allowErrors: true,
    });
    assert.deepEqual([result.status, result.failure], ["ok", undefined]);
    assert.deepEqual(statuses(result), ["failed", "ok", "failed"]);
    assert.deepEqual(
      result.failures.map((failure) => failure.message),
      ["1", "2"],
    );
  });

  test("an error that comes after its cell makes that cell fail, also after the last", async () => {
    const during = await run(
      fakeNotebook("k.print('x')", "k.error('Error', 'lost', k.earlier[0]); k.print('ok')", "k.print('never')"),
    );
    assert.deepEqual(statuses(during), ["failed", "ok", "not-run"]);
    assert.deepEqual([during.failure?.kind, during.failure?.cell, during.failure?.message], ["late-error", 0, "lost"]);
    assert.equal(text(during, 0), "x|error");
    const last = await run(fakeNotebook("setTimeout(() => k.error('Error', 'lost'), 30)"));
    assert.deepEqual([last.status, last.failure?.cell, statuses(last)], ["failed", 0, ["failed"]]);
    const expected = await run(fakeNotebook(["setTimeout(() => k.error('Error', 'lost'), 30)", "raises-exception"]));
    assert.equal(expected.status, "ok");
  });

  test("a reply that says error without an error among the outputs gets one", async () => {
    const cell = "k.sendsReply = false; k.print('2:7 - Type is wrong\\nmore', 'stderr'); k.reply({ status: 'error' })";
    const result = await run(fakeNotebook(cell));
    assert.equal(result.failure?.message, "2:7 - Type is wrong");
    assert.equal(result.failure?.line, 2);
    assert.equal(text(result, 0), "2:7 - Type is wrong\nmore|error");
  });

  test("a kernel that refuses a request, as tslab does after an error, is asked again", async () => {
    const cell =
      "globalThis.tries = (globalThis.tries ?? 0) + 1; if (tries < 2) { k.sendsReply = false; k.reply({ status: 'abort' }) } else k.print('ran')";
    const result = await run(fakeNotebook(cell));
    assert.deepEqual([result.status, text(result, 0)], ["ok", "ran"]);
  });
});

describe("cells that do not end", () => {
  test("one that heeds the interrupt fails, and with allowErrors the rest runs", async () => {
    const cells = ["k.print('start'); await k.untilInterrupted(); throw new Error('stopped')", "k.print('next')"];
    const result = await run(fakeNotebook(...cells), { timeout: 0.3, allowErrors: true });
    assert.deepEqual(statuses(result), ["failed", "ok"]);
    const [failure] = result.failures;
    assert.deepEqual([failure?.kind, failure?.name], ["timeout", "CellTimeoutError"]);
    assert.equal(failure?.message, "This cell ran longer than 0.3 s.");
    assert.equal(text(result, 0), "start|error|error");
  });

  test("by message, where the kernelspec says so", async () => {
    const kernelspecs = { fake: fakeSpec({ interrupt_mode: "message" }) };
    const cell = "await k.untilInterrupted(); throw new Error('stopped')";
    const result = await run(fakeNotebook(cell), { timeout: 0.3, kernelspecs });
    assert.equal(result.failure?.kind, "timeout");
    assert.doesNotMatch(result.failure?.message ?? "", /killed/);
  });

  test("one that does not heed the interrupt loses its kernel, and the run ends", { skip: skipWindows }, async () => {
    const cells = ["k.print('kept'); await k.sleep(50); while (true) {}", "k.print('never')"];
    const result = await run(fakeNotebook(...cells), { timeout: 0.4, allowErrors: true });
    assert.deepEqual(statuses(result), ["failed", "not-run"]);
    assert.equal(result.failure?.kind, "timeout");
    assert.match(result.failure?.message ?? "", /did not heed the interrupt/);
    assert.equal(text(result, 0), "kept|error");
  });

  test("the total time ends the run, whatever is allowed", async () => {
    const cells = ["k.print('a')", "await k.untilInterrupted()", "k.print('never')"];
    const result = await run(fakeNotebook(...cells), { totalTimeout: 3, allowErrors: true });
    assert.deepEqual(statuses(result), ["ok", "failed", "not-run"]);
    assert.equal(result.failure?.kind, "total-timeout");
    assert.equal(result.failure?.message, "The notebook ran longer than 3 s in all.");
  });

  test("one that prints without end is stopped in time, and its output is cut", async () => {
    const cell =
      "let on = true; k.onInterrupt = () => { on = false }; while (on) { for (let i = 0; i < 500; i++) k.print('x'.repeat(50)); await k.sleep(0) }";
    const result = await run(fakeNotebook(cell), { timeout: 0.5, maxOutputBytes: 1000 });
    assert.equal(result.failure?.kind, "timeout");
    assert.ok(result.seconds < 20, `${result.seconds}`);
    assert.match(text(result, 0), /^x{1000}\|\[caderno\] .* were cut: .*\|error$/s);
  });

  test("one whose end the kernel does not announce is taken as ended some time after its reply", async () => {
    const result = await run(fakeNotebook("k.sendsIdle = false; k.print('x')", "k.print('y')"));
    assert.deepEqual([result.status, text(result, 0), text(result, 1)], ["ok", "x", "y"]);
  });

  test("one that asks for input is refused, and named", async () => {
    const result = await run(fakeNotebook("k.askInput(); await k.untilInterrupted(); throw new Error('interrupted')"));
    assert.deepEqual([result.failure?.kind, result.failure?.cell], ["input", 0]);
    assert.equal(result.failure?.message, "This cell asks for input, and nobody is there to answer.");
  });
});

describe("kernels that die", () => {
  test("in a cell: its code, what it had printed, and the rest not run", async () => {
    const cells = ["k.print('bye'); await k.sleep(50); process.exit(3)", "k.print('never')"];
    const result = await run(fakeNotebook(...cells), { allowErrors: true });
    assert.deepEqual(statuses(result), ["failed", "not-run"]);
    assert.deepEqual([result.failure?.kind, result.failure?.name], ["kernel-died", "DeadKernelError"]);
    assert.equal(result.failure?.message, "The kernel died while this cell ran: it exited with code 3.");
    assert.equal(text(result, 0), "bye|error");
  });

  test("after the last cell", async () => {
    const result = await run(fakeNotebook("setTimeout(() => process.exit(5), 30)"), { lateSeconds: 1 });
    assert.deepEqual([result.status, result.failure?.kind, statuses(result)], ["failed", "kernel-died", ["failed"]]);
  });

  test("of a heap that is full: said so, with what to do", async () => {
    const cell = "const all = []; while (true) all.push(new Array(1e5).fill(all.length))";
    const result = await run(fakeNotebook(cell), { env: { NODE_OPTIONS: "--max-old-space-size=64" } });
    assert.equal(result.failure?.kind, "kernel-died");
    assert.match(result.failure?.message ?? "", /it ran out of memory/);
    assert.match(result.failure?.hint ?? "", /max-old-space-size/);
  });

  test("of more memory than they may hold", { skip: process.platform !== "linux" && "needs /proc" }, async () => {
    const cell = "const all = []; while (true) { all.push(Buffer.alloc(2e6, 1)); await k.sleep(1) }";
    const result = await run(fakeNotebook(cell), { memoryLimit: 300e6 });
    assert.deepEqual([result.failure?.kind, result.failure?.name], ["kernel-died", "MemoryLimitError"]);
    assert.match(
      result.failure?.message ?? "",
      /it held \d+ MB of memory, more than the 300 MB it may, and was killed/,
    );
  });
});

describe("interruption", () => {
  test("stops the cell, ends the kernel, and returns what was done", async () => {
    const controller = new AbortController();
    const result = await run(fakeNotebook("k.print('done')", "await k.untilInterrupted()", "k.print('never')"), {
      abort: controller.signal,
      onEvent: (event) => {
        if (event.type === "cell-start" && event.cell === 1) setTimeout(() => controller.abort(), 100);
      },
    });
    assert.equal(result.status, "interrupted");
    assert.deepEqual(statuses(result), ["ok", "failed", "not-run"]);
    assert.equal(text(result, 0), "done");
  });

  test("before and during the kernel's start", async () => {
    const already = await run(fakeNotebook("k.print('x')"), { abort: AbortSignal.abort() });
    assert.deepEqual([already.status, statuses(already)], ["interrupted", ["not-run"]]);
    const soon = await run(fakeNotebook("k.print('x')"), { abort: AbortSignal.timeout(50) });
    assert.equal(soon.status, "interrupted");
  });
});
