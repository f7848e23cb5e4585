// Compares, verdict by verdict, what Backstage does with a file with what catalint says of it.

import { collapse } from './jira.mjs';

/** The kinds of disagreement, worst first. */
export const CLASSES = {
  crash: 'catalint gave no answer',
  miss: 'Backstage drops it, catalint passes it: a silent miss',
  unexplained: 'Backstage drops it, catalint names no error',
  alarm: 'catalint fails it, Backstage takes it: a false alarm',
  card: 'the Jira card differs',
};

const shown = value => JSON.stringify(value ?? null);

/** Null, missing and empty are one; white space is collapsed on both sides. */
const sameText = (left, right) => {
  const normal = text => (typeof text === 'string' ? collapse(text) : text ?? '');
  return normal(left) === normal(right);
};

/** The fields of the card that differ, each as one line; none when all are alike. */
function cardDifferences(expected, actual) {
  if (!actual) return ['catalint gives no jira'];
  // catalint prints no credential; what it masked cannot be compared.
  const isMasked = (whole, text) => typeof text === 'string' && text.includes('…') && !String(whole).includes('…');
  if (isMasked(expected.projectKey, actual.projectKey) || isMasked(expected.query, actual.query)) return [];
  const differences = [];
  if (expected.card !== Boolean(actual.card)) differences.push(`card ${shown(actual.card)}, plugin ${expected.card}`);
  if (expected.card && actual.card) {
    if ((expected.projectKey ?? '') !== (actual.projectKey ?? '')) {
      differences.push(`projectKey ${shown(actual.projectKey)}, plugin ${shown(expected.projectKey)}`);
    }
    if (!sameText(expected.jql, actual.jql)) differences.push(`jql ${shown(actual.jql)}, plugin ${shown(expected.jql)}`);
  }
  // Who is signed in is not known before; a query with that left open is right too.
  if (!sameText(expected.query, actual.query) && !sameText(expected.queryBeforeUser, actual.query)) {
    differences.push(`query ${shown(actual.query)}, plugin ${shown(expected.query)}`);
  }
  return differences;
}

const isError = diagnostic => diagnostic.severity === 'error';
const rulesOf = diagnostics => [...new Set(diagnostics.map(diagnostic => diagnostic.rule))].join(', ') || 'none';

/** Why the file does not load: the stage and reason of the first document that stops it. */
function fileTrouble(verdict) {
  if (verdict.loads) return { stage: 'accepted', reason: 'the file loads' };
  const culprit = verdict.documents.find(document => document.reason && verdict.fileErrors.some(text =>
    text.includes(document.reason) || document.reason.includes(text.replace(/^\w+: /, ''))));
  return { stage: culprit?.stage ?? 'file', reason: verdict.fileErrors[0] ?? 'unknown' };
}

/** The document hangs on the content of another file, which is not known here. */
const hangsOnAnotherFile = document =>
  document.placeholders && !document.ingested && document.stage !== 'placeholder';

/**
 * @param verdict  of judge()
 * @param answer   of runCatalint() for the same file
 * @returns a list of compared verdicts: `what`, `stage` and `reason` (Backstage's), and, only where the two
 *   do not agree, `kind` (a key of CLASSES) and `said` (catalint's words)
 */
export function compareVerdicts(verdict, answer) {
  const trouble = fileTrouble(verdict);
  if (answer.failure) return [{ what: 'file', ...trouble, kind: 'crash', said: answer.failure }];

  const compared = [];
  const add = (what, { stage, reason }, kind, said) =>
    compared.push({ what, stage, reason: reason ?? stage, ...(kind ? { kind, said } : {}) });
  const errors = answer.diagnostics.filter(isError);

  const loads = Boolean(answer.loads);
  add('loads', trouble, loads === verdict.loads ? null : loads ? 'miss' : 'alarm',
    `loads ${loads}; errors: ${rulesOf(errors)}`);

  const entities = new Map(answer.entities.map(entity => [entity.document, entity]));
  let dropped = !verdict.loads;
  for (const document of verdict.documents) {
    if (document.stage === 'empty' || hangsOnAnotherFile(document)) continue;
    if (!document.ingested) dropped = true;
    const entity = entities.get(document.index);
    const ingested = Boolean(entity?.ingested);
    const blame = document.ingested || document.stage !== 'accepted' ? document : trouble;
    add(`document ${document.index} ingested`, blame,
      ingested === document.ingested ? null : ingested ? 'miss' : 'alarm',
      `ingested ${ingested}; errors: ${rulesOf(errors)}`);
    if (ingested && document.ingested && !document.placeholders) {
      const differences = cardDifferences(document.jira, entity.jira);
      add(`document ${document.index} jira`, document, differences.length > 0 ? 'card' : null, differences.join('; '));
    }
  }
  for (const [index, entity] of entities) {
    const known = verdict.documents[index];
    if (entity.ingested && (!known || known.stage === 'empty')) {
      add(`document ${index} ingested`, { stage: 'no such document', reason: 'Backstage sees no entity there' }, 'miss',
        `ingested true, as ${shown(entity.ref)}`);
    }
  }
  if (dropped) {
    const first = verdict.documents.find(document => !['accepted', 'empty'].includes(document.stage)) ?? trouble;
    add('an error is named', verdict.loads ? first : trouble, errors.length > 0 ? null : 'unexplained',
      `no error; all: ${rulesOf(answer.diagnostics)}`);
  }
  return compared;
}

/**
 * What is worth a look but is no verdict of the contract:
 * `jqlUnexplained`  Jira will refuse a query, and catalint has nothing from jira/ to say about the file
 * `errorsOnTaken`   error-severity yaml/ or backstage/ findings on a file that Backstage takes whole
 */
export function remarks(verdict, answer) {
  if (answer.failure) return {};
  const taken = verdict.loads
    && verdict.documents.every(document => document.ingested || document.stage === 'empty');
  const refused = verdict.documents.some(document =>
    document.ingested && document.jira.jqlErrors.length + document.jira.queryErrors.length > 0);
  return {
    jqlUnexplained: refused && !answer.diagnostics.some(diagnostic => diagnostic.rule.startsWith('jira/')),
    errorsOnTaken: taken && answer.diagnostics.some(diagnostic => isError(diagnostic)
      && /^(yaml|backstage)\//.test(diagnostic.rule) && diagnostic.rule !== 'backstage/duplicate-entity'),
  };
}
