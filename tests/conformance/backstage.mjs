// Loads the real Backstage classes and wires them together as a backend does.
//
// CatalogBuilder, the class with which the catalog plugin puts itself together, builds the policies and
// the processors here too, so that neither their list nor their order is ours. It and the classes below
// are not exported by @backstage/plugin-catalog-backend, so they are required by file name:
//   dist/service/CatalogBuilder                            policies and processors, in their real order
//   dist/processing/DefaultCatalogProcessingOrchestrator   one pass over one entity
//   dist/processing/ProcessorOutputCollector               what happens to each emitted document
//   dist/ingestion/CatalogRules                            which kinds a location may hold
//   dist/util/parse                                        the default parser of descriptors
//   dist/util/conversion                                   the Location entity of a registered file
//   dist/database/operations/stitcher/buildEntitySearch    the search rows, made while stitching
// Everything around them (reader, logger, database) is replaced by the least that works.

import { createRequire } from 'node:module';
import path from 'node:path';

const require = createRequire(import.meta.url);
const backendManifest = require.resolve('@backstage/plugin-catalog-backend/package.json');
const backendRequire = createRequire(backendManifest);
const backendDist = path.join(path.dirname(backendManifest), 'dist');
const internal = name => require(path.join(backendDist, `${name}.cjs.js`));

const { CatalogBuilder } = internal('service/CatalogBuilder');
const { DefaultCatalogProcessingOrchestrator } = internal('processing/DefaultCatalogProcessingOrchestrator');
const { DefaultCatalogRulesEnforcer } = internal('ingestion/CatalogRules');
const { ScaffolderEntitiesProcessor } = require(
  '@backstage/plugin-catalog-backend-module-scaffolder-entity-model',
);
const { ConfigReader } = backendRequire('@backstage/config');
const { ScmIntegrations } = backendRequire('@backstage/integration');

export const { ProcessorOutputCollector } = internal('processing/ProcessorOutputCollector');
export const { defaultEntityDataParser } = internal('util/parse');
export const { locationSpecToLocationEntity } = internal('util/conversion');
export const { buildEntitySearch } = internal('database/operations/stitcher/buildEntitySearch');
export const { stringifyEntityRef } = require('@backstage/catalog-model');

const yaml = createRequire(backendRequire.resolve('@backstage/plugin-catalog-node'))('yaml');
const parseAllDocuments = yaml.parseAllDocuments;

/**
 * Watches Backstage's own call to yaml.parseAllDocuments from now on, until the next call to this function.
 * Its parser says nothing about documents that are null, nor which document an error belongs to.
 *
 * @returns an array that fills with one record a document: `failed` (it has YAML errors), `json` (what
 *   toJSON gave), `error` (what it threw); none of the three where the parser did not get that far
 */
export function watchDocuments() {
  const records = [];
  yaml.parseAllDocuments = (...args) => {
    yaml.parseAllDocuments = parseAllDocuments;
    let documents;
    try {
      documents = parseAllDocuments(...args);
    } catch (error) {
      records.push({ failed: true });
      throw error;
    }
    for (const document of documents) {
      const record = { failed: document.errors.length > 0 };
      records.push(record);
      document.toJSON = (...options) => {
        try {
          return (record.json = Object.getPrototypeOf(document).toJSON.apply(document, options));
        } catch (error) {
          record.error = error;
          throw error;
        }
      };
    }
    return documents;
  };
  return records;
}

const silent = () => {};
export const logger = { debug: silent, info: silent, warn: silent, error: silent, child: () => logger };

/**
 * An orchestrator with the stock policies, processors and location types, in which every kind is allowed.
 *
 * @param reader  a UrlReaderService: `search` for locations, `readUrl` for $text, $json and $yaml
 * @param parser  a CatalogProcessorParser
 */
export function createOrchestrator({ reader, parser }) {
  const config = new ConfigReader({});
  const builder = CatalogBuilder.create({ config, reader, logger });
  builder.addProcessor(new ScaffolderEntitiesProcessor());
  return new DefaultCatalogProcessingOrchestrator({
    processors: builder.buildProcessors(),
    policy: builder.buildEntityPolicy(),
    integrations: ScmIntegrations.fromConfig(config),
    rulesEnforcer: new DefaultCatalogRulesEnforcer([{}]),
    logger,
    parser,
    allowedLocationTypes: builder.allowedLocationType,
  });
}
