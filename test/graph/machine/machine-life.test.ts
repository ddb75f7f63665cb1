import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { describe, test } from "node:test";
import { setTimeout as sleep } from "node:timers/promises";
import { Machine } from "../../../src/graph/machine/machine";
import { MachineError } from "../../../src/graph/machine/machine-error";
import { loadRuntime } from "../../../src/graph/machine/runtime";
import { selfTest } from "../../../src/graph/machine/self-test";
import { WorkerHost } from "../../../src/graph/machine/worker-host";
import { int64, LENGTH, slowProgram, square, stepByHand, stepProgram } from "./programs";

const P = [1, 2, 3, 4, 5, 6];

async function stepping(): Promise<Machine> {
  const machine = await Machine.create({ threads: 1 });
  await machine.load(slowProgram());
  await machine.load(stepProgram("step"));
  await machine.setState("p", { dims: [LENGTH], data: Float32Array.from(P) });
  await machine.setState("m", { dims: [LENGTH], data: new Float32Array(LENGTH) });
  return machine;
}

async function valuesOf(machine: Machine): Promise<number[]> {
  return [...((await machine.readState(["p"])).get("p")?.data ?? [])];
}

describe("interrupting", () => {
  test("a run that has not begun is dropped; one that has begun is finished, and then rejects", async () => {
    const machine = await stepping();
    const begun = new AbortController();
    const queued = new AbortController();
    const first = machine.run("step", { ids: int64(0) }, { signal: begun.signal });
    const slow = machine.run("slow", { y0: square(600) });
    const dropped = machine.run("step", { ids: int64(1) }, { signal: queued.signal });
    const last = machine.run("step", { ids: int64(2) });
    begun.abort();
    queued.abort();
    await assert.rejects(dropped, { code: "aborted", state: "unchanged", program: "step" });
    await assert.rejects(first, { code: "aborted", state: "updated" });
    assert.ok(Math.abs(Number((await slow).sum?.data[0]) - 600) < 0.1);
    await last;
    const one = stepByHand(P, new Array(LENGTH).fill(0), [0]);
    const two = stepByHand(one.p, one.m, [2]);
    (await valuesOf(machine)).forEach((value, index) => {
      assert.ok(Math.abs(value - (two.p[index] ?? 0)) < 1e-5);
    });
    await assert.rejects(machine.run("step", { ids: int64(1) }, { signal: AbortSignal.abort() }), { code: "aborted" });
    await machine.close();
  });

  test("the calling thread goes on while a program runs", async () => {
    const machine = await stepping();
    let turns = 0;
    const timer = setInterval(() => {
      turns += 1;
    }, 5);
    await machine.run("slow", { y0: square(1200) });
    clearInterval(timer);
    await machine.close();
    assert.ok(turns > 1, `the event loop turned ${turns} times`);
  });
});

describe("closing", () => {
  test("calls that were made before are answered; calls after are refused", async () => {
    const machine = await stepping();
    const run = machine.run("step", { ids: int64(0) });
    const closing = machine.close();
    await run;
    await closing;
    await machine.close();
    await assert.rejects(machine.run("step", { ids: int64(0) }), { code: "closed" });
  });

  test("by force it rejects everything that is under way, at once", async () => {
    const machine = await stepping();
    const runs = [machine.run("slow", { y0: square(1500) }), machine.run("step", { ids: int64(0) })];
    const outcomes = Promise.allSettled(runs);
    await sleep(30);
    const closing = machine.close({ force: true });
    for (const outcome of await outcomes) {
      assert.ok(outcome.status === "rejected" && outcome.reason instanceof MachineError);
      assert.deepEqual([outcome.reason.code, outcome.reason.state], ["closed", "lost"]);
    }
    await closing;
  });

  test("by force in the calling thread, where a run cannot be left, it still rejects and frees everything", async () => {
    const machine = await Machine.create({ threads: 1, where: "main" });
    await machine.load(slowProgram());
    const run = assert.rejects(machine.run("slow", { y0: square(50) }), { code: "closed" });
    await machine.close({ force: true });
    await run;
    await assert.rejects(machine.readState([]), { code: "closed" });
  });

  test("a thread that dies rejects the call that is under way and all later ones", async () => {
    const host = new WorkerHost();
    await host.call("open", [{ threads: 1, copyFree: "off" }], []);
    const call = host.call("load", [slowProgram()], []);
    const ending = host.end();
    await assert.rejects(call, { code: "worker-died", state: "lost", hint: /checkpoint/ });
    await ending;
    await assert.rejects(host.call("readState", [[]], []), { code: "worker-died" });
  });

  test("many machines, one after the other and side by side", async () => {
    for (let round = 0; round < 2; round++) {
      const machines = await Promise.all([stepping(), stepping(), stepping()]);
      await Promise.all(machines.map((machine) => machine.run("step", { ids: int64(round) })));
      await Promise.all(machines.map((machine) => machine.close()));
    }
  });
});

describe("memory", () => {
  for (const copyFree of ["auto", "off"] as const) {
    test(`stays flat over 1,000 runs of random shapes, copyFree ${copyFree}`, async () => {
      const machine = await Machine.create({ threads: 1, copyFree });
      await machine.load(stepProgram("step"));
      await machine.setState("p", { dims: [LENGTH], data: Float32Array.from(P) });
      await machine.setState("m", { dims: [LENGTH], data: new Float32Array(LENGTH) });
      const runs = async (count: number): Promise<void> => {
        for (let run = 0; run < count; run++) {
          const length = 1 + ((run * 7919) % 4000);
          const data = new BigInt64Array(length).fill(BigInt(run % LENGTH));
          await machine.run("step", { ids: { type: "int64", dims: [length], data } }, { transfer: true });
        }
      };
      await runs(300);
      const before = (await machine.memory()).rss;
      await runs(1000);
      const grown = (await machine.memory()).rss - before;
      await machine.close();
      // 1,000 runs take in and give out 48 MB; a leak of either shows.
      assert.ok(grown < 24e6, `resident memory grew by ${(grown / 1e6).toFixed(1)} MB`);
    });
  }
});

describe("the process", () => {
  const run = (what: string): { status: number | null; stdout: string; stderr: string } => {
    const program = join(__dirname, "machine-process.ts");
    const { status, stdout, stderr } = spawnSync(process.execPath, ["--import", "tsx", program, what], {
      encoding: "utf8",
      timeout: 60_000,
    });
    return { status, stdout, stderr };
  };

  test("ends by itself while a machine is idle", () => {
    assert.deepEqual(run("idle"), { status: 0, stdout: "norm\n", stderr: "" });
  });

  test("ends cleanly while a program runs", () => {
    assert.deepEqual(run("exit"), { status: 7, stdout: "", stderr: "" });
  });

  test("waits for a run that it has asked for", () => {
    assert.deepEqual(run("waiting"), { status: 0, stdout: "ran\n", stderr: "" });
  });

  test("shows nothing of what the runtime has to say", () => {
    assert.deepEqual(run("failing"), { status: 0, stdout: "run-failed\nprogram-invalid\nout-of-memory\n", stderr: "" });
  });

  test("frees a machine that nobody holds", () => {
    assert.deepEqual(run("forgotten"), { status: 0, stdout: "freed\n", stderr: "" });
  });
});

describe("another runtime", () => {
  test("a platform without a binary is told what to use", async () => {
    const error = new Error("Cannot find module '../bin/napi-v6/darwin/x64/onnxruntime_binding.node'\nRequire stack:");
    await assert.rejects(
      loadRuntime(() => Promise.reject(error)),
      { code: "runtime-missing", message: /cannot be loaded on .*onnxruntime_binding\.node'$/, hint: /"tensorflow"/ },
    );
  });

  test("of another version, or with another binding, copies its results and says why", async () => {
    const runtime = await loadRuntime();
    const other = await selfTest(runtime, "1.31.0");
    assert.equal(other.copyFree, "off");
    assert.match(other.copyFreeReason, /onnxruntime-node is 1\.30\.0; .* only from 1\.31\.0/);
    const pretending = (run: (...given: unknown[]) => Promise<unknown>): typeof runtime => {
      const create = async (): Promise<unknown> => ({ run, release: async () => {} });
      return { ...runtime, env: runtime.env, Tensor: runtime.Tensor, InferenceSession: { create } } as never;
    };
    const quiet = await selfTest(pretending(async () => ({})));
    assert.match(quiet.copyFreeReason, /did not stop where it should: no error/);
    const stopped = new Error("Non tensor type is temporarily not supported.");
    const empty = await selfTest(
      pretending((_feeds, fetches) => (Array.isArray(fetches) ? Promise.resolve({}) : Promise.reject(stopped))),
    );
    assert.match(empty.copyFreeReason, /differ/);
    const broken = await selfTest(pretending(() => Promise.reject(new Error("no such thing"))));
    assert.equal(broken.copyFreeReason, "The self-test failed: no such thing");
  });
});
