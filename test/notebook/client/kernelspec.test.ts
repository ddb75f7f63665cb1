import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { after, describe, test } from "node:test";
import { KernelError } from "../../../src/notebook/client/kernel-error";
import { findKernelspec, jupyterDataFolders, kernelNames } from "../../../src/notebook/client/kernelspec";

const folder = mkdtempSync(join(tmpdir(), "caderno-kernelspec-"));
after(() => rmSync(folder, { recursive: true, force: true }));

const places = {
  first: join(folder, "first"),
  second: join(folder, "second"),
  user: join(folder, "user"),
  venv: join(folder, "venv"),
};
const env: NodeJS.ProcessEnv = {
  JUPYTER_PATH: [places.first, places.second].join(delimiter),
  JUPYTER_DATA_DIR: places.user,
  VIRTUAL_ENV: places.venv,
};
const search = { env, from: folder };

function install(place: string, name: string, spec: unknown): void {
  mkdirSync(join(place, "kernels", name), { recursive: true });
  writeFileSync(join(place, "kernels", name, "kernel.json"), typeof spec === "string" ? spec : JSON.stringify(spec));
}

install(places.first, "both", { argv: ["first"], display_name: "First", language: "x" });
install(places.second, "both", { argv: ["second"], display_name: "Second", language: "x" });
install(places.user, "mine", { argv: ["mine"], interrupt_mode: "message", env: { A: "1", B: 2 } });
install(join(places.venv, "share", "jupyter"), "python3", { argv: ["python", "-m", "x"], language: "python" });
mkdirSync(join(places.venv, "bin"), { recursive: true });
writeFileSync(join(places.venv, "bin", "python"), "");
install(places.user, "broken", "{");
install(places.user, "empty", { argv: [] });
install(places.user, "wrong", { argv: ["x", 1] });
install(places.user, "huge", `{"argv": ["x"], "pad": "${"x".repeat(1 << 20)}"}`);

describe("finding kernels", () => {
  test("JUPYTER_PATH comes before environments, they before the user's folder, it before the system's", () => {
    const folders = jupyterDataFolders(search);
    const order = [places.first, places.second, join(places.venv, "share", "jupyter"), places.user];
    assert.deepEqual(folders.slice(0, 4), order);
    assert.ok(folders.length > 4);
    assert.deepEqual(findKernelspec("both", search).spec.argv, ["first"]);
  });

  test("a project's .venv is an environment", () => {
    mkdirSync(join(folder, ".venv"), { recursive: true });
    writeFileSync(join(folder, "package.json"), "{}");
    assert.ok(
      jupyterDataFolders({ env: {}, from: join(folder, "notebooks") }).includes(
        join(folder, ".venv", "share", "jupyter"),
      ),
    );
  });

  test("the project's own kernels come before all others", () => {
    const project = { both: { argv: ["ours"], display_name: "Ours", language: "typescript" } };
    assert.deepEqual(findKernelspec("both", { ...search, project }).spec.argv, ["ours"]);
    assert.ok(kernelNames({ ...search, project }).includes("both"));
  });

  test("python means the Python of the environment that the kernelspec is in", {
    skip: process.platform === "win32",
  }, () => {
    assert.deepEqual(findKernelspec("python3", search).spec.argv, [join(places.venv, "bin", "python"), "-m", "x"]);
  });

  test("fields that are missing or of a wrong type get their defaults", () => {
    const { spec } = findKernelspec("mine", search);
    assert.equal(spec.interrupt_mode, "message");
    assert.deepEqual(spec.env, { A: "1" });
    assert.equal(spec.display_name, "mine");
    assert.equal(findKernelspec("both", search).spec.interrupt_mode, "signal");
  });

  test("an unknown name lists the known ones and the nearest", () => {
    assert.throws(
      () => findKernelspec("pyton3", search),
      (error) => {
        assert.ok(error instanceof KernelError);
        assert.equal(error.code, "kernel-unknown");
        assert.match(
          error.message,
          /There is no kernel `pyton3`\. Available kernels: .*both.*python3.*Did you mean `python3`\?/,
        );
        return true;
      },
    );
  });

  for (const name of ["constructor", "../first", ""]) {
    test(`a name that is none, ${JSON.stringify(name)}, is unknown`, () => {
      assert.throws(() => findKernelspec(name, { ...search, project: {} }), { code: "kernel-unknown" });
    });
  }

  for (const [name, why] of [
    ["broken", /cannot be read/],
    ["empty", /`argv`/],
    ["wrong", /`argv`/],
    ["huge", /larger than 1 MB/],
  ] as const) {
    test(`a ${name} kernelspec is an error that names the file`, () => {
      assert.throws(
        () => findKernelspec(name, search),
        (error) => {
          assert.ok(error instanceof KernelError);
          assert.equal(error.code, "kernel-invalid");
          assert.match(error.message, why);
          assert.match(error.message, new RegExp(join(name, "kernel.json").replaceAll("\\", "\\\\")));
          return true;
        },
      );
    });
  }
});
