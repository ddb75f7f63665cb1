import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { join, resolve } from "node:path";
import { test } from "node:test";

const root = resolve(__dirname, "../..");

test("importing caderno loads no heavy package and prints nothing", () => {
  const script = `
    require(${JSON.stringify(join(root, "dist/index.js"))});
    process.stdout.write(JSON.stringify(Object.keys(require.cache)));
  `;
  const printed = execFileSync(process.execPath, ["-e", script], { cwd: root, encoding: "utf8" });
  const loaded: string[] = JSON.parse(printed);
  const heavy =
    /node_modules[\\/](danfojs-node|@tensorflow|@duckdb|zeromq|tslab|typescript|@tslab|onnxruntime-node|plotly\.js)/;
  assert.deepEqual(
    loaded.filter((file) => heavy.test(file)),
    [],
  );
});
