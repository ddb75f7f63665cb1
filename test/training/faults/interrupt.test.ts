// Ctrl-C in a real program: the training ends after the update that is under way, with an error, and its checkpoints are whole.
import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import { listCheckpoints } from "../../../src/training/checkpoints/checkpoint-names";
import { checkManifest } from "../../../src/training/checkpoints/manifest";

const temporary = mkdtempSync(join(tmpdir(), "caderno-interrupt-"));
after(() => rmSync(temporary, { recursive: true, force: true }));

test("Ctrl-C ends a training at a whole update", { skip: process.platform === "win32" }, async () => {
  const folder = join(temporary, "run");
  const args = ["--import", "tsx", join(__dirname, "tiny-program.ts"), folder, "5000"];
  const child = spawn(process.execPath, args, { stdio: ["ignore", "pipe", "pipe"] });
  let errors = "";
  child.stderr.on("data", (data: Buffer) => {
    errors += data.toString();
  });
  child.stdout.once("data", () => setTimeout(() => child.kill("SIGINT"), 200));
  const [code] = (await once(child, "close")) as [number | null];
  assert.equal(code, 1, errors);
  const step = Number(/The training was stopped after step (\d+) of 5000/.exec(errors)?.[1]);
  const checkpoints = await listCheckpoints(folder);
  for (const { folder: one } of checkpoints) await checkManifest(one);
  assert.ok(step >= (checkpoints.at(-1)?.step ?? 0), errors);
  assert.equal(readdirSync(folder).length, checkpoints.length, "nothing half-written stays");
});
