/** @file The error of gradients that are no numbers, the same on both engines: nothing was updated. */
import { MachineError } from "../machine/machine-error";
import { FINITE_GUARD } from "./adamw";

/** The error of a step whose gradients are NaN or infinite. */
export function notFinite(program: string, cause?: unknown): MachineError {
  const message = "The gradients are not finite numbers (NaN or Infinity), so nothing was updated.";
  const hint = "Lower the learning rate, or look for such numbers among the inputs and weights.";
  return new MachineError("not-finite", message, { hint, program, cause });
}

/** An error of a step in plainer words, where its gradients were not finite. */
export function namedFailure(error: unknown): unknown {
  if (!(error instanceof MachineError) || error.code !== "run-failed" || error.state !== "unchanged") return error;
  const isGuard = error.node?.split("/").includes(FINITE_GUARD) === true;
  return isGuard ? notFinite(error.program ?? "step", error) : error;
}
