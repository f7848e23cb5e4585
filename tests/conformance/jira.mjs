// What the Jira plugin (Roadie's, 2.14.0) makes of an entity's annotations. The plugin's source is not on
// npm; this is its observable behaviour, written anew: nothing is escaped, trimmed or checked.

import { jqlSyntaxErrors } from './jql.mjs';

const PLACEHOLDER = /{{\s*(\w+)\s*}}/g;

/** Stands for the signed-in user, whose values fill the second pass of jira/all-issues-jql. */
export const SAMPLE_USER = { userEmail: 'user@example.com', userDisplayName: 'Sample User' };

/** Runs of white space become one space; none is left at either end. */
export const collapse = text => text.replace(/\s+/g, ' ').trim();

// `in` is deliberate: the plugin sees inherited names such as `constructor` too.
const fillIn = (template, values) =>
  template.replace(PLACEHOLDER, (placeholder, name) => (name in values ? String(values[name]) : placeholder));

const given = (annotations, key) => {
  const value = annotations[key];
  return value === undefined || value === null || value === '' ? null : value;
};

function issuesJql({ projectKey, component, label }) {
  return [
    `project = "${projectKey}"`,
    ...(component === null ? [] : [`component = "${component}"`]),
    ...(label === null ? [] : [`labels in (${label})`]),
    'statuscategory not in ("Done")',
  ].join(' AND ');
}

/**
 * @param annotations  a map, of strings if Backstage took the entity
 * @returns card, projectKey, component, label, team, tokenType, bearer; jql and query (white space
 *   collapsed, null where nothing is asked), queryBeforeUser (query before the user's values are put in);
 *   jqlErrors and queryErrors, the syntax errors that Jira would report
 */
export function jiraOf(annotations) {
  const projectKey = given(annotations, 'jira/project-key');
  const component = given(annotations, 'jira/component');
  const label = given(annotations, 'jira/label');
  const team = given(annotations, 'jira/team');
  const tokenType = given(annotations, 'jira/token-type');
  const template = given(annotations, 'jira/all-issues-jql');

  const card = Boolean(projectKey);
  const jql = card ? issuesJql({ projectKey, component, label }) : null;

  let query = null;
  let queryBeforeUser = null;
  if (typeof template === 'string') {
    const values = {};
    for (const [name, value] of Object.entries({ component, projectKey, label, team })) {
      if (value !== null) values[name] = value;
    }
    queryBeforeUser = fillIn(template, values);
    query = fillIn(queryBeforeUser, SAMPLE_USER);
  }

  return {
    card,
    projectKey,
    component,
    label,
    team,
    tokenType,
    bearer: typeof tokenType === 'string' && tokenType.includes('Bearer'),
    jql: jql === null ? null : collapse(jql),
    query: query === null ? null : collapse(query),
    queryBeforeUser: queryBeforeUser === null ? null : collapse(queryBeforeUser),
    jqlErrors: jql === null ? [] : jqlSyntaxErrors(jql),
    queryErrors: query === null ? [] : jqlSyntaxErrors(query),
  };
}
