#include "app/config.h"

#include <algorithm>
#include <filesystem>
#include <set>

#include "app/config_options.h"
#include "app/repository.h"
#include "base/edit_distance.h"
#include "base/fields.h"
#include "base/pattern.h"
#include "base/text.h"
#include "catalog/field_format.h"

namespace catalint {
namespace {

constexpr std::size_t kLargestConfig = std::size_t{1} << 20U;

std::optional<Severity> severity_of(std::string_view word) {
  for (const Severity severity :
       {Severity::kError, Severity::kWarning, Severity::kNote}) {
    if (name_of(severity) == word) return severity;
  }
  return std::nullopt;
}

class ConfigDecoder {
 public:
  ConfigDecoder(const ConfigSource& source, const std::string& directory)
      : source_(source) {
    config_.path = source.name;
    config_.directory = directory;
  }

  Config decode(const ConfigNode& root) {
    if (root.is_null()) return std::move(config_);  // comments alone
    const Fields fields(source_, root, "the configuration", keys_of_group(""));
    config_.files = patterns(fields, "files");
    config_.exclude = patterns(fields, "exclude");
    config_.kinds = kinds(fields);
    for (const std::string& pack : fields.texts("packs")) {
      config_.packs.push_back(beside(pack));
    }
    if (fields.has("baseline")) {
      config_.baseline = beside(fields.text("baseline"));
    }
    if (fields.has("rules")) decode_rules(fields.node("rules"));
    if (fields.has("jira")) decode_jira(fields.node("jira"));
    return std::move(config_);
  }

 private:
  static std::vector<PathPattern> patterns(const Fields& fields,
                                           std::string_view key) {
    std::vector<PathPattern> out;
    for (const std::string& text : fields.texts(key)) {
      const std::size_t item = out.size();
      if (text.empty()) {
        fields.fail_at(key, item, "an empty pattern fits nothing");
      }
      if (text.starts_with('!')) {
        fields.fail_at(key, item,
                       "the pattern " + quote_for_display(text) +
                           " starts with `!`, which has no meaning here");
      }
      out.emplace_back(text);
    }
    return out;
  }

  static std::vector<std::string> kinds(const Fields& fields) {
    std::vector<std::string> out = fields.texts("kinds");
    for (std::size_t i = 0; i < out.size(); ++i) {
      const std::string& kind = out[i];
      if (const auto problem = format_problem(FieldFormat::kKind, kind)) {
        fields.fail_at(
            "kinds", i,
            quote_for_display(kind) + " cannot be a kind: " + *problem);
      }
    }
    return out;
  }

  // Of a file that the configuration names; as the configuration's own path
  // is, from the working directory.
  [[nodiscard]] std::string beside(const std::string& path) const {
    return (std::filesystem::path(source_.name).parent_path() / path)
        .lexically_normal()
        .string();
  }

  void decode_rules(const ConfigNode& node) {
    if (!node.is_map()) {
      throw_at(source_, node,
               "`rules` must be a map from rules to severities, such as "
               "`jira/project-key-missing: warning`");
    }
    std::set<std::string_view> rules;
    for (std::size_t i = 0; i < node.items.size(); i += 2) {
      const ConfigNode& key = node.items[i];
      const ConfigNode& value = node.items[i + 1];
      const auto& words = severity_words();
      if (!value.is_scalar() ||
          std::find(words.begin(), words.end(), value.text) == words.end()) {
        throw_at(source_, value.is_null() ? key : value,
                 "the severity of " + quote_for_display(key.text) +
                     " is one of " + joined(words, ", ") +
                     did_you_mean(value.text, words));
      }
      if (!rules.insert(key.text).second) {
        throw_at(
            source_, key,
            "`rules` has the key " + quote_for_display(key.text) + " twice");
      }
      config_.severities.push_back(
          {std::string(key.text), severity_of(value.text),
           source_.name + ":" + std::to_string(key.line) + ":" +
               std::to_string(key.column)});
    }
  }

  void decode_jira(const ConfigNode& node) {
    const Fields fields(source_, node, "`jira`", keys_of_group("jira"));
    if (fields.has("product")) {
      const auto& products = jira_products();
      const std::string product = fields.text("product");
      if (std::find(products.begin(), products.end(), product) ==
          products.end()) {
        fields.fail("product", "`product` is one of " + joined(products, ", ") +
                                   did_you_mean(product, products));
      }
      config_.settings["jira.product"] = {product};
    }
    if (fields.has("project-key-pattern")) {
      const std::string text = fields.text("project-key-pattern");
      // By itself first: `a)|(b` would be one between the parentheses.
      if (const auto error = Pattern(text).error()) {
        fields.fail("project-key-pattern",
                    "this pattern is not one that RE2 takes: " +
                        escape_for_display(*error));
      }
      // The whole key must fit.
      config_.settings["jira.project-key-pattern"] = {"^(?:" + text + ")$"};
    }
    if (fields.has("required-on")) {
      const Fields on(source_, fields.node("required-on"), "`required-on`",
                      keys_of_group("jira.required-on"));
      if (on.has("kinds")) {
        config_.settings["jira.required-kinds"] = kinds(on);
      }
      if (on.has("types")) {
        config_.settings["jira.required-types"] = on.texts("types");
      }
    }
  }

  const ConfigSource& source_;
  Config config_;
};

std::string parent_of(const std::string& path) {
  return std::filesystem::path(path).parent_path().string();
}

Result<Config> config_of_text(const std::string& path,
                              const Result<std::string>& text,
                              const FileSystem& files) {
  if (!text) {
    return Error{"the configuration " + quote_path(path) +
                 " could not be read: " + text.error().message};
  }
  const std::string slash = path.find('/') == std::string::npos ? "./" : "";
  const auto directory = files.real_path(parent_of(slash + path));
  return parse_config(path, directory.value_or("."), *text);
}

}  // namespace

Result<Config> parse_config(const std::string& path,
                            const std::string& directory,
                            const std::string& text) {
  try {
    const ConfigDocument document = ConfigDocument::parse(path, text);
    const ConfigSource source{path, false};
    return ConfigDecoder(source, directory).decode(document.root());
  } catch (const FieldError& error) {
    return Error{error.what()};
  }
}

Result<Config> read_config(const std::string& path, const FileSystem& files) {
  return config_of_text(path, files.read_given(path, kLargestConfig), files);
}

Result<Config> find_config(const FileSystem& files) {
  // So many directories up, the root of the repository is.
  const auto repository = find_repository(files);
  const std::string prefix = repository ? repository->prefix : "";
  const auto most = std::count(prefix.begin(), prefix.end(), '/');
  std::string path = kConfigName;
  for (std::ptrdiff_t level = 0; level <= most; ++level) {
    // A link that leads nowhere was meant to be one, and cannot be read.
    if (files.kind(path) != FileKind::kMissing || files.is_link(path)) {
      return config_of_text(path, files.read(path, kLargestConfig), files);
    }
    path.insert(0, "../");
  }
  return Config{};
}

}  // namespace catalint
