#include "app/run.h"

#include "app/check.h"
#include "app/cli.h"
#include "app/command_tree.h"
#include "app/completions.h"
#include "app/config_schema.h"
#include "app/credentials.h"
#include "app/explain.h"
#include "app/init.h"
#include "app/inputs.h"
#include "app/man_page.h"
#include "app/merge.h"
#include "app/rule_list.h"

namespace catalint {
namespace {

int list_rules(const Options& options, Env& env) {
  const auto config = config_of(options, env);
  if (!config) return usage_error(env, config.error().message);
  const auto rules = read_rules(options, *config, env);
  if (!rules) return usage_error(env, rules.error().message);
  print_rules(**rules, options.format, env.out);
  return kClean;
}

int run_command(const Options& options, Env& env) {
  switch (options.command) {
    case Command::kCheck:
      return check(options, env);
    case Command::kMerge:
      return merge(options, env);
    case Command::kVerify:
      if (env.ask_jira) return check(options, env);
      return failure(env, env.become("catalint-verify"));
    case Command::kRules:
      return list_rules(options, env);
    case Command::kExplain:
      return explain(options, env);
    case Command::kEncodeCredentials:
      return encode_credentials(options, env);
    case Command::kCheckCredentials:
      return check_credentials(options, env);
    case Command::kInit:
      return init(env);
    case Command::kSchema:
      return print_config_schema(env);
    case Command::kCompletions:
      env.out << completions_for(options.subject, command_tree());
      return kClean;
    case Command::kMan:
      env.out << man_page(command_tree());
      return kClean;
  }
  return kUsage;
}

}  // namespace

int run(Env& env) {
  const ParsedCommandLine parsed = parse_command_line(env);
  const int status =
      parsed.options ? run_command(*parsed.options, env) : parsed.exit_status;
  env.out.flush();
  if (env.out) return status;
  // Who reads the first lines alone has not asked for more.
  if (!env.reader_is_gone()) {
    env.err << "catalint: standard output could not be written\n";
  }
  return kFailure;
}

}  // namespace catalint
