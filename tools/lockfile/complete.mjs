// Adds to package-lock.json the platform packages that npm left out.
//
// npm writes an optional dependency into the lock file only where the registry shows it. A registry that carries this
// platform's binaries alone leaves the others out, and then `npm ci` refuses the lock file, on this platform too. The
// name of a platform package says all that npm needs to skip or take it: its system, processor and C library.
//
//   node tools/lockfile/complete.mjs            after every `npm install` that changed the lock file
import { readFileSync, renameSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const path = join(dirname(fileURLToPath(import.meta.url)), "..", "..", "package-lock.json");
const lock = JSON.parse(readFileSync(path, "utf8"));
const SYSTEMS = ["aix", "android", "darwin", "freebsd", "linux", "netbsd", "openbsd", "openharmony", "sunos", "win32"];

const added = [];
for (const [owner, entry] of Object.entries(lock.packages)) {
  for (const [name, version] of Object.entries(entry.optionalDependencies ?? {})) {
    if (Object.keys(lock.packages).some((key) => key.endsWith(`node_modules/${name}`))) continue;
    const parts = name.split(/[-/]/);
    const os = parts.find((part) => SYSTEMS.includes(part));
    const cpu = parts[parts.indexOf(os) + 1];
    if (os === undefined || cpu === undefined || !/^\d/.test(version)) {
      throw new Error(
        `${owner} wants ${name}@${version}, and its name does not say for which platform. Add it by hand.`,
      );
    }
    const libc = os === "linux" ? [parts.includes("musl") ? "musl" : "glibc"] : undefined;
    lock.packages[`node_modules/${name}`] = {
      version,
      cpu: [cpu],
      ...(entry.dev ? { dev: true } : {}),
      ...(libc === undefined ? {} : { libc }),
      optional: true,
      os: [os],
    };
    added.push(`${name}@${version}`);
  }
}
const [root, ...rest] = Object.entries(lock.packages);
rest.sort(([left], [right]) => left.localeCompare(right, "en"));
lock.packages = Object.fromEntries([root, ...rest]);
writeFileSync(`${path}.tmp`, `${JSON.stringify(lock, null, 2)}\n`);
renameSync(`${path}.tmp`, path);
console.log(added.length === 0 ? "The lock file is complete." : `Added ${added.join(", ")}.`);
