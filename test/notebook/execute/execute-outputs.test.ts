// What a kernel's messages become in the executed notebook. test/interop compares the same with nbclient itself.
import assert from "node:assert/strict";
import { before, describe, test } from "node:test";
import { executeNotebook } from "../../../src/notebook/execute/execute-notebook";
import type { ExecuteOptions, ExecutionEvent, ExecutionResult } from "../../../src/notebook/execute/execution";
import type { CodeCell, Notebook, Output } from "../../../src/notebook/format/types";
import { fakeNotebook, fakeSpec } from "../client/fake-kernelspec";

const LINES = 20_000;
const events: ExecutionEvent[] = [];

function run(notebook: Notebook, options: ExecuteOptions = {}): Promise<ExecutionResult> {
  return executeNotebook(notebook, { kernelspecs: { fake: fakeSpec() }, interruptGrace: 0.5, ...options });
}

const CELLS = {
  streams: "k.print('a\\n'); k.print('b\\n'); k.print('oops\\n', 'stderr'); k.print('c\\n')",
  lines: `for (let i = 0; i < ${LINES}; i++) k.print(i + '\\n')`,
  progress: "for (let i = 0; i <= 100; i++) k.print('\\r' + i + '%'); k.print('\\n')",
  clear: "k.print('gone'); k.publish('clear_output', { wait: false }); k.print('stays')",
  clearWait: "k.print('gone'); k.publish('clear_output', { wait: true }); k.print('by this')",
  clearWaitLast: "k.print('stays'); k.publish('clear_output', { wait: true })",
  display: "k.display({ 'text/plain': ['two\\n', 'lines'], 'application/json': ['a', 'b'] }, 'one')",
  update:
    "k.display({ 'text/plain': 'new' }, 'one', 'update_display_data'); k.display({ 'text/plain': 'same' }, 'one')",
  updateUnknown: "k.display({ 'text/plain': 'nowhere' }, 'unknown', 'update_display_data')",
  result: "k.publish('execute_result', { data: { 'text/plain': '2' }, metadata: { m: 1 }, execution_count: 3 })",
  mixed: "k.print('x'); k.display({ 'text/plain': 'd' }); k.print('y')",
  late: "setTimeout(() => k.print('late', 'stdout'), 50); k.print('in time, ')",
  sleep: "await k.sleep(150)",
  hostile: `
    const right = () => k.frames('stream', { name: 'stdout', text: 'forged' });
    const changed = right(); changed[6] = '{"name":"stdout","text":"changed"}'; k.raw(changed);
    k.raw(right().slice(0, 4)); k.raw(['x']); k.raw([]); k.raw(right().slice(1).reverse());
    const broken = right(); broken[3] = '{'; k.raw(broken);
    k.publish('stream', { name: 7, text: { a: 1 } }); k.publish('stream', {}); k.publish('display_data', { data: [], metadata: 5 });
    k.publish('error_of_mine', { x: 1 }); k.publish('status', { execution_state: 9 });
    k.publish('clear_output', {}); k.print('after');`,
  tags: "k.error('Error', 'expected')",
  after: "k.print('runs')",
} as const;
const names = Object.keys(CELLS) as (keyof typeof CELLS)[];

describe("outputs", () => {
  let result: ExecutionResult;
  const given = fakeNotebook(
    ...names.map((name) => (name === "tags" ? ([CELLS.tags, "raises-exception"] as const) : CELLS[name])),
  );
  const original = structuredClone(given);
  const cell = (name: keyof typeof CELLS): CodeCell => result.notebook.cells[names.indexOf(name)] as CodeCell;
  const outputs = (name: keyof typeof CELLS): Output[] => cell(name).outputs;
  const stream = (text: string, name: "stdout" | "stderr" = "stdout"): Output => ({
    output_type: "stream",
    name,
    text,
  });
  const display = (text: string): Output => ({
    output_type: "display_data",
    data: { "text/plain": text },
    metadata: {},
  });

  before(async () => {
    result = await run(given, { onEvent: (event) => events.push(event) });
  });

  test("the run is a success, and the notebook that was given is unchanged", () => {
    assert.equal(result.failure, undefined);
    assert.equal(result.status, "ok");
    assert.deepEqual(given, original);
  });

  test("neighbouring messages of a stream are one output", () => {
    assert.deepEqual(outputs("streams"), [stream("a\nb\n"), stream("oops\n", "stderr"), stream("c\n")]);
    assert.deepEqual(outputs("mixed"), [stream("x"), display("d"), stream("y")]);
  });

  test("20,000 lines of one cell all arrive, in order", () => {
    assert.deepEqual(outputs("lines"), [stream(Array.from({ length: LINES }, (_, line) => `${line}\n`).join(""))]);
  });

  test("progress leaves its last state", () => assert.deepEqual(outputs("progress"), [stream("100%\n")]));

  test("clear_output clears at once, or before the next output", () => {
    assert.deepEqual(outputs("clear"), [stream("stays")]);
    assert.deepEqual(outputs("clearWait"), [stream("by this")]);
    assert.deepEqual(outputs("clearWaitLast"), [stream("stays")]);
  });

  test("a named display is changed by later cells, wherever it is shown", () => {
    assert.deepEqual(outputs("display"), [display("same")]);
    assert.deepEqual(outputs("update"), [display("same")]);
    assert.deepEqual(outputs("updateUnknown"), []);
  });

  test("a result keeps its metadata and its count", () => {
    const expected = {
      output_type: "execute_result",
      data: { "text/plain": "2" },
      metadata: { m: 1 },
      execution_count: 3,
    };
    assert.deepEqual(outputs("result"), [expected]);
  });

  test("output that comes after its cell goes to its cell", () => {
    assert.deepEqual(outputs("late"), [stream("in time, late")]);
    assert.deepEqual(outputs("sleep"), []);
  });

  test("forged and broken messages are ignored, and counted", () => {
    assert.deepEqual(outputs("hostile"), [stream("after")]);
    assert.equal(result.warnings.length, 1);
    assert.match(
      result.warnings[0] ?? "",
      /^5 messages of the kernel were ignored; the first was a message with a wrong signature on iopub\.$/,
    );
  });

  test("a cell tagged raises-exception may fail, and the next one runs", () => {
    assert.equal(outputs("tags")[0]?.output_type, "error");
    assert.deepEqual(outputs("after"), [stream("runs")]);
    assert.equal(result.cells[names.indexOf("tags")]?.status, "expected-error");
  });

  test("counts and the times of each step are kept, as JupyterLab keeps them", () => {
    assert.deepEqual(
      result.notebook.cells.map((one) => (one as CodeCell).execution_count),
      names.map((_, index) => index + 1),
    );
    const times = cell("streams").metadata.execution as Record<string, string>;
    const steps = ["iopub.execute_input", "iopub.status.busy", "iopub.status.idle", "shell.execute_reply"];
    assert.deepEqual(Object.keys(times).sort(), steps);
    for (const time of Object.values(times)) assert.equal(new Date(time).toISOString(), time);
  });

  test("the kernel's language is kept", () => {
    assert.deepEqual(result.notebook.metadata.language_info, { name: "fake", version: "1" });
  });

  test("events tell the run from its start to its end", () => {
    assert.deepEqual(
      events.slice(0, 2).map((event) => event.type),
      ["kernel-start", "kernel-ready"],
    );
    const first = events.filter((event) => "cell" in event && event.cell === 0);
    assert.deepEqual(
      first.map((event) => event.type),
      ["cell-start", "text", "text", "text", "text", "cell-end"],
    );
    const start = first[0];
    assert.deepEqual(start?.type === "cell-start" && [start.position, start.total], [1, names.length]);
  });
});

describe("limits and options", () => {
  test("output beyond the limits is cut, and a note says how much", async () => {
    const notebook = fakeNotebook(
      "k.print('x'.repeat(700)); k.print('y'.repeat(700)); k.print('z'); k.display({ 'text/plain': 'no room' })",
      "for (let i = 0; i < 9; i++) k.display({ 'text/plain': String(i) }); k.error('Error', 'still said')",
    );
    const result = await run(notebook, { maxOutputBytes: 1000, maxOutputs: 5, allowErrors: true, timings: false });
    const [bytes, count] = result.notebook.cells as CodeCell[];
    assert.equal(bytes?.outputs.length, 2);
    assert.equal(bytes?.outputs[0]?.text, "x".repeat(700) + "y".repeat(300));
    assert.match(
      String(bytes?.outputs[1]?.text),
      /^\[caderno\] \d+ bytes of output in 3 messages were cut: a cell may leave 1 kB in 5 outputs\.\n$/,
    );
    assert.deepEqual(
      count?.outputs.map((output) => output.output_type),
      [...Array(5).fill("display_data"), "error", "stream"],
    );
    assert.equal(bytes?.metadata.execution, undefined);
  });

  test("a single message of 30 MB is cut at the default limit of 20 MB", async () => {
    const result = await run(fakeNotebook("k.print('x'.repeat(30e6)); k.display({ 'text/plain': 'y'.repeat(25e6) })"));
    const outputs = (result.notebook.cells[0] as CodeCell).outputs;
    assert.equal(outputs.length, 2);
    assert.equal(String(outputs[0]?.text).length, 20e6);
    assert.match(String(outputs[1]?.text), /35 MB of output in 2 messages were cut/);
  });

  test("widgets' states are kept, and an output widget swallows what it is told to", async () => {
    const open = (id: string, state: object): string =>
      `k.publish('comm_open', { comm_id: '${id}', target_name: 'jupyter.widget', data: { state: ${JSON.stringify(state)} } });`;
    const notebook = fakeNotebook(
      `${open("slider", { _model_name: "IntSliderModel", _model_module: "m", _model_module_version: "2.0.0", value: 1 })}
       k.publish('comm_msg', { comm_id: 'slider', data: { method: 'update', state: { value: 5 }, buffer_paths: [['a', 0]] } }, k.request, [Buffer.from('hi')]);
       k.publish('comm_msg', { comm_id: 'unknown', data: { state: { value: 5 } } });
       k.publish('comm_open', { comm_id: 'other', target_name: 'not.a.widget', data: { state: {} } });`,
      `${open("out", { _model_name: "OutputModel", msg_id: "", outputs: [] })}
       const capture = (msg_id) => k.publish('comm_msg', { comm_id: 'out', data: { method: 'update', state: { msg_id } } });
       k.print('before '); capture(k.request.header.msg_id); k.print('swallowed'); capture(''); k.print('after');`,
    );
    const { notebook: executed } = await run(notebook);
    type States = Record<string, { model_name: string; state: Record<string, unknown>; buffers?: object[] }>;
    const widgets = executed.metadata.widgets as Record<string, { state: States }>;
    const { state } = widgets["application/vnd.jupyter.widget-state+json"] ?? { state: {} };
    assert.deepEqual(Object.keys(state), ["slider", "out"]);
    assert.equal(state.slider?.model_name, "IntSliderModel");
    assert.equal(state.slider?.state.value, 5);
    assert.deepEqual(state.slider?.buffers, [{ encoding: "base64", path: ["a", 0], data: "aGk=" }]);
    const swallowed = [{ output_type: "stream", name: "stdout", text: "swallowed" }];
    assert.deepEqual(state.out?.state.outputs, swallowed);
    const kept = [{ output_type: "stream", name: "stdout", text: "before after" }];
    assert.deepEqual((executed.cells[1] as CodeCell).outputs, kept);
  });

  test("cells before fromCell run for what they define, and keep what they had", async () => {
    const notebook = fakeNotebook("globalThis.x = 40; k.print('again')", "k.print(String(x + 2))", "k.print('end')");
    const first = notebook.cells[0] as CodeCell;
    first.outputs = [{ output_type: "stream", name: "stdout", text: "from before" }];
    first.execution_count = 7;
    const result = await run(notebook, { fromCell: 1 });
    assert.deepEqual(result.notebook.cells[0], first);
    assert.deepEqual((result.notebook.cells[1] as CodeCell).outputs, [
      { output_type: "stream", name: "stdout", text: "42" },
    ]);
  });

  test("cells tagged skip-execution and empty cells are left as they are; with nothing to run, no kernel starts", async () => {
    const notebook = fakeNotebook(["throw new Error('runs')", "skip-execution"], "  \n");
    const skipped = notebook.cells[0] as CodeCell;
    skipped.outputs = [{ output_type: "stream", name: "stdout", text: "old" }];
    const seen: string[] = [];
    const result = await run(notebook, { onEvent: (event) => seen.push(event.type) });
    assert.deepEqual(result.notebook, notebook);
    assert.deepEqual(
      result.cells.map((cell) => cell.status),
      ["skipped", "skipped"],
    );
    assert.deepEqual(seen, []);
  });

  test("a notebook that names no kernel, or an unknown one, is an error before anything runs", async () => {
    const notebook = fakeNotebook("1");
    await assert.rejects(run({ ...notebook, metadata: {} }, { path: "a.ipynb" }), {
      code: "kernel-missing",
      notebook: "a.ipynb",
    });
    await assert.rejects(run(notebook, { kernel: "fakes" }), {
      code: "kernel-unknown",
      message: /Did you mean `fake`\?/,
    });
  });
});
