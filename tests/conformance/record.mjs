// Checks judge() against verdicts that were recorded earlier, one JSON object a line:
//   {"path": ..., "locationOk": true, "docs": [{"index": 0, "ingested": true, "stage": "accepted"}, ...]}

import { readFileSync } from 'node:fs';

/** Reads a file of records. */
export const readRecords = file =>
  readFileSync(file, 'utf8').split('\n').filter(line => line.trim() !== '').map(line => JSON.parse(line));

// A record tells a failure of stitching by `ingested` alone.
const recordedStage = stage => (stage === 'stitching' ? 'accepted' : stage);

function differencesOf(record, verdict) {
  const differences = [];
  const check = (what, recorded, judged) => {
    if (recorded !== judged) differences.push(`${record.path}: ${what} is recorded as ${recorded}, judged as ${judged}`);
  };
  check('loads', record.locationOk, verdict.loads);
  check('number of documents', record.docs.length, verdict.documents.length);
  for (const recorded of record.docs) {
    const judged = verdict.documents[recorded.index];
    if (!judged) continue;
    const what = `document ${recorded.index}`;
    check(`${what} ingested`, recorded.ingested, judged.ingested);
    check(`${what} stage`, recorded.stage, recordedStage(judged.stage));
    if (recorded.ingested && judged.ingested && recorded.jira) {
      check(`${what} card`, Boolean(recorded.jira.available), judged.jira.card);
      check(`${what} project key`, recorded.jira.projectKey || null, judged.jira.projectKey);
    }
  }
  return differences;
}

/**
 * @param records   of readRecords()
 * @param verdicts  Map from path to the verdict of judge(); records of other paths are left out
 * @returns `checked`, the number of files, and `differences`, each one line that starts with the path
 */
export function againstRecord(records, verdicts) {
  const known = records.filter(record => verdicts.has(record.path));
  return {
    checked: known.length,
    differences: known.flatMap(record => differencesOf(record, verdicts.get(record.path))),
  };
}
