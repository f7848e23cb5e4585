#include "fix/choose.h"

#include <algorithm>
#include <map>

namespace catalint {
namespace {

// Chosen edits by where they begin; an insertion sorts before what it stands
// in front of.
class ChosenEdits {
 public:
  [[nodiscard]] bool holds(const Edit& edit) const {
    const auto found = edits_.find(key(edit.span));
    return found != edits_.end() && found->second == edit.text;
  }

  [[nodiscard]] bool touches(Span span) const {
    auto next = edits_.lower_bound({span.begin, 0});
    if (next != edits_.end() && collide(span_of(next->first), span)) {
      return true;
    }
    // Only the last ones before can reach this far: they do not overlap.
    for (int i = 0; i < 2 && next != edits_.begin(); ++i) {
      --next;
      if (collide(span_of(next->first), span)) return true;
    }
    return false;
  }

  void add(const Edit& edit) { edits_.emplace(key(edit.span), edit.text); }

  [[nodiscard]] std::vector<Edit> sorted() const {
    std::vector<Edit> out;
    out.reserve(edits_.size());
    for (const auto& [place, text] : edits_) {
      out.push_back({span_of(place), text});
    }
    return out;
  }

 private:
  using Key = std::pair<std::size_t, std::size_t>;

  static Key key(Span span) { return {span.begin, span.end}; }
  static Span span_of(const Key& key) { return {key.first, key.second}; }

  // Two insertions at one place, or one at the edge of other edits, have no
  // order that both fixes know of.
  static bool collide(Span a, Span b) {
    const bool has_insertion = a.size() == 0 || b.size() == 0;
    return has_insertion ? a.begin <= b.end && b.begin <= a.end
                         : a.begin < b.end && b.begin < a.end;
  }

  std::map<Key, std::string> edits_;
};

}  // namespace

Choice choose_fixes(const std::vector<Diagnostic>& diagnostics, Fixable least) {
  Choice choice;
  ChosenEdits chosen;
  for (const Diagnostic& diagnostic : diagnostics) {
    if (!diagnostic.fix || diagnostic.fix->safety < least) continue;
    const std::vector<Edit>& edits = diagnostic.fix->edits;
    const bool is_there =
        std::all_of(edits.begin(), edits.end(),
                    [&](const Edit& edit) { return chosen.holds(edit); });
    if (is_there) {
      ++choice.fixes;
      continue;
    }
    const bool has_room = std::none_of(
        edits.begin(), edits.end(),
        [&](const Edit& edit) { return chosen.touches(edit.span); });
    if (!has_room) continue;
    for (const Edit& edit : edits) chosen.add(edit);
    ++choice.fixes;
  }
  choice.edits = chosen.sorted();
  return choice;
}

std::string splice(std::string_view text, const std::vector<Edit>& edits) {
  std::string out;
  std::size_t done = 0;
  for (const Edit& edit : edits) {
    out += text.substr(done, edit.span.begin - done);
    out += edit.text;
    done = edit.span.end;
  }
  out += text.substr(done);
  return out;
}

}  // namespace catalint
