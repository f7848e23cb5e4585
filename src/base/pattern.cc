#include "base/pattern.h"

#include <re2/re2.h>

#include <mutex>

namespace catalint {

struct Pattern::Compiled {
  explicit Compiled(std::string pattern) : text(std::move(pattern)) {}

  const re2::RE2& get() {
    std::call_once(once, [this] {
      re2::RE2::Options options;
      options.set_log_errors(false);
      options.set_max_mem(1 << 20);
      expression = std::make_unique<re2::RE2>(text, options);
    });
    return *expression;
  }

  std::string text;
  std::once_flag once;
  std::unique_ptr<re2::RE2> expression;
};

Pattern::Pattern(std::string text)
    : compiled_(std::make_shared<Compiled>(std::move(text))) {}

const std::string& Pattern::text() const { return compiled_->text; }

std::optional<std::string> Pattern::error() const {
  const re2::RE2& expression = compiled_->get();
  if (expression.ok()) return std::nullopt;
  return expression.error();
}

bool Pattern::matches(std::string_view subject) const {
  const re2::RE2& expression = compiled_->get();
  return expression.ok() &&
         re2::RE2::PartialMatch({subject.data(), subject.size()}, expression);
}

std::optional<std::string> Pattern::first_group(
    std::string_view subject) const {
  const re2::RE2& expression = compiled_->get();
  if (!expression.ok() || expression.NumberOfCapturingGroups() < 1) {
    return std::nullopt;
  }
  std::string group;
  if (!re2::RE2::PartialMatch({subject.data(), subject.size()}, expression,
                              &group)) {
    return std::nullopt;
  }
  return group;
}

}  // namespace catalint
