#include "verify/asker.h"

#include <algorithm>
#include <cstdint>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "base/fnv1a.h"
#include "base/text.h"
#include "jira/component_name.h"
#include "verify/jira_client.h"

namespace catalint {
namespace {

template <typename Value>
std::set<std::string> keys_of(const std::map<std::string, Value>& map) {
  std::set<std::string> keys;
  for (const auto& [key, value] : map) keys.insert(key);
  return keys;
}

bool may_name_all(const std::set<std::string>& names,
                  const std::vector<std::string>& components) {
  return std::all_of(names.begin(), names.end(), [&](const auto& name) {
    return may_name_component(name, components);
  });
}

class Asker {
 public:
  Asker(const JiraInquiry& inquiry, KeptAnswers& kept, Moment now,
        const SendAll& send)
      : inquiry_(inquiry),
        kept_(kept),
        now_(now),
        client_(send, inquiry.site, inquiry.show_progress) {}

  JiraReply run() {
    ask_projects();
    ask_components();
    ask_all_projects();
    ask_queries();
    return std::move(reply_);
  }

 private:
  // Once, and only where there is something to ask.
  bool sign_in() {
    if (!has_signed_in_) client_.sign_in();
    has_signed_in_ = true;
    return client_.hopeless().empty();
  }

  // Recalls what was kept of each, and learns what `ask` answers of the others.
  // Returns what is left open.
  template <typename Entry, typename Recall, typename Ask, typename Learn>
  Reasons look_up(const std::set<std::string>& wanted,
                  const std::map<std::string, Entry>& kept, Recall recall,
                  Ask ask, Learn learn) {
    std::set<std::string> missing;
    for (const std::string& one : wanted) {
      const auto found = kept.find(one);
      if (found == kept.end()) {
        missing.insert(one);
      } else {
        recall(one, found->second);
      }
    }
    reply_.questions += wanted.size();
    reply_.cached += wanted.size() - missing.size();
    Reasons open;
    if (missing.empty()) return open;
    sign_in();
    for (auto& [one, value] : ask(missing, open)) learn(one, value);
    return open;
  }

  void ask_projects() {
    auto& projects = reply_.facts.projects;
    const Reasons open = look_up(
        inquiry_.questions.projects, kept_.projects,
        [&](const std::string& key, Moment) { projects[key] = JiraProject(); },
        [&](const auto& keys, Reasons& left) {
          return client_.projects(keys, left);
        },
        [&](const std::string& key, const JiraProject& project) {
          projects[key] = project;
          if (project.exists && !project.archived) kept_.projects[key] = now_;
        });
    tell(open, "project", "projects");
    reply_.facts.settle_projects = open.empty();
  }

  void ask_components() {
    const auto& components = inquiry_.questions.components;
    std::erase_if(kept_.components, [&](const auto& kept) {
      const auto named = components.find(kept.first);
      return named != components.end() &&
             !may_name_all(named->second, *kept.second.value);
    });
    // A list is to hold those of every project that is in use.
    const auto named = inquiry_.wants_all_projects ? inquiry_.questions.projects
                                                   : keys_of(components);
    std::set<std::string> wanted;
    bool knows_all_projects = true;
    for (const std::string& key : named) {
      const auto project = reply_.facts.projects.find(key);
      if (project == reply_.facts.projects.end()) {
        knows_all_projects = false;
      } else if (project->second.exists) {
        wanted.insert(key);
      }
    }
    const Reasons open = look_up(
        wanted, kept_.components,
        [&](const std::string& key, const Kept<ComponentNames>& names) {
          reply_.facts.projects[key].components = names.value;
        },
        [&](const auto& keys, Reasons& left) {
          return client_.components(keys, left);
        },
        [&](const std::string& key, const ComponentNames& names) {
          reply_.facts.projects[key].components = names;
          kept_.components[key] = {now_, names};
        });
    tell(open, "project's components", "projects' components");
    reply_.facts.settle_components = open.empty() && knows_all_projects;
  }

  // For a list, and for what may have been meant.
  void ask_all_projects() {
    const bool wants_suggestions =
        inquiry_.wants_suggestions &&
        std::any_of(reply_.facts.projects.begin(), reply_.facts.projects.end(),
                    [](const auto& entry) { return !entry.second.exists; });
    if (!inquiry_.wants_all_projects && !wants_suggestions) return;
    if (inquiry_.wants_all_projects) kept_.all_projects.reset();
    if (!kept_.all_projects) {
      sign_in();
      auto all = client_.all_projects();
      if (all) {
        kept_.all_projects = {now_, std::move(*all)};
      } else {
        tell_of_list(all.error().message);
        return;
      }
    }
    reply_.has_all_projects = true;
    // What was asked for by itself is known by that, or not at all: the list
    // may be an hour old.
    for (const ListedProject& project : kept_.all_projects->value) {
      if (inquiry_.questions.projects.count(project.key) > 0) continue;
      reply_.facts.projects[project.key] = {true, project.archived, nullptr};
    }
  }

  void ask_queries() {
    const Reasons open = look_up(
        inquiry_.questions.queries, kept_.queries,
        [&](const std::string& query, Moment) {
          reply_.facts.queries[query] = "";
        },
        [&](const auto& queries, Reasons& left) {
          return client_.queries(queries, left);
        },
        [&](const std::string& query, const std::string& refusal) {
          reply_.facts.queries[query] = refusal;
          if (refusal.empty()) kept_.queries[query] = now_;
        });
    tell(open, "query", "queries");
    reply_.facts.settle_queries = open.empty();
  }

  // One line a reason, with the first that it was about.
  void tell(const Reasons& open, const char* one, const char* many) {
    constexpr std::size_t kShown = 3;
    reply_.open += open.size();
    std::map<std::string, std::vector<std::string>> by_reason;
    for (const auto& [what, reason] : open) by_reason[reason].push_back(what);
    for (const auto& [reason, about] : by_reason) {
      std::string names;
      for (std::size_t i = 0; i < std::min(kShown, about.size()); ++i) {
        names += (i == 0 ? "" : ", ") + quote_for_display(about[i]);
      }
      if (about.size() > kShown) {
        names += " and " + std::to_string(about.size() - kShown) + " more";
      }
      reply_.gaps.push_back(
          "Jira did not tell of " + std::to_string(about.size()) + " " +
          (about.size() == 1 ? one : many) + " (" + names + "): " + reason);
    }
  }

  // For what may have been meant, nobody misses it.
  void tell_of_list(const std::string& reason) {
    if (!inquiry_.wants_all_projects) return;
    ++reply_.questions;
    ++reply_.open;
    reply_.gaps.push_back("Jira did not list its projects: " + reason);
  }

  const JiraInquiry& inquiry_;
  KeptAnswers& kept_;
  const Moment now_;
  JiraClient client_;
  bool has_signed_in_ = false;
  JiraReply reply_;
};

}  // namespace

JiraReply answer_inquiry(const JiraInquiry& inquiry, KeptAnswers& kept,
                         Moment now, const SendAll& send) {
  return Asker(inquiry, kept, now, send).run();
}

std::string cache_name_of(const JiraCredentials& credentials) {
  std::uint64_t state = fnv1a_of_part(credentials.url, kFnv1aStart);
  state = fnv1a_of_part(credentials.user, state);
  if (credentials.user.empty()) {
    constexpr std::uint64_t kBits = 0xFFFF;
    state = fnv1a(
        hexadecimal(fnv1a(credentials.authorization.reveal()) & kBits), state);
  }
  return "jira-" + hexadecimal(state) + ".json";
}

}  // namespace catalint
