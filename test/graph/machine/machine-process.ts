/** @file A process of its own for the tests of how a machine lives and ends in one. */
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { Machine } from "../../../src/graph/machine/machine";
import { MachineError } from "../../../src/graph/machine/machine-error";
import { expandProgram, int64, LENGTH, slowProgram, square, stepProgram } from "./programs";

async function start(): Promise<Machine> {
  const machine = await Machine.create({ threads: 1 });
  for (const program of [stepProgram("step"), slowProgram(), expandProgram()]) await machine.load(program);
  for (const name of ["p", "m"])
    await machine.setState(name, { dims: [LENGTH], data: new Float32Array(LENGTH).fill(1) });
  return machine;
}

async function codeOf(work: Promise<unknown>): Promise<string> {
  try {
    await work;
    return "no error";
  } catch (error) {
    return error instanceof MachineError ? error.code : String(error);
  }
}

const scenes: Record<string, () => Promise<void>> = {
  async idle() {
    const machine = await start();
    console.log(Object.keys(await machine.run("step", { ids: int64(0) }, { fetch: ["norm"] })).join());
  },
  async exit() {
    const machine = await start();
    void machine.run("slow", { y0: square(1000) });
    setTimeout(() => process.exit(7), 20);
  },
  async waiting() {
    const machine = await start();
    void machine.run("slow", { y0: square(300) }).then(() => console.log("ran"));
  },
  async failing() {
    const machine = await start();
    console.log(await codeOf(machine.run("step", { ids: int64(99) })));
    console.log(await codeOf(machine.load({ ...slowProgram(), model: Uint8Array.of(8, 9) })));
    const x = { type: "float32", dims: [], data: Float32Array.of(1) } as const;
    console.log(await codeOf(machine.run("expand", { x, shape: int64(2 ** 22, 2 ** 22) })));
  },
  async forgotten() {
    setFlagsFromString("--expose-gc");
    const collect = runInNewContext("gc") as () => void;
    const bytes = 200e6;
    let machine: Machine | undefined = await start();
    await machine.setState(
      "large",
      { dims: [bytes / 4], data: new Float32Array(bytes / 4).fill(1) },
      { transfer: true },
    );
    const held = process.memoryUsage.rss();
    machine = undefined;
    for (let attempt = 0; attempt < 200 && process.memoryUsage.rss() > held - bytes / 2; attempt++) {
      collect();
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
    console.log(process.memoryUsage.rss() < held - bytes / 2 ? "freed" : "still held");
  },
};

void scenes[process.argv[2] ?? ""]?.();
