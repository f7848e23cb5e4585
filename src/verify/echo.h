// Servers that say back what they were sent, the token too.
#pragma once

#include <string_view>
#include <vector>

#include "base/secret.h"
#include "jira/credentials.h"

namespace catalint {

class EchoGuard {
 public:
  explicit EchoGuard(const JiraCredentials& credentials);

  /// Whether a text holds a part of the token, or of what it is made of, in
  /// any case of its letters.
  [[nodiscard]] bool is_echo(std::string_view text) const;

 private:
  void add(std::string_view secret);

  std::vector<Secret> parts_;  // in lower case
};

}  // namespace catalint
