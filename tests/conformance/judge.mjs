// judge(bytes): what a Backstage catalog would do with a descriptor, found out by doing it.
//
// A registered file becomes a Location entity; the real orchestrator processes that, and its
// UrlReaderProcessor reads and parses the bytes. Each document that comes out goes through JSON, as it
// would through the database, and through the orchestrator again, and what is left through the code that
// builds the search rows. Only the network and the database are missing.

import {
  ProcessorOutputCollector,
  buildEntitySearch,
  createOrchestrator,
  defaultEntityDataParser,
  locationSpecToLocationEntity,
  logger,
  stringifyEntityRef,
  watchDocuments,
} from './backstage.mjs';
import { jiraOf } from './jira.mjs';

/** Where the judged file is said to lie. The host has no integration, so no git host's rules apply. */
const TARGET = 'https://catalog.invalid/a/b/c/d/e/catalog-info.yaml';
/** What every file named by $text, $json or $yaml is said to hold. */
const PLACEHOLDER_CONTENT = Buffer.from('"ABC"');

const location = { type: 'url', target: TARGET };
const locationEntity = locationSpecToLocationEntity({ location });
const ENTITY_ID = '00000000-0000-4000-8000-000000000000';

// What one judge() call at a time reads and records; the bytes only while the file itself is read.
let judgedBytes = null;
let parsed = { documents: [], results: [] };
let placeholdersRead = 0;

const reader = {
  // A Location's targets are taken to be readable and empty: their content is no matter of this file.
  search: async url => ({ etag: '', files: [{ url, content: async () => judgedBytes ?? Buffer.alloc(0) }] }),
  readUrl: async () => {
    placeholdersRead += 1;
    return { buffer: async () => PLACEHOLDER_CONTENT };
  },
};

async function* recordingParser(input) {
  if (judgedBytes === null) return;
  parsed = { documents: watchDocuments(), results: [] };
  for await (const result of defaultEntityDataParser(input)) {
    parsed.results.push(result);
    yield result;
  }
}

const orchestrator = createOrchestrator({ reader, parser: recordingParser });

/** An error as the catalog stores or logs it, causes included, code frame left out. */
const textOf = error => String(error).split('\n', 1)[0];

const isMap = value => typeof value === 'object' && value !== null && !Array.isArray(value);

const ORCHESTRATOR_STAGES = [
  [/^InputError: Policy check failed/, 'policy'],
  [/^InputError: No processor recognized/, 'unknown-kind'],
  [/^InputError: Processor \w+ threw an error while validating/, 'kind-schema'],
  [/^InputError: Processor \w+ threw an error while preprocessing/, 'placeholder'],
  [/^InputError: Processor \w+ threw an error while postprocessing/, 'entity-ref'],
  [/^InputError: Registered locations must be of an allowed type/, 'location-type'],
  [/^InputError: Entity envelope failed validation/, 'envelope'],
];

/** A document that ends here takes the whole file with it. */
const BLOCKING_STAGES = ['yaml', 'not-object', 'envelope', 'annotations-not-object', 'yaml-tojson', 'circular'];

const stageOf = text => ORCHESTRATOR_STAGES.find(([pattern]) => pattern.test(text))?.[1] ?? 'processing';

/** The collector's word on one result of the parser: an entity to process, or why there is none. */
function collect(result) {
  if (result.type === 'error') {
    const isYaml = /^(YAML error|Failed to parse YAML) at /.test(result.error.message);
    return { stage: isYaml ? 'yaml' : 'not-object', reason: textOf(result.error) };
  }
  const collector = new ProcessorOutputCollector(logger, locationEntity);
  collector.generic()(result);
  const { errors, deferredEntities } = collector.results();
  if (errors.length > 0) {
    const reason = textOf(errors[0]);
    return { stage: errors[0].name === 'TypeError' ? 'envelope' : 'annotations-not-object', reason };
  }
  return deferredEntities.length > 0
    ? { entity: deferredEntities[0].entity }
    : { stage: 'ignored', reason: 'the ref is that of the Location itself' };
}

/** What stitching does to a processed entity before its search rows are built. */
function stitch({ completedEntity, relations }) {
  const entity = JSON.parse(JSON.stringify(completedEntity));
  const self = stringifyEntityRef(entity);
  const outgoing = new Set(
    relations
      .filter(relation => stringifyEntityRef(relation.source) === self)
      .map(relation => JSON.stringify([relation.type, stringifyEntityRef(relation.target)])),
  );
  entity.relations = [...outgoing].sort().map(text => {
    const [type, targetRef] = JSON.parse(text);
    return { type, targetRef };
  });
  entity.metadata.uid = ENTITY_ID;
  entity.metadata.etag ||= '0'.repeat(40);
  buildEntitySearch(ENTITY_ID, entity);
}

/** One entity through the database and the orchestrator: its stage, and itself when it came through. */
async function processEntity(unprocessed) {
  let stored;
  try {
    stored = JSON.parse(JSON.stringify(unprocessed));
  } catch (error) {
    return { stage: 'circular', reason: `the processing engine throws ${textOf(error)}` };
  }
  const result = await orchestrator.process({ entity: stored, state: undefined });
  if (!result.ok) {
    const reason = textOf(result.errors[0]);
    return { stage: stageOf(reason), reason };
  }
  try {
    stitch(result);
  } catch (error) {
    return { stage: 'stitching', reason: textOf(error), entity: result.completedEntity };
  }
  return { stage: 'accepted', entity: result.completedEntity };
}

async function judgeDocument(document, index, results) {
  const verdict = {
    index, kind: null, name: null, ref: null, ingested: false, stage: '', reason: null, placeholders: false, jira: null,
  };
  if (document.json === null) return { ...verdict, stage: 'empty', reason: 'an empty document is skipped' };
  if (document.error) {
    return { ...verdict, stage: 'yaml-tojson', reason: `Unable to read url, ${document.error.message}` };
  }
  const result = results.next().value;
  if (result === undefined) {
    return { ...verdict, stage: 'not-reached', reason: 'an earlier document made the parser throw' };
  }

  if (isMap(document.json)) {
    const { kind, metadata } = document.json;
    if (typeof kind === 'string') verdict.kind = kind;
    if (typeof metadata?.name === 'string') verdict.name = metadata.name;
  }
  const collected = collect(result);
  if (!collected.entity) return { ...verdict, ...collected };

  verdict.ref = stringifyEntityRef(collected.entity);
  placeholdersRead = 0;
  const { entity, ...outcome } = await processEntity(collected.entity);
  Object.assign(verdict, outcome, { placeholders: placeholdersRead > 0 });
  if (outcome.stage === 'accepted') verdict.jira = jiraOf(entity.metadata.annotations ?? {});
  return verdict;
}

async function judgeNow(bytes) {
  judgedBytes = bytes;
  const locationResult = await orchestrator.process({ entity: locationEntity, state: undefined });
  judgedBytes = null;
  const { documents: watched, results } = parsed;
  const pending = results[Symbol.iterator]();
  const documents = [];
  for (const [index, document] of watched.entries()) {
    documents.push(await judgeDocument(document, index, pending));
  }
  if (pending.next().done !== true) throw new Error('a result of the parser belongs to no document');

  const fileErrors = locationResult.errors.map(textOf);
  // A cycle passes the orchestrator and stops the engine, which writes the whole Location as JSON.
  const circular = documents.find(document => document.stage === 'circular');
  if (circular) fileErrors.push(circular.reason);
  const loads = locationResult.ok && !circular;

  const blocked = documents.some(document => BLOCKING_STAGES.includes(document.stage));
  if (loads === blocked) {
    throw new Error(`the documents and the file do not agree: ${JSON.stringify({ fileErrors, documents })}`);
  }
  for (const document of documents) document.ingested = loads && document.stage === 'accepted';
  return { loads, fileErrors, documents };
}

let last = Promise.resolve();

/**
 * What Backstage does with a descriptor.
 *
 * `loads`: the catalog takes the file as a Location at all. A document is `ingested` when the file loads
 * and this entity comes through policies, kind schema, processors and stitching. `stage` tells how far the
 * document came on its own, whatever the rest of the file did; `accepted` is the end. `placeholders` is
 * true where $text, $json or $yaml was read: the verdict then hangs on another file. `jira` is null unless
 * the stage is `accepted`.
 *
 * @param bytes  Buffer
 * @returns {Promise<{loads: boolean, fileErrors: string[], documents: object[]}>}
 */
export function judge(bytes) {
  const next = last.then(() => judgeNow(bytes));
  last = next.catch(() => {});
  return next;
}
