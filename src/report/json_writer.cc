#include "report/json_writer.h"

namespace catalint {

void JsonWriter::begin(std::string_view key, char open, char close) {
  start_entry(key);
  out_ << open;
  levels_.push_back({close, true});
}

void JsonWriter::end() {
  const Level level = levels_.back();
  levels_.pop_back();
  if (!level.is_empty) out_ << line_start();
  out_ << level.close;
}

void JsonWriter::add(const Json& value, std::string_view key) {
  start_entry(key);
  const std::string text =
      value.dump(2, ' ', false, Json::error_handler_t::replace);
  const std::string indented_line = line_start();
  std::size_t done = 0;
  for (std::size_t line_end = text.find('\n'); line_end != std::string::npos;
       line_end = text.find('\n', done)) {
    out_ << std::string_view(text).substr(done, line_end - done)
         << indented_line;
    done = line_end + 1;
  }
  out_ << std::string_view(text).substr(done);
}

void JsonWriter::start_entry(std::string_view key) {
  if (levels_.empty()) return;
  if (!levels_.back().is_empty) out_ << ',';
  levels_.back().is_empty = false;
  out_ << line_start();
  if (!key.empty()) out_ << '"' << key << "\": ";
}

std::string JsonWriter::line_start() const {
  return "\n" + std::string(levels_.size() * 2, ' ');
}

}  // namespace catalint
