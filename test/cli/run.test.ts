// The command as a whole, on the fake kernel, which it finds where Jupyter looks.
import assert from "node:assert/strict";
import { type ChildProcess, spawn } from "node:child_process";
import { randomUUID } from "node:crypto";
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, describe, test } from "node:test";
import { fileURLToPath, pathToFileURL } from "node:url";
import { run } from "../../src/cli/run";
import type { RunOptions } from "../../src/cli/run-options";
import type { CodeCell, Notebook } from "../../src/notebook/format/types";
import { fakeNotebook, fakeSpec, processesWith, within } from "../notebook/client/fake-kernelspec";

const scratch = mkdtempSync(join(tmpdir(), "caderno-run-"));
after(() => rmSync(scratch, { recursive: true, force: true }));
process.env.JUPYTER_PATH = join(scratch, "jupyter");
for (const [name, transport] of [
  ["fake", "ipc"],
  ["fake-tcp", "tcp"],
] as const) {
  mkdirSync(join(scratch, "jupyter", "kernels", name), { recursive: true });
  writeFileSync(
    join(scratch, "jupyter", "kernels", name, "kernel.json"),
    JSON.stringify(fakeSpec({ metadata: { transport } })),
  );
}

let folders = 0;
/** A folder with these notebooks. */
function folderOf(notebooks: Record<string, Notebook | string>): string {
  folders += 1;
  const folder = join(scratch, `run-${folders}`);
  mkdirSync(folder);
  for (const [name, notebook] of Object.entries(notebooks)) {
    writeFileSync(join(folder, name), typeof notebook === "string" ? notebook : JSON.stringify(notebook, undefined, 1));
  }
  return folder;
}

async function runIn(
  paths: string[],
  options: Partial<RunOptions> = {},
): Promise<{ code: number; stdout: string; stderr: string }> {
  const written = { stdout: "", stderr: "" };
  const stream = (name: "stdout" | "stderr"): { write(text: string): void } => ({
    write: (text) => {
      written[name] += text;
    },
  });
  const code = await run(
    paths,
    { jobs: 1, timings: true, ...options },
    { stdout: stream("stdout"), stderr: stream("stderr") },
  );
  return { code, ...written };
}

function readCell(path: string, index: number): CodeCell {
  return (JSON.parse(readFileSync(path, "utf8")) as Notebook).cells[index] as CodeCell;
}

/** What a cell in a file printed; files keep texts as lines. */
function printed(path: string, index: number): string {
  return readCell(path, index)
    .outputs.flatMap((output) => (output.output_type === "stream" ? output.text : []))
    .toString();
}

const works = fakeNotebook("k.print('a')", "k.print('b')");
const fails = fakeNotebook(
  "globalThis.runs = (globalThis.runs ?? 0) + 1; k.print('one')",
  "throw new Error('broken')",
  "k.print('three')",
);

describe("caderno run", () => {
  test("runs the notebooks right inside a folder, in order, and writes nothing unless told to", async () => {
    const folder = folderOf({ "10-b.ipynb": works, "2-a.ipynb": works, "note.txt": "" });
    mkdirSync(join(folder, "exercises"));
    writeFileSync(join(folder, "exercises", "x.ipynb"), "not read");
    const before = readFileSync(join(folder, "2-a.ipynb"), "utf8");
    const { code, stdout, stderr } = await runIn([folder]);
    assert.equal(code, 0);
    assert.equal(stderr, "");
    const lines = stdout
      .replaceAll(/\d+\.\d s/g, "T")
      .replaceAll(join(folder, "/"), "")
      .split("\n");
    assert.deepEqual(lines, [
      "run     2-a.ipynb",
      "ok      2-a.ipynb  2 cells in T",
      "run     10-b.ipynb",
      "ok      10-b.ipynb  2 cells in T",
      "2 of 2 notebooks ran; T",
      "",
    ]);
    assert.equal(readFileSync(join(folder, "2-a.ipynb"), "utf8"), before);
    assert.deepEqual(readdirSync(folder).sort(), ["10-b.ipynb", "2-a.ipynb", "exercises", "note.txt"]);
  });

  test("a failed notebook still leaves its copy, the others run, and the code is the first failure's", async () => {
    const folder = folderOf({ "a.ipynb": works, "b.ipynb": fails, "c.ipynb": works });
    const out = join(folder, "out");
    const { code, stdout } = await runIn([folder], { out, jobs: 2 });
    assert.equal(code, 1);
    assert.match(
      stdout,
      /failed {2}.*b\.ipynb.*\n\n {2}cell 2 \(In \[2\]\) of .*\n\n {4}1 │ throw new Error\('broken'\)\n\n {2}Error: broken\n/,
    );
    assert.match(stdout, /npx caderno run .*b\.ipynb --from-cell 2 --out /);
    assert.match(stdout, /2 of 3 notebooks ran; failed: b\.ipynb; /);
    assert.equal(printed(join(out, "b.ipynb"), 0), "one");
    assert.equal(readCell(join(out, "b.ipynb"), 1).outputs[0]?.output_type, "error");
    assert.deepEqual(readCell(join(out, "b.ipynb"), 2).outputs, []);
    assert.equal(printed(join(out, "c.ipynb"), 1), "b");
  });

  test("--json says it all on stdout, and progress on stderr", async () => {
    const folder = folderOf({ "a.ipynb": works, "b.ipynb": fails });
    const { code, stdout, stderr } = await runIn([join(folder, "b.ipynb"), join(folder, "a.ipynb")], { json: true });
    const result = JSON.parse(stdout);
    assert.deepEqual([code, result.exitCode, result.status, result.report], [1, 1, "failed", null]);
    const [failed, ok] = result.notebooks;
    assert.deepEqual([failed.status, failed.kernel, failed.exitCode, failed.error], ["failed", "fake", 1, null]);
    assert.deepEqual(failed.cells, { code: 3, ok: 1, expectedErrors: 0, failed: 1, skipped: 0, notRun: 1 });
    assert.deepEqual([failed.failures[0].cell, failed.failures[0].message], [1, "broken"]);
    assert.deepEqual([ok.status, ok.failures], ["ok", []]);
    assert.match(stderr, /^run {5}.*b\.ipynb\nfailed/);
  });

  test("--in-place keeps the outputs of cells that did not run; --no-timings keeps git quiet", async () => {
    const notebook = structuredClone(fails);
    (notebook.cells[2] as CodeCell).outputs = [{ output_type: "stream", name: "stdout", text: "old" }];
    const folder = folderOf({ "a.ipynb": notebook });
    const path = join(folder, "a.ipynb");
    await runIn([path], { inPlace: true, timings: false });
    assert.deepEqual([printed(path, 0), printed(path, 2)], ["one", "old"]);
    assert.deepEqual(readCell(path, 0).metadata, {});
    const first = readFileSync(path, "utf8");
    await runIn([path], { inPlace: true, timings: false });
    assert.equal(readFileSync(path, "utf8"), first);
  });

  test("the command that a failure names runs from there, and keeps what came before", async () => {
    const folder = folderOf({ "a.ipynb": fails });
    const path = join(folder, "a.ipynb");
    const out = join(folder, "out");
    await runIn([path], { out });
    const repaired = structuredClone(fails);
    (repaired.cells[1] as CodeCell).source = "k.print('runs: ' + runs)";
    writeFileSync(path, JSON.stringify(repaired));
    const { code } = await runIn([path], { out, fromCell: 2 });
    assert.equal(code, 0);
    assert.deepEqual(
      [0, 1, 2].map((index) => printed(join(out, "a.ipynb"), index)),
      ["one", "runs: 1", "three"],
    );
    const beyond = await runIn([path], { fromCell: 9 });
    assert.deepEqual([beyond.code, /has no cell 9, only 3/.test(beyond.stdout)], [3, true]);
  });

  test("--resume runs again what failed or changed, and nothing else", async () => {
    const folder = folderOf({ "a.ipynb": works, "b.ipynb": fails, "c.ipynb": works });
    const out = join(folder, "out");
    await runIn([folder], { out });
    writeFileSync(join(folder, "c.ipynb"), JSON.stringify(fakeNotebook("k.print('changed')")));
    const { code, stdout } = await runIn([folder], { out, resume: true });
    assert.equal(code, 1);
    assert.match(stdout, /done {4}.*a\.ipynb {2}its executed copy is complete/);
    assert.match(stdout, /failed {2}.*b\.ipynb/);
    assert.match(stdout, /ok {6}.*c\.ipynb {2}1 cell in/);
  });

  test("parameters are injected, and a wrong one is an error before the kernel starts", async () => {
    const folder = folderOf({ "a.ipynb": fakeNotebook(["const epochs = 1;", "parameters"], "k.print('ran')") });
    const path = join(folder, "a.ipynb");
    const out = join(folder, "out");
    writeFileSync(join(folder, "p.json"), '{"epochs": 2}');
    assert.equal((await runIn([path], { out, parameters: join(folder, "p.json") })).code, 0);
    assert.match(String(readCell(join(out, "a.ipynb"), 1).source), /epochs = 2/);
    assert.equal((await runIn([path], { out, parameters: join(folder, "p.json"), parameter: ["epochs=3"] })).code, 0);
    assert.match(String(readCell(join(out, "a.ipynb"), 1).source), /epochs = 3/);
    const wrong = await runIn([path], { parameter: ["epoch=3"] });
    assert.equal(wrong.code, 3);
    assert.match(wrong.stdout, /epochs/);
  });

  test("the exit code tells what went wrong", async () => {
    const folder = folderOf({
      "truncated.ipynb": JSON.stringify(works).slice(0, 100),
      "kernel.ipynb": { ...works, metadata: { kernelspec: { name: "no-such" } } },
      "slow.ipynb": fakeNotebook("await k.untilInterrupted()"),
      "exit.ipynb": fakeNotebook("process.exit(9)"),
    });
    const code = async (name: string, options: Partial<RunOptions> = {}): Promise<number> =>
      (await runIn([join(folder, name)], options)).code;
    assert.equal(await code("truncated.ipynb"), 3);
    assert.equal(await code("kernel.ipynb"), 4);
    assert.equal(await code("kernel.ipynb", { kernel: "fake" }), 0);
    assert.equal(await code("slow.ipynb", { timeout: 0.3 }), 124);
    assert.equal(await code("exit.ipynb"), 4);
    assert.equal(await code("exit.ipynb", { allowErrors: true }), 4);
  });

  test("what cannot be meant is an error before anything runs", async () => {
    const folder = folderOf({ "a.ipynb": works });
    const other = folderOf({ "a.ipynb": works });
    const path = join(folder, "a.ipynb");
    await assert.rejects(runIn([join(folder, "b.ipynb")]), {
      code: "notebook-missing",
      hint: /Did you mean `.*a\.ipynb`/,
    });
    await assert.rejects(runIn([mkdtempSync(join(scratch, "empty-"))]), { code: "no-notebooks" });
    await assert.rejects(runIn([path], { out: folder }), { code: "copy-over-notebook" });
    await assert.rejects(runIn([path, join(other, "a.ipynb")], { out: join(folder, "out") }), {
      code: "copies-collide",
    });
    await assert.rejects(runIn([folder, other], { fromCell: 2 }), { code: "from-cell-of-many" });
  });

  test("--report writes a site and says where", async () => {
    const folder = folderOf({ "a.ipynb": works, "b.ipynb": fails });
    const { stdout } = await runIn([folder], { report: join(folder, "site"), jobs: 2 });
    const address = /^report: (file:.*)$/m.exec(stdout)?.[1] ?? "";
    assert.ok(address.endsWith("index.html"), stdout);
    assert.match(readFileSync(fileURLToPath(address), "utf8"), /b/);
  });

  test("--log-output prints what notebooks print, with their names", async () => {
    const folder = folderOf({ "a.ipynb": fakeNotebook("k.print('one\\ntwo'); k.print(' more\\n')") });
    const { stdout } = await runIn([folder], { logOutput: true });
    assert.match(stdout, /\n\[a\] one\n\[a\] two more\n/);
  });

  test("eight notebooks, four at a time, over ports and over sockets, twice: none clashes, no process is left", async () => {
    const mark = randomUUID();
    process.env.CADERNO_TEST_RUN = mark;
    const notebooks = Object.fromEntries(
      Array.from({ length: 8 }, (_, index) => {
        const kernelspec = { name: index % 2 === 0 ? "fake" : "fake-tcp" };
        return [`${index}.ipynb`, { ...works, metadata: { kernelspec } }];
      }),
    );
    const folder = folderOf(notebooks);
    for (let repeat = 0; repeat < 2; repeat++) {
      const { code, stdout } = await runIn([folder], { jobs: 4 });
      assert.equal(code, 0, stdout);
    }
    delete process.env.CADERNO_TEST_RUN;
    const kernels = processesWith(`CADERNO_TEST_RUN=${mark}`).filter((pid) => isKernel(pid));
    assert.deepEqual(kernels, []);
  });
});

function isKernel(pid: number): boolean {
  return existsSync(`/proc/${pid}/cmdline`) && readFileSync(`/proc/${pid}/cmdline`, "utf8").includes("fake-kernel");
}

describe("caderno run as a process", { skip: process.platform === "win32" && "signals" }, () => {
  const tsx = pathToFileURL(require.resolve("tsx")).href;
  const main = join(__dirname, "../../src/cli/main.ts");

  function start(
    args: string[],
    mark = "",
  ): { child: ChildProcess; output: () => string; ended: Promise<number | null> } {
    const program = `require(${JSON.stringify(main)}).main(process.argv.slice(1))`;
    const child = spawn(process.execPath, ["--import", tsx, "-e", program, "--", "run", ...args], {
      env: { ...process.env, CADERNO_TEST_RUN: mark },
    });
    let output = "";
    for (const stream of [child.stdout, child.stderr]) stream.on("data", (chunk) => (output += String(chunk)));
    return { child, output: () => output, ended: new Promise((resolve) => child.once("close", resolve)) };
  }

  for (const [signal, expected] of [
    ["SIGINT", 130],
    ["SIGTERM", 143],
  ] as const) {
    test(`${signal} ends the cell, leaves the copy so far and no process, and exits with ${expected}`, async (context) => {
      const mark = randomUUID();
      const folder = folderOf({
        "a.ipynb": fakeNotebook("k.print('done')", "k.print('now\\n'); await k.sleep(60_000)"),
        "b.ipynb": works,
      });
      const { child, output, ended } = start([folder, "--out", join(folder, "out"), "--log-output"], mark);
      context.after(() => void child.kill("SIGKILL"));
      assert.ok(await within(20, () => output().includes("[a] now")), output());
      child.kill(signal);
      assert.equal(await ended, expected, output());
      assert.equal(printed(join(folder, "out", "a.ipynb"), 0), "done");
      assert.match(output(), /0 of 2 notebooks ran; 1 not begun/);
      assert.ok(await within(3, () => processesWith(`CADERNO_TEST_RUN=${mark}`).length === 0));
    });
  }

  test("when nobody reads the output any more, the run ends and leaves the copy so far", async (context) => {
    const folder = folderOf({
      "a.ipynb": fakeNotebook("k.print('done')", "for (;;) { k.print('more\\n'); await k.sleep(20) }"),
    });
    const { child, output, ended } = start([folder, "--out", join(folder, "out"), "--log-output"]);
    context.after(() => void child.kill("SIGKILL"));
    assert.ok(await within(20, () => output().includes("[a] more")), output());
    child.stdout?.destroy();
    assert.equal(await ended, 141);
    assert.equal(printed(join(folder, "out", "a.ipynb"), 0), "done");
  });

  test("a wrong command line exits with 2, and says what is right", async () => {
    const wrong = start(["a.ipynb", "--timeout", "soon"]);
    assert.equal(await wrong.ended, 2);
    assert.match(wrong.output(), /number of seconds above 0/);
    const conflict = start(["a.ipynb", "--in-place", "-p", "a=1"]);
    assert.equal(await conflict.ended, 2);
    assert.match(conflict.output(), /--in-place.*cannot be used with.*--parameter/s);
  });
});
