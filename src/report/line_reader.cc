#include "report/line_reader.h"

#include <array>

namespace catalint {

bool LineReader::next() {
  std::array<char, std::size_t{16} << 10U> block{};
  text_.clear();
  offset_ = end_;
  for (;;) {
    in_->getline(block.data(), block.size());
    const auto count = static_cast<std::size_t>(in_->gcount());
    end_ += count;
    if (in_->bad()) {
      mistake_ = "it could not be read to its end";
      return false;
    }
    // The line's end is counted and not stored; a full block lacks it.
    const bool is_whole = !in_->fail() && !in_->eof();
    text_.append(block.data(), is_whole ? count - 1 : count);
    if (is_whole || in_->eof()) break;
    in_->clear();
    if (text_.size() > kLongestLine) {
      mistake_ = "its line is longer than any that catalint writes";
      return false;
    }
  }
  ++number_;
  return end_ > offset_;
}

bool LineReader::next_at(std::uint64_t offset) {
  in_->clear();
  in_->seekg(static_cast<std::streamoff>(offset));
  end_ = offset;
  return next();
}

}  // namespace catalint
