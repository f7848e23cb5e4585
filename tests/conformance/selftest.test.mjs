// Tests of the judge, the mutants and the comparison themselves: `node --test`.
// With CATALINT_SHARED set to a folder that holds probes/ and corpus/, their recorded verdicts must come out too.

import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import test from 'node:test';

import { jqlSyntaxErrors } from './jql.mjs';
import { judge } from './judge.mjs';
import { MISTAKE_NAMES, OWN_BASES, mutants, readBases } from './mutate.mjs';
import { againstRecord, readRecords } from './record.mjs';
import { compareVerdicts } from './verdicts.mjs';

process.removeAllListeners('warning');

const judgeText = text => judge(Buffer.from(text));
const SPEC = 'spec: {type: service, lifecycle: production, owner: team-a}\n';
const HEAD = 'apiVersion: backstage.io/v1alpha1\nkind: Component\n';
const component = metadata => `${HEAD}metadata: {name: x${metadata ? `, ${metadata}` : ''}}\n${SPEC}`;
const annotated = lines => `${HEAD}metadata:\n  name: x\n  annotations:\n    ${lines.join('\n    ')}\n${SPEC}`;
const OK = component('');

/** A verdict on one line: `loads` or `fails`, then one stage a document, with `!` where it is ingested. */
const summary = ({ loads, documents }) =>
  [loads ? 'loads' : 'fails', ...documents.map(({ stage, ingested }) => stage + (ingested ? '!' : ''))].join(' ');

const STAGES = [
  // Parsing.
  ['plain', OK, 'loads accepted!'],
  ['empty file', '', 'loads'],
  ['comments alone', '# nothing yet\n', 'loads'],
  ['null document', '---\n~\n', 'loads empty'],
  ['empty documents around one', `---\n---\n${OK}---\n`, 'loads empty accepted! empty'],
  ['byte order mark at the start', `\ufeff${OK}`, 'loads accepted!'],
  ['byte order mark after ---', `---\n\ufeff${OK}`, 'fails envelope'],
  ['CRLF', OK.replaceAll('\n', '\r\n'), 'loads accepted!'],
  ['CR alone', OK.replaceAll('\n', '\r'), 'fails yaml'],
  ['tab as indentation', `${HEAD}metadata:\n\tname: x\n${SPEC}`, 'fails yaml'],
  ['duplicate key', `${OK}kind: Component\n`, 'fails yaml'],
  ['conflict marker', `<<<<<<< HEAD\n${OK}`, 'fails yaml'],
  ['bad YAML takes the good document with it', `${OK}---\na: [\n`, 'fails accepted yaml'],
  ['unknown alias', annotated(['jira/project-key: *key']), 'fails yaml-tojson'],
  ['nothing after an unknown alias is looked at', `a: *b\n---\n${OK}`, 'fails yaml-tojson not-reached'],
  ['cycle', `${OK.replace('spec: {', 'spec: &s {self: *s, ')}`, 'fails circular'],
  ['one node twice is no cycle', component('labels: &l {a: b}').replace('owner', 'l: *l, owner'), 'loads accepted!'],
  ['list at the root', '- a\n', 'fails not-object'],
  ['text at the root', 'hello\n', 'fails not-object'],
  ['%YAML 2.0 is a warning', `%YAML 2.0\n---\n${OK}`, 'loads accepted!'],
  ['JSON', JSON.stringify({ apiVersion: 'backstage.io/v1alpha1', kind: 'System', metadata: { name: 'x' }, spec: { owner: 'a' } }),
    'loads accepted!'],
  // Envelope and annotations, in the Location's collector.
  ['no kind', OK.replace('kind: Component\n', ''), 'fails envelope'],
  ['numeric name', OK.replace('name: x', 'name: 12'), 'fails envelope'],
  ['null namespace', component('namespace: null'), 'fails envelope'],
  ['annotations as a list', component('annotations: [a]'), 'fails annotations-not-object'],
  ['annotations as a string', component('annotations: "jira/project-key:ABC"'), 'fails annotations-not-object'],
  ['annotations: null', component('annotations: null'), 'loads accepted!'],
  ['a broken envelope takes the good document with it', `${OK}---\nkind: Component\n`, 'fails accepted envelope'],
  // Policies.
  ['numeric annotation', annotated(['jira/project-key: 123']), 'loads policy'],
  ['annotation key with two slashes', annotated(['jira/a/b: x']), 'loads policy'],
  ['upper-case tag', component('tags: [Java]'), 'loads policy'],
  ['null description', component('description: null'), 'loads policy'],
  ['unknown root field', `${OK}owner: me\n`, 'loads policy'],
  ['relations at the root', `${OK}relations: []\n`, 'loads policy'],
  ['name of 64 characters', component('').replace('name: x', `name: ${'x'.repeat(64)}`), 'loads policy'],
  ['a bad policy spares the good document', `${OK}---\n${component('tags: [Java]')}`, 'loads accepted! policy'],
  ['YAML 1.1 makes NO a boolean', `%YAML 1.1\n---\n${annotated(['a: NO'])}`, 'loads policy'],
  ['YAML 1.2 does not', annotated(['a: NO']), 'loads accepted!'],
  // Kinds, references, locations, placeholders, stitching.
  ['no owner', OK.replace(', owner: team-a', ''), 'loads kind-schema'],
  ['unknown kind', OK.replace('Component', 'Gadget'), 'loads unknown-kind'],
  ['kind in lower case', OK.replace('Component', 'component'), 'loads unknown-kind'],
  ['unknown apiVersion', OK.replace('v1alpha1', 'v2'), 'loads unknown-kind'],
  ['template', 'apiVersion: scaffolder.backstage.io/v1beta3\nkind: Template\nmetadata: {name: x}\nspec: {type: a, steps: []}\n',
    'loads accepted!'],
  ['template of v1beta2', 'apiVersion: backstage.io/v1beta2\nkind: Template\nmetadata: {name: x}\nspec: {type: a, steps: []}\n',
    'loads unknown-kind'],
  ['owner that is no reference', OK.replace('team-a', '"group:"'), 'loads entity-ref'],
  ['location of type file', `${HEAD.replace('Component', 'Location')}metadata: {name: x}\nspec: {type: file, target: ./a}\n`,
    'loads location-type'],
  ['location with a target', `${HEAD.replace('Component', 'Location')}metadata: {name: x}\nspec: {target: ./a.yaml}\n`,
    'loads accepted!'],
  ['location with itself as a target',
    `- no entity\n---\n${HEAD.replace('Component', 'Location')}metadata: {name: x}\nspec: {target: ./catalog-info.yaml}\n`,
    'fails not-object accepted'],
  ['$text of a number', annotated(['a: {$text: 1}']), 'loads placeholder'],
  ['$text of a file', annotated(['a: {$text: ./a.txt}']), 'loads accepted!'],
  ['keys that differ in case alone', annotated(['jira/project-key: ABC', 'jira/Project-Key: ABC']), 'loads stitching'],
];

for (const [name, text, expected] of STAGES) {
  test(`stage: ${name}`, async () => assert.equal(summary(await judgeText(text)), expected));
}

test('a verdict names its entity and its reason', async () => {
  const { documents: [document] } = await judgeText(component('namespace: Shop'));
  assert.equal(document.kind, 'Component');
  assert.equal(document.name, 'x');
  assert.equal(document.ref, 'component:shop/x');
  assert.match(document.reason, /^InputError: Policy check failed for component:shop\/x; caused by Error: "metadata\.namespace" is not valid; /);
});

test('a file that does not load says why', async () => {
  const { fileErrors } = await judgeText('a: [\n');
  assert.equal(fileErrors.length, 1);
  assert.match(fileErrors[0], /YAML error at url:.*YAMLParseError: /);
});

test('verdicts asked for at once do not mix', async () => {
  const verdicts = await Promise.all([judgeText(OK), judgeText('a: ['), judgeText(''), judgeText(OK)]);
  assert.deepEqual(verdicts.map(summary), ['loads accepted!', 'fails yaml', 'loads', 'loads accepted!']);
});

const QUERY_TAIL = 'AND statuscategory not in ("Done")';
const CARDS = [
  ['no key', ['a: b'], { card: false, projectKey: null, jql: null, query: null }],
  ['empty key', ["jira/project-key: ''"], { card: false, jql: null }],
  ['key', ['jira/project-key: ABC'], { card: true, projectKey: 'ABC', jql: `project = "ABC" ${QUERY_TAIL}`, jqlErrors: 0 }],
  ['padded key', ['jira/project-key: " ABC "'], { projectKey: ' ABC ', jql: `project = " ABC " ${QUERY_TAIL}` }],
  ['component and label', ['jira/project-key: ABC', 'jira/component: My App', 'jira/label: a, "b c"'],
    { component: 'My App', jql: `project = "ABC" AND component = "My App" AND labels in (a, "b c") ${QUERY_TAIL}`, jqlErrors: 0 }],
  ['quote in a component', ['jira/project-key: ABC', `jira/component: 'My "x"'`], { jqlErrors: 1 }],
  ['label with a space', ['jira/project-key: ABC', 'jira/label: a b'], { jqlErrors: 1 }],
  ['Bearer', ['jira/token-type: NotBearer'], { card: false, bearer: true, tokenType: 'NotBearer' }],
  ['bearer', ['jira/token-type: bearer'], { bearer: false }],
  ['query', ['jira/project-key: ABC', 'jira/all-issues-jql: "project = {{projectKey}} AND a = {{ label }}"'],
    { query: 'project = ABC AND a = {{ label }}', queryErrors: 1 }],
  ['query without a key', ['jira/all-issues-jql: assignee = currentUser()'],
    { card: false, query: 'assignee = currentUser()', queryErrors: 0 }],
  ['query for the user', [`jira/all-issues-jql: 'assignee = "{{ userEmail }}"'`],
    { query: 'assignee = "user@example.com"', queryBeforeUser: 'assignee = "{{ userEmail }}"', queryErrors: 0 }],
  ['query that names an inherited property', ['jira/all-issues-jql: "a = {{ constructor }}"'],
    { query: 'a = function Object() { [native code] }' }],
  ['a value of $json', ['jira/project-key: {$json: ./key.json}'], { card: true, projectKey: 'ABC' }],
];

for (const [name, annotations, expected] of CARDS) {
  test(`card: ${name}`, async () => {
    const { documents: [{ jira }] } = await judgeText(annotated(annotations));
    const counted = { ...jira, jqlErrors: Math.min(jira.jqlErrors.length, 1), queryErrors: Math.min(jira.queryErrors.length, 1) };
    assert.deepEqual(Object.fromEntries(Object.keys(expected).map(key => [key, counted[key]])), expected);
  });
}

test('JQL is parsed by its own grammar', () => {
  assert.deepEqual(jqlSyntaxErrors('project = "ABC" ORDER BY created DESC'), []);
  assert.deepEqual(jqlSyntaxErrors(''), []);
  assert.equal(jqlSyntaxErrors('project = order').length > 0, true);
});

const digestOf = list => list.reduce((hash, { bytes }) => hash.update(bytes).update('\0'), createHash('sha256')).digest('hex');

test('the same seed makes the same mutants, on every version of Node', () => {
  const bases = [{ name: 'a', bytes: Buffer.from(annotated(['jira/project-key: "ABC"', '# note', 'b: c'])) }];
  const made = [...mutants({ bases, seed: 42, count: 300 })];
  assert.equal(digestOf(made), digestOf([...mutants({ bases, seed: 42, count: 300 })]));
  assert.notEqual(digestOf(made), digestOf([...mutants({ bases, seed: 43, count: 300 })]));
  assert.equal(digestOf(made), MUTANTS_OF_SEED_42);
  assert.equal(made.every(({ bytes, mistakes }) => !bytes.equals(bases[0].bytes) || mistakes.length !== 1), true);
});
const MUTANTS_OF_SEED_42 = 'dc2f0f155a70f858a6a9add4956ff14966fadd2184bc1dd5076531f466683878';

test('every mistake is made sooner or later', () => {
  const seen = new Set([...mutants({ bases: readBases([OWN_BASES]), seed: 1, count: 6000 })].flatMap(({ mistakes }) => mistakes));
  assert.deepEqual(MISTAKE_NAMES.filter(name => !seen.has(name)), []);
});

test('Backstage takes every base whole', async () => {
  const bases = readBases([OWN_BASES]);
  assert.equal(bases.length >= 12, true);
  for (const { name, bytes } of bases) {
    const verdict = await judge(bytes);
    assert.match(summary(verdict), /^loads( accepted!| empty)+$/, name);
    for (const { jira } of verdict.documents) {
      if (jira) assert.deepEqual([...jira.jqlErrors, ...jira.queryErrors], [], name);
    }
  }
});

// What a catalint that is always right would answer.
const rightAnswer = ({ loads, documents }) => ({
  loads,
  entities: documents.filter(({ ref }) => ref).map(({ index, ref, ingested, jira }) => ({ document: index, ref, ingested, jira })),
  diagnostics: loads && documents.every(({ ingested, stage }) => ingested || stage === 'empty')
    ? [] : [{ rule: 'yaml/syntax', severity: 'error' }],
});
const kindsOf = compared => compared.filter(({ kind }) => kind).map(({ kind, what }) => `${kind}: ${what}`);

test('right answers agree', async () => {
  for (const [name, text] of STAGES) {
    const verdict = await judgeText(text);
    assert.deepEqual(kindsOf(compareVerdicts(verdict, rightAnswer(verdict))), [], name);
  }
});

test('each kind of disagreement is found', async () => {
  const good = await judgeText(annotated(['jira/project-key: ABC']));
  const bad = await judgeText('a: [\n');
  const dropped = await judgeText(annotated(['jira/project-key: 1']));
  const entity = rightAnswer(good).entities[0];

  assert.deepEqual(kindsOf(compareVerdicts(good, { failure: 'exit status 3' })), ['crash: file']);
  assert.deepEqual(kindsOf(compareVerdicts(good, { ...rightAnswer(good), loads: false })), ['alarm: loads']);
  assert.deepEqual(kindsOf(compareVerdicts(good, { ...rightAnswer(good), entities: [] })), ['alarm: document 0 ingested']);
  assert.deepEqual(kindsOf(compareVerdicts(bad, { ...rightAnswer(bad), loads: true })), ['miss: loads']);
  assert.deepEqual(kindsOf(compareVerdicts(bad, { ...rightAnswer(bad), diagnostics: [] })), ['unexplained: an error is named']);
  assert.deepEqual(
    kindsOf(compareVerdicts(dropped, { ...rightAnswer(dropped), entities: [{ ...entity, ingested: true }] })),
    ['miss: document 0 ingested']);
  assert.deepEqual(
    kindsOf(compareVerdicts(dropped, {
      ...rightAnswer(dropped), diagnostics: [{ rule: 'jira/project-key-format', severity: 'warning' }],
    })),
    ['unexplained: an error is named']);
  assert.deepEqual(
    kindsOf(compareVerdicts(good, { ...rightAnswer(good), entities: [{ ...entity, jira: { ...entity.jira, projectKey: 'ABD' } }] })),
    ['card: document 0 jira']);
  assert.deepEqual(
    kindsOf(compareVerdicts(good, { ...rightAnswer(good), entities: [entity, { ...entity, document: 1 }] })),
    ['miss: document 1 ingested']);
});

const shared = process.env.CATALINT_SHARED;
const skip = !shared ? 'CATALINT_SHARED is not set' : !existsSync(shared) ? `${shared} does not exist` : false;

for (const [record, folder] of [['probes/expected.jsonl', 'probes'], ['corpus/expected.jsonl', 'corpus/files']]) {
  test(`recorded verdicts: ${record}`, { skip }, async context => {
    const records = readRecords(path.join(shared, record));
    const verdicts = new Map();
    for (const { path: name } of records) {
      const file = path.join(shared, folder, name);
      if (existsSync(file)) verdicts.set(name, await judge(readFileSync(file)));
    }
    const { checked, differences } = againstRecord(records, verdicts);
    assert.deepEqual(differences, []);
    assert.equal(checked, records.length);
    context.diagnostic(`${checked} files`);
  });
}
