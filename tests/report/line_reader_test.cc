#include "report/line_reader.h"

#include <gtest/gtest.h>

#include <sstream>

namespace catalint {
namespace {

std::shared_ptr<std::istream> stream_of(const std::string& text) {
  return std::make_shared<std::istringstream>(text);
}

std::string lines_of(const std::string& text) {
  LineReader reader(stream_of(text));
  std::string out;
  while (reader.next()) {
    out += std::to_string(reader.number()) + "@" +
           std::to_string(reader.offset()) + " " + reader.text() + ";";
  }
  EXPECT_STREQ(reader.mistake(), "");
  EXPECT_FALSE(reader.next());
  return out;
}

TEST(LineReader, GivesLinesAndTheirPlaces) {
  EXPECT_EQ(lines_of(""), "");
  EXPECT_EQ(lines_of("\n"), "1@0 ;");
  EXPECT_EQ(lines_of("a"), "1@0 a;");
  EXPECT_EQ(lines_of("a\r\n\nbc\n"), "1@0 a\r;2@3 ;3@4 bc;");
  EXPECT_EQ(lines_of(std::string("a\0b\nc", 5)),
            std::string("1@0 a\0b;2@4 c;", 14));
}

// Blocks end where they will, also right before a line's end.
TEST(LineReader, ReadsLinesOfAnyLength) {
  for (std::size_t size = 16'380; size < 16'390; ++size) {
    for (const std::size_t times : {1U, 2U, 5U}) {
      const std::string line(size * times, 'x');
      for (const char* end : {"", "\n", "\ny"}) {
        LineReader reader(stream_of(line + end));
        ASSERT_TRUE(reader.next());
        EXPECT_EQ(reader.text(), line);
        const bool has_more = std::string_view(end).size() == 2;
        EXPECT_EQ(reader.next(), has_more);
        EXPECT_EQ(reader.text(), has_more ? "y" : "");
        EXPECT_EQ(reader.offset(), line.size() + (*end == '\n' ? 1 : 0));
      }
    }
  }
}

TEST(LineReader, GoesBack) {
  LineReader reader(stream_of("ab\nc\nd"));
  while (reader.next()) {
  }
  ASSERT_TRUE(reader.next_at(3));
  EXPECT_EQ(reader.text(), "c");
  EXPECT_EQ(reader.offset(), 3U);
  EXPECT_FALSE(reader.next_at(6));
  EXPECT_FALSE(reader.next_at(60));
}

// A stream that never ends a line.
class Endless : public std::streambuf {
 protected:
  int_type underflow() override {
    setg(block_.data(), block_.data(), block_.data() + block_.size());
    return traits_type::to_int_type(block_[0]);
  }

 private:
  std::string block_ = std::string(std::size_t{64} << 10U, 'x');
};

TEST(LineReader, StopsInALineWithoutEnd) {
  Endless endless;
  LineReader reader(std::make_shared<std::istream>(&endless));
  EXPECT_FALSE(reader.next());
  EXPECT_STREQ(reader.mistake(),
               "its line is longer than any that catalint writes");
}

class Broken : public std::streambuf {
 protected:
  int_type underflow() override { throw std::runtime_error("it is broken"); }
};

TEST(LineReader, TellsThatAStreamIsBroken) {
  Broken broken;
  LineReader reader(std::make_shared<std::istream>(&broken));
  EXPECT_FALSE(reader.next());
  EXPECT_STREQ(reader.mistake(), "it could not be read to its end");
}

}  // namespace
}  // namespace catalint
