// Parts that nobody wrote: whatever stands in them, `merge` tells what is wrong
// or reports something, and never crashes.
#include "app/part_set.h"

#include <gtest/gtest.h>

#include <random>
#include <set>
#include <sstream>

#include "catalint/lint.h"
#include "report/format.h"
#include "report/read_parts.h"
#include "rules/filter.h"
#include "rules/pack.h"
#include "rules/select.h"

namespace catalint {
namespace {

const std::shared_ptr<const RuleSet>& shared_rules() {
  static const std::shared_ptr<const RuleSet> kRules =
      *load_rules(builtin_packs());
  return kRules;
}

const RuleSet& rules() { return *shared_rules(); }

const RulesById& rules_by_id() {
  static const RulesById kById = [] {
    RulesById by_id;
    for (const Rule& rule : rules().rules) by_id[rule.info.id] = &rule.info;
    return by_id;
  }();
  return kById;
}

const FindingFilter& filter() {
  static const FindingFilter kFilter(rules(), Selection());
  return kFilter;
}

// Of two files with whatever a line may hold.
std::string part() {
  const Linter linter(shared_rules());
  Report report;
  report.part.emplace();
  report.part->warnings = {"a warning"};
  report.part->unread = {{"z\xFF", "z: it cannot be read"}};
  const std::string top =
      "apiVersion: backstage.io/v1alpha1\nkind: Component\nmetadata:\n"
      "  name: a\n  annotations:\n";
  for (const std::string& annotations :
       {std::string("    jira/project-key: ABC # catalint: ignore[jira/*] x\n"
                    "    a/b: ") +
            "ATATT3" + "xFfGF0T4JVjdmPBrmZ4\r\n    \xFF: 1\n    c/d: 2\n",
        std::string("    jira/project-key: 1 # catalint: ignore[backstage/*] "
                    "x\n    jira/project-key: abc\n")}) {
    FileReport file = linter.lint(
        "f" + std::to_string(report.files.size()),
        top + annotations + "spec: {type: a, lifecycle: b, owner: c}\n");
    filter().apply(file);
    filter().judge_comments(file);
    report.files.push_back(std::move(file));
  }
  std::ostringstream out;
  render_jsonl(report, {}, out);
  return out.str();
}

// What is wrong; nothing where there is a report.
std::string outcome_of(const std::string& text) {
  static std::size_t turn = 0;
  ++turn;
  PartReader reader(rules_by_id(), all_or_none(turn % 2 == 0),
                    opener_of_text(text));
  auto error = reader.read("p");
  if (!error) error = reader.recall_duplicates();
  if (error) {
    EXPECT_TRUE(error->message.starts_with("p:")) << error->message;
    return error->message;
  }
  auto joined = join_parts(reader.take(), "");
  if (!joined) return joined.error().message;
  Report report;
  report.files = std::move(joined->files);
  report.clean = clean_files(std::move(joined->clean), reader);
  report.root = std::move(joined->root);
  for (const Rule& rule : rules().rules) report.rules.push_back(&rule.info);
  const Linter linter(shared_rules());
  linter.lint_together(report.files);
  for (FileReport& file : report.files) filter().apply(file);
  // All of them in turn, since there are many parts.
  std::ostringstream out;
  formats()[turn / 2 % formats().size()].render(report, {}, out);
  // Nothing moves a cursor or starts a command.
  EXPECT_EQ(out.str().find_first_of("\x1B\r"), std::string::npos);
  EXPECT_EQ(out.str().find("\n::error::x"), std::string::npos);
  return "";
}

std::vector<std::string> lines_of(const std::string& text) {
  std::vector<std::string> lines;
  std::istringstream in(text);
  for (std::string line; std::getline(in, line);) lines.push_back(line);
  return lines;
}

std::string text_of(const std::vector<std::string>& lines) {
  std::string out;
  for (const std::string& line : lines) out += line + "\n";
  return out;
}

TEST(HostileParts, TheOneThatIsChangedIsGood) {
  EXPECT_EQ(outcome_of(part()), "");
  const std::string text = part();
  for (const char* held :
       {"\"lines\"", "\"hashes\"", "\"secrets\"", "\"suppressed\"",
        "\"comments\"", "\"latin1\"", "\"related\":[{", "\"edits\":[{"}) {
    EXPECT_NE(text.find(held), std::string::npos) << held;
  }
}

TEST(HostileParts, WithAnyValueInThePlaceOfAnother) {
  const std::vector<std::string> lines = lines_of(part());
  const std::vector<Json> others = {
      nullptr,
      true,
      0,
      1,
      -1,
      99,
      std::uint64_t{1} << 53U,
      ~std::uint64_t{0},
      1e308,
      "",
      "\x1B[2J\n::error::x",
      "\u2028",
      std::string(1000, 'x') + "\n",
      Json::array(),
      Json::object(),
      Json::array({1, 2}),
      Json::array({2, 1}),
      Json::array({0, std::uint64_t{1} << 53U}),
      Json::array({1, 0, "x"}),
      Json::array({Json::array({1, 0, "x\n"}), Json::array({1, 0, "x\n"})}),
      Json::array({Json::array({9, 4, "x\n"})}),
      Json::array({Json::array({0, 9}), Json::array({5, 9})}),
  };
  std::size_t refused = 0;
  std::size_t reported = 0;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    const Json flat = Json::parse(lines[i]).flatten();
    std::set<std::string> places;  // of values of any kind
    for (const auto& [pointer, value] : flat.items()) {
      for (Json::json_pointer at(pointer); !at.empty(); at.pop_back()) {
        if (!places.insert(at.to_string()).second) break;
        // Every second one, and at the next place the others.
        for (std::size_t k = places.size() % 2; k < others.size(); k += 2) {
          Json json = Json::parse(lines[i]);
          json[at] = others[k];
          auto changed = lines;
          changed[i] = json.dump();
          SCOPED_TRACE(changed[i]);
          ++(outcome_of(text_of(changed)).empty() ? reported : refused);
        }
        Json json = Json::parse(lines[i]);
        Json& parent = json[at.parent_pointer()];
        if (!parent.is_object()) continue;
        parent.erase(at.back());
        auto changed = lines;
        changed[i] = json.dump();
        SCOPED_TRACE(changed[i]);
        ++(outcome_of(text_of(changed)).empty() ? reported : refused);
      }
    }
  }
  EXPECT_GT(refused, 1000U);
  EXPECT_GT(reported, 100U);
}

TEST(HostileParts, WithOtherLines) {
  const std::vector<std::string> lines = lines_of(part());
  for (std::size_t i = 0; i < lines.size(); ++i) {
    auto changed = lines;
    changed.erase(changed.begin() + static_cast<std::ptrdiff_t>(i));
    EXPECT_NE(outcome_of(text_of(changed)), "") << lines[i];
    changed = lines;
    changed.insert(changed.begin() + static_cast<std::ptrdiff_t>(i), lines[i]);
    EXPECT_NE(outcome_of(text_of(changed)), "") << lines[i];
  }
}

TEST(HostileParts, CutAnywhere) {
  const std::string text = part();
  // Without its last line end a part is whole.
  for (std::size_t size = 0; size + 1 < text.size(); size += 3) {
    EXPECT_NE(outcome_of(text.substr(0, size)), "") << size;
  }
}

TEST(HostileParts, WithOtherBytes) {
  const std::string text = part();
  std::mt19937 random(1);  // NOLINT: the same every time
  for (int i = 0; i < 1000; ++i) {
    std::string changed = text;
    for (int j = 0; j < 2; ++j) {
      changed[random() % changed.size()] = static_cast<char>(random() % 256);
    }
    outcome_of(changed);
  }
}

TEST(HostileParts, ThatAreVeryDeep) {
  const std::string deep(200'000, '[');
  EXPECT_EQ(outcome_of(deep), "p:1: it is not JSON; was it cut off?");
  EXPECT_EQ(outcome_of(deep + std::string(deep.size(), ']')),
            "p:1: `line` is not an object");
}

}  // namespace
}  // namespace catalint
