#include "verify/jira_client.h"

#include <algorithm>
#include <iterator>
#include <nlohmann/json.hpp>

#include "base/percent_encoding.h"
#include "verify/reason.h"

namespace catalint {
namespace {

using Json = nlohmann::json;

}  // namespace

std::string JiraClient::Reply::why() const {
  return reason.empty() ? reason_of(*answer, {}) : reason;
}

void JiraClient::note(const HttpAnswer& answer, const std::string& reason) {
  constexpr unsigned kEnough = 3;
  const bool is_fine = answer.outcome == HttpOutcome::kAnswered &&
                       answer.status < 500 && answer.status != 429 &&
                       !is_refused_login(answer);
  failures_in_a_row_ = is_fine ? 0 : failures_in_a_row_ + 1;
  if (is_hopeless(answer) || failures_in_a_row_ >= kEnough) hopeless_ = reason;
}

void JiraClient::ask(const std::vector<HttpRequest>& requests,
                     const OnReply& on_reply) {
  std::vector<bool> is_answered(requests.size());
  std::size_t done = 0;
  if (show_progress_) show_progress_(0, requests.size());
  const auto take = [&](std::size_t i, HttpAnswer& answer) {
    is_answered[i] = true;
    const Json json = Json::parse(answer.body, nullptr, false);
    Reply reply;
    reply.answer = &answer;
    if (!json.is_discarded()) reply.json = &json;
    answer.lacks_scope = lacks_scope(json);
    const bool has_worked = answer.outcome == HttpOutcome::kAnswered &&
                            answer.status == 200 && !is_refused_login(answer);
    if (!has_worked) {
      reply.reason = reason_of(answer, error_message_in(json));
    }
    note(answer, reply.reason);
    on_reply(i, reply);
    if (show_progress_) show_progress_(++done, requests.size());
    return hopeless_.empty();
  };
  if (hopeless_.empty()) send_(requests, take);
  const HttpAnswer not_sent;
  for (std::size_t i = 0; i < requests.size(); ++i) {
    if (is_answered[i]) continue;
    on_reply(i, {&not_sent, nullptr,
                 hopeless_.empty() ? reason_of(not_sent, {}) : hopeless_});
  }
}

bool JiraClient::sign_in() {
  ask({{"/rest/api/2/myself", ""}}, [&](std::size_t, const Reply& reply) {
    const Json* good = reply.good();
    if (good != nullptr && good->is_object() && good->contains("self")) return;
    hopeless_ = reason_of_login(*reply.answer, reply.why(), site_);
  });
  return hopeless_.empty();
}

std::map<std::string, JiraProject> JiraClient::projects(
    const std::set<std::string>& keys, Reasons& open) {
  const std::vector<std::string> list(keys.begin(), keys.end());
  std::vector<HttpRequest> requests;
  requests.reserve(list.size());
  for (const std::string& key : list) {
    requests.push_back({"/rest/api/2/project/" + key, ""});
  }
  std::map<std::string, JiraProject> found;
  ask(requests, [&](std::size_t i, const Reply& reply) {
    const bool is_jiras_404 =
        reply.answer->status == 404 && !is_refused_login(*reply.answer) &&
        reply.json != nullptr && error_message_in(*reply.json);
    if (is_jiras_404) {
      found[list[i]] = {false, false, nullptr};
      return;
    }
    const auto project =
        reply.good() != nullptr ? project_in(*reply.good()) : std::nullopt;
    if (project) {
      found[list[i]] = {true, project->archived, nullptr};
    } else {
      open[list[i]] = reply.why();
    }
  });
  return found;
}

std::map<std::string, ComponentNames> JiraClient::components(
    const std::set<std::string>& keys, Reasons& open) {
  const std::vector<std::string> list(keys.begin(), keys.end());
  std::vector<HttpRequest> requests;
  requests.reserve(list.size());
  for (const std::string& key : list) {
    requests.push_back({"/rest/api/2/project/" + key + "/components", ""});
  }
  std::map<std::string, ComponentNames> found;
  ask(requests, [&](std::size_t i, const Reply& reply) {
    auto names = reply.good() != nullptr ? component_names_in(*reply.good())
                                         : std::nullopt;
    if (!names) {
      open[list[i]] = reply.why();
    } else if (auto reason = reserve(*names); !reason.empty()) {
      open[list[i]] = std::move(reason);
    } else {
      found[list[i]] = component_names(std::move(*names));
    }
  });
  return found;
}

std::string JiraClient::reserve(const std::vector<std::string>& names) {
  constexpr std::size_t kMostOfOne = 20'000;
  constexpr std::size_t kMostBytes = std::size_t{64} << 20U;
  if (names.size() > kMostOfOne) {
    return "it has more of them than the " + std::to_string(kMostOfOne) +
           " that catalint reads";
  }
  std::size_t bytes = component_bytes_;
  for (const std::string& name : names)
    bytes += sizeof(std::string) + name.size();
  if (bytes > kMostBytes) {
    return "those of all projects have names of more than 64 MiB, and catalint "
           "keeps no more";
  }
  component_bytes_ = bytes;
  return "";
}

template <typename T>
Result<T> JiraClient::listed(const std::string& path,
                             std::optional<T> (*decode)(const Json&),
                             int* status) {
  std::optional<T> list;
  std::string reason;
  ask({{path, ""}}, [&](std::size_t, const Reply& reply) {
    if (status != nullptr) *status = reply.answer->status;
    if (reply.good() != nullptr) list = decode(*reply.good());
    if (!list) reason = reply.why();
  });
  if (!list) return Error{reason};
  return std::move(*list);
}

Result<std::vector<ListedProject>> JiraClient::all_projects() {
  // Of what Jira says of its pages nothing counts but which is the last.
  constexpr std::size_t kMostKeys = 100'000;
  constexpr std::size_t kOnOnePage = 100;
  const Error endless{"it lists more than " + std::to_string(kMostKeys) +
                      " keys, or does not come to an end"};
  std::vector<ListedProject> all;
  std::size_t start = 0;
  for (std::size_t i = 0; i < kMostKeys / kOnOnePage; ++i) {
    int status = 0;
    auto page = listed(
        "/rest/api/2/project/search?maxResults=" + std::to_string(kOnOnePage) +
            "&status=live&status=archived&expand=projectKeys"
            "&startAt=" +
            std::to_string(start),
        project_page_in, &status);
    // As Data Center answers.
    if (!page && status == 404 && i == 0) {
      auto list =
          listed("/rest/api/2/project?includeArchived=true&expand=projectKeys",
                 projects_in);
      if (list && list->size() > kMostKeys) return endless;
      return list;
    }
    if (!page) return page.error();
    if (page->projects.size() > kMostKeys - all.size()) break;
    std::move(page->projects.begin(), page->projects.end(),
              std::back_inserter(all));
    if (page->is_last) return all;
    if (page->count == 0) {
      return Error{"a page of its list is empty, and not the last one"};
    }
    start += page->count;
  }
  return endless;
}

std::map<std::string, std::string> JiraClient::queries(
    const std::set<std::string>& texts, Reasons& open) {
  const std::vector<std::string> list(texts.begin(), texts.end());
  auto found = parsed_queries(list, open);
  return found ? std::move(*found) : searched_queries(list, open);
}

std::optional<std::map<std::string, std::string>> JiraClient::parsed_queries(
    const std::vector<std::string>& texts, Reasons& open) {
  constexpr std::size_t kInOneRequest = 50;
  std::vector<HttpRequest> requests;
  for (std::size_t i = 0; i < texts.size(); i += kInOneRequest) {
    Json body;
    for (std::size_t j = i; j < std::min(i + kInOneRequest, texts.size());
         ++j) {
      body["queries"].push_back(texts[j]);
    }
    requests.push_back(
        {"/rest/api/2/jql/parse?validation=strict", body.dump()});
  }
  std::map<std::string, std::string> found;
  Reasons left;
  bool lacks_parser = false;
  ask(requests, [&](std::size_t i, const Reply& reply) {
    const std::size_t begin = i * kInOneRequest;
    const std::size_t end = std::min(begin + kInOneRequest, texts.size());
    if (reply.answer->status == 404 || reply.answer->status == 405) {
      lacks_parser = true;
    }
    for (std::size_t j = begin; j < end; ++j) {
      auto refusal = reply.good() != nullptr
                         ? refusal_in(*reply.good(), j - begin, texts[j])
                         : std::nullopt;
      if (refusal) {
        found[texts[j]] = std::move(*refusal);
      } else {
        left[texts[j]] = reply.why();
      }
    }
  });
  if (lacks_parser && found.empty()) return std::nullopt;
  open.merge(left);
  return found;
}

// A search that wants no results; 400 where the query is wrong.
std::map<std::string, std::string> JiraClient::searched_queries(
    const std::vector<std::string>& texts, Reasons& open) {
  std::vector<HttpRequest> requests;
  requests.reserve(texts.size());
  for (const std::string& text : texts) {
    requests.push_back(
        {"/rest/api/2/search?maxResults=0&validateQuery=true"
         "&jql=" +
             percent_encoded(text),
         ""});
  }
  std::map<std::string, std::string> found;
  ask(requests, [&](std::size_t i, const Reply& reply) {
    const auto says =
        reply.json == nullptr ? std::nullopt : error_message_in(*reply.json);
    const Json* good = reply.good();
    if (good != nullptr && good->is_object() && good->contains("total")) {
      found[texts[i]] = "";
    } else if (reply.answer->status == 400 && says) {
      found[texts[i]] = *says;
    } else {
      open[texts[i]] = reply.why();
    }
  });
  return found;
}

}  // namespace catalint
