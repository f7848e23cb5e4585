#include "app/explain.h"

#include <gtest/gtest.h>

#include "app/fake_file_system.h"
#include "support/run_program.h"

namespace catalint {
namespace {

Outcome explain_with(const FakeFileSystem& files, const std::string& target,
                     std::vector<std::string> more = {}) {
  Invocation invocation;
  invocation.arguments = {"explain", target};
  invocation.arguments.insert(invocation.arguments.end(), more.begin(),
                              more.end());
  invocation.files = &files;
  return run_program(invocation);
}

std::string entity(const std::string& name, const std::string& annotations,
                   const std::string& kind = "Component") {
  return "apiVersion: backstage.io/v1alpha1\nkind: " + kind +
         "\nmetadata:\n  name: " + name + "\n  annotations:" + annotations +
         "\nspec:\n  type: service\n  lifecycle: production\n  owner: team\n";
}

// The line that starts so, without its indentation; "" when there is none.
std::string line_of(const std::string& text, const std::string& start) {
  const std::size_t begin = text.find("  " + start);
  if (begin == std::string::npos) return "";
  return text.substr(begin + 2, text.find('\n', begin) - begin - 2);
}

TEST(Explain, SaysWhyThereIsNoCard) {
  const struct {
    std::string text;
    const char* card;
  } rows[] = {
      {entity("a", " {jira/project-key: ABC}"), "Jira card: it shows"},
      {entity("a", " {}"),
       "Jira card: none, since jira/project-key is not set"},
      {entity("a", " {jira/project-key: ''}"),
       "Jira card: none, since jira/project-key is empty"},
      {entity("a", " {jira/project-key: 5}"),
       "Jira card: none, since jira/project-key is no string"},
      {entity("a", " {jira/project-key: {$text: ./key}}"),
       "Jira card: none, since catalint does not read the key"},
      {entity("a", " {jira/project-key: abc}"),
       "Jira card: it shows, but not what was meant"},
      {entity("a", " {jira/project-key: ABC, a: 5}"),
       "Jira card: none until Backstage takes the entity"},
      {entity("a", " {jira/project-key: ABC}", "Location"),
       "Jira card: none, since no page of a Location shows one"},
  };
  for (const auto& row : rows) {
    FakeFileSystem files;
    files.add("a.yaml", row.text);
    const Outcome outcome = explain_with(files, "a.yaml");
    EXPECT_EQ(outcome.status, kClean);
    EXPECT_EQ(outcome.err, "");
    EXPECT_EQ(line_of(outcome.out, "Jira card"), row.card) << outcome.out;
  }
}

TEST(Explain, TakesTheEntityOfALine) {
  FakeFileSystem files;
  // Documents at the lines 1 to 9, 12 to 20 (after `---` and a comment), 22.
  files.add("a.yaml", entity("one", " {}") + "---\n# the second\n" +
                          entity("two", " {}") + "---\n");
  const struct {
    const char* target;
    const char* head;
  } rows[] = {
      {"a.yaml:1", "entity component:default/one, lines 1 to 9"},
      {"a.yaml:9", "entity component:default/one, lines 1 to 9"},
      {"a.yaml:9:5", "entity component:default/one, lines 1 to 9"},
      {"a.yaml:10", "entity component:default/two, lines 12 to 20"},
      {"a.yaml:11", "entity component:default/two, lines 12 to 20"},
      {"a.yaml:12", "entity component:default/two, lines 12 to 20"},
      {"a.yaml:20", "entity component:default/two, lines 12 to 20"},
      {"a.yaml:22", "the document at line 22 describes no entity"},
  };
  for (const auto& row : rows) {
    const Outcome outcome = explain_with(files, row.target);
    EXPECT_EQ(outcome.out.substr(0, outcome.out.find('\n', 40)),
              "a.yaml: Backstage takes this file\n\n" + std::string(row.head));
    EXPECT_EQ(outcome.status, kClean);
  }
}

TEST(Explain, PrefersAFileToARule) {
  FakeFileSystem files;
  files.add("jira/token-type", entity("one", " {}"));
  files.add("a:7", entity("two", " {}"));
  files.add("a", entity("three", " {}"));
  EXPECT_TRUE(explain_with(files, "jira/token-type")
                  .out.starts_with("jira/token-type: Backstage takes"));
  EXPECT_TRUE(explain_with(files, "a:7").out.starts_with("a:7: Backstage"));
  EXPECT_TRUE(explain_with(files, "a:8").out.starts_with("a: Backstage"));
  EXPECT_TRUE(explain_with(files, "jira/jql")
                  .out.starts_with("jira/jql: a jira/all-issues-jql that"));
}

TEST(Explain, SaysWhatIsWrongWithTheTarget) {
  FakeFileSystem files;
  files.add("a.yaml", entity("one", " {}"));
  files.add("secret.yaml", "");
  files.unreadable.insert("secret.yaml");
  files.directories.insert("d");
  const struct {
    const char* target;
    int status;
    const char* err;
  } rows[] = {
      {"jira/tokentype", kUsage,
       "`jira/tokentype` is neither a file nor a rule; `catalint rules` lists "
       "the rules; did you mean `jira/token-type`?"},
      {"b.yaml:3", kUsage,
       "`b.yaml:3` is neither a file nor a rule; `catalint rules` lists the "
       "rules"},
      {"a.yaml:1:2:3", kUsage,
       "`a.yaml:1:2:3` is neither a file nor a rule; `catalint rules` lists "
       "the rules"},
      {"a.yaml:", kUsage,
       "`a.yaml:` is neither a file nor a rule; `catalint rules` lists the "
       "rules"},
      {"a.yaml:0", kUsage, "a.yaml has no line 0; its lines are 1 to 10"},
      {"a.yaml:11", kUsage, "a.yaml has no line 11; its lines are 1 to 10"},
      {"d", kUsage, "d is a directory; `catalint explain` takes one file"},
      {"secret.yaml", kFailure, "secret.yaml: permission denied"},
  };
  for (const auto& row : rows) {
    const Outcome outcome = explain_with(files, row.target);
    EXPECT_EQ(outcome.status, row.status) << row.target;
    EXPECT_EQ(outcome.err, "catalint: " + std::string(row.err) + "\n");
    EXPECT_EQ(outcome.out, "");
  }
}

TEST(Explain, FollowsTheConfiguration) {
  FakeFileSystem files;
  files.add("a.yaml", entity("a", " {}", "Cluster"));
  files.add(".catalint.yaml", "kinds: [Cluster]\nrules: {jira/jql: off}\n");
  const std::string taken = "catalog: Backstage takes this entity";
  EXPECT_EQ(line_of(explain_with(files, "a.yaml").out, "catalog"), taken);
  EXPECT_NE(
      line_of(explain_with(files, "a.yaml", {"--no-config"}).out, "catalog"),
      taken);
  EXPECT_EQ(line_of(explain_with(files, "a.yaml",
                                 {"--no-config", "--kinds", "Cluster"})
                        .out,
                    "catalog"),
            taken);
  EXPECT_NE(
      explain_with(files, "jira/jql")
          .out.find("severity: error, but the configuration turns it off"),
      std::string::npos);
}

}  // namespace
}  // namespace catalint
