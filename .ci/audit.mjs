// Fails on a known vulnerability of high severity. A registry that does not answer audits is said to be silent, not clean.
import { spawnSync } from "node:child_process";

const run = spawnSync("npm", ["audit", "--json", "--omit=dev", "--audit-level=high", "--audit=true"], {
  encoding: "utf8",
  shell: process.platform === "win32",
  timeout: 120_000,
});
let answer;
try {
  answer = JSON.parse(run.stdout);
} catch {
  answer = undefined;
}
const counts = answer?.metadata?.vulnerabilities;
if (counts === undefined) {
  console.log("The registry does not answer `npm audit`: nothing is known about vulnerabilities.");
} else if (counts.high + counts.critical > 0) {
  for (const [name, found] of Object.entries(answer.vulnerabilities)) {
    if (["high", "critical"].includes(found.severity)) console.error(`${found.severity}: ${name} ${found.range}`);
  }
  process.exitCode = 1;
} else {
  console.log(`No known vulnerability of high severity (${counts.moderate} moderate, ${counts.low} low).`);
}
