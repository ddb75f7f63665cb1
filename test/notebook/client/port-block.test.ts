import assert from "node:assert/strict";
import { createServer } from "node:net";
import { test } from "node:test";
import { reservePorts } from "../../../src/notebook/client/port-block";

test("forty reservations at once share no port, and every port can be bound", async () => {
  const blocks = await Promise.all(Array.from({ length: 40 }, reservePorts));
  try {
    const ports = blocks.flatMap((block) => block.ports);
    assert.equal(new Set(ports).size, 200);
    // Where systems hand out ports by themselves, from 32768 on, anybody may take one at any time.
    assert.ok(ports.every((port) => port > 16_000 && port < 32_768));
    for (const port of blocks[0]?.ports ?? []) {
      const server = createServer();
      await new Promise<void>((resolve, reject) => {
        server.once("error", reject);
        server.listen(port, "127.0.0.1", resolve);
      });
      await new Promise((resolve) => server.close(resolve));
    }
  } finally {
    for (const block of blocks) block.release();
  }
});
