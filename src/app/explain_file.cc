#include "app/explain_file.h"

#include <algorithm>
#include <array>
#include <string>
#include <unordered_map>
#include <vector>

#include "base/text.h"
#include "catalint/entity.h"
#include "jira/query_template.h"
#include "jira/requests.h"
#include "jira/secret.h"
#include "report/report.h"
#include "rules/finding.h"
#include "yaml/parse.h"

namespace catalint {
namespace {

constexpr std::size_t kLongestText = 4000;

constexpr std::array<std::string_view, 6> kAnnotations{
    "jira/project-key", "jira/component",  "jira/label",
    "jira/team",        "jira/token-type", "jira/all-issues-jql"};

using Findings = std::vector<const Diagnostic*>;

struct Lines {
  std::size_t first = 1;
  std::size_t last = 1;
};

class FileExplanation {
 public:
  FileExplanation(const FileReport& file, std::ostream& out)
      : file_(file),
        source_(*file.source),
        stream_(parse_yaml(*file.source)),
        out_(out) {
    for (const Diagnostic& diagnostic : file.diagnostics) {
      if (diagnostic.document) {
        by_document_[*diagnostic.document].push_back(&diagnostic);
      }
    }
  }

  void print(std::optional<std::size_t> line) {
    print_verdict_of_file();
    if (line && !stream_.documents.empty()) {
      print_document_at(*line);
      return;
    }
    if (file_.entities.empty()) {
      out_ << (file_.loads ? "\nno document describes an entity\n"
                           : "\nno entity could be read\n");
    }
    for (const EntityReport& entity : file_.entities) print_entity(entity);
  }

 private:
  [[nodiscard]] std::string shown(const std::string& text) const {
    return escape_for_display(without_credentials(text), kLongestText);
  }
  [[nodiscard]] std::string quoted(const std::string& text) const {
    return quote_for_display(without_credentials(text), kLongestText);
  }

  void print_finding(std::string_view indent, const Diagnostic& diagnostic) {
    const Position place = source_.position(diagnostic.primary.begin);
    out_ << indent << place.line << ":" << place.column << ": "
         << diagnostic.message << " [" << diagnostic.rule->id << "]\n";
  }

  // The findings of a document that make it lose what is named.
  [[nodiscard]] Findings findings_of(const EntityReport& entity,
                                     Loss loses) const {
    Findings found;
    const auto all = by_document_.find(entity.document);
    if (all == by_document_.end()) return found;
    for (const Diagnostic* diagnostic : all->second) {
      if (diagnostic->loses == loses) found.push_back(diagnostic);
    }
    return found;
  }

  void print_findings(const Findings& findings) {
    for (const Diagnostic* diagnostic : findings) {
      print_finding("    ", *diagnostic);
    }
  }

  void print_verdict_of_file() {
    out_ << path_for_line_start(source_.path())
         << (file_.loads ? ": Backstage takes this file\n"
                         : ": Backstage drops this whole file\n");
    for (const Diagnostic& diagnostic : file_.diagnostics) {
      if (diagnostic.loses == Loss::kFile) print_finding("  ", diagnostic);
    }
  }

  [[nodiscard]] Lines lines_of(const Document& document) const {
    const Span span = document.span;
    const std::size_t first = source_.position(span.begin).line;
    std::size_t end = span.end;
    while (end > span.begin && (source_.bytes()[end - 1] == '\n' ||
                                source_.bytes()[end - 1] == ' ')) {
      --end;
    }
    return {first, source_.position(end).line};
  }

  // A line between two documents belongs to the next one from `---` on.
  [[nodiscard]] const Document& document_at(std::size_t line) const {
    const auto& documents = stream_.documents;
    std::size_t at = 0;
    while (at + 1 < documents.size() &&
           lines_of(documents[at + 1]).first <= line) {
      ++at;
    }
    if (at + 1 == documents.size()) return documents[at];
    for (std::size_t i = lines_of(documents[at]).last + 1; i <= line; ++i) {
      if (source_.text(source_.line_span(i)).starts_with("---")) {
        return documents[at + 1];
      }
    }
    return documents[at];
  }

  void print_document_at(std::size_t line) {
    const Document& document = document_at(line);
    for (const EntityReport& entity : file_.entities) {
      if (entity.document == document.index) {
        print_entity(entity);
        return;
      }
    }
    out_ << "\nthe document at line " << line << " describes no entity\n";
  }

  void print_entity(const EntityReport& entity) {
    const Document& document = stream_.documents[entity.document];
    const Lines lines = lines_of(document);
    out_ << "\n"
         << (entity.ref.empty() ? "an entity without kind or name"
                                : "entity " + shown(entity.ref))
         << ", lines " << lines.first << " to " << lines.last << "\n";
    print_catalog(entity);
    const bool asks = print_card(entity, entity_of(document));
    print_values(entity_of(document));
    if (asks) print_requests(entity);
  }

  void print_catalog(const EntityReport& entity) {
    out_ << "  catalog: ";
    if (entity.ingested) {
      out_ << "Backstage takes this entity\n";
      return;
    }
    out_ << "Backstage does not take this entity"
         << (file_.loads ? "" : ", nor any other of the file")
         << ": a new one does not appear, an old one stays as it was\n";
    print_findings(findings_of(entity, Loss::kEntity));
  }

  // Whether the page asks Jira for anything, once Backstage has the entity.
  bool print_card(const EntityReport& entity, const Entity& view) {
    const Findings of_card = findings_of(entity, Loss::kCard);
    const Findings harmless = findings_of(entity, Loss::kNothing);
    const bool has_no_page = std::any_of(
        harmless.begin(), harmless.end(), [](const Diagnostic* diagnostic) {
          return diagnostic->rule->id == "jira/kind-without-card";
        });
    out_ << "  Jira card: ";
    if (has_no_page) {
      out_ << "none, since no page of a " << shown(entity.kind)
           << " shows one\n";
    } else if (!entity.jira.card) {
      out_ << "none, since " << why_no_key(view) << "\n";
    } else if (!entity.ingested) {
      out_ << "none until Backstage takes the entity\n";
    } else {
      out_ << (of_card.empty() ? "it shows\n"
                               : "it shows, but not what was meant\n");
    }
    print_findings(of_card);
    return !has_no_page && (entity.jira.card || entity.jira.query);
  }

  static std::string why_no_key(const Entity& view) {
    const Node* key = find(view.annotations, "jira/project-key");
    if (key == nullptr) return "jira/project-key is not set";
    if (is_file_placeholder(*key)) return "catalint does not read the key";
    return key->is_string() ? "jira/project-key is empty"
                            : "jira/project-key is no string";
  }

  [[nodiscard]] std::string value_of(const Node* node) const {
    if (node == nullptr) return "not set";
    if (node->is_string()) {
      return node->value.empty() ? "empty" : quoted(std::string(node->value));
    }
    if (is_file_placeholder(*node)) {
      return "the content of another file, which catalint does not read";
    }
    return describe_type(*node) + ", and no string";
  }

  void print_values(const Entity& view) {
    out_ << "  annotations:\n";
    for (const std::string_view key : kAnnotations) {
      out_ << "    " << key << ": " << value_of(find(view.annotations, key))
           << "\n";
    }
  }

  // Inside a path, a credential looks like none any more.
  static JiraCard without_secret_key(JiraCard card) {
    std::erase_if(*card.project_key,
                  [](char c) { return c == '\t' || c == '\n' || c == '\r'; });
    card.project_key = without_credentials(*card.project_key);
    return card;
  }

  void print_requests(const EntityReport& entity) {
    const JiraCard& card = entity.jira;
    out_ << "  what the plugin (2.14.0) "
         << (entity.ingested ? "asks" : "would ask")
         << " {JIRA_API_URL} for:\n";
    if (card.card) {
      const JiraRequests requests = jira_requests(without_secret_key(card));
      out_ << "    project, by REST: " << shown(requests.project) << "\n"
           << "    statuses, by REST: " << shown(requests.statuses) << "\n"
           << "    issues, by JQL: " << shown(*card.jql) << "\n"
           << "    activity stream: " << shown(requests.activity)
           << "\n      it is hidden without a word when this fails\n";
      const std::string_view changer = path_changer_in(*card.project_key);
      if (!changer.empty()) {
        out_ << "      the `" << changer
             << "` of the key is not escaped, and changes the path\n";
      }
    }
    if (!card.query) return;
    out_ << "    all issues, by JQL: " << shown(*card.query) << "\n";
    const auto placeholders = query_placeholders(*card.query);
    if (std::any_of(placeholders.begin(), placeholders.end(),
                    [](const QueryPlaceholder& placeholder) {
                      return is_user_placeholder(placeholder.name);
                    })) {
      out_ << "      `{{ userEmail }}` and `{{ userDisplayName }}` become the "
              "user who is signed in\n";
    }
  }

  const FileReport& file_;
  const SourceFile& source_;
  YamlStream stream_;
  std::unordered_map<std::size_t, Findings> by_document_;
  std::ostream& out_;
};

}  // namespace

void print_file(const FileReport& file, std::optional<std::size_t> line,
                std::ostream& out) {
  FileExplanation(file, out).print(line);
}

}  // namespace catalint
