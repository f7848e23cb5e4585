// Writes JSON piece by piece, laid out as dump(2) of nlohmann/json does it, so
// that a report with very many findings never stands in memory as one tree.
// What cannot be written shows in the state of the stream.
#pragma once

#include <nlohmann/json.hpp>
#include <ostream>
#include <string>
#include <string_view>
#include <vector>

namespace catalint {

using Json = nlohmann::ordered_json;

/// As dump(indentation), without a single character that prints as nothing or
/// that a terminal obeys: it is escaped. What is no UTF-8 becomes U+FFFD.
std::string dump_json(const Json& value, int indentation);

class JsonWriter {
 public:
  explicit JsonWriter(std::ostream& out) : out_(out) {}

  /// Starts an object or an array; inside an object it goes under a key.
  void begin_object(std::string_view key = {}) { begin(key, '{', '}'); }
  void begin_array(std::string_view key = {}) { begin(key, '[', ']'); }

  /// Ends what was begun last; with the first of all, everything is written.
  void end();

  /// Adds a whole value; inside an object it goes under a key.
  void add(const Json& value, std::string_view key = {});

 private:
  struct Level {
    char close;
    bool is_empty;
  };

  void begin(std::string_view key, char open, char close);
  void start_entry(std::string_view key);
  void start_line();
  void pass_on();

  std::ostream& out_;
  std::vector<Level> levels_;
  std::string buffer_;  // what is not in out_ yet
};

}  // namespace catalint
