/** @file Running one cell on tslab's executor, and telling a value from an error without reading what it printed. */
import { type Cell, cellContext, InterruptedError } from "./cell";
import type { CellSources } from "./cell-sources";
import type { CompilerRepair } from "./compiler";
import { type ErrorReport, reportDiagnostics, reportThrown } from "./error-report";
import type { Interrupter } from "./interrupt";
import type { TslabConsole, TslabExecutor, TslabExecutorModule } from "./tslab-modules";

/** Makes the executors that tslab creates from now on hand over errors and values instead of printing them. */
export function repairExecutor(module: TslabExecutorModule): void {
  const create = module.createExecutor;
  module.createExecutor = (root, converters) => create(root, converters, handOver);
}

const handOver: TslabConsole = {
  log: (value) => {
    const cell = cellContext.getStore();
    if (cell !== undefined) cell.result = { value };
  },
  error: (...values) => {
    const cell = cellContext.getStore();
    // A complaint of the type checker comes as a format and its parts, and is in the cell's diagnostics already.
    if (cell !== undefined && values.length === 1) cell.thrown = { value: values[0] };
  },
};

/** What the evaluation of cells needs. */
export interface Evaluator {
  readonly executor: TslabExecutor;
  readonly compiler: CompilerRepair;
  readonly sources: CellSources;
  readonly interrupter: Interrupter;
}

/** Runs the cell to its end; the report of its failure, or undefined. */
export async function evaluate(cell: Cell, evaluator: Evaluator): Promise<ErrorReport | undefined> {
  const { executor, compiler, sources, interrupter } = evaluator;
  try {
    const succeeded = await Promise.race([inOwnTurn(cell, () => executor.execute(cell.code)), cell.interruption]);
    if (cell.diagnostics.length > 0) return reportDiagnostics(cell.diagnostics, cell, sources);
    if (succeeded) {
      compiler.settleDeclarations();
      return undefined;
    }
  } catch (error) {
    cell.thrown = { value: error };
  }
  compiler.rescueDeclarations(executor);
  const thrown = cell.thrown?.value;
  const broken = (thrown as { code?: unknown } | undefined)?.code === "ERR_SCRIPT_EXECUTION_INTERRUPTED";
  if (!broken) return reportThrown(thrown, sources);
  cell.interrupt();
  interrupter.stopLeftovers();
  return reportThrown(new InterruptedError(), sources);
}

/**
 * Away from the kernel's own stack and promises: an execution that is stopped takes nothing of the kernel with it.
 */
function inOwnTurn<Result>(cell: Cell, run: () => Promise<Result>): Promise<Result> {
  return new Promise((resolve, reject) => {
    setImmediate(() => cellContext.run(cell, () => run().then(resolve, reject)));
  });
}
