#include "yaml/comments.h"

#include <algorithm>

#include "base/text.h"

namespace catalint {
namespace {

// The text of scalars, where `#` is a character like any other.
void collect_scalars(const Node& node, const SourceFile& source,
                     std::vector<Span>& scalars) {
  switch (node.kind) {
    case NodeKind::kAlias:
      return;
    case NodeKind::kScalar: {
      Span text = node.span;
      if (node.is_block_scalar()) {
        // A comment may follow the sign of a block.
        const std::size_t newline = source.bytes().find('\n', text.begin);
        text.begin = std::min(newline, text.end);
      }
      scalars.push_back(text);
      return;
    }
    case NodeKind::kSequence:
      for (const Node* item : node.items) {
        collect_scalars(*item, source, scalars);
      }
      return;
    case NodeKind::kMapping:
      for (const Member& member : node.members) {
        collect_scalars(*member.key, source, scalars);
        collect_scalars(*member.value, source, scalars);
      }
      return;
  }
}

void find_comments(std::string_view text, Span gap, std::vector<Span>& found) {
  const std::size_t start = text.starts_with(kByteOrderMarkBytes) ? 3 : 0;
  for (std::size_t i = text.find('#', gap.begin); i < gap.end;
       i = text.find('#', i)) {
    const bool starts_one = i == start || text[i - 1] == ' ' ||
                            text[i - 1] == '\t' || text[i - 1] == '\n' ||
                            text[i - 1] == '\r';
    if (!starts_one) {
      ++i;
      continue;
    }
    std::size_t end = std::min(text.find('\n', i), text.size());
    if (end > i && text[end - 1] == '\r') --end;
    found.push_back({i, end});
    i = end;
  }
}

}  // namespace

std::vector<Span> comments_of(const SourceFile& source,
                              const YamlStream& stream) {
  std::vector<Span> scalars;
  for (const Document& document : stream.documents) {
    if (document.root != nullptr) {
      collect_scalars(*document.root, source, scalars);
    }
  }
  std::sort(scalars.begin(), scalars.end(),
            [](Span a, Span b) { return a.begin < b.begin; });
  std::vector<Span> comments;
  std::size_t done = 0;
  for (const Span scalar : scalars) {
    find_comments(source.bytes(), {done, scalar.begin}, comments);
    done = std::max(done, scalar.end);
  }
  find_comments(source.bytes(), {done, source.bytes().size()}, comments);
  return comments;
}

}  // namespace catalint
