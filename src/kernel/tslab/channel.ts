/** @file `display()` and `tslab.display` as messages: whole bundles, updates, and clearing. */
import { type KernelChannel, setKernelChannel } from "../../core/kernel-channel";
import { type CellTracker, cellContext } from "./cell";
import type { Iopub } from "./iopub";
import type { TslabJupyterModule } from "./tslab-modules";

/** Offers the cells' code the ways to show things: Caderno's channel, and the function behind `tslab.display`. */
export function openChannel(iopub: Iopub, tracker: CellTracker, jupyter: TslabJupyterModule): void {
  const send = (type: string, content: object): void => {
    const cell = tracker.owner();
    if (cell?.silent !== true) iopub.publish(type, content, cell?.header);
  };
  const channel: KernelChannel = {
    kernel: "tslab",
    display: (bundle, options = {}) => {
      const transient = options.displayId === undefined ? {} : { display_id: options.displayId };
      const type = options.update === true ? "update_display_data" : "display_data";
      send(type, { data: bundle, metadata: options.metadata ?? {}, transient });
    },
    clearOutput: (wait) => send("clear_output", { wait }),
    apart: (work) => {
      const cell = tracker.running();
      const controller = new AbortController();
      const { signal } = controller;
      return new Promise((resolve, reject) => {
        // The interrupted cell is not told how the work ended: stopping what it would do then drops every other promise of that turn.
        cellContext.exit(() => {
          cell?.interruption.catch((reason: unknown) => controller.abort(reason));
          work(signal).then(
            (value) => (signal.aborted ? undefined : resolve(value)),
            (error: unknown) => (signal.aborted ? undefined : reject(error)),
          );
        });
      });
    },
  };
  setKernelChannel(channel);
  jupyter.lastWriteDisplayData = (data, update) => send(update === true ? "update_display_data" : "display_data", data);
}
