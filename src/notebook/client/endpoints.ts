/**
 * @file Where a client and its kernel meet: sockets in a private folder where both can, TCP ports elsewhere, and the
 * connection file that tells the kernel.
 */
import { randomBytes } from "node:crypto";
import { mkdtemp, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Kernelspec } from "./kernelspec";
import { reservePorts } from "./port-block";

/** How messages travel: `"ipc"` is a socket in a folder, `"tcp"` a port on 127.0.0.1. */
export type Transport = "ipc" | "tcp";

/** The meeting place of one client and one kernel. */
export interface Endpoints {
  transport: Transport;
  /** Private to this user; holds the connection file and, with ipc, the sockets. */
  folder: string;
  connectionFile: string;
  key: string;
  /** The addresses on which the kernel may listen, the likeliest first. */
  addresses(channel: keyof typeof CHANNEL_PORTS): readonly string[];
  /** Whether the kernel listens at an address already; with tcp nobody can tell. */
  isBound(address: string): Promise<boolean>;
  /** Gives up ports and removes the folder. */
  release(): Promise<void>;
}

const CHANNEL_PORTS = { shell: 0, iopub: 1, stdin: 2, control: 3, hb: 4 } as const;
/** A Unix socket's path has at most 104 bytes on macOS, 108 on Linux. */
const LONGEST_SOCKET_PATH = 100;

/** Makes a meeting place for one start of a kernel. */
export async function openEndpoints(spec: Kernelspec, kernelName: string): Promise<Endpoints> {
  const folder = await mkdtemp(join(tmpdir(), "caderno-kernel-"));
  const transport = chooseTransport(spec, folder);
  const block = transport === "tcp" ? await reservePorts() : undefined;
  const ports = block?.ports ?? [1, 2, 3, 4, 5];
  const ip = transport === "tcp" ? "127.0.0.1" : join(folder, "k");
  const key = randomBytes(32).toString("hex");
  const connectionFile = join(folder, "connection.json");
  const connection = {
    transport,
    ip,
    shell_port: ports[0],
    iopub_port: ports[1],
    stdin_port: ports[2],
    control_port: ports[3],
    hb_port: ports[4],
    key,
    signature_scheme: "hmac-sha256",
    kernel_name: kernelName,
  };
  await writeFile(connectionFile, JSON.stringify(connection, undefined, 1), { mode: 0o600, flag: "wx" });
  return {
    transport,
    folder,
    connectionFile,
    key,
    addresses: (channel) => {
      const port = ports[CHANNEL_PORTS[channel]];
      // Python's kernels join path and number with a dash; others write the address as they do for TCP, with a colon.
      return transport === "tcp" ? [`tcp://${ip}:${port}`] : [`ipc://${ip}-${port}`, `ipc://${ip}:${port}`];
    },
    isBound: async (address) => transport === "tcp" || exists(address.slice("ipc://".length)),
    release: async () => {
      block?.release();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** Sockets in a private folder know no port clash and no stranger, but only kernels known to take them get them. */
function chooseTransport(spec: Kernelspec, folder: string): Transport {
  if (process.platform === "win32" || Buffer.byteLength(join(folder, "k-1")) > LONGEST_SOCKET_PATH) return "tcp";
  const asked = spec.metadata?.transport;
  if (asked === "ipc" || asked === "tcp") return asked;
  return spec.argv.some((part) => /ipykernel|tslab/.test(part)) ? "ipc" : "tcp";
}

async function exists(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  );
}
