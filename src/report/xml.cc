#include "report/xml.h"

#include <string>

#include "base/text.h"

namespace catalint {
namespace {

constexpr char32_t kReplacement = 0xFFFD;

// Of the controls, those of C1 may; terminals obey them all the same.
bool may_stand(char32_t code_point) {
  return code_point != kNotUtf8 && !is_control(code_point) &&
         code_point != 0xFFFE && code_point != 0xFFFF;
}

}  // namespace

std::string escape_xml(std::string_view text) {
  std::string out;
  for (std::size_t i = 0; i < text.size();) {
    const char32_t code_point = decode_utf8(text, i);
    switch (code_point) {
      case '&':
        out += "&amp;";
        break;
      case '<':
        out += "&lt;";
        break;
      case '>':
        out += "&gt;";
        break;
      case '"':
        out += "&quot;";
        break;
      case '\t':
        out += "&#9;";
        break;
      case '\n':
        out += "&#10;";
        break;
      case '\r':
        out += "&#13;";
        break;
      default:
        if (is_invisible(code_point)) {
          // A machine reads the character; a terminal shows what it is.
          out += "&#" + std::to_string(static_cast<unsigned>(code_point)) + ";";
          break;
        }
        append_utf8(out, may_stand(code_point) ? code_point : kReplacement);
    }
  }
  return out;
}

}  // namespace catalint
