// What a run knows of a Jira: nothing, a list, or what Jira answers.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "app/env.h"
#include "app/options.h"
#include "app/scan.h"
#include "jira/facts.h"
#include "rules/filter.h"

namespace catalint {

class JiraLookup {
 public:
  /// Reads the list or the credentials that the options ask for. An error is
  /// one of usage.
  static Result<JiraLookup> open(const Options& options, Env& env);

  /// Why the list that was asked for cannot be written, as far as one can know
  /// before. It takes the place of an older list alone.
  [[nodiscard]] std::optional<Error> may_write(const FileSystem& files) const;

  /// Asks Jira what the files give rise to, as far as a selected rule or the
  /// list that is to be written needs it. The slots are as they were
  /// afterwards, but keep what was read, so that what is judged is what was
  /// asked about.
  void ask(std::vector<Slot>& slots, const FindingFilter& filter, Env& env);

  /// Null where nothing is known.
  [[nodiscard]] std::shared_ptr<const JiraFacts> facts() const {
    return facts_;
  }

  /// Tells what came of it, and writes the list. Answers what failed.
  std::vector<std::string> close(Env& env) const;

 private:
  explicit JiraLookup(const Options& options) : options_(&options) {}

  const Options* options_;
  std::optional<JiraCredentials> credentials_;  // where Jira is to be asked
  std::shared_ptr<const JiraFacts> facts_;
  JiraReply reply_;
};

}  // namespace catalint
