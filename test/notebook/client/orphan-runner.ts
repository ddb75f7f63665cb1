/** @file A runner for a test to kill: starts a kernel with a child in a group of its own, says so, and waits for ever. */
import { startKernel } from "../../../src/notebook/client/start-kernel";
import { fakeKernel } from "./fake-kernelspec";

async function main(): Promise<void> {
  const kernel = await startKernel(fakeKernel());
  const cell = `
    const { spawn } = await import("node:child_process");
    spawn(process.execPath, ["-e", "setInterval(() => {}, 1000)"], { detached: true, stdio: "ignore" }).unref();
    k.print("ready");
    await k.sleep(100);
    while (${process.argv[2] === "busy"}) {}`;
  kernel.execute(cell, (message) => {
    if (message.header.msg_type === "stream") console.log("ready");
  });
  setInterval(() => {}, 1000);
}

void main();
