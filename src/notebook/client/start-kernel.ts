/** @file Starting a kernel: its process, the meeting place, and the first words that prove that both sides hear. */
import { Channels } from "./channels";
import { type Endpoints, openEndpoints } from "./endpoints";
import { type KernelProcess, spawnKernel } from "./guardian";
import type { KernelEnd } from "./guardian-protocol";
import { Kernel } from "./kernel";
import { explainEnd } from "./kernel-end";
import { KernelError } from "./kernel-error";
import type { FoundKernelspec } from "./kernelspec";
import type { ChannelName, Message } from "./messages";

/** Where and how a kernel is started. */
export interface StartKernelOptions {
  /** The folder that the kernel runs in. @default process.cwd() */
  cwd?: string | undefined;
  /** More environment variables, over this process's and the kernelspec's. */
  env?: Readonly<Record<string, string>> | undefined;
  /** Seconds until the kernel must have answered. @default 60 */
  startupTimeout?: number | undefined;
  /** Bytes that the kernel and its children may hold in memory, no limit by default. Watched on Linux. */
  memoryLimit?: number | undefined;
  /** Gives up the start. */
  abort?: AbortSignal | undefined;
}

const STARTUP_SECONDS = 60;
const BIND_POLL_MS = 10;
const IOPUB_WAIT_MS = 10;
/**
 * Bad luck that a second start does not have: somebody took a port between our look and the kernel's bind, or our first
 * message met a kernel on zeromq for Node in the middle of its bind.
 */
const BAD_LUCK = /EADDRINUSE|address already in use|Socket is blocked by a bind/i;
const ATTEMPTS = 4;

/**
 * Starts a kernel and waits until it answers. Its process group ends with this process, however this process ends.
 *
 * Python: `jupyter_client.manager.start_new_kernel`.
 */
export async function startKernel(found: FoundKernelspec, options: StartKernelOptions = {}): Promise<Kernel> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await startOnce(found, options);
    } catch (error) {
      const retry = error instanceof KernelError && BAD_LUCK.test(error.lastWords) && attempt < ATTEMPTS;
      if (!retry) throw error;
    }
  }
}

async function startOnce(found: FoundKernelspec, options: StartKernelOptions): Promise<Kernel> {
  options.abort?.throwIfAborted();
  const endpoints = await openEndpoints(found.spec, found.name);
  let child: KernelProcess;
  try {
    child = await spawnKernel(commandOf(found, endpoints, options));
  } catch (error) {
    await endpoints.release();
    throw notStarted(found, `could not be run: ${(error as Error).message}`, error);
  }
  const seconds = options.startupTimeout ?? STARTUP_SECONDS;
  const stop = new AbortController();
  let channels: Channels | undefined;
  const ready = (async () => {
    const address = await boundAddresses(endpoints, stop.signal);
    channels = await Channels.open(endpoints.key, address);
    return { channels, info: await greet(channels, stop.signal) };
  })();
  ready.catch(() => {});
  try {
    const failed = new Promise<never>((_, reject) => {
      const timer = setTimeout(() => reject(notStarted(found, `did not answer within ${seconds} s`)), seconds * 1000);
      stop.signal.addEventListener("abort", () => clearTimeout(timer), { once: true });
      options.abort?.addEventListener("abort", () => reject(options.abort?.reason), {
        once: true,
        signal: stop.signal,
      });
      void child.ended.then((end) => reject(diedEarly(found, end)));
    });
    failed.catch(() => {});
    const { channels, info } = await Promise.race([ready, failed]);
    return new Kernel({ ...found, process: child, channels, info, release: () => endpoints.release() });
  } catch (error) {
    channels?.close();
    child.signal("SIGKILL");
    const end = await child.ended;
    await endpoints.release();
    throw error instanceof KernelError && error.lastWords === "" && end.lastWords !== ""
      ? withLastWords(error, end)
      : error;
  } finally {
    stop.abort();
  }
}

/**
 * Cells of a headless run do not belong into what IPython remembers of its user's own typing, and writing them there costs
 * each cell a transaction on disk. Python: `nbclient` adds the same flag.
 */
function withPrivateHistory(argv: readonly string[]): string[] {
  const isIpython = argv.some((part) => /^ipykernel/.test(part));
  return isIpython ? [...argv, "--HistoryManager.hist_file=:memory:"] : [...argv];
}

function commandOf(
  found: FoundKernelspec,
  endpoints: Endpoints,
  options: StartKernelOptions,
): Parameters<typeof spawnKernel>[0] {
  const fill = (part: string): string =>
    part.replaceAll("{connection_file}", endpoints.connectionFile).replaceAll("{resource_dir}", found.folder ?? "");
  const inherited = process.env as Record<string, string>;
  const specEnv = Object.entries(found.spec.env ?? {}).map(([name, value]) => [
    name,
    value.replace(/\$\{(\w+)\}/g, (whole, variable: string) => inherited[variable] ?? whole),
  ]);
  return {
    argv: withPrivateHistory(found.spec.argv.map(fill)),
    cwd: options.cwd ?? process.cwd(),
    env: { ...inherited, ...Object.fromEntries(specEnv), ...options.env },
    folder: endpoints.folder,
    memoryLimit: options.memoryLimit ?? null,
  };
}

/** Waits until the kernel listens, which also tells how it spells its addresses. */
async function boundAddresses(endpoints: Endpoints, stop: AbortSignal): Promise<(channel: ChannelName) => string> {
  for (;;) {
    for (const [index, address] of endpoints.addresses("shell").entries()) {
      if (await endpoints.isBound(address)) return (channel) => endpoints.addresses(channel)[index] ?? address;
    }
    await pause(BIND_POLL_MS);
    stop.throwIfAborted();
  }
}

/**
 * Asks who the kernel is until it has answered and was heard on iopub. A subscription takes effect some time after it was
 * made, and what a kernel publishes before that is lost; once a message came, none is lost any more.
 */
async function greet(channels: Channels, stop: AbortSignal): Promise<Record<string, unknown>> {
  for (;;) {
    const reply = await new Promise<Message>((resolve) => {
      const id = channels.send("shell", "kernel_info_request", {}, (message, channel) => {
        if (channel !== "shell") return;
        resolve(message);
        channels.forget(id);
      });
    });
    if (!channels.hasHeardIopub) await pause(IOPUB_WAIT_MS);
    if (channels.hasHeardIopub) return reply.content;
    stop.throwIfAborted();
  }
}

function notStarted(found: FoundKernelspec, what: string, cause?: unknown): KernelError {
  return new KernelError("kernel-not-started", `The kernel \`${found.name}\` ${what}.`, {
    kernel: found.name,
    hint: `It was started by: ${found.spec.argv.join(" ")}`,
    cause,
  });
}

function diedEarly(found: FoundKernelspec, end: KernelEnd): KernelError {
  return withLastWords(notStarted(found, `ended before it answered: ${explainEnd(end)}`), end);
}

function withLastWords(error: KernelError, end: KernelEnd): KernelError {
  const words = end.lastWords.trimEnd();
  const message = words === "" ? error.message : `${error.message} Its last words:\n${lastLines(words, 15)}`;
  return new KernelError("kernel-not-started", message, { kernel: error.kernel, hint: error.hint, lastWords: words });
}

function lastLines(text: string, count: number): string {
  return text.split("\n").slice(-count).join("\n");
}

function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}
