#include "app/spool.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <thread>
#include <vector>

#include "support/temporary_directory.h"

namespace catalint {
namespace {

TEST(Spool, GivesBackWhatManyThreadsPutAside) {
  constexpr std::size_t kThreads = 4;
  constexpr std::size_t kTexts = 500;
  const TemporaryDirectory directory;
  const auto spool = Spool::in(directory.path());
  ASSERT_NE(spool, nullptr);
  const auto text_of = [](std::size_t thread, std::size_t i) {
    return std::string(i % 97, static_cast<char>('a' + thread)) +
           std::to_string(i);
  };
  std::vector<std::vector<Spool::Place>> places(kThreads);
  {
    std::vector<std::jthread> threads;
    for (std::size_t thread = 0; thread < kThreads; ++thread) {
      threads.emplace_back([&, thread] {
        for (std::size_t i = 0; i < kTexts; ++i) {
          places[thread].push_back(spool->add(text_of(thread, i)).value());
        }
      });
    }
  }
  for (std::size_t thread = 0; thread < kThreads; ++thread) {
    for (std::size_t i = 0; i < kTexts; ++i) {
      ASSERT_EQ(spool->at(places[thread][i]), text_of(thread, i));
    }
  }
  EXPECT_TRUE(std::filesystem::is_empty(directory.path()));
}

TEST(Spool, TellsWhatCannotBeReadOrMade) {
  const TemporaryDirectory directory;
  const auto spool = Spool::in(directory.path());
  const auto place = spool->add("text");
  ASSERT_TRUE(place);
  EXPECT_EQ(spool->at({place->offset, place->size + 1}), std::nullopt);
  EXPECT_EQ(spool->at({0, 0}), "");
  EXPECT_EQ(Spool::in(directory.path() / "none"), nullptr);
}

}  // namespace
}  // namespace catalint
