import assert from "node:assert/strict";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { test } from "node:test";

const root = resolve(__dirname, "../..");
const read = (name: string): string => readFileSync(join(root, name), "utf8");
const manifest = JSON.parse(read("package.json"));

test("CONTRIBUTING gives a reason for each dependency, and for nothing else", () => {
  const section = read("CONTRIBUTING.md").split("## Dependencies")[1] ?? "";
  const named = [...section.matchAll(/^\| (.+?) \|/gm)].flatMap(([, cell = ""]) =>
    [...cell.matchAll(/`([^`]+)`/g)].map(([, name]) => name),
  );
  const needsNone = (name: string): boolean => name === "caderno" || name.startsWith("@types/");
  const used = Object.keys({ ...manifest.dependencies, ...manifest.devDependencies, ...manifest.optionalDependencies });
  assert.deepEqual(named.sort(), used.filter((name) => !needsNone(name)).sort());
});

test("README lists every notebook with its script", () => {
  const readme = read("README.md");
  for (const name of readdirSync(join(root, "notebooks")).filter((file) => file.endsWith(".ipynb"))) {
    assert.ok(readme.includes(`(notebooks/${name})`), `README.md does not link notebooks/${name}.`);
    assert.ok(
      readme.includes(`(scripts/${name.replace(".ipynb", ".ts")})`),
      `README.md does not link ${name}'s script.`,
    );
  }
});

test("links and pictures of the documents lead to files, and their npm commands exist", () => {
  for (const name of ["README.md", "CONTRIBUTING.md", "datasets/redacoes.md", "datasets/reviews.md"]) {
    const text = read(name);
    for (const [, target = ""] of text.matchAll(/\]\(([^)#]+?)\)/g)) {
      if (/^https?:/.test(target)) continue;
      assert.ok(existsSync(join(root, name, "..", target)), `${name} links ${target}, which is not there.`);
    }
    for (const [, script = ""] of text.matchAll(/npm run (?:--silent )?([\w:-]+)/g)) {
      assert.ok(script in manifest.scripts, `${name} says \`npm run ${script}\`, which package.json does not have.`);
    }
  }
});
