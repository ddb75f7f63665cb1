import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { test } from "node:test";

const root = resolve(__dirname, "../..");

interface LockedPackage {
  version: string;
  optionalDependencies?: Record<string, string>;
  resolved?: string;
}

const { packages }: { packages: Record<string, LockedPackage> } = JSON.parse(
  readFileSync(join(root, "package-lock.json"), "utf8"),
);

test("the lock file has the binaries of every platform, so that `npm ci` takes it everywhere", () => {
  const missing = Object.entries(packages).flatMap(([owner, { optionalDependencies = {} }]) =>
    Object.keys(optionalDependencies)
      .filter((name) => !Object.keys(packages).some((place) => place.endsWith(`node_modules/${name}`)))
      .map((name) => `${owner} wants ${name}`),
  );
  assert.deepEqual(missing, [], "Run `node tools/lockfile/complete.mjs`.");
});

test("versions in package.json are exact", () => {
  const { dependencies, devDependencies } = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));
  const loose = Object.entries({ ...dependencies, ...devDependencies }).filter(
    ([name, version]) => name !== "caderno" && !/^\d+\.\d+\.\d+(-[\w.]+)?$/.test(String(version)),
  );
  assert.deepEqual(loose, []);
});
