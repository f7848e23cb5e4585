#include "base/secret.h"

#include <gtest/gtest.h>

#include <ostream>
#include <type_traits>
#include <utility>

namespace catalint {
namespace {

template <typename T>
concept Printable = requires(std::ostream& out, const T& value) {
  out << value;
};

TEST(Secret, CannotBeCopiedOrPrinted) {
  static_assert(!std::is_copy_constructible_v<Secret>);
  static_assert(!std::is_copy_assignable_v<Secret>);
  static_assert(!std::is_convertible_v<Secret, std::string>);
  static_assert(!Printable<Secret>);
}

TEST(Secret, HoldsWhatItWasGiven) {
  const Secret secret("hunter2");
  EXPECT_EQ(secret.reveal(), "hunter2");
  EXPECT_FALSE(secret.empty());
  EXPECT_TRUE(Secret().empty());
  EXPECT_EQ(Secret().reveal(), "");
  EXPECT_EQ(Secret(std::string_view("a\0b", 3)).reveal().size(), 3U);
}

TEST(Secret, MovesAndLeavesNothingBehind) {
  Secret first("hunter2");
  Secret second(std::move(first));
  EXPECT_EQ(second.reveal(), "hunter2");
  EXPECT_TRUE(first.empty());  // NOLINT(bugprone-use-after-move)
  Secret third("other");
  third = std::move(second);
  EXPECT_EQ(third.reveal(), "hunter2");
  EXPECT_TRUE(second.empty());  // NOLINT(bugprone-use-after-move)
}

TEST(Secret, JoinsTexts) {
  EXPECT_EQ(joined_secret("Basic ", "abc").reveal(), "Basic abc");
  EXPECT_EQ(joined_secret("", "").reveal(), "");
}

TEST(Wipe, OverwritesAllBytes) {
  std::string text = "hunter2, and long enough to lie outside of the object";
  const char* bytes = text.data();
  const std::size_t size = text.size();
  wipe(text);
  EXPECT_EQ(text, "");
  // The string still owns this memory.
  EXPECT_EQ(std::string(bytes, size), std::string(size, '\0'));
}

}  // namespace
}  // namespace catalint
