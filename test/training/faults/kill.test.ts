// kill -9 at random moments of a real program that writes a checkpoint after every update: what it leaves is whole, every
// start after it goes on, and the end is that of a program that nobody killed. For more of them:
// CADERNO_KILLS=50 node --import tsx --test test/training/faults/kill.test.ts
import assert from "node:assert/strict";
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { after, test } from "node:test";
import { defaultRng } from "../../../src/core/random";
import { listCheckpoints } from "../../../src/training/checkpoints/checkpoint-names";
import { checkManifest } from "../../../src/training/checkpoints/manifest";
import { runTinyProgram } from "./tiny-program";

const KILLS = Number(process.env.CADERNO_KILLS ?? 5);
const STEPS = 60;
/** Up to so long after its first update a program lives, in milliseconds. */
const LIFE = 500;

const temporary = mkdtempSync(join(tmpdir(), "caderno-kill-"));
after(() => rmSync(temporary, { recursive: true, force: true }));

interface Ending {
  /** The update that it began with. */
  begun: number;
  /** The checksum, where it came to its end. */
  digest: string | undefined;
}

/** Runs the program; it is killed so long after its first update. */
async function runProgram(folder: string, life: number): Promise<Ending> {
  const args = ["--import", "tsx", join(__dirname, "tiny-program.ts"), folder, String(STEPS)];
  const child: ChildProcess = spawn(process.execPath, args, { stdio: ["ignore", "pipe", "inherit"] });
  const closed = once(child, "close") as Promise<[number | null, string | null]>;
  const ending: Ending = { begun: -1, digest: undefined };
  let timer: NodeJS.Timeout | undefined;
  for await (const line of createInterface({ input: child.stdout as NodeJS.ReadableStream })) {
    const [word, value] = line.split(" ");
    if (word === "done") ending.digest = value;
    if (word !== "begun") continue;
    ending.begun = Number(value);
    timer = setTimeout(() => child.kill("SIGKILL"), life);
  }
  clearTimeout(timer);
  const [code, signal] = await closed;
  assert.ok(signal === "SIGKILL" || (code === 0 && ending.digest !== undefined), `it ended with ${code ?? signal}`);
  return ending;
}

test(`${KILLS} kills at random moments: every start goes on, and the end is the same`, {
  timeout: 3_600_000,
}, async (context) => {
  const random = defaultRng(20_240_517);
  const expected = await runTinyProgram(join(temporary, "whole"), STEPS, () => undefined);
  let kills = 0;
  let leftovers = 0;
  for (let chain = 0; kills < KILLS; chain++) {
    const folder = join(temporary, `chain-${chain}`);
    let last = 0;
    for (;;) {
      const { begun, digest } = await runProgram(folder, kills < KILLS ? random.random() * LIFE : 600_000);
      assert.ok(begun >= last, `it went on from ${begun}, after a checkpoint of ${last}`);
      if (digest !== undefined) {
        assert.equal(digest, expected);
        break;
      }
      kills++;
      leftovers += readdirSync(folder).filter((name) => name.startsWith(".")).length;
      const checkpoints = await listCheckpoints(folder);
      for (const checkpoint of checkpoints) await checkManifest(checkpoint.folder);
      last = checkpoints.at(-1)?.step ?? 0;
    }
    assert.deepEqual(
      readdirSync(folder).filter((name) => name.startsWith(".")),
      [],
      "nothing half-written stays",
    );
  }
  context.diagnostic(`${kills} kills, ${leftovers} of them while a checkpoint was written or removed`);
});
