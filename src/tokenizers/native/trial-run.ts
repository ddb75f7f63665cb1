/** @file A first try of a tokenizer.json in a process of its own, since a panic in Rust ends the process that it is in. */
import { spawn } from "node:child_process";
import { RUST_PACKAGE } from "./rust-binding";

/** How long the trial may take before the file is refused. */
const TRIAL_SECONDS = 30;

/**
 * Loads, then encodes texts on which careless regular expressions run away; `process.argv[1]` is the package's path.
 * An error that can be caught, such as that for a character without an unknown token, comes again where it matters.
 */
const PROGRAM = `
const { Tokenizer } = require(process.argv[1]);
let json = "";
process.stdin.setEncoding("utf8").on("data", (part) => (json += part)).on("end", async () => {
  let tokenizer;
  try {
    tokenizer = Tokenizer.fromString(json);
  } catch (error) {
    return process.stdout.write(String(error.message).slice(0, 500), () => process.exit(3));
  }
  tokenizer.disableTruncation();
  tokenizer.disablePadding();
  const runs = [..."axzA09 \\n\\t.-_é字"].map((unit) => unit.repeat(3000) + "!");
  for (const text of ["A text, of 3 kinds.", "", ...runs]) {
    await tokenizer.encode(text, null, { addSpecialTokens: true }).catch(() => {});
    await tokenizer.encode("a", text, { addSpecialTokens: true }).catch(() => {});
  }
});
`;

/** Undefined when the Rust library took the file and survived encoding with it, else what it said. */
export async function rustComplaint(tokenizerJson: string): Promise<string | undefined> {
  const child = spawn(process.execPath, ["-e", PROGRAM, require.resolve(RUST_PACKAGE)], {
    stdio: ["pipe", "pipe", "ignore"],
    timeout: TRIAL_SECONDS * 1000,
    killSignal: "SIGKILL",
    windowsHide: true,
  });
  let said = "";
  child.stdout.setEncoding("utf8").on("data", (part: string) => {
    said += part;
  });
  // The child may end before it has read all; its exit tells what happened.
  child.stdin.on("error", () => {});
  child.stdin.end(tokenizerJson);
  return await new Promise((resolve) => {
    child.on("error", (error) => resolve(`the trial did not start: ${error.message}`));
    child.on("close", (code, signal) => {
      if (code === 0) resolve(undefined);
      else if (code === 3) resolve(said);
      else if (signal === "SIGKILL") resolve(`it did not finish a few short texts in ${TRIAL_SECONDS} seconds`);
      else resolve("it ended its process, as it does at inconsistent parts or regular expressions that run away");
    });
  });
}
