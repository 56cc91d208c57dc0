#!/usr/bin/env node
// Starts the program that the package for this system carries.
"use strict";

const { spawn } = require("node:child_process");
const { constants } = require("node:os");

const system = `safepaste-${process.platform}-${process.arch}`;
const program = process.platform === "win32" ? "safepaste.exe" : "safepaste";

let path;
try {
  path = require.resolve(`${system}/${program}`);
} catch {
  console.error(`safepaste: the package ${system} is missing`);
  console.error("help: install without --omit=optional; for a system that has no package, cargo install safepaste");
  process.exit(2);
}

const child = spawn(path, process.argv.slice(2), { stdio: "inherit" });
// A terminal sends Ctrl-C to the program itself; the launcher only waits. What is sent to the launcher alone is passed on.
process.on("SIGINT", () => {});
for (const signal of ["SIGTERM", "SIGHUP"]) {
  process.on(signal, () => child.kill(signal));
}
child.on("error", (error) => {
  console.error(`safepaste: the program cannot be started: ${error.code}`);
  process.exit(2);
});
child.on("exit", (code, signal) => process.exit(signal ? 128 + constants.signals[signal] : code));
