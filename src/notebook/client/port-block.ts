/**
 * @file Five TCP ports that no other kernel of this machine can be given, without a race.
 *
 * A kernel binds its ports itself, so between choosing a port and binding it anyone may take it; that race breaks
 * parallel runs elsewhere. Here ports come in blocks of eight below the range that the system hands out by itself. Whoever
 * listens on a block's first port owns the block: the system grants that to one process of the machine, and takes it back
 * when the process ends, however it ends.
 */
import { randomInt } from "node:crypto";
import { createServer, type Server } from "node:net";
import { CadernoError } from "../../core/errors";

const FIRST_PORT = 16_000;
const BLOCK_SIZE = 8;
const BLOCKS = 2_000;
const PORTS_A_KERNEL = 5;
const HOST = "127.0.0.1";

/** Ports for one kernel, ours until released. */
export interface PortBlock {
  /** Five free ports. */
  ports: readonly [number, number, number, number, number];
  release(): void;
}

/** Reserves the ports of one kernel. */
export async function reservePorts(): Promise<PortBlock> {
  const start = randomInt(BLOCKS);
  for (let step = 0; step < BLOCKS; step++) {
    const first = FIRST_PORT + ((start + step) % BLOCKS) * BLOCK_SIZE;
    const owner = await listen(first);
    if (owner === undefined) continue;
    const [a, b, c, d, e] = Array.from({ length: PORTS_A_KERNEL }, (_, index) => first + 1 + index);
    if (a && b && c && d && e && (await areFree([a, b, c, d, e]))) {
      owner.unref();
      return { ports: [a, b, c, d, e], release: () => void owner.close() };
    }
    owner.close();
  }
  throw new CadernoError("ports-exhausted", `No five neighbouring ports are free on ${HOST}.`, {
    hint: "Stop programs that hold many ports, or run with fewer jobs.",
  });
}

async function areFree(ports: readonly number[]): Promise<boolean> {
  for (const port of ports) {
    const probe = await listen(port);
    if (probe === undefined) return false;
    await new Promise<void>((resolve) => probe.close(() => resolve()));
  }
  return true;
}

function listen(port: number): Promise<Server | undefined> {
  return new Promise((resolve) => {
    const server = createServer((socket) => socket.destroy());
    server.once("error", () => resolve(undefined));
    server.listen({ port, host: HOST, exclusive: true }, () => resolve(server));
  });
}
