// What the help and the man page say besides the commands and their options.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace catalint {

struct HelpRow {
  std::string_view term;
  std::string_view about;
};

/// A term of a section may have more than one line.
struct HelpSection {
  std::string_view title;
  std::vector<HelpRow> rows;
  bool is_code = false;  // the terms are command lines
};

/// What the program is for, in a sentence.
std::string_view help_about();

const std::vector<HelpSection>& help_sections();

/// The sections as `--help` ends with them.
std::string help_footer();

}  // namespace catalint
