// Judges every catalog-info.yaml below the working directory with the policies of @backstage/catalog-model, as a
// Backstage backend does before it takes an entity: parser, policies, schema of the kind. Prints what is refused.
import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import * as model from '@backstage/catalog-model';
import { parseAllDocuments } from 'yaml';

const policy = model.EntityPolicies.allOf([
  new model.SchemaValidEntityPolicy(),
  new model.DefaultNamespaceEntityPolicy(),
  new model.NoForeignRootFieldsEntityPolicy(),
  new model.FieldFormatEntityPolicy(),
]);
const kinds = [
  model.apiEntityV1alpha1Validator,
  model.componentEntityV1alpha1Validator,
  model.domainEntityV1alpha1Validator,
  model.groupEntityV1alpha1Validator,
  model.locationEntityV1alpha1Validator,
  model.resourceEntityV1alpha1Validator,
  model.systemEntityV1alpha1Validator,
  model.userEntityV1alpha1Validator,
];

function* descriptors(folder) {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const place = path.join(folder, entry.name);
    if (entry.isDirectory()) {
      if (entry.name !== '.git') yield* descriptors(place);
    } else if (entry.name === 'catalog-info.yaml') {
      yield place;
    }
  }
}

async function isKnown(entity) {
  for (const kind of kinds) {
    if (await kind.check(entity)) return true;
  }
  return false;
}

async function judge(text) {
  for (const document of parseAllDocuments(text)) {
    if (document.errors.length > 0) throw document.errors[0];
    const entity = await policy.enforce(document.toJSON());
    if (!(await isKnown(entity))) throw new Error(`no kind ${entity.kind} in ${entity.apiVersion}`);
  }
}

let files = 0;
let refused = 0;
for (const file of descriptors('.')) {
  files += 1;
  try {
    await judge(readFileSync(file, 'utf8'));
  } catch (error) {
    refused += 1;
    console.log(`${file}: ${error.message}`);
  }
}
console.log(`${refused} of ${files} files refused`);
process.exitCode = refused > 0 ? 1 : 0;
