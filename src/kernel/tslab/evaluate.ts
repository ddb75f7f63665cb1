/** @file Running one cell on tslab's executor, and telling a value from an error without reading what it printed. */
import { type Cell, cellContext } from "./cell";
import type { CellSources } from "./cell-sources";
import type { CompilerRepair } from "./compiler";
import { type ErrorReport, reportDiagnostics, reportThrown } from "./error-report";
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

/** Runs the cell to its end; the report of its failure, or undefined. */
export async function evaluate(
  cell: Cell,
  executor: TslabExecutor,
  compiler: CompilerRepair,
  sources: CellSources,
): Promise<ErrorReport | undefined> {
  let succeeded: boolean;
  try {
    succeeded = await inOwnTurn(cell, () => executor.execute(cell.code));
  } catch (error) {
    return reportThrown(error, sources);
  }
  if (cell.diagnostics.length > 0) return reportDiagnostics(cell.diagnostics, cell.count, cell.code, sources);
  if (succeeded) {
    compiler.settleDeclarations();
    return undefined;
  }
  compiler.rescueDeclarations(executor);
  return reportThrown(cell.thrown?.value, sources);
}

/** Away from the kernel's own stack, so that an execution that is broken off takes nothing of the kernel with it. */
function inOwnTurn<Result>(cell: Cell, run: () => Promise<Result>): Promise<Result> {
  return new Promise((resolve, reject) => {
    setImmediate(() => cellContext.run(cell, () => run().then(resolve, reject)));
  });
}
