/** @file What the kernel answers besides executing, awaits in every spelling, and interrupts. */
import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { contents, delay, type KernelDriver, printed } from "../kernel-driver";
import { startTslab } from "./repaired-kernel";

describe("the protocol of repaired tslab", () => {
  let kernel: KernelDriver;
  before(async () => {
    kernel = await startTslab();
  });
  after(() => kernel.stop());

  it("says its true versions, and that it was repaired", () => {
    const { language_info, implementation, implementation_version, banner, status } = kernel.info;
    assert.equal((language_info as Record<string, unknown>).version, "5.0.4");
    assert.deepEqual([implementation, implementation_version, status], ["tslab", "1.0.22", "ok"]);
    assert.match(String(banner), /tslab 1\.0\.22.*repaired by Caderno/);
  });

  it("answers each request by its own type", async () => {
    const id = kernel.send("comm_info_request", { target_name: "jupyter.widget" });
    assert.deepEqual(await kernel.reply(id), { status: "ok", comms: {} });
    assert.equal(kernel.replyType(id), "comm_info_reply");
    assert.deepEqual(await kernel.request("history_request", {}), { status: "ok", history: [] });
    assert.equal((await kernel.request("is_complete_request", { code: "function f() {" })).status, "incomplete");
    await kernel.execute("const essayCount = 3;");
    const completion = await kernel.request("complete_request", { code: "essayCo", cursor_pos: 7 });
    assert.deepEqual(completion.matches, ["essayCount"]);
    const found = await kernel.request("inspect_request", { code: "essayCount", cursor_pos: 3, detail_level: 0 });
    assert.equal(found.found, true);
  });

  it("ignores frames that are no message of this session", async () => {
    kernel.sendRaw(["not a message"]);
    kernel.sendRaw(["<IDS|MSG>", "0".repeat(64), '{"msg_type":"execute_request"}', "{}", "{}", '{"code":"1"}']);
    kernel.sendRaw(["<IDS|MSG>", "", "{", "}", "", ""]);
    assert.equal((await kernel.execute("'still here'")).reply.status, "ok");
  });

  it("echoes the input, counts, and leaves silent requests out of both", async () => {
    const first = await kernel.execute("'a'");
    const input = { code: "'a'", execution_count: first.reply.execution_count };
    assert.deepEqual(contents(first, "execute_input"), [input]);
    const silent = await kernel.execute("console.log('b'); 'c'", { silent: true });
    assert.deepEqual(silent.outputs, []);
    const next = await kernel.execute("'d'");
    assert.equal(next.reply.execution_count, Number(first.reply.execution_count) + 1);
  });

  it("understands every top-level await", async () => {
    for (const [code, wanted] of [
      ["await (Promise.resolve(3))", "3"],
      ["const nested = await (await Promise.resolve({ json: async () => 4 })).json(); nested", "4"],
      ["await (async () => 5)()", "5"],
      ["`$" + "{await (Promise.resolve(6))}`", "'6'"],
      ["let sum = 0; for await (const v of [Promise.resolve(3), 4]) sum += v; sum", "7"],
      ["let deep = 0; if (true) { for await (const v of [8]) { deep = v } } deep", "8"],
      ["let tried = 0; try { tried = await (Promise.resolve(9)) } catch {} tried", "9"],
      ["await Promise.resolve(10)", "10"],
    ] as const) {
      const run = await kernel.execute(code);
      assert.deepEqual(contents(run, "execute_result")[0]?.data, { "text/plain": wanted }, code);
    }
    const typed = await kernel.execute("const t: string = await (Promise.resolve(3));");
    assert.match(String(typed.reply.evalue), /^line 1:7: Type 'number' is not assignable to type 'string'/);
  });

  it("refuses to read from the keyboard, at the line that tries", async () => {
    const run = await kernel.execute(
      'import readline from "node:readline/promises";\nconst io = readline.createInterface({ input: process.stdin });',
    );
    assert.equal(run.reply.ename, "CadernoError");
    assert.match(String(run.reply.evalue), /cannot read from the keyboard/);
    assert.match(String((run.reply.traceback as string[]).join("\n")), /line 2:/);
    const prompted = await kernel.execute("(globalThis as any).prompt('Name?')");
    assert.match(String(prompted.reply.evalue), /cannot read from the keyboard/);
  });

  for (const code of [
    "while (true) {}",
    "await null; while (true) {}",
    "while (true) { await null }",
    "while (true) console.log('x')",
    "await new Promise(() => {})",
    "let turns = 0; while (true) { await new Promise(r => setTimeout(r, 10)); console.log(turns++) }",
  ]) {
    it(`stops on SIGINT: ${code}`, async () => {
      const id = kernel.begin(code);
      await kernel.waitFor(() => kernel.outputsOf(id).length > 0);
      await delay(150);
      kernel.interrupt();
      const run = await kernel.finish(id);
      assert.equal(run.reply.ename, "Interrupted");
      assert.deepEqual(
        contents(run, "error").map(({ evalue }) => evalue),
        ["The cell was interrupted."],
      );
      const printedSoFar = kernel.outputsOf(id).length;
      const next = await kernel.execute("await new Promise(r => setTimeout(r, 60)); console.log('on')");
      assert.equal(printed(next), "on\n");
      assert.equal(kernel.outputsOf(id).length, printedSoFar, "the loop went on");
    });
  }

  it("stops on an interrupt request, and takes one without a running cell for nothing", async () => {
    assert.deepEqual(await kernel.request("interrupt_request", {}, "control"), { status: "ok" });
    const id = kernel.begin("await new Promise(r => setTimeout(r, 60_000))");
    await kernel.waitFor(() => kernel.outputsOf(id).length > 0);
    await delay(50);
    await kernel.request("interrupt_request", {}, "control");
    assert.equal((await kernel.finish(id)).reply.ename, "Interrupted");
  });

  it("lives on when SIGINT comes while nothing runs, twice", async () => {
    kernel.interrupt();
    await delay(20);
    kernel.interrupt();
    await delay(100);
    assert.equal((await kernel.execute("process.on('SIGINT', () => process.exit(9)); 'on'")).reply.status, "ok");
    kernel.interrupt();
    await delay(100);
    assert.equal((await kernel.execute("'on'")).reply.status, "ok");
  });
});
