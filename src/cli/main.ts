/** @file The `caderno` command: its subcommands, and how an error of any of them reaches the user. */

import { readFileSync } from "node:fs";
import { join } from "node:path";
import { Command, CommanderError } from "commander";
import { CadernoError } from "../core/errors";
import { findProjectRoot } from "../core/project-root";
import { addDoctorCommand } from "./doctor";
import { addExecCommand } from "./exec";
import { addExportCommand } from "./export";
import { addLabCommand } from "./lab";
import { addRunCommand } from "./run";
import { addSetupCommand } from "./setup";

/** Exit codes that hold for every subcommand; `caderno run --help` adds its own. */
export const EXIT_FAILED = 1;
export const EXIT_USAGE = 2;

/** Runs `caderno` with the arguments after its name, and sets the exit code of the process. */
export async function main(argv: readonly string[]): Promise<void> {
  const program = caderno();
  try {
    await program.parseAsync(argv, { from: "user" });
  } catch (error) {
    process.exitCode = report(error);
  }
}

function caderno(): Command {
  const manifest = JSON.parse(readFileSync(join(findProjectRoot(__dirname), "package.json"), "utf8"));
  const program = new Command("caderno")
    .description(manifest.description)
    .version(manifest.version)
    .showHelpAfterError("(caderno --help lists the commands, caderno COMMAND --help explains one)")
    .exitOverride();
  addRunCommand(program);
  addExportCommand(program);
  addExecCommand(program);
  addLabCommand(program);
  addSetupCommand(program);
  addDoctorCommand(program);
  return program;
}

function report(error: unknown): number {
  if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : EXIT_USAGE;
  if (error instanceof CadernoError) {
    console.error(`caderno: ${error.message}`);
    if (error.hint !== undefined) console.error(`  ${error.hint}`);
  } else if (error instanceof TypeError || error instanceof RangeError) {
    console.error(`caderno: ${error.message}`);
  } else {
    console.error(error);
  }
  return EXIT_FAILED;
}
