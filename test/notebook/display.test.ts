import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { afterEach, beforeEach, test } from "node:test";
import { inspect } from "node:util";
import { JUPYTER_DISPLAY, type MimeBundle } from "../../src/core/display";
import { type ChannelDisplayOptions, type KernelChannel, setKernelChannel } from "../../src/core/kernel-channel";
import { clearOutput, display, displayHtml, displayMarkdown, newDisplay } from "../../src/notebook/display";
import { barChart } from "../../src/plots/bar-chart";

type Sent = { bundle: MimeBundle; options: ChannelDisplayOptions | undefined } | { clear: boolean };

let sent: Sent[] = [];
let printed = "";
const write = process.stdout.write;

/** Runs `body` with standard output caught. The test runner writes there too, so only for as long as needed. */
async function caught(body: () => unknown): Promise<string> {
  printed = "";
  process.stdout.write = ((text: string) => {
    printed += text;
    return true;
  }) as typeof process.stdout.write;
  try {
    await body();
  } finally {
    process.stdout.write = write;
  }
  return printed;
}

function inNotebook(): void {
  const channel: KernelChannel = {
    kernel: "test",
    display: (bundle, options) => sent.push({ bundle, options }),
    clearOutput: (wait) => sent.push({ clear: wait }),
  };
  setKernelChannel(channel);
}

function texts(): unknown[] {
  return sent.map((each) => ("bundle" in each ? each.bundle["text/plain"] : each));
}

function late(text: string, milliseconds: number): { [JUPYTER_DISPLAY](): Promise<MimeBundle> } {
  return {
    async [JUPYTER_DISPLAY]() {
      await new Promise((resolve) => setTimeout(resolve, milliseconds));
      return { "text/plain": text };
    },
  };
}

beforeEach(() => {
  sent = [];
});

afterEach(() => {
  setKernelChannel(undefined as never);
  delete (globalThis as { __tslab__?: unknown }).__tslab__;
});

test("a script prints the text of a figure, and of anything else what console.log would", async () => {
  const figure = barChart({ a: 1, b: 2 }, { title: "Two bars" });
  assert.equal(await caught(() => display(figure)), `${figure.toText()}\n`);
  assert.equal(await caught(() => display("text")), "text\n");
  assert.equal(await caught(() => display({ a: [1, 2] })), "{ a: [ 1, 2 ] }\n");
  assert.equal(await caught(() => display(undefined)), "undefined\n");
  assert.equal(await caught(() => display(Object.create(null))), "[Object: null prototype] {}\n");
});

test("a notebook gets the whole bundle at once, and undefined is returned", () => {
  inNotebook();
  const result = display(barChart({ a: 1 }, { title: "One bar" }), { displayId: "mine" });
  assert.equal(result, undefined);
  const [first] = sent;
  assert.ok(first !== undefined && "bundle" in first);
  assert.deepEqual(Object.keys(first.bundle), ["application/vnd.plotly.v1+json", "image/svg+xml", "text/plain"]);
  assert.deepEqual(first.options, { displayId: "mine" });
});

test("calls show in their order, awaited or not, also when one of them fails", async () => {
  inNotebook();
  const failing = { [JUPYTER_DISPLAY]: () => Promise.reject(new Error("broken picture")) };
  const slow = display(late("slow", 20));
  const failed = display(failing);
  const quick = display("quick");
  const cleared = clearOutput({ wait: true });
  assert.deepEqual(texts(), []);
  assert.equal(inspect(quick), "(being shown; `await` it to wait for that)");
  await assert.rejects(async () => failed, /broken picture/);
  await Promise.all([slow, quick, cleared]);
  assert.deepEqual(texts(), ["slow", "quick", { clear: true }]);
  await new Promise((resolve) => setImmediate(resolve));
  assert.equal(display("at once again"), undefined);
  assert.equal(texts().at(-1), "at once again");
});

test("a failure that nobody awaits ends a script with an error", () => {
  const script = `
    const { display } = require("./src/notebook/display");
    display({ [Symbol.for("Jupyter.display")]: () => Promise.reject(new Error("broken picture")) });
    display("after");
  `;
  const run = spawnSync(process.execPath, ["--import", "tsx", "-e", script], { encoding: "utf8" });
  assert.equal(run.status, 1);
  assert.match(run.stderr, /broken picture/);
});

test("a bundle without a text gets one, and what is no bundle is an error", async () => {
  inNotebook();
  await display({ [JUPYTER_DISPLAY]: () => ({ "text/html": "<b>x</b>" }) });
  assert.match(String(texts()[0]), /Jupyter\.display/);
  assert.throws(() => display({ [JUPYTER_DISPLAY]: () => "text" as never }), /must give an object of media types/);
});

test("HTML and Markdown keep a text for terminals", async () => {
  inNotebook();
  void displayHtml(
    "<style>p {}</style><p>a &lt; <b>b</b></p><table><tr><td>1</td><td>2</td></tr></table><script>x()</script>",
  );
  await displayMarkdown("**bold** $x^2$");
  assert.deepEqual(
    sent.map((each) => ("bundle" in each ? each.bundle : {})).map((bundle) => bundle["text/plain"]),
    ["a < b\n1  2", "**bold** $x^2$"],
  );
  assert.throws(() => displayHtml(5 as never), /displayHtml: `html` must be a string, but got 5/);
  assert.throws(() => displayMarkdown(undefined as never), TypeError);
});

test("a display is made once and then updated", async () => {
  inNotebook();
  const handle = newDisplay();
  const other = newDisplay();
  assert.notEqual(handle.displayId, other.displayId);
  await handle.update("step 1");
  await handle.update("step 2");
  assert.deepEqual(
    sent.map((each) => ("options" in each ? each.options : {})),
    [
      { displayId: handle.displayId, update: false },
      { displayId: handle.displayId, update: true },
    ],
  );
  assert.throws(() => display("x", { update: true }), /`displayId` must be given when `update` is true/);
});

test("a script prints each update that differs, and cannot clear", async () => {
  const handle = newDisplay();
  const output = await caught(() => {
    void handle.update("10%");
    void handle.update("10%");
    void handle.update("20%");
    void clearOutput();
  });
  assert.equal(output, "10%\n20%\n");
});

test("tslab without repairs gets the richest type that needs no extension, and its own updates", () => {
  const raw: unknown[] = [];
  let made = 0;
  const tslab = {
    display: { raw: (type: string, content: unknown) => raw.push([type, content]) },
    newDisplay: () => {
      made += 1;
      const id = made;
      return { raw: (type: string, content: unknown) => raw.push([id, type, content]) };
    },
  };
  (globalThis as { __tslab__?: unknown }).__tslab__ = {
    require: (name: string) => (name === "tslab" ? tslab : undefined),
  };
  const figure = barChart({ a: 1 }, { title: "One bar" });
  void display(figure);
  void display(5);
  const handle = newDisplay();
  void handle.update("one");
  void handle.update("two");
  assert.deepEqual(raw, [
    ["image/svg+xml", figure.toSvg()],
    ["text/plain", "5"],
    [1, "text/plain", "one"],
    [1, "text/plain", "two"],
  ]);
});
