#include "app/explain.h"

#include <algorithm>
#include <optional>
#include <string>

#include "app/explain_file.h"
#include "app/explain_rule.h"
#include "app/inputs.h"
#include "app/scan.h"
#include "base/edit_distance.h"
#include "base/text.h"
#include "rules/severities.h"

namespace catalint {
namespace {

struct Place {
  std::string path;
  std::optional<std::size_t> line;
};

bool is_there(const std::string& path, const Env& env) {
  return env.files.kind(path) != FileKind::kMissing;
}

// Takes `:12` off the end of a path.
std::optional<std::size_t> take_number(std::string& path) {
  const std::size_t colon = path.rfind(':');
  if (colon == std::string::npos) return std::nullopt;
  const std::string number = path.substr(colon + 1);
  if (number.empty() || number.size() > 9 ||
      !std::all_of(number.begin(), number.end(), is_digit)) {
    return std::nullopt;
  }
  path.resize(colon);
  return std::stoul(number);
}

// FILE, FILE:LINE or, as findings are printed, FILE:LINE:COLUMN; nothing when
// there is no such file.
std::optional<Place> place_of(const std::string& target, const Env& env) {
  if (target == "-") return Place{target, std::nullopt};
  Place place{target, std::nullopt};
  for (int numbers = 0; !is_there(place.path, env); ++numbers) {
    place.line = take_number(place.path);
    if (!place.line || numbers == 2) return std::nullopt;
  }
  return place;
}

int explain_file(const Place& place, const Options& options,
                 std::shared_ptr<const RuleSet> rules, Env& env) {
  const bool is_stdin = place.path == "-";
  const std::string& name = is_stdin ? options.stdin_filename : place.path;
  const std::string shown = path_for_display(name);
  if (!is_stdin && env.files.kind(place.path) == FileKind::kDirectory) {
    return usage_error(env, shown +
                                " is a directory; `catalint explain` takes "
                                "one file");
  }
  auto bytes = is_stdin ? read_standard_input(env.in, kLargestFile)
                        : env.files.read(place.path, kLargestFile);
  if (!bytes) {
    env.err << "catalint: " << shown << ": " << bytes.error().message << "\n";
    return kFailure;
  }
  const Linter linter(std::move(rules));
  std::vector<FileReport> files;
  files.push_back(linter.lint(name, std::move(*bytes)));
  linter.lint_together(files);
  const FileReport& file = files.front();
  const SourceFile& source = *file.source;
  const std::size_t lines = source.position(source.bytes().size()).line;
  if (place.line && (*place.line == 0 || *place.line > lines)) {
    return usage_error(env,
                       shown + " has no line " + std::to_string(*place.line) +
                           "; its lines are 1 to " + std::to_string(lines));
  }
  print_file(file, place.line, env.out);
  return kClean;
}

}  // namespace

int explain(const Options& options, Env& env) {
  const auto config = config_of(options, env);
  if (!config) return usage_error(env, config.error().message);
  const auto rules = read_rules(options, *config, env);
  if (!rules) return usage_error(env, rules.error().message);
  if (const auto place = place_of(options.subject, env)) {
    return explain_file(*place, options, *rules, env);
  }
  const std::vector<std::string> off =
      rules_that_are_off(**rules, config->severities);
  for (const Rule& rule : (*rules)->rules) {
    if (rule.info.id != options.subject) continue;
    const bool is_off =
        std::find(off.begin(), off.end(), rule.info.id) != off.end();
    print_rule(rule.info, is_off, env.out);
    return kClean;
  }
  return usage_error(
      env, quote_path(options.subject) +
               " is neither a file nor a rule; `catalint rules` lists the "
               "rules" +
               did_you_mean(options.subject, (*rules)->ids()));
}

}  // namespace catalint
