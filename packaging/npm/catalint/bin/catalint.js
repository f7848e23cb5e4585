#!/usr/bin/env node
// Starts the program, which lies in the package of this platform, and ends as it
// ends: with its exit status, or by the signal that ended it.
"use strict";

const { spawn } = require("node:child_process");
const { homepage, optionalDependencies } = require("../package.json");

const somethingStopsIt = 3; // as the program's own exit status says it
const name = `catalint-${process.platform}-${process.arch}`;

function giveUp(message) {
  console.error(`catalint: ${message}`);
  process.exit(somethingStopsIt);
}

function findProgram() {
  try {
    return require.resolve(`${name}/bin/catalint`);
  } catch {
    const names = Object.keys(optionalDependencies);
    if (names.includes(name)) {
      giveUp(`the package ${name} is not installed; npm brings it as an optional dependency: ` +
        "install again on this machine, without --omit=optional or --no-optional");
    }
    giveUp(`there is no package for ${process.platform} on ${process.arch}, only ` +
      `${names.join(" and ")}; ${homepage} tells how to build it`);
  }
}

const program = findProgram();
let child;
for (const signal of ["SIGHUP", "SIGINT", "SIGQUIT", "SIGTERM"]) {
  process.on(signal, () => child.kill(signal));
}
child = spawn(program, process.argv.slice(2), { stdio: "inherit" });
child.on("error", (error) => giveUp(`${program} could not be started: ${error.message}`));
child.on("exit", (status, signal) => {
  if (signal === null) {
    process.exitCode = status;
    return;
  }
  process.removeAllListeners(signal);
  process.kill(process.pid, signal);
});
