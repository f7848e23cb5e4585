#include "app/man_page.h"

#include <cstdio>
#include <sstream>
#include <string_view>

#include "app/help_text.h"
#include "base/text.h"
#include "catalint/version.h"
#include "report/format.h"

namespace catalint {
namespace {

// What roff would take for something else, by the names it has for it.
std::string_view roff_name_of(char32_t code_point) {
  switch (code_point) {
    case U'\\':
      return "\\e";
    case U'-':
      return "\\-";
    case U'\'':
      return "\\(aq";
    case U'"':
      return "\\(dq";
    case U'`':
      return "\\(ga";
    case U'^':
      return "\\(ha";
    case U'~':
      return "\\(ti";
    default:
      return "";
  }
}

// Text that stands for itself in every encoding, also as an argument of a
// macro.
std::string roff(std::string_view text) {
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    const char32_t code_point = decode_utf8(text, at);
    const std::string_view name = roff_name_of(code_point);
    if (!name.empty()) {
      out += name;
    } else if (code_point >= 0x80) {
      char escape[16];
      std::snprintf(escape, sizeof escape, "\\[u%04X]",
                    static_cast<unsigned>(code_point));
      out += escape;
    } else {
      out += static_cast<char>(code_point);
    }
  }
  return out;
}

// The same as lines of their own, none of which is taken for a macro.
std::string paragraph(std::string_view text) {
  constexpr std::size_t kWidth = 80;
  std::istringstream words(roff(text));
  std::string out;
  std::size_t column = 0;
  for (std::string word; words >> word;) {
    const bool fits = column > 0 && column + 1 + word.size() <= kWidth;
    if (!fits) {
      if (column > 0) out += "\n";
      if (word.front() == '.') word.insert(0, "\\&");
      column = 0;
    } else {
      out += " ";
      ++column;
    }
    out += word;
    column += word.size();
  }
  return out + "\n";
}

std::string bold(std::string_view text) { return "\\fB" + roff(text) + "\\fR"; }
std::string italic(std::string_view text) {
  return "\\fI" + roff(text) + "\\fR";
}

std::string sentence(std::string text) {
  if (!text.empty() && !text.ends_with('?')) text += ".";
  return text;
}

// What a table says of a term, as a sentence.
std::string description(std::string_view about, char end = '.') {
  std::string text(about);
  if (!text.empty()) text[0] = to_upper_ascii(text.substr(0, 1))[0];
  return paragraph(text + end);
}

void append_section(std::string& out, std::string_view title) {
  out += ".SH \"" + roff(to_upper_ascii(title)) + "\"\n";
}

std::string usage_of(const Argument& argument) {
  const std::string usage =
      italic(argument.value_name) + (argument.repeats ? "..." : "");
  return argument.is_required ? usage : "[" + usage + "]";
}

void append_usage(std::string& out, const CommandTree& command) {
  out += bold(command.name);
  if (!command.options.empty()) out += " [" + italic("OPTION") + "]...";
  for (const Argument& argument : command.arguments) {
    out += " " + usage_of(argument);
  }
  if (!command.commands.empty()) out += " " + italic("COMMAND");
  out += "\n";
}

void append_argument(std::string& out, const Argument& argument) {
  out += ".TP\n";
  std::string separator;
  for (const std::string& name : argument.names) {
    out += separator + bold(name);
    separator = ", ";
  }
  if (!argument.value_name.empty()) {
    out += (argument.names.empty() ? "" : " ") + italic(argument.value_name);
  }
  out += "\n" + paragraph(sentence(argument.about));
  if (argument.kind == ValueKind::kWord) {
    out += paragraph("One of " + joined(argument.words, ", ") + ".");
  }
  if (!argument.default_value.empty()) {
    out += paragraph("Default: " + argument.default_value + ".");
  }
}

void append_command(std::string& out, const CommandTree& command) {
  out += ".SS " + roff(command.name) + "\n";
  append_usage(out, command);
  out += ".PP\n" + paragraph(sentence(command.about));
  for (const Argument& argument : command.arguments) {
    append_argument(out, argument);
  }
  for (const Argument& option : command.options) append_argument(out, option);
  for (const CommandTree& below : command.commands) append_command(out, below);
}

void append_formats(std::string& out) {
  append_section(out, "Formats");
  out += "What the values of " + bold("--format") + " and " + bold("--output") +
         " mean:\n";
  for (const Format& format : formats()) {
    out += ".TP\n" + bold(format.name) + "\n" + description(format.about);
  }
}

void append_rows(std::string& out, const HelpSection& section) {
  bool is_first = true;
  for (const HelpRow& row : section.rows) {
    if (section.is_code) {
      out += std::string(is_first ? "" : ".PP\n") +
             description(row.about, ':') + ".PP\n.RS 4\n.nf\n" +
             roff(row.term) + "\n.fi\n.RE\n";
    } else {
      out += ".TP\n" + bold(row.term) + "\n" + description(row.about);
    }
    is_first = false;
  }
}

}  // namespace

std::string man_page(const CommandTree& tree) {
  std::string out = ".\\\" Printed by `" + tree.name + " man`.\n.TH " +
                    to_upper_ascii(tree.name) + " 1 \"\" \"" + tree.name + " " +
                    kVersion + "\" \"User Commands\"\n";
  append_section(out, "Name");
  out += roff(tree.name) + " \\- " + roff(kDescription) + "\n";
  append_section(out, "Synopsis");
  append_usage(out, tree);
  append_section(out, "Description");
  out += paragraph(sentence(tree.about));
  for (const Argument& option : tree.options) append_argument(out, option);
  append_section(out, "Commands");
  for (const CommandTree& command : tree.commands) append_command(out, command);
  append_formats(out);
  for (const HelpSection& section : help_sections()) {
    append_section(out, section.title);
    append_rows(out, section);
  }
  append_section(out, "See also");
  out += "git(1), " + roff(kHomePage) + "\n";
  return out;
}

}  // namespace catalint
