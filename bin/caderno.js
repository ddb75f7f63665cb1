#!/usr/bin/env node
// The command itself is src/cli/main.ts; this file only finds its build, so that npm can link it before the first build.
const { existsSync } = require("node:fs");
const { join } = require("node:path");

const main = join(__dirname, "..", "dist", "cli", "main.js");
if (!existsSync(main)) {
  console.error("caderno is not built yet. Run `npm run build` in the project's folder, then try again.");
  process.exit(1);
}
require(main).main(process.argv.slice(2));
