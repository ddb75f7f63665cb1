/** @file The error of a batch that failed while its gradients were gathered, the same on both engines. */
import { HALF_UPDATED, MachineError } from "../machine/machine-error";

/** The error with what became of the gathered gradients: they are dropped, so that no sum is half a batch's. */
export function sumsDropped(error: MachineError): MachineError {
  const { code, hint, program, input, node } = error;
  const message = `${error.message.replace(HALF_UPDATED, "")} The gradients gathered for this update are dropped.`;
  return new MachineError(code, message, { hint, program, input, node, cause: error });
}
