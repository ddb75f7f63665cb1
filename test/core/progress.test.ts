import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { PassThrough } from "node:stream";
import { test } from "node:test";
import { Progress, type ProgressStream } from "../../src/core/progress";

class Recorder implements ProgressStream {
  text = "";
  isTTY: boolean;
  columns: number;

  constructor(isTTY: boolean, columns = 120) {
    this.isTTY = isTTY;
    this.columns = columns;
  }

  write(text: string): boolean {
    this.text += text;
    return true;
  }
}

function clocked(): { now: () => number; at: (milliseconds: number) => void } {
  let time = 5_000;
  return {
    now: () => time,
    at: (milliseconds) => {
      time = 5_000 + milliseconds;
    },
  };
}

test("says count, percent, rate, elapsed and left", () => {
  const { now, at } = clocked();
  const progress = new Progress({
    label: "Reading essays.csv",
    total: 1500,
    unit: "rows",
    stream: new Recorder(true),
    now,
  });
  at(3_000);
  progress.to(900);
  assert.equal(progress.line(), "Reading essays.csv  60%  900/1,500 rows  300 rows/s  0:03 elapsed, 0:02 left");
});

test("without a total there is no percentage and no time left", () => {
  const { now, at } = clocked();
  const progress = new Progress({ label: "Tokens", stream: new Recorder(true), now });
  at(4_000);
  progress.to(10);
  assert.equal(progress.line(), "Tokens  10  2.5/s  0:04 elapsed");
});

test("a terminal gets nothing in the first second, then one line that is rewritten at most ten times a second", () => {
  const { now, at } = clocked();
  const stream = new Recorder(true);
  const progress = new Progress({ label: "Work", total: 4000, stream, now });
  for (let millisecond = 0; millisecond < 1_000; millisecond++) {
    at(millisecond);
    progress.advance();
  }
  assert.equal(stream.text, "");
  for (let millisecond = 1_000; millisecond < 2_000; millisecond++) {
    at(millisecond);
    progress.advance();
  }
  const writes = stream.text.split("\r").length - 1;
  assert.equal(writes, 10);
  assert.ok(!stream.text.includes("\n"));
  progress.finish();
  assert.ok(stream.text.endsWith("\n"));
  assert.match(stream.text, /2,000\/4,000/);
});

test("a line never reaches the last column of the terminal", () => {
  const { now, at } = clocked();
  const stream = new Recorder(true, 40);
  const progress = new Progress({
    label: "A label that is far too long for a narrow terminal",
    total: 10,
    stream,
    now,
  });
  at(1_500);
  progress.advance();
  const shown = stream.text.slice(1).replace("\u001b[K", "");
  assert.ok([...shown].length <= 39, shown);
});

test("a log gets a line every thirty seconds, and nothing of short work", () => {
  const { now, at } = clocked();
  const stream = new Recorder(false);
  const short = new Progress({ label: "Short", stream, now });
  at(20_000);
  short.advance();
  short.finish();
  assert.equal(stream.text, "");
  const long = new Progress({ label: "Long", total: 100, stream, now });
  for (let second = 20; second <= 85; second++) {
    at(second * 1000);
    long.advance();
  }
  long.finish();
  const lines = stream.text.trimEnd().split("\n");
  assert.equal(lines.length, 3);
  assert.ok(lines.every((line) => line.startsWith("Long  ") && !line.includes("\r")));
});

test("a closed stream, and one that throws, are no errors", () => {
  const { now, at } = clocked();
  const closed = new PassThrough();
  closed.destroy();
  const throwing: ProgressStream = {
    isTTY: true,
    write() {
      throw new Error("EPIPE");
    },
  };
  for (const stream of [closed, throwing]) {
    at(0);
    const progress = new Progress({ label: "Work", stream, now });
    at(40_000);
    progress.advance();
    progress.finish();
    progress.finish();
    progress.advance();
    assert.equal(progress.count, 1);
  }
});

test("a reader that closes the pipe does not end the process", async () => {
  const script = `
    const { Progress } = require("./src/core/progress");
    let time = 0;
    const progress = new Progress({ label: "Work", now: () => (time += 31000) });
    const step = (left) => {
      progress.advance();
      if (left > 0) setTimeout(step, 5, left - 1);
      else process.stdout.write("still here");
    };
    step(30);
  `;
  const child = spawn(process.execPath, ["--import", "tsx", "-e", script]);
  child.stderr.destroy();
  let printed = "";
  child.stdout.setEncoding("utf8").on("data", (text: string) => {
    printed += text;
  });
  const [code] = await once(child, "close");
  assert.equal(code, 0);
  assert.equal(printed, "still here");
});

test("a total that is no number is refused", () => {
  for (const total of [Number.NaN, -1, Number.POSITIVE_INFINITY]) {
    assert.throws(
      () => new Progress({ label: "Work", total }),
      /Progress: `total` must be a number of at least 0, but got/,
    );
  }
});

test("more than the total stays at 100%, an empty total is done", () => {
  const { now } = clocked();
  const over = new Progress({ label: "Over", total: 10, now });
  over.to(15);
  assert.match(over.line(), /^Over {2}100% {2}15\/10 /);
  assert.match(new Progress({ label: "None", total: 0, now }).line(), /^None {2}100% {2}0\/0 /);
});

test("in a notebook one display is updated, with a bar", () => {
  const shown: { html: unknown; id: string | undefined; update: boolean | undefined }[] = [];
  const holder = globalThis as { [key: symbol]: unknown };
  const key = Symbol.for("caderno.kernel");
  holder[key] = {
    kernel: "test",
    clearOutput() {},
    display(bundle: Record<string, unknown>, options: { displayId?: string; update?: boolean }) {
      shown.push({ html: bundle["text/html"], id: options.displayId, update: options.update });
    },
  };
  try {
    const { now, at } = clocked();
    const progress = new Progress({ label: "<map>", total: 4, now });
    at(500);
    progress.advance();
    assert.equal(shown.length, 0);
    at(1_100);
    progress.advance();
    at(1_200);
    progress.advance();
    at(2_000);
    progress.advance();
    progress.finish();
  } finally {
    delete holder[key];
  }
  assert.deepEqual(
    shown.map(({ update }) => update),
    [false, true, true],
  );
  assert.equal(new Set(shown.map(({ id }) => id)).size, 1);
  assert.match(String(shown[0]?.html), /<progress value="0.500" max="1"><\/progress> &lt;map&gt; {2}50%/);
});
