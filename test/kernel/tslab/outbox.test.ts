/** @file Sending: in order, at once, and bounded when nobody reads. */
import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { setTimeout as sleep } from "node:timers/promises";
import { Publisher, Subscriber } from "zeromq";
import { Iopub } from "../../../src/kernel/tslab/iopub";
import { Outbox } from "../../../src/kernel/tslab/outbox";
import { Wire } from "../../../src/kernel/tslab/wire";

/** A socket whose network can be shut. */
class FakeSocket {
  sendTimeout = -1;
  sendHighWaterMark = 1_000;
  readonly sent: string[] = [];
  open = true;

  send(frames: readonly (string | Uint8Array)[]): Promise<void> {
    if (!this.open) return Promise.reject(new Error("EAGAIN"));
    this.sent.push(frames.map(String).join("|"));
    return Promise.resolve();
  }
}

describe("Outbox", () => {
  it("hands messages over inside the call, in order", () => {
    const socket = new FakeSocket();
    const outbox = new Outbox(socket, 5);
    for (const name of ["a", "b", "c"]) assert.equal(outbox.send([name]), true);
    assert.deepEqual(socket.sent, ["a", "b", "c"]);
    assert.deepEqual([socket.sendTimeout, socket.sendHighWaterMark], [0, 5]);
  });

  it("drops optional messages while nobody reads, and keeps the others until somebody does", async () => {
    const socket = new FakeSocket();
    const outbox = new Outbox(socket, 5, 10);
    socket.open = false;
    assert.equal(outbox.send(["text"], true), false);
    assert.equal(outbox.send(["idle"]), false);
    assert.equal(outbox.send(["reply"]), false);
    socket.open = true;
    // In order: nothing overtakes what waits.
    assert.equal(outbox.send(["next"]), false);
    await sleep(100);
    assert.deepEqual(socket.sent, ["idle", "reply", "next"]);
    assert.equal(outbox.send(["later"]), true);
  });

  it("says how much was dropped", async () => {
    const socket = new FakeSocket();
    const iopub = new Iopub(new Outbox(socket, 5, 10), new Wire(""));
    socket.open = false;
    iopub.print("stdout", "lost text", undefined);
    socket.open = true;
    await sleep(60);
    iopub.print("stdout", "seen", undefined);
    iopub.flush();
    assert.equal(socket.sent.length, 1);
    assert.match(socket.sent[0] ?? "", /\[9 characters were not shown: nobody read them\]\\nseen/);
  });
});

describe("Outbox on a real socket", () => {
  const publisher = new Publisher({ linger: 0 });
  const slow = new Subscriber({ linger: 0, receiveHighWaterMark: 1 });
  const outbox = new Outbox(publisher, 10, 100);
  before(async () => {
    publisher.noDrop = true;
    await publisher.bind("tcp://127.0.0.1:*");
    slow.connect(publisher.lastEndpoint ?? "");
    slow.subscribe();
    // A subscription takes a moment to arrive: greet until a greeting does.
    const greeted = slow.receive().then(() => true);
    do outbox.send(["hello"]);
    while (!(await Promise.race([greeted, sleep(20)])));
  });
  after(() => {
    publisher.close();
    slow.close();
  });

  it("holds the sender back where the reader is slow, instead of filling the memory", async () => {
    const chunk = "x".repeat(65_536);
    let taken = 0;
    while (taken < 10_000 && outbox.send([String(taken), chunk], true)) taken += 1;
    assert.ok(taken < 10_000, "the socket took everything");
    for (let number = 0; number < taken; ) {
      const [first] = await slow.receive();
      if (String(first) === "hello") continue;
      assert.equal(String(first), String(number));
      number += 1;
    }
  });
});
