// The command line, decoded.
#pragma once

#include <algorithm>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "app/shard.h"
#include "catalint/rule.h"

namespace catalint {

enum class Command : std::uint8_t {
  kCheck,
  kMerge,
  kVerify,
  kRules,
  kExplain,
  kEncodeCredentials,
  kCheckCredentials,
  kInit,
  kSchema,
  kCompletions,
  kMan,
};

enum class ColorWhen : std::uint8_t { kAuto, kAlways, kNever };

/// A report that goes to a file.
struct OutputFile {
  std::string format;
  std::string path;
};

struct Options {
  Command command = Command::kCheck;
  std::vector<std::string> paths;
  std::string subject;  // what to explain, which schema or shell
  std::string format = "text";
  std::vector<OutputFile> outputs;
  int fail_on = static_cast<int>(Severity::kError);  // kNever: no severity
  std::string files_from;  // empty: not given; `-`: standard input
  std::string stdin_filename = "<stdin>";
  std::string email;  // whose token it is
  std::vector<std::string> rule_packs;
  std::vector<std::string> custom_kinds;
  std::vector<std::string> select;
  std::vector<std::string> ignore;
  std::string known_projects;        // a path, or empty
  std::string write_known_projects;  // a path, or empty
  std::string environment_file;      // with the credentials; may be empty
  bool strict = false;               // what Jira does not answer is a failure
  bool no_cache = false;             // ask Jira anew
  unsigned timeout = 30;             // of one request to Jira, in seconds
  bool fix = false;
  bool unsafe_fixes = false;  // the risky ones too
  bool diff = false;          // print the fixes as a patch, and write nothing
  std::string config;         // a path; empty: the one that is found
  bool no_config = false;
  bool force_exclude = false;  // excludes count for explicit files too
  std::string baseline;        // a path; empty: the configuration's, if any
  std::string write_baseline;  // a path, or empty
  bool prune_baseline = false;
  std::string since;           // a commit; empty: all lines
  bool partial_sarif = false;  // SARIF although `since` leaves findings out
  std::optional<Shard> shard;  // lint this one alone, for `merge`
  bool allow_empty = false;
  bool quiet = false;
  unsigned jobs = 0;  // 0: as many as there are cores
  ColorWhen color = ColorWhen::kAuto;

  static constexpr int kNever = 100;

  /// Whether a report of this format goes anywhere.
  [[nodiscard]] bool writes(std::string_view name) const {
    return format == name || std::any_of(outputs.begin(), outputs.end(),
                                         [&](const OutputFile& file) {
                                           return file.format == name;
                                         });
  }
};

}  // namespace catalint
