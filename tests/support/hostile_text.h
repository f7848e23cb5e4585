// Descriptors that no person writes: huge, deep, or wrong everywhere. The tests
// lint them at full size; the benchmarks watch how the time grows with them.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace catalint {

struct HostileText {
  std::string_view name;
  std::string (*make)(std::size_t count);  // in step with `count`
};

/// All of them.
const std::vector<HostileText>& hostile_texts();

/// The one of a name that must be there.
const HostileText& hostile_text(std::string_view name);

/// One of about so many bytes.
std::string hostile_text_of_size(const HostileText& text, std::size_t bytes);

/// A Component that loads, with these lines in its annotations.
std::string descriptor_with(std::string_view annotations,
                            std::string_view name = "shop");

}  // namespace catalint
