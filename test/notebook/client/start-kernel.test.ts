import assert from "node:assert/strict";
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, describe, test } from "node:test";
import type { Kernel } from "../../../src/notebook/client/kernel";
import { KernelError } from "../../../src/notebook/client/kernel-error";
import type { Kernelspec } from "../../../src/notebook/client/kernelspec";
import { startKernel } from "../../../src/notebook/client/start-kernel";
import { fakeKernel, processesWith, within } from "./fake-kernelspec";

const skipWindows = process.platform === "win32" && "Unix signals and sockets";

// Other tests run kernels at the same time; these have a folder for temporary files of their own.
const folder = mkdtempSync(join(tmpdir(), "caderno-start-"));
process.env.TMPDIR = folder;
after(() => rmSync(folder, { recursive: true, force: true }));

/** The folders of kernels that run now or left something behind. */
function kernelFolders(): string[] {
  return readdirSync(tmpdir()).filter((name) => name.startsWith("caderno-kernel-"));
}

/** A kernelspec that runs this JavaScript instead of a kernel. */
function script(code: string): Partial<Kernelspec> {
  return { argv: [process.execPath, "-e", code, "{connection_file}"] };
}

async function refusal(changes: Partial<Kernelspec>, seconds = 20): Promise<KernelError> {
  const thrown = await startKernel(fakeKernel(changes), { startupTimeout: seconds }).then(
    async (kernel) => {
      await kernel.kill();
      return undefined;
    },
    (error: unknown) => error,
  );
  assert.deepEqual(kernelFolders(), []);
  assert.ok(thrown instanceof KernelError, String(thrown));
  return thrown;
}

/** Runs a cell and gives the types of what came on iopub. */
function outputs(kernel: Kernel, code: string): Promise<string[]> {
  return new Promise((resolve) => {
    const types: string[] = [];
    kernel.execute(code, (message, channel) => {
      if (channel !== "iopub") return;
      types.push(message.header.msg_type);
      if (message.content.execution_state === "idle") resolve(types);
    });
  });
}

describe("starting a kernel", () => {
  for (const transport of process.platform === "win32" ? (["tcp"] as const) : (["ipc", "tcp"] as const)) {
    test(`over ${transport}: it answers, misses nothing of the first cell, and leaves nothing behind`, async () => {
      const kernel = await startKernel(fakeKernel({ metadata: { transport } }));
      const [own] = kernelFolders();
      assert.ok(own);
      if (process.platform !== "win32") {
        assert.equal(statSync(`${tmpdir()}/${own}`).mode & 0o777, 0o700);
        assert.equal(statSync(`${tmpdir()}/${own}/connection.json`).mode & 0o777, 0o600);
      }
      assert.equal((kernel.info.language_info as { name: string }).name, "fake");
      assert.deepEqual(await outputs(kernel, "k.print('a')"), ["status", "execute_input", "stream", "status"]);
      const end = await kernel.shutdown();
      kernel.close();
      assert.deepEqual([end.exitCode, end.signal], [0, null]);
      assert.equal(existsSync(`${tmpdir()}/${own}`), false);
    });
  }

  test("a kernel that does not leave is killed", { skip: skipWindows }, async () => {
    const kernel = await startKernel(fakeKernel({ env: { FAKE_STAYS: "1" } }));
    const end = await kernel.shutdown(0.3);
    kernel.close();
    assert.equal(end.signal, "SIGKILL");
  });

  test("the environment of the kernelspec may name variables of ours", async () => {
    process.env.CADERNO_TEST_HOME = "/somewhere";
    // biome-ignore lint/suspicious/noTemplateCurlyInString: this is how a kernelspec names a variable
    const env = { SET: "${CADERNO_TEST_HOME}/x", KEPT: "${CADERNO_TEST_NONE}" };
    const kernel = await startKernel(fakeKernel({ env }), { env: { MORE: "y" } });
    const said = new Promise((resolve) => {
      kernel.execute("const { SET, KEPT, MORE } = process.env; k.print([SET, KEPT, MORE].join())", (message) => {
        if (message.header.msg_type === "stream") resolve(message.content.text);
      });
    });
    // biome-ignore lint/suspicious/noTemplateCurlyInString: an unknown variable stays as it is
    assert.equal(await said, "/somewhere/x,${CADERNO_TEST_NONE},y");
    await kernel.kill();
    kernel.close();
  });
});

describe("a kernel that does not start is an error, and leaves nothing behind", () => {
  test("one that ends at once: its exit code and its last words", async () => {
    const error = await refusal(script("console.error('cannot load the thing'); process.exit(7)"));
    assert.equal(error.code, "kernel-not-started");
    assert.match(
      error.message,
      /`fake` ended before it answered: it exited with code 7\. Its last words:\ncannot load the thing/,
    );
    assert.match(error.hint ?? "", /It was started by: .*node/);
  });

  test("one that never answers: the time, and its last words", async () => {
    const error = await refusal(script("console.log('waiting'); setInterval(() => {}, 1000)"), 1.5);
    assert.match(error.message, /did not answer within 1\.5 s\. Its last words:\nwaiting/);
  });

  test("a program that is not there", async () => {
    const error = await refusal({ argv: ["no-such-program-of-caderno", "{connection_file}"] });
    assert.match(error.message, /could not be run: spawn no-such-program-of-caderno ENOENT/);
  });

  test("one that fails since a port was taken is started again, with other ports", async () => {
    const marker = `${tmpdir()}/caderno-test-${process.pid}-ports`;
    const code =
      "const fs = require('node:fs'); const c = JSON.parse(fs.readFileSync(process.argv[1]));" +
      `fs.appendFileSync(${JSON.stringify(marker)}, c.shell_port + '\\n'); console.error('Error: listen EADDRINUSE'); process.exit(1)`;
    try {
      await refusal({ ...script(code), metadata: { transport: "tcp" } });
      const ports = readFileSync(marker, "utf8").trim().split("\n");
      assert.equal(ports.length, 4);
      assert.ok(new Set(ports).size > 1);
    } finally {
      rmSync(marker, { force: true });
    }
  });

  test("a start that is given up", async () => {
    const mark = `CADERNO_TEST_GIVEN_UP=${process.pid}`;
    const env = { CADERNO_TEST_GIVEN_UP: String(process.pid) };
    const spec = { ...script("setInterval(() => {}, 1000)"), env };
    const start = startKernel(fakeKernel(spec), { abort: AbortSignal.timeout(300) });
    await assert.rejects(start, { name: "TimeoutError" });
    assert.ok(await within(2, () => processesWith(mark).length === 0));
  });
});
