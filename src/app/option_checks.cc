#include "app/option_checks.h"

#include <algorithm>

#include "base/edit_distance.h"
#include "base/text.h"

namespace catalint {

CLI::Validator one_of(std::vector<std::string> words) {
  std::string list = joined(words, "|");
  return CLI::Validator(
      [words = std::move(words), list](std::string& given) -> std::string {
        if (std::find(words.begin(), words.end(), given) != words.end()) {
          return "";
        }
        return quote_for_display(given) + " is not one of " + list +
               did_you_mean(given, words);
      },
      list);
}

CLI::Validator a_number_up_to(unsigned most) {
  return CLI::Validator(
      [most](const std::string& given) -> std::string {
        const bool is_number =
            !given.empty() && given.size() <= 9 &&
            std::all_of(given.begin(), given.end(), is_digit);
        if (is_number && std::stoul(given) <= most) return "";
        return quote_for_display(given) + " is not a number from 0 to " +
               std::to_string(most);
      },
      "");
}

CLI::Validator not_empty(const std::string& expected) {
  return CLI::Validator(
      [expected](const std::string& given) -> std::string {
        return given.empty() ? "it is empty; expected " + expected : "";
      },
      "");
}

}  // namespace catalint
