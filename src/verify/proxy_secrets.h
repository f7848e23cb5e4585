// The user and the password that an environment has for its proxy. libcurl
// quotes a proxy's address, whole or in part, where something is wrong with it.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "base/secret.h"

namespace catalint {

class ProxySecrets {
 public:
  using Variable =
      std::function<std::optional<std::string>(const std::string& name)>;

  /// Of the variables that libcurl reads for an https address.
  explicit ProxySecrets(const Variable& variable);

  /// The text with `…` for them; nothing where a part of one is left in it.
  [[nodiscard]] std::optional<std::string> without(std::string text) const;

 private:
  void add_words(std::string_view text);

  std::vector<Secret> whole_;  // `user:password`, as it is written
  std::vector<Secret> words_;  // the letters and digits in it
};

}  // namespace catalint
