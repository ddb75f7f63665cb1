/**
 * @file The guardian: a small process beside the runner that starts its kernels, and ends them when the runner ends.
 *
 * A runner that is killed cannot clean up. The guardian can: it is the kernels' parent, it notices that its channel to
 * the runner has closed, and kills every kernel with all its children. It also watches their memory, since a runner that
 * is busy rendering a report would look too late.
 */
import { type ChildProcess, spawn } from "node:child_process";
import { randomUUID } from "node:crypto";
import { rmSync } from "node:fs";
import { StringDecoder } from "node:string_decoder";
import { messageOf } from "../../core/errors";
import {
  type GuardianReport,
  type GuardianRequest,
  KERNEL_MARK,
  type KernelCommand,
  type KernelEnd,
} from "./guardian-protocol";
import { memoryOf, processesMarked } from "./process-memory";

const LAST_WORDS = 16_384;
const MEMORY_INTERVAL_MS = 200;
/** How long output may still come after a kernel's end, while a child of it holds the pipes open. */
const LAST_OUTPUT_MS = 200;

interface Ward {
  id: number;
  child: ChildProcess;
  command: KernelCommand;
  mark: string;
  lastWords: string;
  memory?: KernelEnd["memory"];
}

const wards = new Map<number, Ward>();
let memoryTimer: NodeJS.Timeout | undefined;
let totalLimit = Number.POSITIVE_INFINITY;

process.on("message", (request: GuardianRequest) => {
  if (request.type === "start") start(request.id, request.command);
  else if (request.type === "limit") totalLimit = request.bytes;
  else signalGroup(wards.get(request.id), request.signal);
});
process.on("disconnect", endAll);
for (const signal of ["SIGTERM", "SIGINT", "SIGHUP"] as const) process.on(signal, endAll);

function start(id: number, command: KernelCommand): void {
  const [program = "", ...args] = command.argv;
  const mark = randomUUID();
  const env = { ...command.env, [KERNEL_MARK]: mark, JPY_PARENT_PID: String(process.pid) };
  let child: ChildProcess;
  try {
    child = spawn(program, args, { cwd: command.cwd, env, detached: true, stdio: ["ignore", "pipe", "pipe"] });
  } catch (error) {
    refuse(id, command, messageOf(error));
    return;
  }
  if (child.pid === undefined) {
    child.once("error", (error) => refuse(id, command, error.message));
    return;
  }
  const ward: Ward = { id, child, command, mark, lastWords: "" };
  wards.set(id, ward);
  child.on("error", () => {});
  listen(ward);
  child.once("exit", (exitCode, signal) => {
    sweep(ward);
    const timer = setTimeout(finish, LAST_OUTPUT_MS);
    child.once("close", finish);
    function finish(): void {
      clearTimeout(timer);
      if (!wards.delete(id)) return;
      rmSync(command.folder, { recursive: true, force: true });
      tell({ type: "ended", id, end: { exitCode, signal, lastWords: ward.lastWords, memory: ward.memory } });
    }
  });
  memoryTimer ??= setInterval(watchMemory, MEMORY_INTERVAL_MS);
  tell({ type: "started", id, pid: child.pid });
}

function refuse(id: number, command: KernelCommand, message: string): void {
  rmSync(command.folder, { recursive: true, force: true });
  tell({ type: "refused", id, message });
}

function listen(ward: Ward): void {
  for (const stream of [ward.child.stdout, ward.child.stderr]) {
    const decoder = new StringDecoder("utf8");
    stream?.on("error", () => {});
    stream?.on("data", (chunk: Buffer) => {
      ward.lastWords = (ward.lastWords + decoder.write(chunk)).slice(-LAST_WORDS);
    });
  }
}

/** Kills what a kernel leaves behind: its process group, and children that moved to a group of their own. */
function sweep(ward: Ward): void {
  signalGroup(ward, "SIGKILL");
  for (const pid of processesMarked(KERNEL_MARK, ward.mark)) kill(pid, "SIGKILL");
}

function signalGroup(ward: Ward | undefined, signal: NodeJS.Signals): void {
  const pid = ward?.child.pid;
  if (pid === undefined) return;
  if (process.platform !== "win32") kill(-pid, signal);
  else if (signal === "SIGKILL")
    spawn("taskkill", ["/PID", String(pid), "/T", "/F"], { stdio: "ignore" }).on("error", () => {});
}

function kill(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal);
  } catch {
    // It has ended already.
  }
}

function watchMemory(): void {
  let total = 0;
  let largest: { ward: Ward; bytes: number } | undefined;
  for (const ward of wards.values()) {
    if (ward.child.pid === undefined || ward.memory !== undefined) continue;
    const bytes = memoryOf(ward.child.pid);
    const limit = ward.command.memoryLimit ?? Number.POSITIVE_INFINITY;
    if (bytes > limit) endForMemory(ward, bytes, limit);
    total += bytes;
    if (largest === undefined || bytes > largest.bytes) largest = { ward, bytes };
  }
  if (total > totalLimit && largest !== undefined) endForMemory(largest.ward, largest.bytes, totalLimit);
  if (wards.size === 0) {
    clearInterval(memoryTimer);
    memoryTimer = undefined;
  }
}

function endForMemory(ward: Ward, bytes: number, limit: number): void {
  if (ward.memory !== undefined) return;
  ward.memory = { bytes, limit };
  signalGroup(ward, "SIGKILL");
}

function tell(report: GuardianReport): void {
  if (process.connected) process.send?.(report, undefined, undefined, () => {});
}

function endAll(): void {
  for (const ward of wards.values()) {
    sweep(ward);
    rmSync(ward.command.folder, { recursive: true, force: true });
  }
  process.exit(0);
}
