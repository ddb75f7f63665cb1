/** @file A PostgreSQL server of a test's own: started, and stopped with everything that it wrote. */
import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import { chownSync, existsSync, mkdtempSync, readdirSync, realpathSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { Client } from "pg";
import { findOnPath } from "../../src/cli/lab-program";

/** The folder of `initdb` and `postgres`, or undefined. */
export function findPostgres(): string | undefined {
  const onPath = findOnPath("initdb");
  // What stands on the path may be a link to one of a folder of programs.
  const folder = onPath === undefined ? "" : dirname(realpathSync(onPath));
  if (folder !== "" && existsSync(join(folder, "postgres"))) return folder;
  const versions = "/usr/lib/postgresql";
  if (!existsSync(versions)) return undefined;
  const found = readdirSync(versions).sort((a, b) => Number(b) - Number(a));
  return found.map((version) => join(versions, version, "bin")).find((folder) => existsSync(join(folder, "initdb")));
}

/** A server that runs. */
export interface PostgresTestServer {
  port: number;
  /** The folder of its Unix socket. */
  socket: string;
  /** Stops it and removes its folder. */
  stop(): Promise<void>;
}

export const PASSWORD = "p@ss/word: ção";

/** Starts a server on a free port of 127.0.0.1, with the user `reader` and {@link PASSWORD}. */
export async function startPostgres(binaries: string): Promise<PostgresTestServer> {
  const folder = mkdtempSync(join(tmpdir(), "caderno-postgres-"));
  // PostgreSQL refuses to run as root: the user that its package made takes its place.
  const identity = process.getuid?.() === 0 ? userOf("postgres") : undefined;
  if (identity !== undefined) chownSync(folder, identity.uid, identity.gid);
  const run = (program: string, ...args: string[]): void => {
    execFileSync(join(binaries, program), args, { stdio: "pipe", cwd: folder, ...identity });
  };
  const port = await freePort();
  let server: ChildProcess | undefined;
  const stop = async (): Promise<void> => {
    if (server !== undefined && server.exitCode === null && server.signalCode === null) {
      const ended = new Promise((resolve) => server?.once("exit", resolve));
      server.kill("SIGINT");
      await Promise.race([ended, pause(10_000, undefined, { ref: false })]);
      if (server.exitCode === null) server.kill("SIGKILL");
    }
    rmSync(folder, { recursive: true, force: true });
  };
  try {
    const data = join(folder, "data");
    run("initdb", "-D", data, "-U", "admin", "-A", "trust", "-E", "UTF8", "--locale=C", "--no-sync");
    const flags = ["-D", data, "-p", String(port), "-k", folder, "-c", "listen_addresses=127.0.0.1", "-c", "fsync=off"];
    server = spawn(join(binaries, "postgres"), flags, { stdio: "ignore", cwd: folder, ...identity });
    for (let left = 100; ; left--) {
      const client = new Client({ host: folder, port, user: "admin", database: "postgres" });
      try {
        await client.connect();
        await client.end();
        break;
      } catch (error) {
        if (left === 0 || server.exitCode !== null) throw error;
        await pause(100);
      }
    }
    return { port, socket: folder, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

function userOf(name: string): { uid: number; gid: number } {
  const id = (flag: string): number => Number(execFileSync("id", [flag, name], { encoding: "utf8" }));
  return { uid: id("-u"), gid: id("-g") };
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once("error", reject);
    server.listen(0, "127.0.0.1", () => {
      const address = server.address();
      server.close(() => resolve(typeof address === "object" && address !== null ? address.port : 0));
    });
  });
}
