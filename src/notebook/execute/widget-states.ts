/** @file What widgets would show: their states, kept so that a page without a kernel can draw them. */
import { isRecord, type Message, objectField, textField } from "../client/messages";
import type { Output } from "../format/types";
import type { Displays } from "./displays";
import { type OutputLimits, OutputList } from "./output-list";

const WIDGET_TARGET = "jupyter.widget";
/** The media type under which notebooks keep widget states. */
const STATE_TYPE = "application/vnd.jupyter.widget-state+json";
/** All states of a notebook together. */
const MOST_BYTES = 100_000_000;

interface Widget {
  state: Record<string, unknown>;
  buffers: Map<string, { encoding: "base64"; path: unknown; data: string }>;
  /** There for widgets that swallow output. */
  outputs: OutputList | undefined;
}

/** The widgets of one run. Python: `nbclient.NotebookClient.set_widgets_metadata` and its `OutputWidget`. */
export class WidgetStates {
  readonly #widgets = new Map<string, Widget>();
  /** The widgets that swallow the output of a request, the innermost last. */
  readonly #swallowing = new Map<string, Widget[]>();
  readonly #displays: Displays;
  readonly #limits: OutputLimits;
  #bytes = 0;

  constructor(displays: Displays, limits: OutputLimits) {
    this.#displays = displays;
    this.#limits = limits;
  }

  /** Takes a message if it belongs to a widget, and says whether it did. */
  take(message: Message): boolean {
    const type = message.header.msg_type;
    if (type === "comm_open" || type === "comm_msg" || type === "comm_close") {
      this.#comm(message, type);
      return true;
    }
    const swallowing = this.#swallowing.get(message.parent_header.msg_id ?? "")?.at(-1);
    return swallowing?.outputs?.take(message) ?? false;
  }

  /** The notebook's `metadata.widgets`, or undefined when there was no widget. */
  metadata(): Record<string, unknown> | undefined {
    if (this.#widgets.size === 0) return undefined;
    const state = Object.fromEntries([...this.#widgets].map(([id, widget]) => [id, serialized(widget)]));
    return { [STATE_TYPE]: { version_major: 2, version_minor: 0, state } };
  }

  #comm(message: Message, type: string): void {
    const id = textField(message.content, "comm_id");
    const isNew = type === "comm_open" && message.content.target_name === WIDGET_TARGET;
    const size = message.size + message.buffers.reduce((sum, buffer) => sum + buffer.byteLength, 0);
    if (id === "" || this.#bytes + size > MOST_BYTES) return;
    if (isNew) this.#widgets.set(id, { state: {}, buffers: new Map(), outputs: undefined });
    const widget = this.#widgets.get(id);
    const data = objectField(message.content, "data");
    if (widget === undefined || !isRecord(data.state)) return;
    this.#bytes += size;
    widget.state = { ...widget.state, ...data.state };
    keepBuffers(widget, data.buffer_paths, message.buffers);
    if (widget.state._model_name === "OutputModel") this.#swallow(widget, data.state);
  }

  /** An output widget takes the output of the request that its `msg_id` names, until it names none. */
  #swallow(widget: Widget, update: Record<string, unknown>): void {
    if (widget.outputs === undefined) {
      const outputs: Output[] = [];
      widget.outputs = new OutputList(outputs, this.#displays, this.#limits);
      widget.state.outputs = outputs;
    }
    if (typeof update.msg_id !== "string") return;
    for (const [parent, widgets] of this.#swallowing) {
      const others = widgets.filter((other) => other !== widget);
      if (others.length === 0) this.#swallowing.delete(parent);
      else this.#swallowing.set(parent, others);
    }
    if (update.msg_id === "") return;
    this.#swallowing.set(update.msg_id, [...(this.#swallowing.get(update.msg_id) ?? []), widget]);
  }
}

function keepBuffers(widget: Widget, paths: unknown, buffers: readonly Buffer[]): void {
  if (!Array.isArray(paths)) return;
  for (const [index, path] of paths.entries()) {
    const buffer = buffers[index];
    if (buffer === undefined) return;
    widget.buffers.set(JSON.stringify(path), { encoding: "base64", path, data: buffer.toString("base64") });
  }
}

function serialized(widget: Widget): Record<string, unknown> {
  widget.outputs?.settle();
  const { state } = widget;
  return {
    model_name: state._model_name,
    model_module: state._model_module,
    model_module_version: state._model_module_version,
    state,
    ...(widget.buffers.size > 0 ? { buffers: [...widget.buffers.values()] } : {}),
  };
}
