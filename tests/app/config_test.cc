#include "app/config.h"

#include <gtest/gtest.h>

#include "app/fake_file_system.h"
#include "support/run_program.h"

namespace catalint {
namespace {

std::string joined(const std::vector<std::string>& words) {
  std::string out;
  for (const std::string& word : words) out += (out.empty() ? "" : " ") + word;
  return out;
}

// A configuration in a few words, or the error.
std::string summary_of(const std::string& text) {
  const auto config = parse_config(".catalint.yaml", "/repo", text);
  if (!config) return config.error().message;
  std::string out;
  const auto add = [&](const std::string& name, const std::string& value) {
    if (!value.empty()) out += (out.empty() ? "" : "; ") + name + " " + value;
  };
  std::vector<std::string> words;
  for (const PathPattern& pattern : config->files) {
    words.push_back(pattern.text());
  }
  add("files", joined(words));
  words.clear();
  for (const PathPattern& pattern : config->exclude) {
    words.push_back(pattern.text());
  }
  add("exclude", joined(words));
  for (const SeverityOverride& one : config->severities) {
    add(one.pattern,
        one.severity ? std::string(name_of(*one.severity)) : "off");
  }
  add("kinds", joined(config->kinds));
  add("packs", joined(config->packs));
  add("baseline", config->baseline);
  for (const auto& [name, value] : config->settings) add(name, joined(value));
  return out;
}

TEST(Config, IsDecoded) {
  const struct {
    const char* text;
    const char* summary;
  } rows[] = {
      {"", ""},
      {"# nothing yet\n", ""},
      {"files: ['*.backstage.yaml', docs/**/x.yaml]\n",
       "files *.backstage.yaml docs/**/x.yaml"},
      {"exclude: templates/\n", "exclude templates/"},
      {"rules: {jira/*: note, jira/secret: error, yaml/empty: off}\n",
       "jira/* note; jira/secret error; yaml/empty off"},
      {"kinds: [Cluster]\n", "kinds Cluster"},
      {"packs: [rules/ours.yaml, ../a.yaml, /b.yaml]\n",
       "packs rules/ours.yaml ../a.yaml /b.yaml"},
      {"baseline: .catalint-baseline.json\n",
       "baseline .catalint-baseline.json"},
      {"jira: {product: cloud}\n", "jira.product cloud"},
      {"jira: {project-key-pattern: '[A-Z]+|x'}\n",
       "jira.project-key-pattern ^(?:[A-Z]+|x)$"},
      {"jira: {required-on: {kinds: [API], types: [service, site]}}\n",
       "jira.required-kinds API; jira.required-types service site"},
      {"jira: {required-on: {kinds: []}}\n", ""},
      // mistakes
      {"fils: a\n",
       ".catalint.yaml:1:1: the configuration has no key `fils`; did you mean "
       "`files`?"},
      {"- a\n",
       ".catalint.yaml:1:1: the configuration must be a map of keys and "
       "values"},
      {"rules: [a]\n",
       ".catalint.yaml:1:8: `rules` must be a map from rules to severities, "
       "such as `jira/project-key-missing: warning`"},
      {"rules:\n  jira/secret: eror\n",
       ".catalint.yaml:2:16: the severity of `jira/secret` is one of error, "
       "warning, note, off; did you mean `error`?"},
      {"rules:\n  jira/secret:\n",
       ".catalint.yaml:2:3: the severity of `jira/secret` is one of error, "
       "warning, note, off"},
      {"exclude: ['!a']\n",
       ".catalint.yaml:1:11: the pattern `!a` starts with `!`, which has no "
       "meaning here"},
      {"files: ['']\n", ".catalint.yaml:1:9: an empty pattern fits nothing"},
      {"jira: {product: clod}\n",
       ".catalint.yaml:1:17: `product` is one of cloud, data-center; did you "
       "mean `cloud`?"},
      {"jira: {project-key-pattern: '('}\n",
       ".catalint.yaml:1:29: this pattern is not one that RE2 takes: missing "
       "): ("},
      {"jira: {project-key-pattern: 'a)|(b'}\n",
       ".catalint.yaml:1:29: this pattern is not one that RE2 takes: "
       "unexpected ): a)|(b"},
      {"jira: {project-key-pattern: '(a{1000}){1000}'}\n",
       ".catalint.yaml:1:29: this pattern is not one that RE2 takes: invalid "
       "repetition size: {1000}"},
      {"jira: {project-key-pattern: '\\pN{1000}'}\n",
       ".catalint.yaml:1:29: this pattern is not one that RE2 takes: pattern "
       "too large - compile failed"},
      {"rules:\n  jira/*: note\n  jira/*: error\n",
       ".catalint.yaml:3:3: `rules` has the key `jira/*` twice"},
      {"kinds: [Cluster, my kind]\n",
       ".catalint.yaml:1:18: `my kind` cannot be a kind: it holds a space"},
      {"jira: {required-on: {kinds: ['']}}\n",
       ".catalint.yaml:1:30: `` cannot be a kind: it is empty"},
      {"jira: {required: x}\n",
       ".catalint.yaml:1:8: `jira` has no key `required`; did you mean "
       "`required-on`?"},
  };
  for (const auto& row : rows) EXPECT_EQ(summary_of(row.text), row.summary);
}

std::string entity(const std::string& key) {
  return "apiVersion: backstage.io/v1alpha1\nkind: Component\nmetadata:\n"
         "  name: shop\n  annotations:\n    jira/project-key: " +
         key +
         "\nspec:\n  type: service\n  lifecycle: production\n"
         "  owner: team\n";
}

TEST(Config, IsReadUnlessToldOtherwise) {
  FakeFileSystem files;
  files.add("a.yaml", entity("shop"));
  files.add(".catalint.yaml", "rules: {jira/project-key-format: warning}\n");
  files.add("strict.yaml", "rules: {jira/project-key-format: error}\n");
  files.add("broken.yaml", "rules: {jira/project-key-fromat: error}\n");
  const struct {
    std::vector<std::string> arguments;
    int status;
    const char* err;
  } rows[] = {
      {{"check", "a.yaml"}, kClean, ""},
      {{"check", "a.yaml", "--no-config"}, kFindings, ""},
      {{"check", "a.yaml", "--config", "strict.yaml"}, kFindings, ""},
      {{"check", "a.yaml", "--config", "none.yaml"},
       kUsage,
       "catalint: the configuration `none.yaml` could not be read: no such "
       "file or directory\n"},
      {{"check", "a.yaml", "--config", "broken.yaml"},
       kUsage,
       "catalint: broken.yaml:1:9: no rule is called "
       "`jira/project-key-fromat`; did you mean `jira/project-key-format`?\n"},
      {{"check", "a.yaml", "--config", "strict.yaml", "--no-config"},
       kUsage,
       "catalint: --config and --no-config contradict each other; give one\n"},
  };
  for (const auto& row : rows) {
    const Outcome outcome = run_with(files, row.arguments);
    EXPECT_EQ(outcome.status, row.status);
    EXPECT_EQ(outcome.err, row.err);
  }
}

TEST(Config, TurnsRulesOffButNotTheVerdict) {
  FakeFileSystem files;
  files.add("a.yaml", entity("5"));
  files.add(".catalint.yaml",
            "rules: {backstage/*: off, backstage/envelope: error}\n");
  const Outcome outcome =
      run_with(files, {"check", "a.yaml", "--format", "json"});
  EXPECT_EQ(outcome.status, kClean);
  EXPECT_NE(outcome.out.find("\"ingested\": false"), std::string::npos);
  EXPECT_EQ(run_with(files, {"check", "a.yaml", "--select",
                             "backstage/annotation-value-type"})
                .status,
            kFindings);
}

TEST(Config, SetsWhatRulesAskFor) {
  const struct {
    const char* config;
    const char* key;
    int status;
  } rows[] = {
      {"", "SHOP_WEB", kClean},
      {"jira: {product: data-center}", "SHOP_WEB", kClean},
      {"jira: {product: cloud}", "SHOP_WEB", kFindings},
      {"jira: {product: cloud}", "SHOPSHOPSH", kClean},
      {"jira: {product: cloud}", "SHOPSHOPSHO", kFindings},
      {"jira: {project-key-pattern: '[a-z]+'}", "shop", kClean},
      {"jira: {project-key-pattern: '[a-z]+'}", "SHOP", kFindings},
      {"jira: {project-key-pattern: '[a-z]+'}", "shop-1", kFindings},
      {"jira: {product: cloud, project-key-pattern: '.*_.*'}", "a_b", kClean},
  };
  for (const auto& row : rows) {
    FakeFileSystem files;
    files.add("a.yaml", entity(row.key));
    files.add(".catalint.yaml", row.config);
    EXPECT_EQ(run_with(files, {"check", "a.yaml"}).status, row.status)
        << row.config << " " << row.key;
  }
}

// Years, where an engine tries one way after the other.
TEST(Config, WaitsForNoPattern) {
  for (const char* pattern : {"(x+x+)+y", "((a*)*)*b", "(?:[A-Z]{1,500}){2}",
                              "(.*)(.*)(.*)(.*)(.*)(.*)(.*)(.*)(.*)x"}) {
    FakeFileSystem files;
    files.add("a.yaml", entity("S" + std::string(1'000'000, 'x') + "_"));
    files.add(".catalint.yaml",
              "jira: {project-key-pattern: '" + std::string(pattern) + "'}");
    EXPECT_EQ(run_with(files, {"check", "a.yaml"}).status, kFindings)
        << pattern;
  }
}

TEST(Config, SaysWhichEntitiesNeedAKey) {
  const std::string without =
      "apiVersion: backstage.io/v1alpha1\nkind: Component\nmetadata:\n"
      "  name: shop\nspec:\n  type: service\n  lifecycle: production\n"
      "  owner: team\n";
  const struct {
    const char* config;
    int status;
  } rows[] = {
      {"", kFindings},
      {"jira: {required-on: {kinds: [System]}}", kClean},
      {"jira: {required-on: {types: [website]}}", kClean},
      {"jira: {required-on: {types: [website, service]}}", kFindings},
      {"jira: {required-on: {kinds: [Component], types: [library]}}", kClean},
  };
  for (const auto& row : rows) {
    FakeFileSystem files;
    files.add("a.yaml", without);
    files.add(".catalint.yaml", row.config);
    EXPECT_EQ(run_with(files, {"check", "a.yaml"}).status, row.status)
        << row.config;
  }
}

TEST(Config, ExcludesCountForNamedFilesWhenForced) {
  FakeFileSystem files;
  files.add("templates/a.yaml", entity("5"));
  files.add("b.yaml", entity("SHOP"));
  files.add(".catalint.yaml", "exclude: [templates/]\n");
  EXPECT_EQ(run_with(files, {"check", "templates/a.yaml"}).status, kFindings);
  EXPECT_EQ(
      run_with(files, {"check", "templates/a.yaml", "--force-exclude"}).status,
      kClean);
  EXPECT_EQ(run_with(files,
                     {"check", "templates/a.yaml", "b.yaml", "--force-exclude"})
                .status,
            kClean);
}

TEST(Config, IsNotPassedOverWhereItsLinkLeadsNowhere) {
  FakeFileSystem files;
  files.links[".catalint.yaml"] = "nowhere.yaml";
  const auto config = find_config(files);
  ASSERT_FALSE(config);
  EXPECT_EQ(config.error().message,
            "the configuration `.catalint.yaml` could not be read: no such "
            "file or directory");
}

TEST(Config, IsFoundUpToTheRootOfTheRepository) {
  const struct {
    const char* text;
    std::vector<std::string> at;
    bool has_repository;
    const char* found;
  } rows[] = {
      {"in the working directory", {".catalint.yaml"}, true, ".catalint.yaml"},
      {"above it",
       {"../.catalint.yaml", "../../.catalint.yaml"},
       true,
       "../.catalint.yaml"},
      {"beyond the root", {"../../../.catalint.yaml"}, true, ""},
      {"outside a repository", {"../.catalint.yaml"}, false, ""},
  };
  for (const auto& row : rows) {
    FakeFileSystem files;
    files.has_repository = row.has_repository;
    files.links["."] = "/repository/a/b";  // the repository is at /root
    files.directories.insert("/repository/a/b");
    for (const std::string& path : row.at) files.files[path] = "";
    const auto config = find_config(files);
    ASSERT_TRUE(config) << config.error().message;
    EXPECT_EQ(config->path, row.found) << row.text;
  }
}

}  // namespace
}  // namespace catalint
