#include "app/help_text.h"

#include "app/config.h"

namespace catalint {
namespace {

constexpr std::size_t kLongestTerm = 40;

void append_row(std::string& out, const HelpRow& row, std::size_t width) {
  out.append("  ").append(row.term);
  const bool is_long =
      row.term.size() > width || row.term.find('\n') != std::string_view::npos;
  if (is_long) out += "\n  ";
  out.append(width + 2 - (is_long ? 0 : row.term.size()), ' ');
  out.append(row.about).append("\n");
}

}  // namespace

std::string_view help_about() {
  return "catalint lints the annotations in Backstage descriptors "
         "(catalog-info.yaml), Jira's first: will Backstage take this file, "
         "and will the Jira card show what was meant?";
}

const std::vector<HelpSection>& help_sections() {
  static const std::vector<HelpSection> kSections = {
      {"Examples",
       {
           {"catalint check", "lint the repository you stand in"},
           {"catalint check services/ catalog.yaml",
            "lint a directory and a file"},
           {"git diff --name-only -z --diff-filter=d main -- "
            "'*catalog-info.y*ml' |\n"
            "    catalint check --files-from - --allow-empty",
            "lint what differs from main"},
           {"cat catalog-info.yaml |\n"
            "    catalint check - --stdin-filename catalog-info.yaml",
            "lint standard input"},
           {"catalint check -o sarif=catalint.sarif",
            "write SARIF to a file besides"},
           {"catalint check --ignore 'jira/project-key-missing'",
            "leave out a rule"},
           {"catalint verify --env-file .env",
            "ask Jira for the projects and components, too"},
           {"catalint check --shard 2/8 --format jsonl >part-2.jsonl",
            "lint one of 8 shards of the files"},
           {"catalint merge part-*.jsonl", "make one report of all shards"},
           {"catalint rules", "list all rules"},
           {"catalint explain jira/token-type",
            "why a rule exists, and how to silence it"},
           {"catalint explain catalog-info.yaml:8",
            "what Jira will be asked for an entity"},
           {"catalint credentials encode --email me@example.com",
            "encode the token that Backstage gives to Jira"},
           {"catalint init", "write a starter configuration"},
       },
       true},
      {"Exit status",
       {
           {"0", "nothing at or above --fail-on"},
           {"1", "findings"},
           {"2",
            "wrong usage, a mistake in a rule pack or the configuration, or "
            "nothing to lint"},
           {"3", "something could not be read or written"},
       }},
      {"Environment",
       {
           {"NO_COLOR", "when set to anything, text has no colors"},
           {"FORCE_COLOR",
            "when set to anything but 0, text has colors without a terminal "
            "too"},
           {"TERM", "the terminal called dumb gets no colors"},
           {"GITHUB_STEP_SUMMARY",
            "the file to which the format github adds a table of the findings"},
           {"TMPDIR", "the folder for what waits to be printed as JSON (/tmp)"},
           {"JIRA_API_URL, JIRA_API_TOKEN",
            "where Jira's own pages begin, and base64 of USER:TOKEN"},
           {"JIRA_API_TOKEN_REALM",
            "Basic, or Bearer for a token that goes as it is"},
           {"HTTPS_PROXY, NO_PROXY", "verify: the way to Jira, as curl has it"},
           {"SSL_CERT_FILE",
            "verify: the certificate authorities to trust instead of the "
            "system's"},
           {"XDG_CACHE_HOME", "verify: where Jira's answers stay for an hour"},
       }},
      {"Files",
       {
           {kConfigName,
            "the configuration: the nearest one, from the working directory "
            "up to the root of its git repository"},
       }},
  };
  return kSections;
}

std::string help_footer() {
  std::string out;
  for (const HelpSection& section : help_sections()) {
    std::size_t width = 0;
    for (const HelpRow& row : section.rows) {
      if (row.term.size() > width && row.term.size() <= kLongestTerm) {
        width = row.term.size();
      }
    }
    out.append(out.empty() ? "" : "\n").append(section.title).append(":\n");
    for (const HelpRow& row : section.rows) append_row(out, row, width);
  }
  out.pop_back();  // CLI11 ends the last line itself
  return out;
}

}  // namespace catalint
