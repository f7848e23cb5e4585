// The table of output formats. To add one: a file that renders it, and a row.
#pragma once

#include <functional>
#include <ostream>
#include <string>
#include <string_view>
#include <vector>

#include "report/report.h"

namespace catalint {

struct RenderOptions {
  bool color = false;
  bool quiet = false;                                // findings alone
  int fail_on = static_cast<int>(Severity::kError);  // what fails a run
};

/// Where the project is at home.
inline constexpr std::string_view kHomePage =
    "https://github.com/catalint/catalint";

struct Format {
  std::string_view name;
  std::string_view about;
  void (*render)(const Report& report, const RenderOptions& options,
                 std::ostream& out);
  /// Whether it needs the listings of clean files, and not only their paths.
  bool lists_entities = false;
};

/// All formats; the first is the default.
const std::vector<Format>& formats();

std::vector<std::string> format_names();

/// Null when there is none of that name.
const Format* find_format(std::string_view name);

void render_text(const Report& report, const RenderOptions& options,
                 std::ostream& out);
void render_json(const Report& report, const RenderOptions& options,
                 std::ostream& out);
void render_jsonl(const Report& report, const RenderOptions& options,
                  std::ostream& out);
void render_sarif(const Report& report, const RenderOptions& options,
                  std::ostream& out);
void render_github(const Report& report, const RenderOptions& options,
                   std::ostream& out);
void render_gitlab(const Report& report, const RenderOptions& options,
                   std::ostream& out);
void render_junit(const Report& report, const RenderOptions& options,
                  std::ostream& out);
void render_checkstyle(const Report& report, const RenderOptions& options,
                       std::ostream& out);
void render_rdjson(const Report& report, const RenderOptions& options,
                   std::ostream& out);
void render_markdown(const Report& report, const RenderOptions& options,
                     std::ostream& out);

}  // namespace catalint
