// Runs `catalint check` over many files and returns what its JSON report says about each.

import { spawnSync } from 'node:child_process';

const BATCH = 250;
const BATCH_TIMEOUT_MS = 120_000;

function runOnce(catalint, folder, names) {
  const run = spawnSync(catalint, ['check', '--no-config', '--format', 'json', '--files-from', '-'], {
    cwd: folder,
    input: names.map(name => `${name}\n`).join(''),
    encoding: 'utf8',
    timeout: BATCH_TIMEOUT_MS,
    maxBuffer: 1 << 30,
  });
  if (run.error?.code === 'ETIMEDOUT') return { failure: `ran longer than ${BATCH_TIMEOUT_MS / 1000} s` };
  if (run.error) throw run.error;
  if (run.signal) return { failure: `ended by ${run.signal}` };
  if (run.status !== 0 && run.status !== 1) {
    return { failure: `exit status ${run.status}: ${run.stderr.trim().split('\n').at(-1)}` };
  }
  try {
    return { report: JSON.parse(run.stdout) };
  } catch (error) {
    return { failure: `the report is not JSON: ${error.message}` };
  }
}

function runBatch(catalint, folder, names, answers) {
  const { report, failure } = runOnce(catalint, folder, names);
  if (failure && names.length > 1) {
    // One file spoils the batch: find it, and lose no verdict on the others.
    const middle = names.length >> 1;
    runBatch(catalint, folder, names.slice(0, middle), answers);
    runBatch(catalint, folder, names.slice(middle), answers);
    return;
  }
  if (failure) {
    answers.set(names[0], { failure });
    return;
  }
  if (report.version !== 1) throw new Error(`the report has version ${report.version}, this program reads 1`);
  for (const file of report.files) {
    answers.set(file.path, { loads: file.loads, entities: file.entities, diagnostics: [] });
  }
  for (const diagnostic of report.diagnostics) answers.get(diagnostic.path)?.diagnostics.push(diagnostic);
  for (const name of names) if (!answers.has(name)) answers.set(name, { failure: 'the report does not name it' });
}

/**
 * @param catalint  path of the program
 * @param folder    where the files lie, and the working directory of the runs
 * @param names     paths relative to `folder`
 * @returns {Map<string, {failure: string} | {loads: boolean, entities: object[], diagnostics: object[]}>}
 *   `failure` tells why there is no answer for a file: a crash, a time-out, a broken report
 */
export function runCatalint(catalint, folder, names) {
  const answers = new Map();
  for (let from = 0; from < names.length; from += BATCH) {
    runBatch(catalint, folder, names.slice(from, from + BATCH), answers);
  }
  return answers;
}
