/**
 * @file Repairs tslab in memory before it starts: `node -r …/preload.js …/tslab kernel --config-path FILE`.
 *
 * Nothing of tslab is changed on disk. Node runs a preload in worker threads and in forked processes as well, so it
 * looks first whether this is the kernel.
 */
import { basename, join, sep } from "node:path";
import { isMainThread } from "node:worker_threads";
import { findProjectRoot } from "../../core/project-root";
import { CellTracker } from "./cell";
import { CellSources } from "./cell-sources";
import { CompilerRepair } from "./compiler";
import { repairExecutor } from "./evaluate";
import { Interrupter } from "./interrupt";
import { endWithParent } from "./parent-watch";
import { repairServer } from "./server";
import { installStackTraces } from "./stack-frames";
import { refuseStandardInput } from "./standard-input";
import {
  findTslab,
  type TslabConverterModule,
  type TslabExecutorModule,
  type TslabJupyterModule,
  type TypeScriptApi,
} from "./tslab-modules";

const [, bin, command] = process.argv;
if (isMainThread && bin !== undefined && basename(bin).startsWith("tslab") && command === "kernel") repair(bin);

function repair(bin: string): void {
  forgetPreload();
  // tslab reads types and modules from its working folder only, and a notebook says "datasets/essays.csv" in any folder.
  const root = findProjectRoot();
  process.chdir(root);
  const tslab = findTslab(bin, root);
  const sources = new CellSources(root);
  installStackTraces(sources, [tslab.dist + sep, __dirname + sep]);

  const typescriptPath = tslab.require.resolve("@tslab/typescript-for-tslab");
  const tracker = new CellTracker();
  const interrupter = new Interrupter(tracker);
  const compiler = new CompilerRepair(tslab.require(typescriptPath) as TypeScriptApi, sources, interrupter, root);
  const cached = tslab.require.cache[typescriptPath];
  if (cached !== undefined) cached.exports = compiler.instrumented();
  compiler.repair(tslab.require(join(tslab.dist, "converter.js")) as TslabConverterModule);
  repairExecutor(tslab.require(join(tslab.dist, "executor.js")) as TslabExecutorModule);
  const jupyter = tslab.require(join(tslab.dist, "jupyter.js")) as TslabJupyterModule;
  repairServer({ tslab, jupyter, compiler, sources, tracker, interrupter });
  refuseStandardInput();
  endWithParent();
}

/** Processes that a cell forks get this process's options, and shall not get this one. */
function forgetPreload(): void {
  const { execArgv } = process;
  const at = execArgv.findIndex(
    (argument, index) => argument === __filename && /^(-r|--require)$/.test(execArgv[index - 1] ?? ""),
  );
  if (at > 0) execArgv.splice(at - 1, 2);
}
