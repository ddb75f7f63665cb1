/** @file `caderno doctor`: what this machine has, and what each missing part would bring. */
import type { Command } from "commander";
import { messageOf } from "../core/errors";
import { findProjectRoot } from "../core/project-root";
import { textTable } from "../core/text-table";
import {
  checkBuild,
  checkCores,
  checkData,
  checkDisk,
  checkMemory,
  checkNode,
  checkNpm,
  checkProjectKernel,
  packageChecks,
} from "./doctor-checks";
import { checkOnnxRuntime, checkTensorFlow } from "./doctor-engines";
import { checkBrowser, checkHub, checkInterop, checkJupyterLab, checkOtherKernels, checkPython } from "./doctor-extras";
import { type Check, type Finding, isHealthy, optional } from "./doctor-finding";
import { machineProbes, type Probes } from "./doctor-probes";

/** The options of `caderno doctor` as the command line gives them. */
export interface DoctorOptions {
  /** Print JSON for programs instead of the table. */
  json: boolean;
  /** Start the project's kernel and run a cell. */
  deep: boolean;
  /** Ask the Hub whether it answers. */
  online: boolean;
}

const EXAMPLES = `
Examples:
  $ npx caderno doctor                   the table; nothing is installed, changed or sent
  $ npx caderno doctor --deep --online   also starts the kernel, and asks the Hub
  $ npx caderno doctor --json            for programs: { healthy, findings: [{ part, state, here, advice, need }] }

Exit code 0 when \`npm start\` and \`npm test\` have what they need, else 1.`;

/** Adds `doctor` to the program. */
export function addDoctorCommand(program: Command): void {
  program
    .command("doctor")
    .summary("say what this machine has, and what each missing part would bring")
    .description("Say what this machine has, and what each missing part would bring.")
    .option("--deep", "start the project's kernel and run a cell", false)
    .option("--online", "ask the Hugging Face Hub whether it answers", false)
    .option("--json", "print JSON", false)
    .addHelpText("after", EXAMPLES)
    .action(async (options: DoctorOptions) => {
      const findings = await examine(machineProbes(findProjectRoot(__dirname)), checks(options));
      console.log(options.json ? reportJson(findings) : reportTable(findings));
      if (!isHealthy(findings)) process.exitCode = 1;
    });
}

/** The checks in the order of the table: first what is needed, then what brings more. */
export function checks(options: Pick<DoctorOptions, "deep" | "online">): Check[] {
  return [
    checkNode,
    checkNpm,
    checkBuild,
    ...packageChecks,
    checkProjectKernel(options.deep ? "start" : "look"),
    checkData,
    checkMemory,
    checkDisk,
    checkCores,
    checkJupyterLab,
    checkPython,
    checkOtherKernels,
    checkInterop,
    checkBrowser,
    checkOnnxRuntime,
    checkTensorFlow,
    checkHub(options.online ? "ask" : "skip"),
  ];
}

/** Runs checks one after the other, since some measure time; a check that throws is a finding too. */
export async function examine(probes: Probes, all: readonly Check[]): Promise<Finding[]> {
  const findings: Finding[] = [];
  for (const check of all) {
    try {
      findings.push(await check(probes));
    } catch (error) {
      findings.push(optional(check.name.replace(/^check/, ""), "wrong", messageOf(error).split("\n")[0] ?? ""));
    }
  }
  return findings;
}

const MARKS: Readonly<Record<Finding["state"], string>> = { ok: "yes", absent: "no", wrong: "WRONG", skipped: "?" };

/** The findings as a table, and below it one sentence: all well, or what to do. */
export function reportTable(findings: readonly Finding[]): string {
  const rows = findings.map(({ part, state, here, advice, need }) => [
    part,
    state === "absent" && need === "required" ? "MISSING" : MARKS[state],
    here,
    advice,
  ]);
  const table = textTable(["part", "here", "found", "brings, or what to do"], rows, { maxCellWidth: 90 });
  const faults = findings.filter((finding) => !isHealthy([finding]));
  if (faults.length === 0) return `${table}\n\nEverything that \`npm start\` and \`npm test\` need is here.`;
  const steps = faults.map(({ part, here, advice }) => `  ${part}: ${here}. ${advice}`);
  return `${table}\n\n\`npm start\` and \`npm test\` need this first:\n${steps.join("\n")}`;
}

/** The findings as JSON, with the verdict. */
export function reportJson(findings: readonly Finding[]): string {
  return JSON.stringify({ healthy: isHealthy(findings), findings }, null, 2);
}
