/** @file One machine for all models that infer: one pool of threads, however many models are open. */
import { Machine } from "../machine/machine";

interface Shared {
  readonly machine: Promise<Machine>;
  users: number;
}

/** A right to use the shared machine, until it is given back. */
export interface MachineLease {
  readonly machine: Machine;
  /** Gives it back; the last one who does ends the machine. */
  release(): Promise<void>;
  /** Says that the machine has died: whoever comes next gets a new one. */
  discard(): void;
}

let shared: Shared | undefined;

/** Takes part in the shared machine, which is started for the first who asks. */
export async function leaseMachine(): Promise<MachineLease> {
  shared ??= { machine: Machine.create(), users: 0 };
  const mine = shared;
  mine.users++;
  try {
    const machine = await mine.machine;
    return { machine, release: once(() => leave(mine)), discard: () => forget(mine) };
  } catch (error) {
    forget(mine);
    throw error;
  }
}

async function leave(mine: Shared): Promise<void> {
  mine.users--;
  if (mine.users > 0) return;
  forget(mine);
  await (await mine.machine).close();
}

function forget(mine: Shared): void {
  if (shared === mine) shared = undefined;
}

function once(action: () => Promise<void>): () => Promise<void> {
  let done: Promise<void> | undefined;
  return () => {
    done ??= action();
    return done;
  };
}
