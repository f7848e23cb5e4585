// A repository with old findings, and a baseline that knows them.
#pragma once

#include <gtest/gtest.h>

#include <filesystem>
#include <string>
#include <vector>

#include "app/sharded_run.h"
#include "support/golden.h"
#include "support/run_program.h"
#include "support/temporary_directory.h"

namespace catalint {

inline std::string entity(const std::string& name, const std::string& key) {
  return "apiVersion: backstage.io/v1alpha1\nkind: Component\nmetadata:\n"
         "  name: " +
         name + "\n  annotations:\n    jira/project-key: " + key +
         "\nspec:\n  type: service\n  lifecycle: production\n  owner: team\n";
}

inline std::string entry(const std::string& name) {
  return "{\"rule\":\"jira/"
         "project-key-format\",\"entity\":\"component:default/" +
         name + "\",\"subject\":\"jira/project-key\"}";
}

inline const std::string kFileEntry =
    "{\"rule\":\"yaml/syntax\",\"file\":\"z/catalog-info.yaml\"}";

inline std::string baseline_of(const std::vector<std::string>& entries) {
  std::string out = "{\"version\": 1, \"findings\": [";
  for (const std::string& entry : entries) {
    out += (&entry == entries.data() ? "\n" : ",\n") + entry;
  }
  return out + "\n]}\n";
}

// x and y each hold an entity with an old finding, and z a file that is no
// YAML; the configuration in the root names the baseline.
class GatedRepository : public testing::Test {
 protected:
  GatedRepository() {
    directory_.shell("git init -q .");
    directory_.write("x/catalog-info.yaml", entity("x", "shop"));
    directory_.write("y/catalog-info.yaml", entity("y", "shop"));
    directory_.write("z/catalog-info.yaml", "a: [\n");
    directory_.write(".catalint.yaml", "baseline: b.json\n");
    write(baseline_of({entry("x"), entry("y"), kFileEntry}));
  }

  void write(const std::string& baseline) const {
    directory_.write("b.json", baseline);
  }
  [[nodiscard]] std::string baseline() const {
    return read_bytes(directory_.path() / "b.json");
  }

  Outcome run_in(const std::string& place,
                 std::vector<std::string> arguments) const {
    std::filesystem::current_path(directory_.path() / place);
    arguments.insert(arguments.begin(), "check");
    Outcome outcome = run_program({.arguments = std::move(arguments)});
    std::filesystem::current_path(directory_.path());
    return outcome;
  }

  // In shards it comes to the same.
  Outcome run_both_ways(const std::string& place,
                        const std::vector<std::string>& arguments) const {
    const std::string before = baseline();
    std::filesystem::current_path(directory_.path() / place);
    const Outcome merged = run_in_shards(arguments);
    std::filesystem::current_path(directory_.path());
    const std::string of_merge = baseline();
    write(before);
    Outcome outcome = run_in(place, arguments);
    EXPECT_EQ(merged.out, outcome.out);
    EXPECT_EQ(merged.err, outcome.err);
    EXPECT_EQ(merged.status, outcome.status);
    EXPECT_EQ(of_merge, baseline());
    return outcome;
  }

  TemporaryDirectory directory_;
};

}  // namespace catalint
