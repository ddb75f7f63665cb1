/** @file What cells print and show arrives whole, in order, and under the cell that made it. */
import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, it } from "node:test";
import { contents, delay, type KernelDriver, printed } from "../kernel-driver";
import { ROOT, startTslab } from "./repaired-kernel";

describe("output of repaired tslab", () => {
  let kernel: KernelDriver;
  before(async () => {
    kernel = await startTslab(join(ROOT, "test"));
  });
  after(() => kernel.stop());

  it("loses none of 20,000 lines of one turn, keeps their order, and joins them", async () => {
    const run = await kernel.execute("for (let i = 0; i < 20000; i++) console.log(i);\nconsole.log('end');");
    const wanted = [...Array.from({ length: 20_000 }, (_, index) => String(index)), "end", ""].join("\n");
    assert.equal(printed(run), wanted);
    assert.ok(run.outputs.length < 1_000, `${run.outputs.length} messages`);
  });

  it("finds the variables of earlier cells in shorthand properties", async () => {
    await kernel.execute("let seed = 3; const size = 4;");
    assert.equal(
      printed(await kernel.execute("console.log({ seed, size }, (() => ({ seed }))().seed)")),
      "{ seed: 3, size: 4 } 3\n",
    );
    await kernel.execute("({ seed } = { seed: 5 }); ({ seed = 7 } = {} as { seed?: number });");
    assert.equal(
      printed(await kernel.execute("console.log(seed); { const seed = 9; console.log({ seed }); }")),
      "7\n{ seed: 9 }\n",
    );
  });

  it("loses nothing where a loop awaits now and then", async () => {
    const run = await kernel.execute(
      "for (let i = 0; i < 6000; i++) { console.log(i); if (i % 100 === 0) await new Promise(r => setImmediate(r)); }",
    );
    assert.equal(printed(run).split("\n").length, 6_001);
  });

  it("passes one line of five million characters", async () => {
    const run = await kernel.execute("console.log('x'.repeat(5_000_000))");
    assert.equal(printed(run).length, 5_000_001);
  });

  it("keeps printed text, pictures and errors in the order in which they were made", async () => {
    const run = await kernel.execute(
      [
        'import { display } from "tslab";',
        "for (let i = 0; i < 100; i++) console.log(i);",
        'display.html("<b>one</b>");',
        'console.error("warn");',
        'console.log("after");',
        'throw new Error("last");',
      ].join("\n"),
    );
    const seen: string[] = [];
    for (const { type, content } of run.outputs.slice(1)) {
      const name = type === "stream" ? String(content.name) : type;
      if (seen.at(-1) !== name) seen.push(name);
    }
    assert.deepEqual(seen, ["stdout", "display_data", "stderr", "stdout", "error"]);
  });

  it("sends bytes that are cut inside of a character as whole characters", async () => {
    const run = await kernel.execute(
      "const bytes = Buffer.from('redação\\n'); for (const byte of bytes) process.stdout.write(Buffer.from([byte]));",
    );
    assert.equal(printed(run), "redação\n");
  });

  it("calls back when a write is done", async () => {
    const run = await kernel.execute(
      "await new Promise<void>((done) => process.stdout.write('a', () => done())); 'written'",
    );
    assert.equal(run.reply.status, "ok");
    assert.equal(printed(run), "a");
  });

  it("labels what a timer prints with the cell that set it", async () => {
    const first = await kernel.execute("setTimeout(() => console.log('from the first'), 60); null");
    const second = await kernel.execute("await new Promise(r => setTimeout(r, 150)); console.log('second')");
    assert.equal(printed(second), "second\n");
    assert.equal(printed({ outputs: kernel.outputsOf(first.id) }), "from the first\n");
  });

  it("shows the last value as a result, and nothing for undefined and null", async () => {
    const result = await kernel.execute("[1, 'two']");
    assert.deepEqual(
      contents(result, "execute_result").map(({ data }) => data),
      [{ "text/plain": "[ 1, 'two' ]" }],
    );
    assert.equal(printed(result), "");
    assert.equal(contents(result, "execute_result")[0]?.execution_count, result.reply.execution_count);
    for (const code of ["null", "undefined", "let unset = 3;"]) {
      assert.deepEqual(contents(await kernel.execute(code), "execute_result"), [], code);
    }
  });

  it("shows a value's own bundle, also one that it promises, with text added where it has none", async () => {
    const run = await kernel.execute(
      '({ async [Symbol.for("Jupyter.display")]() { return { "text/html": "<i>a</i>" } }, ' +
        '[Symbol.for("nodejs.util.inspect.custom")]: () => "Thing(a)" })',
    );
    const [result] = contents(run, "execute_result");
    assert.deepEqual(result?.data, { "text/html": "<i>a</i>", "text/plain": "Thing(a)" });
  });

  it("reports an error in a value's own picture as the cell's", async () => {
    const run = await kernel.execute('({ [Symbol.for("Jupyter.display")]() { throw new RangeError("no picture") } })');
    assert.equal(run.reply.status, "error");
    assert.equal(contents(run, "error")[0]?.ename, "RangeError");
  });

  it("offers the channel: bundles with metadata, updates, and clearing", async () => {
    const run = await kernel.execute(
      [
        'const channel = (globalThis as any)[Symbol.for("caderno.kernel")];',
        'channel.display({ "text/html": "<b>1</b>", "text/plain": "1" }, { metadata: { a: 1 }, displayId: "d1" });',
        'channel.display({ "text/plain": "2" }, { displayId: "d1", update: true });',
        "channel.clearOutput(true);",
        "console.log(channel.kernel);",
      ].join("\n"),
    );
    const shown = run.outputs.filter(({ type }) => type !== "execute_input");
    assert.deepEqual(
      shown.map(({ type, content }) => [type, content]),
      [
        [
          "display_data",
          {
            data: { "text/html": "<b>1</b>", "text/plain": "1" },
            metadata: { a: 1 },
            transient: { display_id: "d1" },
          },
        ],
        ["update_display_data", { data: { "text/plain": "2" }, metadata: {}, transient: { display_id: "d1" } }],
        ["clear_output", { wait: true }],
        ["stream", { name: "stdout", text: "tslab\n" }],
      ],
    );
  });

  it("keeps tslab's own display, with updates from a later cell", async () => {
    const first = await kernel.execute(
      'import * as tslab from "tslab";\nconst place = tslab.newDisplay();\nplace.html("step 1");\n' +
        "tslab.display.png(new Uint8Array([1, 2, 3]));",
    );
    const [html, png] = contents(first, "display_data");
    assert.deepEqual(html?.data, { "text/html": "step 1" });
    assert.deepEqual(png?.data, { "image/png": "AQID" });
    const second = await kernel.execute('place.html("step 2");');
    assert.deepEqual(contents(second, "update_display_data")[0]?.transient, html?.transient);
  });

  it("runs in the project's folder, so that its package and its data are found from notebooks/", async () => {
    const run = await kernel.execute("process.cwd()");
    assert.deepEqual(contents(run, "execute_result")[0]?.data, { "text/plain": `'${ROOT}'` });
    const typed = await kernel.execute('import { CadernoError } from "caderno";\nconst wrong: number = CadernoError;');
    assert.match(String(typed.reply.evalue), /Type 'typeof CadernoError' is not assignable to type 'number'/);
  });

  it("sends what a cell prints first while the cell still keeps the kernel busy", async () => {
    const id = kernel.begin("console.log('early'); const until = Date.now() + 1500; while (Date.now() < until);");
    await kernel.waitFor(() => printed({ outputs: kernel.outputsOf(id) }) === "early\n");
    assert.equal(kernel.replyType(id), undefined);
    await kernel.finish(id);
  });
});

describe("the end of repaired tslab", () => {
  it("delivers what a cell printed before it ended the process", async () => {
    const kernel = await startTslab();
    try {
      const id = kernel.begin("for (let i = 0; i < 3000; i++) console.log(i); process.exit(3);");
      assert.equal(await kernel.exited, 3);
      await delay(200);
      const lines = printed({ outputs: kernel.outputsOf(id) }).split("\n");
      assert.equal(lines.length, 3_001);
    } finally {
      await kernel.stop();
    }
  });

  it("ends on a shutdown request though a cell has left a timer running", async () => {
    const folder = realpathSync(mkdtempSync(join(tmpdir(), "kernel-folder-")));
    mkdirSync(join(folder, "notebooks"));
    writeFileSync(join(folder, "package.json"), "{}");
    const kernel = await startTslab(join(folder, "notebooks"));
    try {
      const run = await kernel.execute("setInterval(() => {}, 1000); process.cwd()");
      assert.deepEqual(contents(run, "execute_result")[0]?.data, { "text/plain": `'${folder}'` });
      const reply = await kernel.request("shutdown_request", { restart: true }, "control");
      assert.deepEqual(reply, { status: "ok", restart: true });
      assert.equal(await kernel.exited, 0);
    } finally {
      await kernel.stop();
      rmSync(folder, { recursive: true });
    }
  });
});
