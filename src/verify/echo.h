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

  /// Whether a text, or the JSON that it is, holds a part of the token or of
  /// what it is made of, in any case of its letters. A password of less than 8
  /// bytes is told from no other word; what encodes it is.
  [[nodiscard]] bool is_echo(std::string_view text) const;

 private:
  void add_token(std::string_view token);
  void add_password(std::string_view password);
  void add_part(std::string_view part);
  [[nodiscard]] bool holds_part(std::string_view text) const;

  std::vector<Secret> parts_;  // in lower case
};

}  // namespace catalint
