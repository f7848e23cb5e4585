#include "rules/engine.h"

#include <algorithm>
#include <map>
#include <tuple>
#include <unordered_set>

#include "base/text.h"
#include "jira/secret.h"
#include "rules/finding.h"
#include "rules/finding_index.h"
#include "rules/ignore_comment.h"
#include "rules/make_diagnostic.h"
#include "rules/verbs.h"
#include "yaml/parse.h"

namespace catalint {
namespace {

std::vector<Span> without_overlaps(std::vector<Span> spans) {
  std::sort(spans.begin(), spans.end(),
            [](Span a, Span b) { return a.begin < b.begin; });
  std::vector<Span> out;
  for (const Span span : spans) {
    if (!out.empty() && span.begin < out.back().end) {
      out.back().end = std::max(out.back().end, span.end);
    } else {
      out.push_back(span);
    }
  }
  return out;
}

bool is_among(const std::vector<std::string>& words, std::string_view word) {
  return words.empty() ||
         std::find(words.begin(), words.end(), word) != words.end();
}

bool applies_to(const Check& check, const Entity& entity) {
  if (!is_among(check.kinds, entity.kind) ||
      !is_among(check.api_versions, entity.api_version)) {
    return false;
  }
  if (check.types.empty()) return true;
  const Node* type = find(entity.spec, "type");
  return type != nullptr && type->is_string() &&
         is_among(check.types, type->value);
}

class FileLint {
 public:
  FileLint(FileReport& report, const RuleSet& rules, const JiraFacts* facts)
      : report_(report),
        rules_(rules),
        facts_(facts),
        source_(*report.source),
        stream_(parse_yaml(source_)) {}

  void run() {
    report_.documents = stream_.documents.size();
    report_.ignore_comments = ignore_comments_of(source_, stream_);
    for (const Problem& problem : stream_.problems) {
      report_problem(problem);
      if (problem.kind == ProblemKind::kAliasBomb && problem.document) {
        bombs_.insert(*problem.document);
      }
    }
    for (const Document& document : stream_.documents) {
      if (is_empty_document(document)) continue;
      if (document.root->resolved()->is_mapping()) {
        lint_entity(document);
      } else {
        report_not_an_entity(document);
      }
    }
    give_verdict();
    publish();
  }

 private:
  template <typename Function>
  void for_each_check(Function function) {
    for (const Rule& rule : rules_.rules) {
      for (const Check& check : rule.checks) function(rule, check);
    }
  }

  void add(const Rule& rule, const Wording& wording, Finding finding,
           const Entity* entity, std::optional<std::size_t> document) {
    if (wording.loses == Loss::kFile) report_.loads = false;
    if (wording.loses == Loss::kEntity && document) lost_.insert(*document);
    if (++found_[{&rule, wording.severity}] > kMostFindings) {
      report_.has_more = true;
      return;
    }
    Draft draft;
    draft.rule = &rule;
    if (finding.secret_is_rewritten) draft.rewritten_secret = finding.secret;
    draft.is_secret = finding.secret.has_value();
    // A value that an alias brings in stands where the alias does.
    const bool is_here = finding.node != nullptr &&
                         finding.node->span.begin <= finding.primary.begin &&
                         finding.primary.end <= finding.node->span.end;
    draft.value = is_here ? finding.node->span.begin : finding.primary.begin;
    draft.diagnostic =
        make_diagnostic(rule, wording, std::move(finding), source_, entity);
    draft.diagnostic.document = document;
    drafts_.push_back(std::move(draft));
  }

  void report_problem(const Problem& problem) {
    for_each_check([&](const Rule& rule, const Check& check) {
      const auto* verb = std::get_if<ProblemVerb>(&check.verb);
      if (verb == nullptr || verb->kind != problem.kind) return;
      Finding finding;
      finding.primary = problem.span;
      finding.detail = problem.detail;
      finding.hint = problem.hint;
      finding.value = quote_for_display(source_.text(problem.span));
      if (problem.removable) finding.edits.push_back({*problem.removable, ""});
      if (problem.related) {
        finding.related.push_back(
            {nullptr, *problem.related, problem.related_note});
      }
      add(rule, check.wording, std::move(finding), nullptr, problem.document);
    });
  }

  void report_not_an_entity(const Document& document) {
    for_each_check([&](const Rule& rule, const Check& check) {
      if (!std::holds_alternative<NotAnEntityVerb>(check.verb)) return;
      Finding finding;
      finding.primary = document.root->span;
      finding.type = describe_type(*document.root->resolved());
      add(rule, check.wording, std::move(finding), nullptr, document.index);
    });
  }

  void lint_entity(const Document& document) {
    const Entity entity = entity_of(document);
    if (bombs_.count(document.index) == 0) judge_entity(document, entity);
    EntityReport out;
    out.document = document.index;
    out.line = source_.position(document.span.begin).line;
    out.span = document.span;
    out.kind = entity.kind;
    out.name_space = entity.name_space;
    out.name = entity.name;
    out.ref = entity.ref;
    out.jira = jira_card(entity);
    if (const Node* name = find(entity.metadata, "name")) {
      out.name_span = name->span;
    }
    report_.entities.push_back(std::move(out));
  }

  void judge_entity(const Document& document, const Entity& entity) {
    PathResolver paths(rules_.paths, *entity.root);  // shared by all rules
    const Judgement::Sink sink = [&](const Rule& rule, const Wording& wording,
                                     Finding finding) {
      add(rule, wording, std::move(finding), &entity, document.index);
    };
    for_each_check([&](const Rule& rule, const Check& check) {
      if (!applies_to(check, entity)) return;
      const Judgement judgement(source_, entity, rule, check, paths, facts_,
                                sink);
      std::visit([&](const auto& verb) { judge(verb, judgement); }, check.verb);
    });
  }

  void give_verdict() {
    for (EntityReport& entity : report_.entities) {
      entity.ingested = report_.loads && lost_.count(entity.document) == 0;
    }
  }

  void publish() {
    std::unordered_set<std::size_t> secrets;
    for (const Draft& draft : drafts_) {
      if (draft.is_secret) secrets.insert(draft.value);
    }
    // Findings about comments show lines as well.
    if (!drafts_.empty() || !report_.ignore_comments.empty()) {
      report_.secrets = secrets_in_source();
      report_.knows_secrets = true;
    }
    const FindingIndex index(drafts_, rules_);
    IgnoreIndex ignored(source_, report_.ignore_comments);
    for (Draft& draft : drafts_) {
      // What else is wrong with a secret would only repeat it.
      const bool shows_secret =
          !draft.is_secret && secrets.count(draft.value) > 0;
      if (shows_secret || index.explains(draft)) {
        // It will be back when the other one is mended.
        ignored.use(draft.rule->info.id, draft.diagnostic.primary.begin);
        continue;
      }
      report_.diagnostics.push_back(std::move(draft.diagnostic));
    }
    std::sort(report_.diagnostics.begin(), report_.diagnostics.end(),
              comes_before);
  }

  // Reports show lines of the file, whatever the finding is about.
  [[nodiscard]] std::vector<Span> secrets_in_source() const {
    std::vector<Span> spans = credentials_in(source_.bytes());
    for (const Draft& draft : drafts_) {
      // Written with escapes, its bytes look like none, or like a part of one.
      if (draft.rewritten_secret) spans.push_back(*draft.rewritten_secret);
    }
    return without_overlaps(std::move(spans));
  }

  FileReport& report_;
  const RuleSet& rules_;
  const JiraFacts* facts_;
  const SourceFile& source_;
  YamlStream stream_;
  std::vector<Draft> drafts_;
  // So that no selection and no exit status depends on what is left out, each
  // rule has its own count.
  std::map<std::pair<const Rule*, Severity>, std::size_t> found_;
  std::unordered_set<std::size_t> lost_;  // documents that are not ingested
  // Documents that nobody expands: Backstage does not, nor do the rules.
  std::unordered_set<std::size_t> bombs_;
};

}  // namespace

FileReport lint_source(std::unique_ptr<SourceFile> source, const RuleSet& rules,
                       const JiraFacts* facts) {
  FileReport report;
  report.source = std::move(source);
  FileLint(report, rules, facts).run();
  return report;
}

FileReport Linter::lint(std::string path, std::string bytes) const {
  return lint_source(
      std::make_unique<SourceFile>(std::move(path), std::move(bytes)), *rules_,
      facts_.get());
}

void Linter::lint_together(std::vector<FileReport>& files) const {
  find_duplicate_entities(files, *rules_);
}

bool comes_before(const Diagnostic& a, const Diagnostic& b) {
  const auto key = [](const Diagnostic& d) {
    return std::tie(d.primary.begin, d.primary.end, d.rule->id, d.message);
  };
  return key(a) < key(b);
}

}  // namespace catalint
