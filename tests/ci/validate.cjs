// Prints what GitHub's schema refuses of an action or a workflow, one a line.
// usage: node validate.cjs action|workflow FILE
const { readFileSync } = require('node:fs');
const { validateAction, validateWorkflow } = require('@action-validator/core');

const [kind, file] = process.argv.slice(2);
const validate = { action: validateAction, workflow: validateWorkflow }[kind];

function* problems({ path, title, detail, errors, states }) {
  const inner = errors ?? states?.flatMap((state) => state.errors);
  if (inner) for (const one of inner) yield* problems(one);
  else yield `${path}: ${detail ?? title}`;
}
for (const line of problems(validate(readFileSync(file, 'utf8')))) console.log(line);
