#include "rules/ignore_comment.h"

#include <algorithm>
#include <limits>
#include <optional>

#include "base/edit_distance.h"
#include "base/glob.h"
#include "base/text.h"
#include "jira/secret.h"
#include "yaml/comments.h"

namespace catalint {
namespace {

constexpr std::string_view kPrefix = "catalint:";
constexpr std::size_t kLongestId = 128;       // bytes
constexpr std::size_t kLongestReason = 1000;  // code points

// From `catalint:` to the end, where that opens the comment or, behind another
// `#`, a second one.
std::optional<Span> request_in(const SourceFile& source, Span comment) {
  const std::string_view text = source.text(comment);
  for (std::size_t at = text.find(kPrefix); at != std::string_view::npos;
       at = text.find(kPrefix, at + 1)) {
    std::size_t sign_end = at;
    while (sign_end > 0 && is_blank(text[sign_end - 1])) --sign_end;
    std::size_t sign = sign_end;
    while (sign > 0 && text[sign - 1] == '#') --sign;
    if (sign < sign_end && (sign == 0 || is_blank(text[sign - 1]))) {
      const std::string_view request = trim(text.substr(at));
      return Span{comment.begin + at, comment.begin + at + request.size()};
    }
  }
  return std::nullopt;
}

// Where the first line starts that is more than a comment, a directive or the
// sign between documents. Told from the text, for files that are no YAML too.
std::size_t content_begin(std::string_view text) {
  std::size_t begin = text.starts_with(kByteOrderMarkBytes) ? 3 : 0;
  while (begin < text.size()) {
    const std::size_t end = std::min(text.find('\n', begin), text.size());
    std::string_view line = trim(text.substr(begin, end - begin));
    if (line.starts_with("---")) line = trim(line.substr(3));
    const bool is_content =
        !line.empty() && line.front() != '#' && text[begin] != '%';
    if (is_content) return begin;
    begin = end + 1;
  }
  return text.size();
}

class RequestReader {
 public:
  RequestReader(const SourceFile& source, Span span, bool is_at_top)
      : text_(source.bytes().substr(0, span.end)),
        at_(span.begin + kPrefix.size()),
        is_at_top_(is_at_top) {
    comment_.span = span;
  }

  IgnoreComment read() {
    read_request();
    return std::move(comment_);
  }

 private:
  void read_request() {
    const Span word = read_word();
    const std::string name(text_.substr(word.begin, word.size()));
    static const std::vector<std::string> kNames = {"ignore", "ignore-file"};
    if (name.empty()) {
      fail(comment_.span, "nothing stands after `catalint:`", kForm);
    } else if (std::find(kNames.begin(), kNames.end(), name) == kNames.end()) {
      fail(word,
           quote_for_display(without_credentials(name)) +
               " is no word that catalint knows" + did_you_mean(name, kNames),
           kForm);
    } else if (name == "ignore-file" && !is_at_top_) {
      fail(word, "`ignore-file` stands below the start of the content",
           "move it to the top of the file, or write `ignore` at the finding");
    } else if (skip_blanks(); at_ == text_.size() || text_[at_] != '[') {
      fail(word, "no rules in brackets stand after `" + name + "`", kForm);
    } else if (read_ids()) {
      read_reason();
      if (name == "ignore-file") reach_all_lines();
    }
  }

  Span read_word() {
    skip_blanks();
    const std::size_t begin = at_;
    while (at_ < text_.size() && !is_blank(text_[at_]) && text_[at_] != '[') {
      ++at_;
    }
    return {begin, at_};
  }

  // Whether the brackets are as they should be.
  bool read_ids() {
    const std::size_t open = at_;
    const std::size_t close = text_.find(']', open);
    if (close == std::string_view::npos) {
      fail({open, text_.size()}, "`[` is never closed",
           "write `]` after the last rule, and then the reason");
      return false;
    }
    for (std::size_t begin = open + 1; begin <= close;) {
      const std::size_t end = std::min(text_.find(',', begin), close);
      const std::string_view id = trim(text_.substr(begin, end - begin));
      if (id.empty()) {
        fail({open, close + 1}, "a rule is missing between the brackets",
             kForm);
        return false;
      }
      const auto at = static_cast<std::size_t>(id.data() - text_.data());
      const Span span{at, at + id.size()};
      if (id.size() > kLongestId) {
        fail(span, "no rule has an id of more than 128 bytes", kForm);
        return false;
      }
      comment_.entries.push_back({std::string(id), span});
      if (comment_.entries.size() > kMostIgnoredRules) return false;
      begin = end + 1;
    }
    at_ = close + 1;
    return true;
  }

  void read_reason() {
    const std::string_view reason = trim(text_.substr(at_));
    const bool says_something =
        std::any_of(reason.begin(), reason.end(), [](char c) {
          return is_alphanumeric(c) || static_cast<unsigned char>(c) >= 0x80;
        });
    if (!says_something) {
      fail(comment_.span, "it gives no reason",
           "say after the brackets why the finding may stay");
      return;
    }
    comment_.reason =
        escape_for_display(without_credentials(reason), kLongestReason);
  }

  void reach_all_lines() {
    comment_.first_line = 1;
    comment_.last_line = std::numeric_limits<std::size_t>::max();
  }

  void skip_blanks() {
    while (at_ < text_.size() && is_blank(text_[at_])) ++at_;
  }

  void fail(Span span, std::string mistake, std::string_view hint) {
    comment_.span = span;
    comment_.mistake = std::move(mistake);
    comment_.hint = hint;
    comment_.entries.clear();
  }

  static constexpr std::string_view kForm =
      "write `# catalint: ignore[RULE] REASON`; `catalint rules` lists all "
      "rules";

  std::string_view text_;  // up to the end of the comment
  std::size_t at_;
  bool is_at_top_;
  IgnoreComment comment_;
};

// The first line after this one that is no comment; the last comment's own
// where a blank line or nothing follows.
std::size_t line_below(const SourceFile& source, std::size_t line) {
  for (;;) {
    const std::size_t end = source.line_span(line).end;
    if (source.bytes().find('\n', end) == std::string_view::npos) return line;
    const std::string_view next = trim(source.text(source.line_span(line + 1)));
    if (next.empty()) return line;
    ++line;
    if (next.front() != '#') return line;
  }
}

bool stands_alone(const SourceFile& source, Span comment, std::size_t line) {
  std::string_view before =
      source.text({source.line_span(line).begin, comment.begin});
  if (line == 1 && before.starts_with(kByteOrderMarkBytes))
    before.remove_prefix(3);
  return trim(before).empty();
}

}  // namespace

std::vector<IgnoreComment> ignore_comments_of(const SourceFile& source,
                                              const YamlStream& stream) {
  std::vector<IgnoreComment> found;
  if (source.bytes().find(kPrefix) == std::string_view::npos) return found;
  const std::size_t content = content_begin(source.bytes());
  std::size_t ids = 0;
  std::size_t reach = 0;  // of the comments so far that stand alone
  for (const Span comment : comments_of(source, stream)) {
    const auto request = request_in(source, comment);
    if (!request) continue;
    IgnoreComment read =
        RequestReader(source, *request, comment.begin < content).read();
    ids += std::max<std::size_t>(read.entries.size(), 1);
    if (ids > kMostIgnoredRules) {
      read.entries.clear();
      read.span = *request;
      read.mistake = "catalint reads no more than " +
                     std::to_string(kMostIgnoredRules) +
                     " ids in the comments of a file";
      read.hint = "use `ignore-file`, or a pattern such as `jira/*`";
      found.push_back(std::move(read));
      break;
    }
    const bool is_about_file = read.last_line > 1;
    if (!is_about_file) {
      const std::size_t line = source.position(comment.begin).line;
      read.first_line = line;
      read.last_line = line;
      if (stands_alone(source, comment, line)) {
        // All comments of a run reach the same line.
        if (line > reach) reach = line_below(source, line);
        read.last_line = reach;
      }
    }
    found.push_back(std::move(read));
  }
  return found;
}

const IgnoreComment* IgnoreIndex::use(std::string_view rule,
                                      std::size_t offset) {
  const std::vector<Match>& matches = matches_of(rule);
  if (matches.empty()) return nullptr;
  const std::size_t line = source_.position(offset).line;
  const IgnoreComment* last = nullptr;
  for (const Match& match : matches) {
    const IgnoreComment& comment = *match.comment;
    if (line < comment.first_line || line > comment.last_line) continue;
    match.entry->is_used = true;
    last = &comment;
  }
  return last;
}

const std::vector<IgnoreIndex::Match>& IgnoreIndex::matches_of(
    std::string_view rule) {
  const auto [known, is_new] = matches_.try_emplace(std::string(rule));
  if (!is_new) return known->second;
  const bool is_own = rule.starts_with("catalint/");
  for (IgnoreComment& comment : comments_) {
    if (!comment.mistake.empty()) continue;
    for (IgnoreComment::Entry& entry : comment.entries) {
      const bool fits =
          is_own ? entry.pattern == rule : glob_matches(entry.pattern, rule);
      if (fits) known->second.push_back({&comment, &entry});
    }
  }
  return known->second;
}

}  // namespace catalint
