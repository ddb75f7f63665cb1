// The oracle is nbclient, the program that executes notebooks for Jupyter: what it makes of a notebook, ours must make too,
// on the same kernel; and it must find in the repaired tslab what it finds in ipykernel.
import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { withJupyterPath, writeKernelspecs } from "../../src/cli/lab-kernels";
import { runProgram } from "../../src/cli/lab-program";
import { projectKernelspecs } from "../../src/kernel/kernelspecs";
import { executeNotebook } from "../../src/notebook/execute/execute-notebook";
import type { ExecutionResult } from "../../src/notebook/execute/execution";
import type { Cell, Notebook, Output } from "../../src/notebook/format/types";
import { root, skipWithout, venvProgram } from "./interop-support";

const skip = skipWithout("python", "jupyter-execute");

/** A cell of a test notebook: its source, or source and tags. */
type Source = string | { source: string; tags: string[] } | { markdown: string };

interface OracleRun {
  cells: { source: string; execution_count?: number | null; outputs?: Output[] }[];
  error: { ename: string; evalue: string } | null;
}

function notebookOf(kernel: string, sources: readonly Source[]): Notebook {
  const cells = sources.map((item, index): Cell => {
    const id = `cell-${index}`;
    if (typeof item !== "string" && "markdown" in item) {
      return { cell_type: "markdown", id, metadata: {}, source: item.markdown };
    }
    const { source, tags } = typeof item === "string" ? { source: item, tags: [] } : item;
    return { cell_type: "code", id, metadata: { tags }, source, outputs: [], execution_count: null };
  });
  const language = kernel === "tslab" ? "typescript" : "python";
  return {
    nbformat: 4,
    nbformat_minor: 5,
    metadata: { kernelspec: { name: kernel, display_name: kernel, language } },
    cells,
  };
}

const SEMANTICS = notebookOf("python3", [
  { markdown: "# Prose stays as it is" },
  "print('one'); print('two')",
  "import sys\nprint('a', flush=True); print('b', file=sys.stderr, flush=True); print('c'); print('d')",
  "1 + 1",
  "print('before')\n3 * 3",
  "",
  { source: "raise SystemError('never run')", tags: ["skip-execution"] },
  { source: "print('said'); 1 / 0", tags: ["raises-exception"] },
  "print('runs after an expected error')",
  "from IPython.display import HTML, clear_output, display\ndisplay(HTML('<b>bold</b>'), metadata={'isolated': True})",
  "print('gone'); clear_output(); print('stays')",
  "print('replaced'); clear_output(wait=True); print('by this')",
  "print('stays, since nothing follows'); clear_output(wait=True)",
  "print('a cell of its own')",
  "for step in range(50):\n    clear_output(wait=True); print('step', step)",
  "handle = display('first', display_id='one'); print('between'); handle.update('second')",
  "handle.update('third, from a later cell')",
  "display('same id again', display_id='one')",
  "handle.update('fourth, everywhere')",
  "display({'text/plain': 'raw', 'application/json': {'list': [1, 2]}}, raw=True)",
  "display({'text/plain': 'no data for other types'}, raw=True, metadata={'text/plain': {'width': 3}})",
  "print('x' * 300_000)",
  "for i in range(2000): print(i)",
  "%%bash\necho from a shell",
  "print('no newline', end='')",
  "display('one'); print('text'); display('two'); print('more')",
  "def f(n):\n    return g(n)\ndef g(n):\n    raise ValueError(f'bad {n}')\nf(3)",
  "print('after an error that allow_errors lets pass')",
  "this is no Python",
  "raise KeyError('ação', 'ünïcode')",
  "import warnings\nwarnings.warn('careful'); _ = 5",
  "_ , In[1]",
]);

/** What nbclient does on request (coalesce_streams) is what ours does always: the last state of a line stands. */
const TERMINAL = notebookOf("python3", [
  "import sys\nfor step in range(0, 101, 10):\n    sys.stdout.write(f'\\r{step:3d}%')\n    sys.stdout.flush()\nprint()",
  "print('kept'); print('10%\\r20%', end=''); print('\\r30%'); print('after')",
]);

const LINES = 20_000;
const TYPESCRIPT = notebookOf("tslab", [
  `for (let i = 0; i < ${LINES}; i++) console.log("line " + i);`,
  { source: "throw new RangeError('expected here');", tags: ["raises-exception"] },
  "console.log('runs after an expected error')",
  "const n: number = 6;\nn * 7",
  "console.error('to stderr'); console.log('to stdout')",
  "import { displayHtml, newDisplay, clearOutput } from 'caderno';\ndisplayHtml('<b>bold</b>');",
  "const live = newDisplay();\nlive.update('first'); live.update('second');",
  "live.update('third, from a later cell');",
  "console.log('gone'); clearOutput(); console.log('stays');",
  "console.log('replaced'); clearOutput({ wait: true }); console.log('by this');",
  { source: "const wrong: number = 'text';", tags: ["raises-exception"] },
  "const answer = await (async () => 42)();\nanswer",
]);

const FAILING = notebookOf("tslab", [
  "const before = 1;",
  "function parse(text: string): number {\n  throw new TypeError('cannot parse ' + text);\n}\nparse('x');",
  "console.log('never');",
]);

describe("nbclient as the oracle", { skip, concurrency: false }, () => {
  const folder = join(root, "build", "interop");
  let scratch = "";
  let semantics: OracleRun;
  let terminal: OracleRun;
  let typescript: OracleRun;
  let failing: OracleRun;

  before(async () => {
    mkdirSync(folder, { recursive: true });
    scratch = mkdtempSync(join(folder, "nbclient-"));
    const jobs: [string, Notebook, object][] = [
      ["semantics", SEMANTICS, { allow_errors: true }],
      ["terminal", TERMINAL, { coalesce_streams: true }],
      ["typescript", TYPESCRIPT, {}],
      ["failing", FAILING, {}],
    ];
    const list = jobs.map(([name, notebook, options]) => {
      const path = join(scratch, `${name}.ipynb`);
      writeFileSync(path, JSON.stringify(notebook));
      return { notebook: path, options };
    });
    writeFileSync(join(scratch, "jobs.json"), JSON.stringify(list));
    await writeKernelspecs(join(scratch, "jupyter"), projectKernelspecs(root));
    const oracle = await runProgram(
      venvProgram("python"),
      [join(__dirname, "nbclient_oracle.py"), join(scratch, "jobs.json"), join(scratch, "runs.json")],
      { env: withJupyterPath(process.env, join(scratch, "jupyter")), timeoutMs: 120_000 },
    );
    assert.equal(oracle.state, "ok", oracle.stderr);
    const runs = JSON.parse(readFileSync(join(scratch, "runs.json"), "utf8"));
    [semantics, terminal, typescript, failing] = runs as [OracleRun, OracleRun, OracleRun, OracleRun];
  });
  after(() => rmSync(scratch, { recursive: true, force: true }));

  const ours = (notebook: Notebook, allowErrors = false): Promise<ExecutionResult> =>
    executeNotebook(notebook, { cwd: scratch, kernelspecs: projectKernelspecs(root), allowErrors });

  test("a notebook in Python comes out of our runner as out of nbclient, cell by cell", async () => {
    const result = await ours(SEMANTICS, true);
    compare(result, semantics);
  });

  test("progress that writes over itself leaves what nbclient's coalesce_streams leaves", async () => {
    compare(await ours(TERMINAL), terminal);
  });

  test("a notebook on the repaired tslab comes out of our runner as out of nbclient", async () => {
    const result = await ours(TYPESCRIPT);
    assert.equal(result.failure, undefined, result.failure?.message);
    compare(result, typescript);
  });

  test("nbclient loses nothing that the repaired tslab printed", () => {
    assert.equal(typescript.error, null);
    const printed = textOf(typescript.cells[0]?.outputs);
    assert.equal(printed, Array.from({ length: LINES }, (_, line) => `line ${line}\n`).join(""));
  });

  test("nbclient sees the repaired tslab's errors by name, and goes on after an expected one", () => {
    const [, expected, next] = typescript.cells;
    const error = expected?.outputs?.find((output) => output.output_type === "error");
    assert.deepEqual([error?.ename, error?.evalue], ["RangeError", "expected here"]);
    assert.equal(textOf(next?.outputs), "runs after an expected error\n");
    assert.deepEqual(failing.error, { ename: "TypeError", evalue: "cannot parse x" });
    assert.deepEqual(failing.cells[2]?.outputs, []);
  });

  test("our runner ends at the same cell with the same error as nbclient", async () => {
    const result = await ours(FAILING);
    assert.deepEqual({ ename: result.failure?.name, evalue: result.failure?.message }, failing.error);
    compare(result, failing);
  });
});

/** Every cell's outputs and count. nbclient keeps each message of a stream; ours joins neighbours, as JupyterLab does. */
function compare(result: ExecutionResult, oracle: OracleRun): void {
  for (const [index, cell] of result.notebook.cells.entries()) {
    if (cell.cell_type !== "code") continue;
    const theirs = oracle.cells[index];
    const place = `cell ${index}: ${cell.source.slice(0, 60)}`;
    assert.deepEqual(cell.outputs.map(plain), joined(theirs?.outputs ?? []).map(plain), place);
    assert.equal(cell.execution_count, theirs?.execution_count ?? null, `execution_count of ${place}`);
  }
}

function joined(outputs: readonly Output[]): Output[] {
  const all: Output[] = [];
  for (const output of outputs) {
    const last = all.at(-1);
    if (output.output_type === "stream" && last?.output_type === "stream" && last.name === output.name) {
      all[all.length - 1] = { ...last, text: last.text + output.text };
    } else {
      all.push(output);
    }
  }
  return all;
}

/** Without what differs between any two runs: the number of the process in ipykernel's file names. */
function plain(output: Output): unknown {
  return JSON.parse(JSON.stringify(output).replace(/ipykernel_\d+\/\d+\.py/g, "ipykernel/cell.py"));
}

function textOf(outputs: readonly Output[] | undefined): string {
  return (outputs ?? []).map((output) => (output.output_type === "stream" ? output.text : "")).join("");
}
