// Files in memory with whatever a part of a report has to carry, and the runs
// that make parts of them.
#pragma once

#include <string>
#include <vector>

#include "app/fake_file_system.h"
#include "support/run_program.h"

namespace catalint {

inline std::string component(const std::string& name,
                             const std::string& annotations) {
  return "apiVersion: backstage.io/v1alpha1\nkind: Component\nmetadata:\n"
         "  name: " +
         name + "\n  annotations:\n" + annotations +
         "spec:\n  type: service\n  lifecycle: production\n  owner: team\n";
}

// Whatever a part has to carry.
inline FakeFileSystem catalog() {
  FakeFileSystem files;
  const std::string key = "    jira/project-key: ";
  files.add("a/catalog-info.yaml", component("a", key + "ABC\n"));
  files.add("b/catalog-info.yaml", component("a", key + "abc\n"));
  files.add("c/catalog-info.yaml",
            "# catalint: ignore-file[backstage/duplicate-entity] wanted\n" +
                component("a", key + "ABC\n"));
  files.add("d/catalog-info.yaml",
            component("d", key + "123 # catalint: ignore[jira/*] later\n"));
  files.add("e/catalog-info.yaml",
            component("e", key + "ABC\n    e/f: " + "ATATT3" +
                               "xFfGF0T4JVjdmPBrmZ4\n    \xFF: x\n"));
  files.add("f/catalog-info.yaml",
            "\xEF\xBB\xBFkind: Component\r\nkind: Component\r\n");
  files.add("g/catalog-info.yaml", "");
  files.add("h/catalog-info.yaml", component("h", "    a: 1\n    b: 2 \n"));
  files.add("i\xFF\n/catalog-info.yaml", "k: [\n");
  files.add("j/catalog-info.yaml", component("j", key + "ABC\n"));
  files.unreadable = {"j/catalog-info.yaml"};
  files.add("baseline.json",
            R"({"version": 1, "findings": [{"rule": "jira/project-key-format",)"
            R"( "entity": "component:default/a",)"
            R"( "subject": "jira/project-key"}, {"rule": "jira/jql",)"
            R"( "entity": "component:default/d", "subject": "x"}]})");
  return files;
}

inline std::string part(const FileSystem& files, const std::string& shard,
                        const std::vector<std::string>& more = {}) {
  std::vector<std::string> arguments = {"check", "--shard", shard, "--format",
                                        "jsonl"};
  arguments.insert(arguments.end(), more.begin(), more.end());
  return run_with(files, arguments).out;
}

// A machine without the files.
inline FakeFileSystem elsewhere(const FakeFileSystem& files,
                                std::size_t shards) {
  FakeFileSystem other;
  other.files["baseline.json"] = files.files.at("baseline.json");
  for (std::size_t i = 1; i <= shards; ++i) {
    const std::string number = std::to_string(i);
    other.files["part-" + number] =
        part(files, number + "/" + std::to_string(shards));
  }
  return other;
}

}  // namespace catalint
