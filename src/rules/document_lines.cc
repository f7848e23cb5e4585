#include "rules/document_lines.h"

#include <string_view>

namespace catalint {
namespace {

bool separates_documents(const SourceFile& source, std::size_t line) {
  const std::string_view text = source.text(source.line_span(line));
  return text.starts_with("---") || text.starts_with("...");
}

}  // namespace

LineRange visible_lines(const SourceFile& source, Span span) {
  return {source.position(span.begin).line, source.last_visible_line(span)};
}

LineRange lines_around(const SourceFile& source, const EntityReport& entity) {
  if (entity.document_lines) return *entity.document_lines;
  LineRange lines = visible_lines(source, entity.span);
  const std::size_t most = source.position(source.size()).line;
  while (lines.first > 1 && !separates_documents(source, lines.first) &&
         !separates_documents(source, lines.first - 1)) {
    --lines.first;
  }
  while (lines.last < most && !separates_documents(source, lines.last + 1)) {
    ++lines.last;
  }
  return lines;
}

}  // namespace catalint
