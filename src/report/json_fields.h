// Reads an object of JSON that may hold anything. What is missing, or not as it
// should be, is thrown as a JsonMistake.
#pragma once

#include <cstddef>
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

#include "catalint/source.h"
#include "report/json_writer.h"

namespace catalint {

/// `what()` is ready to be printed, as in "`size` is missing".
class JsonMistake : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

/// A whole number that offsets and counts may be.
std::size_t count_of(const Json& value, std::string_view name);

/// `[begin, end]`.
Span span_of(const Json& value, std::string_view name);

class JsonFields {
 public:
  /// `name` is what mistakes call it. The value must outlive the fields.
  JsonFields(const Json& value, std::string_view name);

  /// Null when there is none.
  [[nodiscard]] const Json* find(const char* key) const;
  [[nodiscard]] const Json& at(const char* key) const;

  [[nodiscard]] std::size_t count(const char* key) const;
  [[nodiscard]] bool flag(const char* key) const;
  [[nodiscard]] std::string text(const char* key) const;
  /// One that is printed as it is: it has no control characters.
  [[nodiscard]] std::string line(const char* key) const;
  [[nodiscard]] std::optional<std::string> text_or_null(const char* key) const;
  [[nodiscard]] std::string raw_text(const char* key) const;
  /// Of an array; none where there is no array.
  [[nodiscard]] std::vector<std::string> texts(const char* key) const;
  [[nodiscard]] std::vector<std::string> lines(const char* key) const;
  [[nodiscard]] std::vector<std::string> raw_texts(const char* key) const;
  [[nodiscard]] JsonFields object(const char* key) const;
  [[nodiscard]] Span span(const char* key) const;

  /// Of an array; an empty one where there is none.
  [[nodiscard]] const Json& list_or_empty(const char* key) const;

 private:
  [[noreturn]] void fail(const char* key, std::string_view expected) const;

  const Json& value_;
};

}  // namespace catalint
