#include "yaml/strict.h"

#include <algorithm>
#include <string_view>

#include "base/text.h"

namespace catalint {
namespace {

class StrictReader {
 public:
  StrictReader(const SourceFile& source, std::size_t end)
      : text_(source.bytes()), end_(end) {}

  // The first problem in the order of the text; its kind stays kSyntax.
  std::optional<Problem> read(const Document& document) {
    last_ = document.span.begin;
    visit(*document.root, 0);
    scan_gap(last_, end_);
    return std::move(first_);
  }

 private:
  // `indent` is how deep a line has to be to belong to the node: one more than
  // the column of the block collection around it, 0 at the root.
  void visit(const Node& node, std::size_t indent) {
    if (first_) return;
    check_properties(node);
    switch (node.kind) {
      case NodeKind::kScalar:
      case NodeKind::kAlias:
        visit_leaf(node, indent);
        break;
      case NodeKind::kMapping:
        visit_mapping(node, indent);
        break;
      case NodeKind::kSequence: {
        const std::size_t inner =
            node.style == NodeStyle::kFlow ? indent : column(node.outer) + 1;
        enter(node, indent);
        for (const Node* item : node.items) visit(*item, inner);
        leave(node);
        break;
      }
    }
  }

  // A carriage return alone ends the name of an anchor or tag, and separates
  // it from nothing.
  void check_properties(const Node& node) {
    if (node.anchor.empty() && node.tag.empty()) return;
    const std::string_view before = text_.substr(0, node.span.begin);
    for (std::size_t i = before.find('\r', node.outer); i < before.size();
         i = before.find('\r', i + 1)) {
      if (text_.substr(i).starts_with("\r\n")) continue;
      report(i, "a carriage return alone after an anchor or a tag",
             "end the line with a line feed");
    }
  }

  void visit_mapping(const Node& node, std::size_t indent) {
    const bool is_flow = node.style == NodeStyle::kFlow;
    enter(node, indent);
    for (const Member& member : node.members) {
      // What `<<` brings in is read where it is written.
      if (member.key->outer < node.outer) continue;
      const std::size_t inner =
          is_flow ? indent : column(start_of_key(*member.key)) + 1;
      visit(*member.key, inner);
      if (!is_flow && starts_on_the_line_of_its_key(member)) {
        report(member.value->span.begin,
               "a map cannot start on the line of its key",
               "put quotes around the value, or start the map on the next "
               "line");
      }
      visit(*member.value, inner);
    }
    leave(node);
  }

  // That of the `?` before the key, when there is one.
  [[nodiscard]] std::size_t start_of_key(const Node& key) const {
    std::size_t i = key.outer;
    while (i > 0 && is_blank(text_[i - 1])) --i;
    return i > 0 && i < key.outer && text_[i - 1] == '?' ? i - 1 : key.outer;
  }

  [[nodiscard]] bool starts_on_the_line_of_its_key(const Member& member) const {
    const Node& value = *member.value;
    if (!value.is_mapping() || value.style != NodeStyle::kBlock) return false;
    const std::size_t begin = member.key->span.end;
    const std::string_view between =
        text_.substr(begin, std::max(begin, value.span.begin) - begin);
    return between.find('\n') == std::string_view::npos;
  }

  void visit_leaf(const Node& node, std::size_t indent) {
    scan_gap(last_, node.outer);
    const Span span = node.span;
    if (node.is_quoted() || node.style == NodeStyle::kPlain) {
      check_lines_of(node, indent);
    }
    if (node.is_quoted()) {
      check_comment_after(span.end);
    } else if (node.is_block_scalar()) {
      const std::size_t line = node.outer - column(node.outer);
      if (line + depth(line) == node.outer && depth(line) < indent) {
        report(node.outer, "this block is not indented deeper than its key",
               "start it on the line of the key, or indent it");
      }
      const std::size_t line_end =
          std::min(text_.find('\n', span.begin), text_.size());
      const std::string_view header =
          text_.substr(span.begin, line_end - span.begin);
      const std::size_t comment = header.find('#');
      if (comment != std::string_view::npos && comment > 0 &&
          !is_blank(header[comment - 1])) {
        report_comment(span.begin + comment);
      }
    }
    if (node.kind == NodeKind::kAlias) {
      const std::size_t end = span.begin + 1 + node.value.size();
      const std::string_view after = text_.substr(std::min(end, text_.size()));
      if (after.starts_with('\r') && !after.starts_with("\r\n")) {
        report(end, "a carriage return alone after an alias",
               "end the line with a line feed");
      }
    }
    if (flow_level_ > 0 && node.style == NodeStyle::kPlain &&
        text_.substr(span.begin, span.size()) == "-" &&
        !text_.substr(span.end).starts_with(':')) {
      report(span.begin, "a list item cannot stand between brackets",
             "put quotes around the `-`, or remove it");
    }
    last_ = std::max(last_, span.end);
  }

  // An empty line may be shorter, but a tab in it counts as text.
  void check_lines_of(const Node& node, std::size_t indent) {
    const std::size_t end = node.span.end;
    for (std::size_t line = next_line(node.span.begin, end); line < end;
         line = next_line(line, end)) {
      const std::size_t begin = line + depth(line);
      const std::string_view rest = text_.substr(begin);
      const bool is_empty =
          rest.empty() || rest.starts_with('\n') || rest.starts_with("\r\n");
      if (is_empty || depth(line) >= indent) continue;
      if (rest.starts_with('\t')) {
        report(begin, "a tab where the indentation must be",
               "YAML is indented with spaces; remove the tab");
      } else if (node.is_quoted()) {
        report(begin,
               "this line belongs to the quotes that open above, and is not "
               "indented deeper than their key",
               "close the quotes on their line, or indent this one");
      }
    }
  }

  void enter(const Node& node, std::size_t indent) {
    if (node.style != NodeStyle::kFlow) return;
    scan_gap(last_, node.span.begin);
    last_ = std::max(last_, node.span.begin);
    if (flow_level_++ > 0) return;
    const std::size_t end = node.span.end;
    for (std::size_t line = next_line(node.span.begin, end); line < end;
         line = next_line(line, end)) {
      const std::size_t begin = line + depth(line);
      if (is_blank_line(line) || text_[begin] == '#' || depth(line) >= indent) {
        continue;
      }
      // The last bracket may stand below the key.
      if (begin + 1 == end && depth(line) + 1 == indent) continue;
      report(begin,
             "this line belongs to the bracket that opens above, and is not "
             "indented deeper than its key",
             "indent it with spaces, or close the bracket above");
    }
  }

  void leave(const Node& node) {
    if (node.style != NodeStyle::kFlow) return;
    --flow_level_;
    scan_gap(last_, node.span.end);
    last_ = std::max(last_, node.span.end);
    check_comment_after(node.span.end);
  }

  void check_comment_after(std::size_t offset) {
    if (offset < text_.size() && text_[offset] == '#') report_comment(offset);
  }

  // Between two leaves there are indicators, properties and comments.
  void scan_gap(std::size_t begin, std::size_t end) {
    end = std::min(end, text_.size());
    for (std::size_t i = begin; i < end; ++i) {
      if (text_[i] == '#') {
        if (i > 0 && !is_white_space(text_[i - 1])) report_comment(i);
        i = std::min(text_.find('\n', i), end);
      } else if (text_[i] == '!' || text_[i] == '&') {
        while (i + 1 < end && !is_white_space(text_[i + 1])) ++i;
      }
    }
  }

  void report_comment(std::size_t offset) {
    report(offset, "a comment needs a space before its `#`",
           "put a space there, or quotes around the whole value");
  }

  void report(std::size_t offset, std::string_view detail,
              std::string_view hint) {
    if (first_) return;
    Problem problem;
    problem.kind = ProblemKind::kSyntax;
    problem.span = {offset, std::min(offset + 1, text_.size())};
    problem.detail = detail;
    problem.hint = hint;
    first_ = std::move(problem);
  }

  // Where the next line starts, or the end; a long line is looked at no
  // farther than that.
  [[nodiscard]] std::size_t next_line(std::size_t offset,
                                      std::size_t end) const {
    const std::size_t newline = text_.substr(0, end).find('\n', offset);
    return newline == std::string_view::npos ? end : newline + 1;
  }
  [[nodiscard]] std::size_t depth(std::size_t line) const {
    std::size_t i = line;
    while (i < text_.size() && text_[i] == ' ') ++i;
    return i - line;
  }
  [[nodiscard]] bool is_blank_line(std::size_t line) const {
    std::size_t i = line;
    while (i < text_.size() && is_blank(text_[i])) ++i;
    // A carriage return alone is text.
    return i == text_.size() || text_[i] == '\n' ||
           text_.substr(i).starts_with("\r\n");
  }
  [[nodiscard]] std::size_t column(std::size_t offset) const {
    const std::size_t newline =
        offset == 0 ? std::string_view::npos : text_.rfind('\n', offset - 1);
    return newline == std::string_view::npos ? offset : offset - newline - 1;
  }

  std::string_view text_;
  std::size_t end_;
  std::size_t last_ = 0;
  std::size_t flow_level_ = 0;
  std::optional<Problem> first_;
};

}  // namespace

void find_strict_problem(const SourceFile& source, const Document& document,
                         std::size_t end, std::vector<Problem>& problems) {
  if (document.root == nullptr) return;
  auto problem = StrictReader(source, end).read(document);
  if (!problem) return;
  problem->document = document.index;
  problems.push_back(std::move(*problem));
}

}  // namespace catalint
