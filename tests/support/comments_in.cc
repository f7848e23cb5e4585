#include "support/comments_in.h"

#include <algorithm>

#include "yaml/comments.h"
#include "yaml/parse.h"

namespace catalint {

std::vector<std::string> comments_in(const std::string& text) {
  const SourceFile source("x.yaml", text);
  const YamlStream stream = parse_yaml(source);
  std::vector<std::string> comments;
  for (const Span span : comments_of(source, stream)) {
    comments.emplace_back(source.text(span));
  }
  std::sort(comments.begin(), comments.end());
  return comments;
}

}  // namespace catalint
