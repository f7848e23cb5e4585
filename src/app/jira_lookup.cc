#include "app/jira_lookup.h"

#include <utility>

#include "app/jira_variables.h"
#include "app/progress.h"
#include "base/text.h"
#include "jira/known_projects.h"
#include "jira/questions.h"
#include "rules/check.h"

namespace catalint {
namespace {

constexpr std::size_t kLargestList = std::size_t{64} << 20U;

Result<JiraFacts> read_list(const std::string& path, const FileSystem& files) {
  const std::string name = "the list of known projects " + quote_path(path);
  const auto text = files.read_given(path, kLargestList);
  if (!text) {
    return Error{name + " could not be read: " + text.error().message +
                 "; `catalint verify --write-known-projects` writes one"};
  }
  auto facts = parse_known_projects(*text);
  if (!facts) {
    return Error{name + " is none: " + facts.error().message +
                 "; `catalint verify --write-known-projects` writes one"};
  }
  return facts;
}

// A list is made of projects and components, whatever the rules need.
JiraTopics topics_of(const FindingFilter& filter, const Options& options) {
  const bool writes_list = !options.write_known_projects.empty();
  return {writes_list || filter.asks(JiraSubject::kProject) ||
              filter.asks(JiraSubject::kLiveProject),
          writes_list || filter.asks(JiraSubject::kComponent),
          filter.asks(JiraSubject::kQuery)};
}

// Reads the files, and judges nothing.
JiraQuestions questions_in(std::vector<Slot>& slots, const JiraTopics& topics,
                           const Options& options, Env& env) {
  ScanPlan plan;
  plan.jobs = options.jobs;
  plan.filter = [](FileReport& /*report*/) {};
  plan.keeps_clean = [](const FileReport& /*report*/) { return true; };
  scan(slots, Linter(std::make_shared<RuleSet>()), plan, env);
  JiraQuestions questions;
  for (Slot& slot : slots) {
    if (!slot.outcome->report) continue;  // it could not be read
    const FileReport& report = *slot.outcome->report;
    for (const EntityReport& entity : report.entities) {
      add_questions(entity.jira, topics, questions);
    }
    slot.bytes = std::make_unique<std::string>(report.source->bytes());
    slot.outcome.reset();
  }
  return questions;
}

std::string counted_answers(const JiraReply& reply) {
  const std::size_t answers = reply.questions - reply.open;
  std::string out = std::to_string(answers) +
                    (answers == 1 ? " answer" : " answers") + " from Jira";
  if (reply.cached > 0) {
    out += ", " + std::to_string(reply.cached) +
           " of them kept from the last hour; --no-cache asks anew";
  }
  return out;
}

}  // namespace

Result<JiraLookup> JiraLookup::open(const Options& options, Env& env) {
  JiraLookup lookup(options);
  if (!options.known_projects.empty()) {
    auto facts = read_list(options.known_projects, env.files);
    if (!facts) return facts.error();
    lookup.facts_ = std::make_shared<JiraFacts>(std::move(*facts));
  }
  if (options.command == Command::kVerify) {
    auto variables = read_jira_variables(options.environment_file, env);
    if (!variables) return variables.error();
    auto credentials = credentials_of(*variables);
    if (!credentials) return credentials.error();
    lookup.credentials_ = std::move(*credentials);
  }
  return lookup;
}

std::optional<Error> JiraLookup::may_write(const FileSystem& files) const {
  const std::string& path = options_->write_known_projects;
  if (path.empty()) return std::nullopt;
  auto error = files.may_write(path);
  if (!error && files.kind(path) == FileKind::kFile) {
    const auto text = files.read(path, kLargestList);
    if (text && !text->empty() && !parse_known_projects(*text)) {
      error = Error{"it holds something else than such a list"};
    }
  }
  if (!error) return std::nullopt;
  return Error{"the list of known projects " + quote_path(path) +
               " cannot be written: " + error->message};
}

void JiraLookup::ask(std::vector<Slot>& slots, const FindingFilter& filter,
                     Env& env) {
  if (!credentials_) return;
  JiraInquiry inquiry;
  inquiry.questions =
      questions_in(slots, topics_of(filter, *options_), *options_, env);
  inquiry.wants_all_projects = !options_->write_known_projects.empty();
  inquiry.wants_suggestions = filter.asks(JiraSubject::kProject);
  inquiry.may_use_cache = !options_->no_cache;
  inquiry.timeout = std::chrono::seconds(options_->timeout);
  inquiry.site = jira_site_of(credentials_->url);
  Progress progress(env.err, " answers from Jira",
                    env.err_is_terminal && !options_->quiet);
  inquiry.show_progress = [&](std::size_t done, std::size_t total) {
    progress.set(done, total);
  };
  reply_ = env.ask_jira(inquiry, *credentials_);
  credentials_.reset();  // wiped
  facts_ = std::make_shared<JiraFacts>(std::move(reply_.facts));
}

std::vector<std::string> JiraLookup::close(Env& env) const {
  std::vector<std::string> failures;
  if (options_->command != Command::kVerify) return failures;
  const auto say = [&](const std::string& line) {
    env.err << "catalint: " << line << "\n";
  };
  if (!options_->quiet) {
    say(counted_answers(reply_));
    for (const std::string& note : reply_.notes) say("note: " + note);
  }
  // What nobody asked, nobody may take for verified: --quiet or not.
  for (const std::string& gap : reply_.gaps) say("note: " + gap);
  if (reply_.open > 0) {
    std::string summary = std::to_string(reply_.open) + " of " +
                          std::to_string(reply_.questions) +
                          (reply_.questions == 1 ? " question" : " questions") +
                          " to Jira had no answer";
    if (options_->strict) {
      failures.push_back(summary + ", and --strict wants all of them");
    } else {
      say(summary + "; --strict makes that a failure");
    }
  }
  const std::string& path = options_->write_known_projects;
  if (path.empty()) return failures;
  const std::string name = "the list of known projects " + quote_path(path);
  const JiraFacts& facts = *facts_;
  if (!reply_.has_all_projects || !facts.settle_projects ||
      !facts.settle_components) {
    failures.push_back(name +
                       " was not written, since not all of Jira's "
                       "projects could be asked for");
    return failures;
  }
  if (const auto error =
          env.files.write(path, fill_with(known_projects_text(facts)))) {
    failures.push_back(name + " could not be written: " + error->message);
  } else if (!options_->quiet) {
    const std::size_t count = count_known_projects(facts);
    say("wrote " + std::to_string(count) +
        (count == 1 ? " project key" : " project keys") + " to " +
        path_for_display(path));
  }
  return failures;
}

}  // namespace catalint
