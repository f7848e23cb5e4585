// Says whether Jira can parse a query, with Atlassian's own grammar.

import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);
const { JQLLexer, JQLParser } = require('@atlaskit/jql-parser');
// The run time that the generated parser was made for; it is a dependency of the parser's package.
const { CharStreams, CommonTokenStream } = createRequire(require.resolve('@atlaskit/jql-parser'))('antlr4ts');

/** The syntax errors of a query, each as `line:column message`; none for a query that parses. */
export function jqlSyntaxErrors(query) {
  const errors = [];
  const listener = {
    syntaxError: (_recognizer, _symbol, line, column, message) => errors.push(`${line}:${column} ${message}`),
  };
  const lexer = new JQLLexer(CharStreams.fromString(query));
  lexer.removeErrorListeners();
  lexer.addErrorListener(listener);
  const parser = new JQLParser(new CommonTokenStream(lexer));
  parser.removeErrorListeners();
  parser.addErrorListener(listener);
  parser.jqlQuery();
  return errors;
}
