// Says how often catalint's verdicts are Backstage's, on descriptors and on mutants of them.
// Run without arguments for the usage; README.md tells more.

import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';

import { runCatalint } from './catalint.mjs';
import { judge } from './judge.mjs';
import { OWN_BASES, mutants, readBases } from './mutate.mjs';
import { againstRecord, readRecords } from './record.mjs';
import { CLASSES, compareVerdicts, remarks } from './verdicts.mjs';

const USAGE = `usage: node compare.mjs --catalint PATH [option ...]
  --catalint PATH  the program to test
  --seed N         seed of the mutants (default 1)
  --count N        how many mutants (default 2000)
  --folder DIR     more descriptors to judge and to mutate; may be repeated
  --expected FILE  recorded verdicts on files of the folders: must be the judge's own, too
  --show N         print so many disagreements of a kind (default 20)
  --min PERCENT    exit with 1 where fewer verdicts agree (default 0)
  --keep DIR       save the files on which there is no agreement`;

class UsageError extends Error {}

function readOptions() {
  let values;
  try {
    ({ values } = parseArgs({
      options: {
        catalint: { type: 'string' },
        seed: { type: 'string', default: '1' },
        count: { type: 'string', default: '2000' },
        folder: { type: 'string', multiple: true, default: [] },
        expected: { type: 'string' },
        show: { type: 'string', default: '20' },
        min: { type: 'string', default: '0' },
        keep: { type: 'string' },
      },
    }));
  } catch (error) {
    throw new UsageError(error.message);
  }
  const number = name => {
    const value = Number(values[name]);
    if (values[name].trim() === '' || !(value >= 0)) throw new UsageError(`--${name} wants a number, not "${values[name]}"`);
    return value;
  };
  if (!values.catalint) throw new UsageError('--catalint is missing');
  const catalint = path.resolve(values.catalint);
  for (const file of [catalint, ...values.folder, ...(values.expected ? [values.expected] : [])]) {
    if (!existsSync(file)) throw new UsageError(`${file} does not exist`);
  }
  return { ...values, catalint, seed: number('seed'), count: number('count'), show: number('show'), min: number('min') };
}

// ---- Output -----------------------------------------------------------------------------------------

/** ASCII alone: nothing that a file holds reaches the terminal raw. */
const escaped = text => JSON.stringify(text).replace(/[\u007f-\uffff]/g, unit =>
  `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);

/** The lines of a mutant that are not its base's, three at most, each with its number. */
function changedLines(base, mutant) {
  const before = base.toString('utf8').split('\n');
  const after = mutant.toString('utf8').split('\n');
  let start = 0;
  while (start < after.length && before[start] === after[start]) start += 1;
  let end = 0;
  while (end < after.length - start && end < before.length - start && before.at(-1 - end) === after.at(-1 - end)) end += 1;
  const last = Math.max(after.length - end, Math.min(start + 1, after.length));
  const lines = after.slice(start, Math.min(last, start + 3)).map((line, offset) =>
    `${start + offset + 1}: ${escaped(line.length > 160 ? `${line.slice(0, 160)}...` : line)}`);
  return last > start + 3 ? [...lines, `... and ${last - start - 3} more`] : lines;
}

/** A reason with its particulars left out, to count alike ones together. */
const generalised = reason => reason
  .replace(/^.*caused by /, '').replace(/^.*?YAMLParseError: /, '').replace(/ To learn more about.*$/, '')
  .replace(/"[^"]*"|'[^']*'/g, '…').replace(/[\w.-]+:[\w.-]+\/[\w.-]+/g, '…').replace(/line \d+, column \d+:?/, '')
  .replace(/\d+/g, 'N').trim().slice(0, 100);

const tally = items => {
  const counts = new Map();
  for (const item of items) counts.set(item, (counts.get(item) ?? 0) + 1);
  return [...counts].sort((left, right) => right[1] - left[1] || (left[0] < right[0] ? -1 : 1));
};

function printDisagreements(disagreements, show) {
  for (const [kind, title] of Object.entries(CLASSES)) {
    const ofKind = disagreements.filter(disagreement => disagreement.kind === kind);
    if (ofKind.length === 0) continue;
    console.log(`\n== ${title} (${ofKind.length})`);
    for (const { testCase, what, stage, reason, said } of ofKind.slice(0, show)) {
      console.log(`${testCase.name}, ${what}`);
      console.log(`    base       ${escaped(testCase.base.name)}; ${testCase.mistakes.join(' + ') || 'as it is'}`);
      console.log(`    Backstage  ${stage}: ${escaped(reason)}`);
      console.log(`    catalint   ${escaped(said)}`);
      if (testCase.mistakes.length > 0) {
        for (const line of changedLines(testCase.base.bytes, testCase.bytes)) console.log(`    line       ${line}`);
      }
    }
    if (ofKind.length > show) console.log(`... and ${ofKind.length - show} more`);
  }
}

function printSummary(compared) {
  console.log('\nstage                   verdicts  disagree');
  for (const [stage, count] of tally(compared.map(({ stage }) => stage))) {
    const wrong = compared.filter(verdict => verdict.stage === stage && verdict.kind).length;
    console.log(`${stage.padEnd(24)}${String(count).padStart(8)}${String(wrong).padStart(10)}`);
  }
  const reasons = tally(compared.filter(({ kind }) => kind).map(({ kind, reason }) => `${kind}: ${generalised(reason)}`));
  if (reasons.length > 0) console.log("\ndisagreements by kind and Backstage's reason");
  for (const [reason, count] of reasons.slice(0, 30)) console.log(`${String(count).padStart(6)}  ${escaped(reason).slice(1, -1)}`);
  if (reasons.length > 30) console.log(`... and ${reasons.length - 30} more`);
}

function keep(folder, disagreements) {
  mkdirSync(folder, { recursive: true });
  const lines = disagreements.map(({ testCase, ...rest }) => {
    writeFileSync(path.join(folder, testCase.name), testCase.bytes);
    return `${JSON.stringify({ path: testCase.name, base: testCase.base.name, mistakes: testCase.mistakes, ...rest })}\n`;
  });
  writeFileSync(path.join(folder, 'disagreements.jsonl'), lines.join(''));
}

// ---- The run ----------------------------------------------------------------------------------------

function makeCases(bases, { seed, count }) {
  const cases = bases.map(base => ({ base, bytes: base.bytes, mistakes: [] }));
  cases.push(...mutants({ bases, seed, count }));
  return cases.map((testCase, index) => ({ name: `${String(index + 1).padStart(6, '0')}.yaml`, ...testCase }));
}

function answersFor(cases, catalint) {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'catalint-conformance-'));
  const remove = () => rmSync(folder, { recursive: true, force: true });
  process.once('exit', remove);
  try {
    for (const { name, bytes } of cases) writeFileSync(path.join(folder, name), bytes);
    return runCatalint(catalint, folder, cases.map(({ name }) => name));
  } finally {
    remove();
  }
}

async function main() {
  const options = readOptions();
  const bases = readBases([OWN_BASES, ...options.folder]);
  const cases = makeCases(bases, options);

  const started = Date.now();
  for (const testCase of cases) testCase.verdict = await judge(testCase.bytes);
  const judged = Date.now();
  const answers = answersFor(cases, options.catalint);
  const answered = Date.now();

  let drifted = 0;
  if (options.expected) {
    const verdicts = new Map(cases.slice(0, bases.length).map(({ base, verdict }) => [base.name, verdict]));
    const { checked, differences } = againstRecord(readRecords(options.expected), verdicts);
    drifted = differences.length;
    for (const difference of differences) console.log(`record: ${escaped(difference)}`);
    console.log(`the judge reproduces ${checked - new Set(differences.map(text => text.split(':')[0])).size} of ${checked} recorded files`);
  }

  const compared = [];
  const remarked = { jqlUnexplained: [], errorsOnTaken: [] };
  for (const testCase of cases) {
    const answer = answers.get(testCase.name);
    for (const verdict of compareVerdicts(testCase.verdict, answer)) compared.push({ testCase, ...verdict });
    for (const [remark, holds] of Object.entries(remarks(testCase.verdict, answer))) {
      if (holds) remarked[remark].push(testCase);
    }
  }
  const disagreements = compared.filter(({ kind }) => kind);

  printDisagreements(disagreements, options.show);
  printSummary(compared);
  if (options.keep && disagreements.length > 0) keep(options.keep, disagreements);

  console.log('\nnot counted');
  const names = list => `${list.length}${list.length > 0 ? `: ${list.slice(0, 5).map(({ name }) => name).join(' ')}` : ''}`;
  console.log(`  files whose query Jira refuses, without a finding from jira/: ${names(remarked.jqlUnexplained)}`);
  console.log(`  files that Backstage takes whole, with an error from yaml/ or backstage/: ${names(remarked.errorsOnTaken)}`);

  const agreeing = compared.length - disagreements.length;
  const share = (100 * agreeing) / Math.max(compared.length, 1);
  console.log(`\nseed ${options.seed}, ${bases.length} descriptors, ${cases.length - bases.length} mutants; judged in `
    + `${((judged - started) / 1000).toFixed(1)} s, catalint took ${((answered - judged) / 1000).toFixed(1)} s`);
  console.log(`${agreeing} of ${compared.length} verdicts agree (${share.toFixed(2)} %)`);
  return share < options.min || drifted > 0 ? 1 : 0;
}

// The YAML parser warns of odd keys through the process; thousands of mutants have such.
process.removeAllListeners('warning');
process.once('SIGINT', () => process.exit(130));
try {
  process.exitCode = await main();
} catch (error) {
  if (!(error instanceof UsageError)) throw error;
  console.error(`compare: ${error.message}\n${USAGE}`);
  process.exitCode = 2;
}
