#include "yaml/parse.h"

#include <yaml.h>

#include <algorithm>

#include "base/text.h"
#include "yaml/inspect.h"
#include "yaml/mend.h"
#include "yaml/offset_map.h"
#include "yaml/prepared_text.h"
#include "yaml/strict.h"
#include "yaml/syntax_problem.h"
#include "yaml/tree_builder.h"

namespace catalint {
namespace {

class Parser {
 public:
  explicit Parser(std::string_view text) {
    yaml_parser_initialize(&parser_);
    yaml_parser_set_input_string(
        &parser_, reinterpret_cast<const unsigned char*>(text.data()),
        text.size());
  }
  ~Parser() { yaml_parser_delete(&parser_); }
  Parser(const Parser&) = delete;
  Parser& operator=(const Parser&) = delete;

  yaml_parser_t& get() { return parser_; }

 private:
  yaml_parser_t parser_{};
};

Problem problem_at(ProblemKind kind, Span span, std::string detail) {
  Problem problem;
  problem.kind = kind;
  problem.span = span;
  problem.detail = std::move(detail);
  return problem;
}

// UTF-16 decoded as UTF-8, as Backstage does it, is one long string.
bool looks_like_utf_16(std::string_view bytes) {
  if (bytes.starts_with("\xFF\xFE") || bytes.starts_with("\xFE\xFF")) {
    return true;
  }
  const std::string_view head = bytes.substr(0, 64);
  if (head.size() < 4) return false;
  std::size_t even = 0;
  std::size_t odd = 0;
  for (std::size_t i = 0; i < head.size(); ++i) {
    if (head[i] == '\0') ++(i % 2 == 0 ? even : odd);
  }
  const std::size_t most = std::max(even, odd);
  return std::min(even, odd) == 0 && most * 2 + 2 >= head.size();
}

bool looks_binary(std::string_view bytes) {
  // So few are typing mistakes, also where the text is short.
  constexpr std::ptrdiff_t kFew = 8;
  const std::string_view head = bytes.substr(0, 4096);
  const auto odd = std::count_if(head.begin(), head.end(), [](char c) {
    const auto byte = static_cast<unsigned char>(c);
    return byte < 0x09 || (byte > 0x0D && byte < 0x20);
  });
  return odd >= kFew && static_cast<std::size_t>(odd) * 20 > head.size() &&
         head.find('\0') != std::string_view::npos;
}

// Mended one at a time, and so few that the time stays in proportion.
constexpr std::size_t kMostMends = 32;
constexpr std::size_t kMostReread = std::size_t{32} << 20U;  // bytes

// Whether the text was changed at the place where libyaml stopped.
bool mend(const yaml_parser_t& parser, const OffsetMap& offsets,
          const TreeBuilder& builder, PreparedText& prepared) {
  if (parser.problem == nullptr) return false;
  const auto mend = find_mend(parser.problem, prepared.text(),
                              offsets.byte_offset(parser.problem_mark.index),
                              builder.last_flow_key());
  return mend && prepared.apply(*mend);
}

// False when the text was mended and the text should be read again.
bool parse_events(const SourceFile& source, PreparedText& prepared,
                  bool may_mend, YamlStream& stream) {
  Parser parser(prepared.input());
  const OffsetMap offsets(prepared.input(), prepared.is_ascii(),
                          prepared.insertions());
  TreeBuilder builder(source, prepared, offsets, stream);
  for (bool done = false; !done;) {
    yaml_event_t event;
    if (yaml_parser_parse(&parser.get(), &event) == 0) {
      if (may_mend && mend(parser.get(), offsets, builder, prepared))
        return false;
      Problem problem = syntax_problem(source, prepared.text(), parser.get(),
                                       offsets, builder.open_bracket());
      problem.document = stream.documents.size();
      stream.problems.push_back(std::move(problem));
      // The document that the error cut off has no root.
      if (!stream.documents.empty() &&
          stream.documents.back().root == nullptr) {
        stream.problems.back().document = stream.documents.back().index;
        stream.documents.pop_back();
      }
      return true;
    }
    done = event.type == YAML_STREAM_END_EVENT;
    const bool deep = !builder.take(event);
    if (deep) {
      const std::size_t at = offsets.byte_offset(event.start_mark.index);
      stream.problems.push_back(problem_at(ProblemKind::kTooDeep, {at, at + 1},
                                           std::to_string(kMostLevels)));
      stream.problems.back().document = stream.documents.back().index;
      stream.documents.pop_back();
      done = true;
    }
    yaml_event_delete(&event);
  }
  return true;
}

bool is_empty(const Document& document) {
  return document.root == nullptr || document.root->is_null();
}

}  // namespace

YamlStream parse_yaml(const SourceFile& source) {
  YamlStream stream;
  stream.arena = std::make_unique<std::pmr::monotonic_buffer_resource>(
      std::clamp<std::size_t>(source.bytes().size() * 2, 1024, 1 << 20));
  const std::string_view bytes = source.bytes();
  if (looks_like_utf_16(bytes)) {
    stream.problems.push_back(problem_at(
        ProblemKind::kUtf16, {0, std::min<std::size_t>(bytes.size(), 2)}, ""));
    return stream;
  }
  PreparedText prepared(bytes);
  const auto may_mend = [&](std::size_t mended) {
    return mended < kMostMends && mended * bytes.size() < kMostReread;
  };
  for (std::size_t mended = 0;
       !parse_events(source, prepared, may_mend(mended), stream); ++mended) {
    stream.documents.clear();
    stream.problems.clear();
    stream.arena->release();
  }
  const bool has_map = std::any_of(
      stream.documents.begin(), stream.documents.end(), [](const Document& d) {
        return d.root != nullptr && d.root->is_mapping();
      });
  if (!has_map && looks_binary(bytes)) {
    stream.problems.clear();
    stream.documents.clear();
    stream.problems.push_back(problem_at(ProblemKind::kBinary, {0, 1}, ""));
    return stream;
  }
  for (std::size_t i = 0; i < stream.documents.size(); ++i) {
    const Document& document = stream.documents[i];
    const std::size_t end = i + 1 < stream.documents.size()
                                ? stream.documents[i + 1].span.begin
                                : document.span.end;
    find_strict_problem(source, document, end, stream.problems);
    inspect_document(source, document, stream.problems);
  }
  stream.problems.insert(stream.problems.end(), prepared.problems().begin(),
                         prepared.problems().end());
  const bool nothing =
      std::all_of(stream.documents.begin(), stream.documents.end(), is_empty);
  if (nothing && stream.problems.empty()) {
    stream.problems.push_back(problem_at(ProblemKind::kEmpty, {0, 0}, ""));
  }
  return stream;
}

}  // namespace catalint
