import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";
import { test } from "node:test";
import ts from "typescript";

const root = resolve(__dirname, "../..");
const source = join(root, "src");

/** The rooms that each room may import from, besides itself. The picture is in CONTRIBUTING.md. */
const FOUNDATION = ["core", "hub", "datasets", "tokenizers", "graph", "evaluation", "plots"];
const ALLOWED: Record<string, readonly string[]> = {
  core: [],
  datasets: ["core"],
  tokenizers: ["core", "hub"],
  graph: ["core"],
  evaluation: ["core"],
  plots: ["core"],
  models: FOUNDATION,
  generation: [...FOUNDATION, "models"],
  training: [...FOUNDATION, "models", "generation"],
  pipelines: [...FOUNDATION, "models", "training", "generation"],
  hub: ["core"],
  gradio: ["core"],
  notebook: ["core"],
  kernel: ["core"],
};

/** Packages that only some rooms may touch: heavy ones, and those that tie a file to one runtime. */
const KEPT_TO: readonly { packages: RegExp; places: RegExp; why: string }[] = [
  { packages: /^(onnxruntime-|@tensorflow\/)/, places: /^graph\//, why: "one room runs the arithmetic" },
  {
    packages: /^tslab(\/|$)/,
    places: /^(kernel\/|notebook\/plain-tslab\.ts$)/,
    why: "one file knows the kernel it is in",
  },
  {
    packages: /^(@duckdb\/|apache-arrow$|danfojs-node$|parquet-wasm(\/|$))/,
    places: /^datasets\//,
    why: "columns live in one room",
  },
  { packages: /^zeromq$/, places: /^(kernel|notebook\/client)\//, why: "the wire has two ends" },
  { packages: /^@huggingface\/hub$/, places: /^hub\//, why: "one room speaks to the Hub" },
  { packages: /^@huggingface\/jinja$/, places: /^tokenizers\/chat\//, why: "templates of strangers run in one place" },
  { packages: /^@huggingface\/tokenizers$/, places: /^tokenizers\//, why: "one room knows how text is cut" },
  {
    packages: /^@huggingface\/transformers$/,
    places: /^pipelines\//,
    why: "one room hands tasks to transformers.js",
  },
  { packages: /^commander$/, places: /^cli\//, why: "only programs read a command line" },
];

interface Import {
  from: string;
  to: string;
}

const files = readdirSync(source, { recursive: true, encoding: "utf8" }).filter((name) => name.endsWith(".ts"));
const imports = files.flatMap((file) => importsOf(file));
const internal = imports.filter(({ to }) => to.startsWith("."));

test("every file under src belongs to a room of the house", () => {
  for (const file of files.filter((name) => name !== "index.ts")) {
    const room = roomOf(file);
    assert.ok(
      room in ALLOWED || room === "cli",
      `src/${file} is in no room: add the room to this test and the design.`,
    );
  }
});

test("arrows between rooms point only down", () => {
  const wrong = internal.flatMap(({ from, to }) => {
    const target = targetOf(from, to);
    const [fromRoom, toRoom] = [roomOf(from), roomOf(target)];
    if (from === "index.ts" || fromRoom === "cli" || fromRoom === toRoom) return [];
    return ALLOWED[fromRoom]?.includes(toRoom) ? [] : [`src/${from} imports src/${target}`];
  });
  assert.deepEqual(wrong, []);
});

test("no file imports itself through others", () => {
  const graph = new Map<string, string[]>();
  for (const { from, to } of internal) graph.set(from, [...(graph.get(from) ?? []), targetOf(from, to)]);
  const done = new Set<string>();
  const visit = (file: string, path: readonly string[]): void => {
    const seen = path.indexOf(file);
    assert.equal(seen, -1, `A cycle: ${[...path.slice(seen), file].join(" -> ")}`);
    if (done.has(file)) return;
    for (const next of graph.get(file) ?? []) visit(next, [...path, file]);
    done.add(file);
  };
  for (const file of files) visit(file, []);
});

test("src/index.ts is the only barrel, and nothing imports it", () => {
  assert.deepEqual(
    files.filter((file) => /(^|[\\/])index\.ts$/.test(file)),
    ["index.ts"],
  );
  assert.deepEqual(
    internal.filter(({ from, to }) => targetOf(from, to) === "index.ts"),
    [],
  );
  const forwarding = files.filter(
    (file) => file !== "index.ts" && /^export \* from|^export \{[^}]*\} from/m.test(read(file)),
  );
  assert.deepEqual(forwarding, [], "These files pass on what another file exports; import it from where it stands.");
  assert.doesNotMatch(read("index.ts"), /export \*/, "The barrel names each export.");
});

test("packages that belong to one room are imported nowhere else", () => {
  const wrong = imports.flatMap(({ from, to }) =>
    KEPT_TO.filter((rule) => rule.packages.test(to) && !rule.places.test(from)).map(
      (rule) => `src/${from} imports ${to}: ${rule.why}`,
    ),
  );
  assert.deepEqual(wrong, []);
});

test("every package that src imports is a dependency", () => {
  const manifest = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));
  const known = Object.keys({ ...manifest.dependencies, ...manifest.optionalDependencies });
  const used = imports
    .map(({ to }) => to)
    .filter((to) => !to.startsWith(".") && !to.startsWith("node:"))
    .map((to) =>
      to
        .split("/")
        .slice(0, to.startsWith("@") ? 2 : 1)
        .join("/"),
    );
  assert.deepEqual(
    [...new Set(used)].filter((name) => !known.includes(name)),
    [],
  );
});

test("each file opens with what it is for, and none is longer than 450 lines", () => {
  const silent = files.filter((file) => !/^(#!.*\n)?\/\*\*[\s\S]{0,40}?@file /.test(read(file)));
  assert.deepEqual(silent, [], "These files lack a /** @file … */ header.");
  // The barrel is a list of names: it grows with the house, and holds no code.
  const long = files.filter((file) => file !== "index.ts" && read(file).split("\n").length > 450);
  assert.deepEqual(long, []);
});

function importsOf(file: string): Import[] {
  const text = read(file);
  const found = ts.preProcessFile(text, true, true).importedFiles.map((imported) => imported.fileName);
  return found.map((to) => ({ from: file.replaceAll("\\", "/"), to }));
}

function targetOf(from: string, to: string): string {
  const path = relative(source, resolve(source, dirname(from), to)).replaceAll("\\", "/");
  return path.endsWith(".json") ? path : `${path.replace(/\.js$/, "")}.ts`;
}

function roomOf(file: string): string {
  return file.split("/")[0] ?? "";
}

function read(file: string): string {
  return readFileSync(join(source, file), "utf8");
}
