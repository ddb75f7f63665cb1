import assert from "node:assert/strict";
import { spawn, spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { after, test } from "node:test";

const root = resolve(__dirname, "../..");
const caderno = join(root, "bin/caderno.js");
mkdirSync(join(root, "build"), { recursive: true });
// Inside the project, so that scripts find the package by its name.
const folder = mkdtempSync(join(root, "build", "test-exec-"));
after(() => rmSync(folder, { recursive: true, force: true }));
writeFileSync(join(folder, "package.json"), "{}");
mkdirSync(join(folder, "scripts"));

function script(name: string, text: string): string {
  const path = join(folder, "scripts", name);
  writeFileSync(path, text);
  return path;
}

function exec(...args: string[]): { status: number | null; stdout: string; stderr: string } {
  return spawnSync(process.execPath, [caderno, "exec", ...args], { cwd: join(folder, "scripts"), encoding: "utf8" });
}

script(
  "parameters.ts",
  `import { scriptParameters } from "caderno";
const parameter = scriptParameters({
  epochs: { type: "number", default: 1, description: "Passes." },
  mode: { type: '"a" | "b"', default: "a" },
  names: { type: "string[]", default: ["x"] },
});
console.log(JSON.stringify([parameter("epochs", 1), parameter("mode", "a"), parameter("names", ["x"])]), process.cwd());
`,
);

test("a script runs in the project's folder with its defaults, or with what the command gives", () => {
  assert.equal(exec("parameters.ts").stdout, `[1,"a",["x"]] ${folder}\n`);
  const given = exec("parameters.ts", "-p", "epochs=3", "-p=mode=b", "-p", 'names=["y", "z"]', "-p", "epochs=4");
  assert.equal(given.stdout, `[4,"b",["y","z"]] ${folder}\n`);
  assert.equal(given.status, 0);
});

test("a parameter file is found from where the command is given, and -p behind it wins", () => {
  writeFileSync(join(folder, "scripts", "quick.json"), '{"epochs": 2, "mode": "b"}');
  const given = exec("parameters.ts", "--parameters", "quick.json", "-p", "mode=a");
  assert.equal(given.stdout, `[2,"a",["x"]] ${folder}\n`);
  assert.equal(exec("parameters.ts", "--parameters=quick.json").stdout, `[2,"b",["x"]] ${folder}\n`);
});

test("--help lists the parameters with types, defaults and meanings", () => {
  const { status, stdout } = exec("parameters.ts", "--help");
  assert.equal(status, 0);
  assert.match(stdout, /^Usage: npx caderno exec scripts[\\/]parameters\.ts /);
  assert.match(stdout, /^epochs +number +1 +Passes\.$/m);
  assert.match(stdout, /^mode +"a" \| "b" +"a"$/m);
});

test("a wrong name, a wrong type and an unknown option end with exit code 2 before the script runs", () => {
  const cases: [string[], RegExp][] = [
    [
      ["-p", "epoch=1"],
      /has no parameter `epoch`\. Available parameters: epochs, mode, names\. Did you mean `epochs`\?/,
    ],
    [["-p", "epochs=many"], /`epochs` must be of type number, but got "many"/],
    [["-p", "mode=c"], /`mode` must be of type "a" \| "b", but got "c"/],
    [["-p", "epochs"], /-p must be followed by name=value, but got "epochs"/],
    [["-p"], /-p must be followed by a value/],
    [["--fast"], /There is no option --fast/],
    [["--parameters", "none.json"], /There is no parameter file/],
  ];
  for (const [args, message] of cases) {
    const { status, stdout, stderr } = exec("parameters.ts", ...args);
    assert.match(stderr, message);
    assert.doesNotMatch(stderr, /\bat .*:\d+:\d+/, "a stack trace is no message");
    assert.equal(status, 2);
    assert.equal(stdout, "");
  }
});

test("the script's exit code is the command's", () => {
  script("leave.ts", "process.exit(7);");
  assert.equal(exec("leave.ts").status, 7);
  script("throw.ts", 'throw new Error("boom");');
  const thrown = exec("throw.ts");
  assert.equal(thrown.status, 1);
  assert.match(thrown.stderr, /boom/);
});

test("an error of the library is its message, what to do, and the line of the script", () => {
  const text = `import { CadernoError, failScript } from "caderno";
async function main(): Promise<void> {
  throw new CadernoError("odd", "It is odd.", { hint: "Make it even." });
}
main().catch(failScript);
`;
  script("fail.ts", text);
  const { status, stderr } = exec("fail.ts");
  assert.equal(status, 1);
  assert.match(stderr, /^CadernoError: It is odd\.\n {2}Make it even\.\n {2}at scripts[\\/]fail\.ts:3:9\n$/);
});

test("a missing script lists its neighbours, a notebook says what to do with it", () => {
  const missing = exec("parameter.ts");
  assert.equal(missing.status, 1);
  assert.match(missing.stderr, /There is no script parameter\.ts\.\n.*parameters\.ts.*Did you mean `parameters\.ts`\?/);
  assert.match(exec("../nowhere/a.ts").stderr, /npx caderno export notebooks/);
  assert.match(exec("02-x.ipynb").stderr, /is a notebook, not a script\.\n.*caderno run 02-x\.ipynb/);
});

test("a signal to the command reaches the script, whose end is reported", async () => {
  const path = script(
    "wait.ts",
    'process.on("SIGTERM", () => process.exit(9)); console.log("ready"); setInterval(() => {}, 1000);',
  );
  const child = spawn(process.execPath, [caderno, "exec", path], { stdio: ["ignore", "pipe", "inherit"] });
  child.stdout.once("data", () => child.kill("SIGTERM"));
  assert.equal(await new Promise((done) => child.once("exit", done)), 9);
  const plain = script("wait-plainly.ts", 'console.log("ready"); setInterval(() => {}, 1000);');
  const other = spawn(process.execPath, [caderno, "exec", plain], { stdio: ["ignore", "pipe", "inherit"] });
  other.stdout.once("data", () => other.kill("SIGTERM"));
  assert.equal(await new Promise((done) => other.once("exit", done)), 143);
});
