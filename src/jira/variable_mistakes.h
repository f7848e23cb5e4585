// What is wrong with one variable that holds a credential.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace catalint {

/// Sentences about one variable, each beginning with its name. None may hold
/// anything of the value.
class VariableMistakes {
 public:
  /// The name must outlive this.
  explicit VariableMistakes(const char* variable) : variable_(variable) {}

  void add(const std::string& what);

  /// Adds that the value is quoted or a placeholder, after which nothing else
  /// can be told of it. Whether there is more to look at.
  bool look_at(std::string_view value);

  /// Adds where the value has white space, and `advice`. Whether it has none.
  bool look_for_white_space(std::string_view value, const std::string& advice);

  std::vector<std::string> take() { return std::move(all_); }

 private:
  const char* variable_;
  std::vector<std::string> all_;
};

/// Whether there is white space at an end of the text, or other than spaces in
/// it.
bool has_stray_white_space(std::string_view text);

/// UTF-8 without control and invisible characters other than white space.
bool is_readable(std::string_view text);

}  // namespace catalint
