#include "catalint/rule.h"

namespace catalint {

std::string_view name_of(Severity severity) {
  switch (severity) {
    case Severity::kError:
      return "error";
    case Severity::kWarning:
      return "warning";
    case Severity::kNote:
      return "note";
  }
  return "";
}

std::string_view name_of(Loss loss) {
  switch (loss) {
    case Loss::kNothing:
      return "nothing";
    case Loss::kCard:
      return "card";
    case Loss::kEntity:
      return "entity";
    case Loss::kFile:
      return "file";
  }
  return "";
}

std::string_view name_of(Fixable fixable) {
  switch (fixable) {
    case Fixable::kNo:
      return "no";
    case Fixable::kUnsafe:
      return "unsafe";
    case Fixable::kSafe:
      return "safe";
  }
  return "";
}

}  // namespace catalint
