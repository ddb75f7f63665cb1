import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { Machine } from "../../../src/graph/machine/machine";
import { MachineError } from "../../../src/graph/machine/machine-error";
import type { TensorData } from "../../../src/graph/machine/program";
import { expandProgram, info, int64, LENGTH, model, node, stepByHand, stepProgram, turnProgram } from "./programs";

const P = [0.5, -1, 2, 0.25, -0.75, 1.5];
const M = [0.1, 0, -0.2, 0.3, 0, 0.05];

for (const where of ["worker", "main"] as const) {
  for (const copyFree of ["auto", "off"] as const) {
    describe(`a machine in the ${where}, copyFree ${copyFree}`, () => {
      let machine: Machine;

      before(async () => {
        machine = await Machine.create({ threads: 1, where, copyFree });
        await machine.load(stepProgram("step"));
        await machine.load(stepProgram("late", { late: true }));
        await machine.load(stepProgram("bare", { late: true, barrier: false }));
        await machine.load(turnProgram());
        await machine.load(expandProgram());
      });
      after(() => machine.close());

      const reset = async (): Promise<void> => {
        await machine.setState("p", { dims: [LENGTH], data: Float32Array.from(P) });
        await machine.setState("m", { dims: [LENGTH], data: Float32Array.from(M) });
      };
      const stateNow = async (): Promise<{ p: number[]; m: number[] }> => {
        const state = await machine.readState(["p", "m"]);
        return { p: [...(state.get("p")?.data ?? [])], m: [...(state.get("m")?.data ?? [])] };
      };
      const untouched = { p: [...Float32Array.from(P)], m: [...Float32Array.from(M)] };

      test("the pinned runtime passes the self-test", () => {
        assert.equal(machine.copyFree, copyFree === "auto" ? "on" : "off");
        assert.equal(machine.copyFreeReason, copyFree === "auto" ? "The self-test passed." : "It was switched off.");
      });

      test("steps replace the state, over changing shapes", async () => {
        await reset();
        let expected = { p: P, m: M, norm: 0 };
        for (const ids of [[0, 2], [5], [1, 1, 2, 3, 4], [0, 1, 2]]) {
          const before = expected.p;
          expected = stepByHand(expected.p, expected.m, ids);
          const result = await machine.run("step", { ids: int64(...ids) });
          assert.deepEqual(Object.keys(result).sort(), ["norm", "picked"]);
          assert.deepEqual(result.norm?.dims, []);
          near([Number(result.norm?.data[0])], [expected.norm]);
          assert.deepEqual(result.picked?.dims, [ids.length]);
          near(
            numbers(result.picked),
            ids.map((id) => before[id] ?? 0),
          );
        }
        const now = await stateNow();
        near(now.p, expected.p);
        near(now.m, expected.m);
      });

      test("only the outputs that are wanted come back, and the state is updated all the same", async () => {
        await reset();
        assert.deepEqual(await machine.run("step", { ids: int64(0) }, { fetch: [] }), {});
        near((await stateNow()).p, stepByHand(P, M, [0]).p);
        const result = await machine.run("late", { ids: int64(0), late: int64(1, 2, 3) }, { fetch: ["after"] });
        assert.deepEqual(Object.keys(result), ["after"]);
        assert.deepEqual(numbers(result.after), (await stateNow()).p.slice(1, 4));
        await assert.rejects(machine.run("step", { ids: int64(0) }, { fetch: ["nrom"] }), {
          code: "program-invalid",
          message: /no output `nrom`.*Did you mean `norm`/,
        });
      });

      test("dims that the caller names are taken, wrong ones fail before anything is written", async () => {
        await reset();
        const feeds = { ids: int64(0, 1) };
        const result = await machine.run("step", feeds, { shapes: { picked: [2] } });
        near(numbers(result.picked), [0.5, -1]);
        await reset();
        if (machine.copyFree === "off") return;
        const wrong = await caught(machine.run("step", feeds, { shapes: { picked: [3] } }));
        assert.deepEqual([wrong.code, wrong.state, wrong.node], ["run-failed", "unchanged", "picked"]);
        const huge = await caught(machine.run("step", feeds, { shapes: { picked: [2 ** 45] } }));
        assert.deepEqual([huge.code, huge.state], ["out-of-memory", "unchanged"]);
        assert.deepEqual(await stateNow(), untouched);
      });

      test("an update that may not be in place is written beside the state", async () => {
        await machine.setState("p", { dims: [LENGTH], data: Float32Array.of(1, 2, 3, 4, 5, 6) });
        const ids = int64(5, 4, 3, 2, 1, 0);
        const first = await machine.run("turn", { ids });
        assert.deepEqual(numbers(first.p2), [7, 7, 7, 7, 7, 7]);
        await machine.run("turn", { ids: int64(0, 0, 0, 0, 0, 0) });
        const last = await machine.run("turn", { ids });
        assert.deepEqual(numbers(last.p2), [28, 28, 28, 28, 28, 28]);
        assert.deepEqual(numbers(first.p2), [7, 7, 7, 7, 7, 7], "a result is not the state's memory");
        assert.deepEqual([...((await machine.readState(["p"])).get("p")?.data ?? [])], [28, 28, 28, 28, 28, 28]);
      });

      test("an index out of range fails the run, names the node, and leaves the state as it was", async () => {
        await reset();
        const error = await caught(machine.run("step", { ids: int64(0, 99) }));
        assert.equal(error.code, "run-failed");
        assert.equal(error.state, "unchanged");
        assert.equal(error.node, "picked");
        assert.match(error.message, /`step` failed at the node picked \(Gather\): .*idx=99/);
        assert.deepEqual(await stateNow(), untouched);
        await machine.run("step", { ids: int64(0, 5) });
        near((await stateNow()).p, stepByHand(P, M, [0, 5]).p);
      });

      test("a node that fails after the updates: the error says what has become of the state", async () => {
        await reset();
        const error = await caught(machine.run("late", { ids: int64(0), late: int64(99) }));
        assert.equal(error.code, "run-failed");
        assert.equal(error.state, machine.copyFree === "on" ? "lost" : "unchanged");
        if (error.state === "unchanged") {
          assert.deepEqual(await stateNow(), untouched);
          return;
        }
        await assert.rejects(machine.run("step", { ids: int64(0) }), { code: "state-lost", state: "lost" });
        await reset();
        await machine.run("step", { ids: int64(0) });
      });

      test("without a barrier, state that is updated in place counts as lost after any failure", async () => {
        await reset();
        const error = await caught(machine.run("bare", { ids: int64(99), late: int64(0) }));
        assert.equal(error.state, machine.copyFree === "on" ? "lost" : "unchanged");
        await reset();
      });

      test("more memory than there is, is an error of its own", async () => {
        const x: TensorData = { type: "float32", dims: [], data: Float32Array.of(1) };
        const error = await caught(machine.run("expand", { x, shape: int64(2 ** 22, 2 ** 22) }));
        assert.equal(error.code, "out-of-memory");
        assert.match(error.message, /`expand` ran out of memory/);
        assert.match(error.hint ?? "", /smaller batch/);
        assert.equal(numbers((await machine.run("expand", { x, shape: int64(3, 4) })).sum)[0], 12);
      });

      test("a feed is copied, or moved when that is asked for", async () => {
        await reset();
        const ids = int64(0, 1);
        await machine.run("step", { ids });
        assert.equal(ids.data.length, 2);
        await machine.run("step", { ids }, { transfer: true });
        assert.equal(ids.data.length, 0);
        const part = new BigInt64Array(10).subarray(3, 5);
        await machine.run("step", { ids: { type: "int64", dims: [2], data: part } }, { transfer: true });
        assert.equal(part.length, 2, "a view of larger memory is copied");
        const data = new Float32Array(LENGTH);
        await machine.setState("p", { dims: [LENGTH], data }, { transfer: true });
        assert.equal(data.length, 0);
      });

      test("what does not fit is named, and nothing has run", async () => {
        await reset();
        const wrong = async (feeds: Record<string, TensorData>, message: RegExp): Promise<void> => {
          const error = await caught(machine.run("step", feeds));
          assert.equal(error.code, "feed-mismatch");
          assert.match(error.message, message);
        };
        await wrong({}, /`ids` must be int64 \[n\], but got nothing/);
        await wrong(
          { ids: { type: "float32", dims: [2], data: new Float32Array(2) } },
          /int64 \[n\], but got float32 \[2\]/,
        );
        await wrong(
          { ids: { type: "int64", dims: [1, 2], data: new BigInt64Array(2) } },
          /int64 \[n\], but got int64 \[1, 2\]/,
        );
        await wrong(
          { ids: { type: "int64", dims: [3], data: new BigInt64Array(2) } },
          /3 elements, but got 2 elements/,
        );
        await wrong({ ids: { type: "int64", dims: [-1], data: new BigInt64Array(1) } }, /whole numbers/);
        await wrong({ ids: int64(0), idz: int64(0) }, /no input `idz`.*Did you mean `ids`/);
        await wrong(
          { ids: int64(0), p: { type: "float32", dims: [1], data: new Float32Array(1) } },
          /fed from the state `p`/,
        );
        const mixed = { type: "int64", dims: [2], data: new Float32Array(2) } as unknown as TensorData;
        await wrong({ ids: mixed }, /BigInt64Array/);
        await machine.setState("p", { dims: [2, 3], data: new Float32Array(6) });
        await wrong({ ids: int64(0) }, /`p` must be float32 \[6\], but got float32 \[2, 3\]/);
        assert.deepEqual((await stateNow()).m, untouched.m);
      });

      test("programs and states that are not there", async () => {
        await assert.rejects(machine.run("stpe", {}), { code: "program-missing", message: /Did you mean `step`/ });
        await assert.rejects(machine.unload("stpe"), { code: "program-missing" });
        await assert.rejects(machine.readState(["q"]), { code: "state-missing" });
        await machine.dropState(["p", "q"]);
        const error = await caught(machine.run("step", { ids: int64(0) }));
        assert.deepEqual([error.code, error.input, error.program], ["state-missing", "p", "step"]);
      });

      test("a program whose parts do not fit together is refused, and the old one stays", async () => {
        const step = stepProgram("step");
        const refused = (program: Partial<typeof step>, message: RegExp): Promise<void> =>
          assert.rejects(machine.load({ ...step, ...program }), { code: "program-invalid", message });
        await refused({ model: Uint8Array.of(1, 2, 3) }, /does not take its model/);
        await refused({ model: { path: "no-such.onnx" } }, /does not take its model/);
        await refused({ state: [{ input: "q", state: "p" }] }, /no input `q`/);
        await refused({ state: [{ input: "ids", state: "p" }] }, /`ids` is not float32/);
        await refused({ updates: [{ output: "q", state: "p", inPlace: "safe" }] }, /no output `q`/);
        await refused({ updates: step.updates.flatMap((one) => [one, one]) }, /the state `p` twice/);
        await refused({ stopOutput: "norm" }, /stop output `norm`/);
        await refused({ barrier: "picked" }, /barrier `picked`/);
        await reset();
        await machine.run("step", { ids: int64(0) });
      });
    });
  }
}

test("a state may grow from nothing, and dimensions are compared across inputs", async () => {
  const machine = await Machine.create({ threads: 1, where: "main" });
  const join = node("Concat", ["past", "x"], "present", [{ kind: "int", name: "axis", value: 0 }]);
  const nodes = [
    node("SequenceConstruct", ["x"], "stop"),
    join,
    node("Add", ["x", "y"], "sum"),
    node("Neg", ["z"], "minus"),
  ];
  const inputs = [info("past", ["past", 2]), info("x", ["n", 2]), info("y", ["n", 2]), info("z", [""])];
  const outputs = [{ ...info("stop", ["n", 2]), kind: "sequence" as const }, info("present", ["past+n", 2])];
  await machine.load({
    name: "cache",
    model: model(nodes, inputs, [...outputs, info("sum", ["n", 2]), info("minus", [""])]),
    state: [{ input: "past", state: "keys" }],
    updates: [{ output: "present", state: "keys", inPlace: "copy" }],
    outputs: [
      { name: "sum", type: "float32", shape: ["n", 2] },
      { name: "minus", type: "float32", shape: [""] },
      { name: "present", type: "float32", shape: ["past+n", 2] },
    ],
    stopOutput: "stop",
  });
  await machine.setState("keys", { dims: [0, 2], data: new Float32Array(0) });
  const matrix = (rows: number): TensorData => {
    return { type: "float32", dims: [rows, 2], data: Float32Array.from({ length: rows * 2 }, (_, index) => index) };
  };
  const z: TensorData = { type: "float32", dims: [3], data: Float32Array.of(1, 2, 3) };
  await machine.run("cache", { x: matrix(2), y: matrix(2), z });
  const result = await machine.run("cache", { x: matrix(1), y: matrix(1), z });
  assert.deepEqual([result.minus?.dims, numbers(result.minus), numbers(result.sum)], [[3], [-1, -2, -3], [0, 2]]);
  assert.deepEqual(
    [result.present?.dims, numbers(result.present)],
    [
      [3, 2],
      [0, 1, 2, 3, 0, 1],
    ],
  );
  const keys = (await machine.readState(["keys"])).get("keys");
  assert.deepEqual(
    [keys?.dims, [...(keys?.data ?? [])]],
    [
      [3, 2],
      [0, 1, 2, 3, 0, 1],
    ],
  );
  await assert.rejects(machine.run("cache", { x: matrix(1), y: matrix(2), z }), {
    code: "feed-mismatch",
    input: "y",
    message: /`y` must be float32 \[n, 2\] with n = 1, as in the inputs before, but got float32 \[2, 2\]/,
  });
  await machine.close();
});

test("wrong options are named", async () => {
  await assert.rejects(Machine.create({ threads: 0 }), {
    name: "RangeError",
    message: /`threads` must be .*, but got 0/,
  });
});

test("in place and copied, step by step, the numbers are the same", async () => {
  const states: Map<string, unknown>[] = [];
  for (const copyFree of ["auto", "off"] as const) {
    const machine = await Machine.create({ threads: 1, where: "main", copyFree });
    await machine.load(stepProgram("step"));
    await machine.setState("p", { dims: [LENGTH], data: Float32Array.from(P) });
    await machine.setState("m", { dims: [LENGTH], data: Float32Array.from(M) });
    for (let step = 0; step < 50; step++) await machine.run("step", { ids: int64(step % LENGTH) });
    states.push(await machine.readState(["p", "m"]));
    await machine.close();
  }
  assert.deepEqual(states[0], states[1]);
});

function numbers(tensor: TensorData | undefined): number[] {
  return Array.from(tensor?.data ?? [], Number);
}

function near(actual: readonly number[], expected: readonly number[]): void {
  assert.equal(actual.length, expected.length);
  actual.forEach((value, index) => {
    assert.ok(Math.abs(value - (expected[index] ?? 0)) < 1e-5, `${actual} is not ${expected}`);
  });
}

async function caught(work: Promise<unknown>): Promise<MachineError> {
  const thrown = await work.then(
    () => undefined,
    (error: unknown) => error,
  );
  assert.ok(thrown instanceof MachineError, `expected a MachineError, got ${String(thrown)}`);
  return thrown;
}
