#include "app/commands.h"

namespace catalint {

void describe_credentials(CLI::App& credentials, Options& options,
                          RawWords& /*raw*/) {
  credentials.require_subcommand(1);
  CLI::App* encode = credentials.add_subcommand(
      "encode",
      "Read an API token, from the terminal or from standard input, and print "
      "it as JIRA_API_TOKEN has it");
  encode
      ->add_option("--email", options.email,
                   "The address of the account that the token belongs to; of "
                   "Jira Data Center its name")
      ->type_name("ADDRESS")
      ->required();
  CLI::App* check = credentials.add_subcommand(
      "check",
      "Tell what is wrong with JIRA_API_URL and JIRA_API_TOKEN; Jira is not "
      "asked");
  check
      ->add_option("--env-file", options.environment_file,
                   "Read lines NAME=value of this file, which go before the "
                   "environment")
      ->type_name("FILE");
}

}  // namespace catalint
