/** @file One side of a bench as a process that answers requests, so that two sides can be stepped in turn. */
import { type ChildProcess, spawn } from "node:child_process";
import { createInterface } from "node:readline";

/** A process that reads a line of JSON and answers with one, for as long as it is asked. */
export class SideProcess {
  readonly #process: ChildProcess;
  readonly #waiting: { resolve(answer: unknown): void; reject(error: Error): void }[] = [];
  #errors = "";

  /** @param cwd Where the program runs. */
  constructor(program: string, args: readonly string[], cwd: string) {
    this.#process = spawn(program, args, {
      cwd,
      stdio: ["pipe", "pipe", "pipe"],
      env: { ...process.env, HF_HUB_OFFLINE: "1" },
    });
    this.#process.stderr?.on("data", (text: Buffer) => {
      this.#errors = (this.#errors + text.toString()).slice(-4000);
    });
    if (this.#process.stdout !== null) {
      createInterface({ input: this.#process.stdout }).on("line", (line) => {
        // What a library prints by the way is no answer.
        if (line.startsWith("{")) this.#waiting.shift()?.resolve(JSON.parse(line));
      });
    }
    this.#process.on("close", (code) => {
      for (const { reject } of this.#waiting.splice(0)) {
        reject(new Error(`${program} ended with ${code} while it was asked.\n${this.#errors}`));
      }
    });
  }

  /** Sends a request and waits for its answer. */
  ask<Answer>(request: unknown): Promise<Answer> {
    return new Promise<Answer>((resolve, reject) => {
      this.#waiting.push({ resolve: (answer) => resolve(answer as Answer), reject });
      this.#process.stdin?.write(`${JSON.stringify(request)}\n`);
    });
  }

  /** Ends the process. */
  async end(): Promise<void> {
    if (this.#process.exitCode !== null) return;
    const closed = new Promise((resolve) => this.#process.once("close", resolve));
    this.#process.kill("SIGKILL");
    await closed;
  }
}
