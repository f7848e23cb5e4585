#include "report/json_writer.h"

#include <algorithm>
#include <array>
#include <cstdio>

#include "base/text.h"

namespace catalint {

std::string dump_json(const Json& value, int indentation) {
  std::string text =
      value.dump(indentation, ' ', false, Json::error_handler_t::replace);
  const auto is_ascii = [](char c) {
    return static_cast<unsigned char>(c) < 0x7F;
  };
  if (std::all_of(text.begin(), text.end(), is_ascii)) return text;
  std::string out;
  for (std::size_t i = 0; i < text.size();) {
    const std::size_t begin = i;
    const char32_t code_point = decode_utf8(text, i);
    // Those below DEL are escaped by now, and the line ends are its own.
    const bool is_hidden = code_point >= 0x7F && code_point <= 0xFFFF &&
                           (is_control(code_point) || is_invisible(code_point));
    if (!is_hidden) {
      out.append(text, begin, i - begin);
      continue;
    }
    std::array<char, 8> escaped{};
    std::snprintf(escaped.data(), escaped.size(), "\\u%04x",
                  static_cast<unsigned>(code_point));
    out += escaped.data();
  }
  return out;
}

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
  pass_on();
}

void JsonWriter::pass_on() {
  constexpr std::size_t kEnough = std::size_t{64} << 10U;
  if (!levels_.empty() && buffer_.size() < kEnough) return;
  out_ << buffer_;
  buffer_.clear();
}

void JsonWriter::add(const Json& value, std::string_view key) {
  start_entry(key);
  const std::string text = dump_json(value, 2);
  std::size_t done = 0;
  for (std::size_t line_end = text.find('\n'); line_end != std::string::npos;
       line_end = text.find('\n', done)) {
    buffer_.append(text, done, line_end - done);
    start_line();
    done = line_end + 1;
  }
  buffer_.append(text, done);
  pass_on();
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
