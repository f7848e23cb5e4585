#include "report/json_writer.h"

namespace catalint {

void JsonWriter::begin(std::string_view key, char open, char close) {
  start_entry(key);
  buffer_ += open;
  levels_.push_back({close, true});
}

void JsonWriter::end() {
  const Level level = levels_.back();
  levels_.pop_back();
  if (!level.is_empty) start_line();
  buffer_ += level.close;
  constexpr std::size_t kEnough = std::size_t{64} << 10U;
  if (levels_.empty() || buffer_.size() >= kEnough) {
    out_ << buffer_;
    buffer_.clear();
  }
}

void JsonWriter::add(const Json& value, std::string_view key) {
  start_entry(key);
  const std::string text =
      value.dump(2, ' ', false, Json::error_handler_t::replace);
  std::size_t done = 0;
  for (std::size_t line_end = text.find('\n'); line_end != std::string::npos;
       line_end = text.find('\n', done)) {
    buffer_.append(text, done, line_end - done);
    start_line();
    done = line_end + 1;
  }
  buffer_.append(text, done);
}

void JsonWriter::start_entry(std::string_view key) {
  if (levels_.empty()) return;
  if (!levels_.back().is_empty) buffer_ += ',';
  levels_.back().is_empty = false;
  start_line();
  if (!key.empty()) buffer_.append("\"").append(key).append("\": ");
}

void JsonWriter::start_line() {
  buffer_.append("\n").append(levels_.size() * 2, ' ');
}

}  // namespace catalint
