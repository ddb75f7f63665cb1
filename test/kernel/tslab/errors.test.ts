/** @file Errors of cells: what they are called, where they point, and what follows them. */
import assert from "node:assert/strict";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, it } from "node:test";
import { stripVTControlCharacters } from "node:util";
import { contents, delay, type Execution, type KernelDriver, printed } from "../kernel-driver";
import { startTslab } from "./repaired-kernel";

/** The traceback as a person reads it. */
function trace(run: { outputs: Execution["outputs"] }, index = 0): string {
  const lines = contents(run, "error")[index]?.traceback as string[];
  return stripVTControlCharacters(lines.join("\n"));
}

describe("errors of repaired tslab", () => {
  const folder = mkdtempSync(join(tmpdir(), "kernel-errors-"));
  let kernel: KernelDriver;
  before(async () => {
    writeFileSync(join(folder, "package.json"), "{}");
    const helper = "interface Row { a: number }\n\nexport function check(row: Row): never {\n";
    writeFileSync(join(folder, "helper.ts"), `${helper}  throw new RangeError(\`bad \${row.a}\`);\n}\n`);
    writeFileSync(join(folder, "wrong.ts"), 'export const ok = 1;\nexport const n: number = "text";\n');
    kernel = await startTslab(folder);
  });
  after(async () => {
    await kernel.stop();
    rmSync(folder, { recursive: true });
  });

  it("says a type error by its name, code, place, and the line with a caret", async () => {
    const run = await kernel.execute('const a = 1;\nconst count: number = "text";');
    const n = run.reply.execution_count;
    assert.equal(run.reply.status, "error");
    assert.equal(run.reply.ename, "TypeScriptError");
    assert.equal(run.reply.evalue, "line 2:7: Type 'string' is not assignable to type 'number'. (TS2322)");
    const [error] = contents(run, "error");
    assert.equal(error?.ename, "TypeScriptError");
    assert.equal(
      trace(run),
      [
        "TypeScriptError: Type 'string' is not assignable to type 'number'. (TS2322)",
        `    at Cell In[${n}], line 2:7`,
        "      1 | const a = 1;",
        '    > 2 | const count: number = "text";',
        "        |       ^^^^^",
      ].join("\n"),
    );
    assert.equal(printed(run, "stderr"), "");
  });

  it("joins the links of one complaint, counts several, and points into helper files", async () => {
    const chained = await kernel.execute(
      "const f: (x: { a: { b: number } }) => void = (x: { a: { b: string } }) => {};",
    );
    assert.equal(contents(chained, "error").length, 1);
    assert.doesNotMatch(String(chained.reply.evalue), /more\)/);
    const several = await kernel.execute("unknownOne;\nunknownTwo;");
    assert.match(String(several.reply.evalue), /unknownOne.*\(and 1 more\)/);
    const helper = await kernel.execute('import { ok } from "./wrong";\nok');
    assert.match(trace(helper), /at wrong\.ts, line 2:14\n.*\n {4}> 2 \| export const n: number = "text";/);
  });

  it("says a syntax error as one of the cell", async () => {
    const run = await kernel.execute("const = 3;");
    assert.equal(run.reply.ename, "TypeScriptError");
    assert.match(trace(run), /Cell In\[\d+\], line 1:7/);
  });

  it("points at the TypeScript line of a run-time error, and at every cell on its way", async () => {
    const defined = await kernel.execute(
      "interface Essay { score: number }\n\nfunction scoreOf(essay: Essay): number {\n  return essay.score;\n}",
    );
    const run = await kernel.execute("type Unused = string;\n\nscoreOf(undefined);");
    assert.equal(run.reply.ename, "TypeError");
    assert.equal(run.reply.evalue, "Cannot read properties of undefined (reading 'score')");
    const text = trace(run);
    assert.ok(text.includes(`at scoreOf, Cell In[${defined.reply.execution_count}], line 4:16`), text);
    assert.ok(text.includes(`at Cell In[${run.reply.execution_count}], line 3:1`), text);
    assert.match(text, /> 3 \| scoreOf\(undefined\);\n +\| \^/);
    assert.doesNotMatch(text, /node:|node_modules|evalmachine|dist\/kernel/);
    assert.equal(printed(run, "stderr"), "");
  });

  it("keeps the frames of helper files, at their TypeScript lines", async () => {
    const run = await kernel.execute('import { check } from "./helper";\ncheck({ a: 3 });');
    assert.equal(run.reply.evalue, "bad 3");
    const lines = trace(run).split("\n");
    assert.equal(lines[1], "    at check, helper.ts:4:9");
    assert.ok(lines[2]?.startsWith(`    at Cell In[${run.reply.execution_count}], line 2:`), lines[2]);
  });

  it("reports a cell that is a module of its own, and points into it", async () => {
    const wrong = await kernel.execute('/** @module broken */\nexport const n: number = "text";');
    assert.equal(wrong.reply.ename, "TypeScriptError");
    await kernel.execute(
      "/** @module tools */\ntype Unused = 1;\nexport function fail(): never { throw new Error('tool'); }",
    );
    const run = await kernel.execute('import { fail } from "./tools";\nfail();');
    assert.equal(run.reply.evalue, "tool");
    assert.match(trace(run), /at fail, tools\.ts:3:39\n/);
  });

  it("gives code in cells the same lines in err.stack", async () => {
    const run = await kernel.execute(
      "type Unused = 1;\ntry {\n  (null as any).x;\n} catch (error) { console.log(error.stack) }",
    );
    const n = run.reply.execution_count;
    assert.equal(printed(run), `TypeError: Cannot read properties of null (reading 'x')\n    at Cell In[${n}]:3:17\n`);
  });

  it("finds the line of an error after an await", async () => {
    const run = await kernel.execute("type Unused = 1;\nawait (Promise.resolve(1));\n\nthrow new Error('later');");
    assert.match(trace(run), /at Cell In\[\d+\], line 4:7/);
  });

  it("says causes, the parts of an AggregateError, and hints on lines of their own", async () => {
    const caused = await kernel.execute(
      'const error = new Error("outer", { cause: new TypeError("inner") });\n(error as any).hint = "Do this.";\nthrow error;',
    );
    const text = trace(caused);
    assert.match(text, /^Error: outer\nHint: Do this\.\n/);
    assert.match(text, /\nCaused by TypeError: inner\n/);
    const many = await kernel.execute('throw new AggregateError([new Error("one"), new TypeError("two")], "both");');
    assert.equal(many.reply.ename, "AggregateError");
    assert.match(trace(many), /\n\[1 of 2\] Error: one\n(.*\n)*\[2 of 2\] TypeError: two\n/);
  });

  it("survives what is no Error, causes that go in circles, and properties that throw", async () => {
    const text = await kernel.execute("throw 'text'");
    assert.deepEqual([text.reply.ename, text.reply.evalue], ["Uncaught", "'text'"]);
    const nothing = await kernel.execute("throw undefined");
    assert.deepEqual([nothing.reply.ename, nothing.reply.evalue], ["Uncaught", "undefined"]);
    const circle = await kernel.execute("const e: any = new Error('round'); e.cause = e; throw e;");
    assert.equal(circle.reply.evalue, "round");
    const hostile = await kernel.execute(
      "throw Object.defineProperty(new Error('x'), 'message', { get() { throw new Error('no') } })",
    );
    assert.equal(hostile.reply.status, "error");
    const unprintable = await kernel.execute(
      "throw { [Symbol.for('nodejs.util.inspect.custom')]() { throw new Error('no') } }",
    );
    assert.equal(unprintable.reply.ename, "Uncaught");
    const long = await kernel.execute("throw new Error('m'.repeat(1_000_000))");
    assert.ok(JSON.stringify(long.reply).length < 50_000);
  });

  it("fails the cell on a rejection that nobody awaits, at its line", async () => {
    const run = await kernel.execute("Promise.reject(new RangeError('unawaited'));\n'value'");
    assert.equal(run.reply.status, "error");
    assert.equal(run.reply.ename, "RangeError");
    assert.match(trace(run), /Cell In\[\d+\], line 1:16/);
    const whileRunning = await kernel.execute(
      "setTimeout(() => { throw new Error('in a timer') }, 10);\nawait new Promise(r => setTimeout(r, 80));",
    );
    assert.equal(whileRunning.reply.status, "error");
    assert.equal(whileRunning.reply.evalue, "in a timer");
    assert.equal(contents(whileRunning, "error").length, 1);
  });

  it("charges later errors to the cell that caused them, not to the one that runs", async () => {
    const rejecting = await kernel.execute("setTimeout(() => Promise.reject(new Error('late one')), 40); null");
    const throwing = await kernel.execute("setTimeout(() => { throw new Error('late two') }, 40); null");
    assert.equal(throwing.reply.status, "ok");
    const other = await kernel.execute("await new Promise(r => setTimeout(r, 150)); 'fine'");
    assert.equal(other.reply.status, "ok");
    assert.deepEqual(contents(other, "error"), []);
    for (const [run, message] of [
      [rejecting, "late one"],
      [throwing, "late two"],
    ] as const) {
      const late = contents({ outputs: kernel.outputsOf(run.id) }, "error");
      assert.deepEqual(
        late.map(({ evalue }) => evalue),
        [message],
      );
    }
    assert.equal((await kernel.execute("'alive'")).reply.status, "ok");
  });

  it("keeps what a cell declared before it threw, and only that", async () => {
    await kernel.execute(
      "let reached = 1;\nfunction twice(n: number) { return 2 * n }\nthrow new Error('stop');\nlet missed = 2;",
    );
    const kept = await kernel.execute("twice(reached)");
    assert.deepEqual(contents(kept, "execute_result")[0]?.data, { "text/plain": "2" });
    const missing = await kernel.execute("missed");
    assert.match(String(missing.reply.evalue), /Cannot find name 'missed'/);
    assert.equal((await kernel.execute("let missed = reached + 1; missed")).reply.status, "ok");
  });

  it("aborts what waits behind an error, and nothing that is sent after its reply", async () => {
    const failing = kernel.begin("await new Promise(r => setTimeout(r, 50)); throw new Error('first')", {
      stopOnError: true,
    });
    const waiting = [kernel.begin("console.log('no')"), kernel.begin("console.log('no')")];
    assert.equal((await kernel.finish(failing)).reply.status, "error");
    const next = await kernel.execute("console.log('yes')");
    for (const id of waiting) {
      const run = await kernel.finish(id);
      assert.equal(run.reply.status, "aborted");
      assert.deepEqual(run.outputs, []);
    }
    assert.equal(next.reply.status, "ok");
    assert.equal(printed(next), "yes\n");
  });

  it("aborts also what arrived while a cell blocked the kernel", async () => {
    const failing = kernel.begin("const end = Date.now() + 200; while (Date.now() < end); throw new Error('x')", {
      stopOnError: true,
    });
    await delay(60);
    const waiting = Array.from({ length: 20 }, () => kernel.begin("console.log('no')"));
    assert.equal((await kernel.finish(failing)).reply.status, "error");
    for (const id of waiting) assert.equal((await kernel.finish(id)).reply.status, "aborted");
  });

  it("runs on after an expected error", async () => {
    const failing = kernel.begin("throw new Error('expected')", { stopOnError: false });
    const next = kernel.begin("console.log('must run')");
    assert.equal((await kernel.finish(failing)).reply.status, "error");
    const run = await kernel.finish(next);
    assert.equal(run.reply.status, "ok");
    assert.equal(printed(run), "must run\n");
  });
});
