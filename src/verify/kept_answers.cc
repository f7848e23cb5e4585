#include "verify/kept_answers.h"

#include <nlohmann/json.hpp>
#include <utility>

#include "verify/json_fields.h"

namespace catalint {
namespace {

using Json = nlohmann::json;

constexpr int kCacheVersion = 2;
constexpr Moment kHour = 3600;

// Nothing where it is no moment of the last hour.
std::optional<Moment> moment_in(const Json& entry, Moment now) {
  if (!entry.is_object()) return std::nullopt;
  const auto at = entry.find("at");
  if (at == entry.end() || !at->is_number_integer()) return std::nullopt;
  const auto moment = at->get<Moment>();
  if (moment > now || moment <= now - kHour) return std::nullopt;
  return moment;
}

std::optional<std::vector<std::string>> texts_at(const Json& entry,
                                                 const char* name) {
  const auto found = entry.find(name);
  if (found == entry.end() || !found->is_array()) return std::nullopt;
  std::vector<std::string> texts;
  for (const Json& text : *found) {
    if (!text.is_string()) return std::nullopt;
    texts.push_back(text.get<std::string>());
  }
  return texts;
}

// Calls `take` with each entry of a list that has a name and is young enough.
template <typename Take>
void read_list(const Json& root, const char* list, const char* name, Moment now,
               Take take) {
  const auto found = root.find(list);
  if (found == root.end() || !found->is_array()) return;
  for (const Json& entry : *found) {
    const auto at = moment_in(entry, now);
    if (!at) continue;
    if (const auto text = text_at(entry, name)) take(*text, *at, entry);
  }
}

// Writes an object of so many bytes at most, and leaves out what does not fit.
class Writer {
 public:
  explicit Writer(std::size_t most) : most_(most) {}

  // A list of what `entry_of` makes of each of these.
  template <typename Items, typename EntryOf>
  void list(const char* name, const Items& items, EntryOf entry_of) {
    if (!begin(name, 2)) return;
    text_ += '[';
    const char* separator = "";
    for (const auto& item : items) {
      const std::string entry = dumped(entry_of(item));
      if (!has_room(entry.size() + 2)) continue;  // a separator, and the end
      text_ += separator + entry;
      separator = ",";
    }
    text_ += ']';
  }

  void member(const char* name, const Json& value) {
    const std::string text = dumped(value);
    if (begin(name, text.size())) text_ += text;
  }

  std::string take() { return std::move(text_) + "}\n"; }

 private:
  static std::string dumped(const Json& value) {
    return value.dump(-1, ' ', false, Json::error_handler_t::replace);
  }

  // Besides what ends the object.
  [[nodiscard]] bool has_room(std::size_t bytes) const {
    return text_.size() + bytes + 2 <= most_;
  }

  // Begins a member of at least so many bytes. False where it has no room.
  bool begin(const char* name, std::size_t bytes) {
    const std::string key = (text_.empty() ? "{" : ",") + dumped(name) + ":";
    if (!has_room(key.size() + bytes)) return false;
    text_ += key;
    return true;
  }

  const std::size_t most_;
  std::string text_;
};

Json list_of_all(const Kept<std::vector<ListedProject>>& projects) {
  Json all = {{"at", projects.at},
              {"live", Json::array()},
              {"archived", Json::array()}};
  for (const ListedProject& project : projects.value) {
    all[project.archived ? "archived" : "live"].push_back(project.key);
  }
  return all;
}

}  // namespace

std::string kept_answers_text(const KeptAnswers& kept, std::size_t most) {
  Writer writer(most);
  writer.member("version", kCacheVersion);
  writer.list("projects", kept.projects, [](const auto& entry) -> Json {
    return {{"key", entry.first}, {"at", entry.second}};
  });
  writer.list("queries", kept.queries, [](const auto& entry) -> Json {
    return {{"query", entry.first}, {"at", entry.second}};
  });
  if (kept.all_projects) {
    writer.member("all_projects", list_of_all(*kept.all_projects));
  }
  // These are what takes room.
  writer.list("components", kept.components, [](const auto& entry) -> Json {
    const auto& [at, names] = entry.second;
    return {{"key", entry.first}, {"at", at}, {"names", *names}};
  });
  return writer.take();
}

KeptAnswers parse_kept_answers(std::string_view text, Moment now) {
  KeptAnswers kept;
  const Json root = Json::parse(text, nullptr, false);
  if (!root.is_object() || root.value("version", Json()) != kCacheVersion) {
    return kept;
  }
  read_list(root, "projects", "key", now,
            [&](const std::string& key, Moment at, const Json& /*entry*/) {
              kept.projects[key] = at;
            });
  read_list(root, "components", "key", now,
            [&](const std::string& key, Moment at, const Json& entry) {
              auto names = texts_at(entry, "names");
              if (!names) return;
              kept.components[key] = {at, component_names(std::move(*names))};
            });
  read_list(root, "queries", "query", now,
            [&](const std::string& query, Moment at, const Json& /*entry*/) {
              kept.queries[query] = at;
            });
  const auto all = root.find("all_projects");
  if (all == root.end()) return kept;
  if (const auto at = moment_in(*all, now)) {
    Kept<std::vector<ListedProject>> projects{*at, {}};
    for (const bool archived : {false, true}) {
      const auto keys = texts_at(*all, archived ? "archived" : "live");
      if (!keys) return kept;
      for (const std::string& key : *keys) {
        projects.value.push_back({key, archived});
      }
    }
    kept.all_projects = std::move(projects);
  }
  return kept;
}

}  // namespace catalint
