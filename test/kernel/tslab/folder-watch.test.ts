import assert from "node:assert/strict";
import { createRequire } from "node:module";
import { test } from "node:test";
import { CellSources } from "../../../src/kernel/tslab/cell-sources";
import { CompilerRepair } from "../../../src/kernel/tslab/compiler";
import type { Interrupter } from "../../../src/kernel/tslab/interrupt";
import type { TypeScriptApi } from "../../../src/kernel/tslab/tslab-modules";
import { ROOT } from "./repaired-kernel";

const require_ = createRequire(createRequire(__filename).resolve("tslab/package.json"));
const typescript = require_("@tslab/typescript-for-tslab") as TypeScriptApi & { sys: object };

test("no folder is watched: one that changes beside the project would fail the cell that runs then", () => {
  const repair = new CompilerRepair(typescript, new CellSources(ROOT), {} as Interrupter, ROOT);
  const watched: string[] = [];
  const system = Object.assign(Object.create(typescript.sys) as object, {
    watchDirectory: (path: string) => {
      watched.push(path);
      return { close: () => undefined };
    },
  });
  const host = repair.instrumented().createWatchCompilerHost([], {}, system) as {
    watchDirectory(path: string, callback: () => void, recursive?: boolean): { close(): void };
  };
  host.watchDirectory(ROOT, () => undefined, true).close();
  assert.deepEqual(watched, []);
});
