// A text that nobody may see. It is wiped from memory when it goes, is never
// copied by accident, and has no way to be printed.
#pragma once

#include <cstddef>
#include <memory>
#include <string>
#include <string_view>

namespace catalint {

class Secret {
 public:
  Secret() = default;
  /// A copy; whoever has the original wipes it.
  explicit Secret(std::string_view text);
  Secret(Secret&& other) noexcept;
  Secret& operator=(Secret&& other) noexcept;
  Secret(const Secret&) = delete;
  Secret& operator=(const Secret&) = delete;
  ~Secret();

  /// Lives as long as the secret. Give it to nothing that keeps it.
  [[nodiscard]] std::string_view reveal() const {
    return {bytes_.get(), size_};
  }
  [[nodiscard]] bool empty() const { return size_ == 0; }

 private:
  void wipe_bytes() noexcept;

  std::unique_ptr<char[]> bytes_;
  std::size_t size_ = 0;
};

/// The texts one after the other, which no other memory holds meanwhile.
Secret joined_secret(std::string_view first, std::string_view second);

/// Overwrites the text, also where nobody reads it any more, and empties it.
/// What the string held in other memory before it grew is not reached.
void wipe(std::string& text) noexcept;

}  // namespace catalint
