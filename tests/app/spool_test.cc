#include "app/spool.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <sstream>
#include <string>
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

TEST(Spool, IsAStreamOfAllTexts) {
  const TemporaryDirectory directory;
  const auto spool = Spool::in(directory.path());
  std::string expected;
  for (const std::size_t size : {10U, 70'000U, 0U, 200'000U}) {
    expected += std::string(size, static_cast<char>('a' + size % 26));
    expected += '\n';
    ASSERT_TRUE(spool->add(
        std::string_view(expected).substr(expected.size() - size - 1)));
  }
  const auto stream = spool->open();
  std::ostringstream all;
  all << stream->rdbuf();
  EXPECT_EQ(all.str(), expected);
  for (const std::size_t place : {70'000U, 0U, 12U}) {
    stream->clear();
    stream->seekg(static_cast<std::streamoff>(place));
    std::string line;
    ASSERT_TRUE(std::getline(*stream, line));
    EXPECT_EQ(line, expected.substr(place, expected.find('\n', place) - place));
  }
  const auto again = spool->open();  // it has a place of its own
  EXPECT_EQ(again->get(), expected[0]);
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
