// Which paths a search takes for descriptors.
#pragma once

#include <string>
#include <vector>

#include "app/config.h"

namespace catalint {

class DescriptorNames {
 public:
  /// The usual names, and those of the configuration, which must outlive this.
  explicit DescriptorNames(const Config& config) : config_(config) {}

  /// Whether a search takes the file. Paths are absolute, and without links but
  /// for the file itself.
  [[nodiscard]] bool fit(const std::string& real_path) const;

  /// Whether the configuration leaves a file or directory out.
  [[nodiscard]] bool exclude(const std::string& real_path) const;

  /// Patterns that each of their last parts fits.
  [[nodiscard]] std::vector<std::string> last_names() const;

 private:
  [[nodiscard]] std::string relative_to_config(
      const std::string& real_path) const;

  const Config& config_;
};

}  // namespace catalint
