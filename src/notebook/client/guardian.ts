/** @file Starting kernels through the guardian, so that none outlives this process. */
import { type ChildProcess, fork } from "node:child_process";
import { extname, join } from "node:path";
import type { GuardianReport, GuardianRequest, KernelCommand, KernelEnd } from "./guardian-protocol";
import { machineMemory } from "./process-memory";

/** All kernels of a run together may hold this share of the machine's memory; then the largest is killed. */
const MEMORY_SHARE = 0.8;

/** A kernel's process, seen from the runner. */
export interface KernelProcess {
  readonly pid: number;
  /** Resolves when the process has ended and its children are gone; never rejects. */
  readonly ended: Promise<KernelEnd>;
  /** Sends a signal to the process and its children. */
  signal(signal: NodeJS.Signals): void;
}

/** A kernel that the guardian was asked for. */
interface Ward {
  started(pid: number): void;
  refused(message: string): void;
  ended(end: KernelEnd): void;
  pid?: number;
}

/** Starts the guardian before it is needed, so that the first kernel does not wait for it. */
export function prepareGuardian(): void {
  guardian();
}

/** Starts a kernel's process. Rejects with the system's message when the command cannot be run. */
export function spawnKernel(command: KernelCommand): Promise<KernelProcess> {
  return guardian().spawn(command);
}

/** One guardian serves all kernels of this process. */
let shared: Guardian | undefined;

function guardian(): Guardian {
  if (shared === undefined || !shared.isAlive) shared = new Guardian();
  return shared;
}

class Guardian {
  readonly #child: ChildProcess;
  readonly #wards = new Map<number, Ward>();
  #count = 0;

  constructor() {
    // The extension is ".ts" where tests run the sources, ".js" in the build.
    const program = join(__dirname, `guardian-main${extname(__filename)}`);
    this.#child = fork(program, { detached: true, stdio: ["ignore", "ignore", "ignore", "ipc"] });
    this.#child.on("message", (report: GuardianReport) => this.#hear(report));
    this.#child.on("error", () => this.#lost());
    this.#child.on("exit", () => this.#lost());
    this.#child.unref();
    this.#child.channel?.unref();
    this.#tell({ type: "limit", bytes: Math.floor(machineMemory() * MEMORY_SHARE) });
  }

  get isAlive(): boolean {
    return this.#child.connected;
  }

  spawn(command: KernelCommand): Promise<KernelProcess> {
    this.#count += 1;
    const id = this.#count;
    if (this.#wards.size === 0) this.#child.channel?.ref();
    return new Promise((resolve, reject) => {
      const ended = new Promise<KernelEnd>((end) => {
        this.#wards.set(id, {
          started: (pid) => resolve({ pid, ended, signal: (signal) => this.#tell({ type: "signal", id, signal }) }),
          refused: (message) => reject(new Error(message)),
          ended: end,
        });
      });
      this.#tell({ type: "start", id, command });
    });
  }

  #hear(report: GuardianReport): void {
    const ward = this.#wards.get(report.id);
    if (ward === undefined) return;
    if (report.type === "started") {
      ward.pid = report.pid;
      ward.started(report.pid);
      return;
    }
    if (report.type === "refused") ward.refused(report.message);
    else ward.ended(report.end);
    this.#wards.delete(report.id);
    if (this.#wards.size === 0) this.#child.channel?.unref();
  }

  /** Somebody killed the guardian: its kernels are killed from here. */
  #lost(): void {
    for (const ward of this.#wards.values()) {
      if (ward.pid !== undefined) killGroup(ward.pid);
      ward.refused("The process that starts kernels was killed.");
      ward.ended({ exitCode: null, signal: "SIGKILL", lastWords: "" });
    }
    this.#wards.clear();
  }

  #tell(request: GuardianRequest): void {
    if (this.#child.connected) this.#child.send(request, () => {});
  }
}

function killGroup(pid: number): void {
  try {
    process.kill(process.platform === "win32" ? pid : -pid, "SIGKILL");
  } catch {
    // It has ended already.
  }
}
