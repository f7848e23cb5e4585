// Jira's REST API, question by question. What is not answered has a reason.
#pragma once

#include <functional>
#include <map>
#include <nlohmann/json_fwd.hpp>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "base/result.h"
#include "jira/credentials.h"
#include "jira/facts.h"
#include "verify/http.h"
#include "verify/jira_answers.h"

namespace catalint {

/// Why something was not answered, by what it was. Ready to be printed.
using Reasons = std::map<std::string, std::string>;

class JiraClient {
 public:
  using ShowProgress = std::function<void(std::size_t, std::size_t)>;

  JiraClient(SendAll send, JiraSite site, ShowProgress show_progress = {})
      : send_(std::move(send)),
        site_(site),
        show_progress_(std::move(show_progress)) {}

  /// Whether Jira takes the credentials. Where it does not, nothing else is
  /// sent, and every question has the same reason. Jira Cloud tells a stranger
  /// that no project exists, so this comes first.
  bool sign_in();

  /// Projects without their components.
  std::map<std::string, JiraProject> projects(const std::set<std::string>& keys,
                                              Reasons& open);

  /// Of 20,000 names at most for each project, and 64 MiB for all together.
  std::map<std::string, ComponentNames> components(
      const std::set<std::string>& keys, Reasons& open);

  /// Those that the account may see, 100,000 keys at most. An error is the
  /// reason why Jira does not tell.
  Result<std::vector<ListedProject>> all_projects();

  /// What Jira has against each; empty where nothing.
  std::map<std::string, std::string> queries(const std::set<std::string>& texts,
                                             Reasons& open);

  /// Why nothing more is sent; empty where it is.
  [[nodiscard]] const std::string& hopeless() const { return hopeless_; }

 private:
  // An answer, or the reason why there is none.
  struct Reply {
    const HttpAnswer* answer = nullptr;
    const nlohmann::json* json = nullptr;  // null: the answer is no JSON
    std::string reason;                    // of a status other than 200

    // Null where the answer is no JSON, or tells of a failure.
    [[nodiscard]] const nlohmann::json* good() const {
      return reason.empty() ? json : nullptr;
    }
    // Why it is of no use, where it is not.
    [[nodiscard]] std::string why() const;
  };
  using OnReply = std::function<void(std::size_t, const Reply&)>;

  // Replies may be kept no longer than the call. Those that were not sent come
  // last, each with its reason.
  void ask(const std::vector<HttpRequest>& requests, const OnReply& on_reply);
  void note(const HttpAnswer& answer, const std::string& reason);

  // Counts the names of one more project. Why they are too many; else empty.
  std::string reserve(const std::vector<std::string>& names);

  // Of one request that lists projects, as `decode` reads them.
  template <typename T>
  Result<T> listed(const std::string& path,
                   std::optional<T> (*decode)(const nlohmann::json&),
                   int* status = nullptr);

  // Nothing where Jira has no parser, as Data Center.
  std::optional<std::map<std::string, std::string>> parsed_queries(
      const std::vector<std::string>& texts, Reasons& open);
  std::map<std::string, std::string> searched_queries(
      const std::vector<std::string>& texts, Reasons& open);

  SendAll send_;
  JiraSite site_;
  ShowProgress show_progress_;
  std::string hopeless_;
  unsigned failures_in_a_row_ = 0;
  std::size_t component_bytes_ = 0;  // of all names that were found
};

}  // namespace catalint
