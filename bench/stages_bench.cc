// What each stage of a scan costs, on descriptors as people write them.
#include <benchmark/benchmark.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <sstream>

#include "benchmarks.h"
#include "catalint/lint.h"
#include "report/format.h"
#include "rules/pack.h"
#include "support/hostile_text.h"
#include "yaml/parse.h"

namespace catalint {
namespace {

// Enough of a descriptor to give every rule something to look at; every tenth
// has a wrong key.
std::string descriptor(std::size_t number) {
  const std::string name = "service-" + std::to_string(number);
  const std::string key = number % 10 == 0 ? "abc" : "ABC";
  return descriptor_with(
      "    backstage.io/techdocs-ref: dir:.\n"
      "    github.com/project-slug: acme/" +
          name + "\n    jira/project-key: " + key +
          "\n    jira/component: Checkout\n"
          "    jira/label: web\n",
      name);
}

Linter make_linter() { return Linter(*load_rules(builtin_packs())); }

Report report_of(const Linter& linter, std::size_t files) {
  Report report;
  for (std::size_t i = 0; i < files; ++i) {
    report.files.push_back(
        linter.lint(std::to_string(i) + "/catalog-info.yaml", descriptor(i)));
  }
  linter.lint_together(report.files);
  return report;
}

void load_builtin_rules(benchmark::State& state) {
  for (auto _ : state) {
    auto rules = load_rules(builtin_packs());
    benchmark::DoNotOptimize(rules);
  }
}

void read_and_parse(benchmark::State& state) {
  const std::string text = descriptor(1);
  const std::filesystem::path path =
      std::filesystem::temp_directory_path() /
      ("catalint-bench-" + std::to_string(getpid()) + ".yaml");
  std::ofstream(path, std::ios::binary) << text;
  for (auto _ : state) {
    std::ifstream in(path, std::ios::binary);
    const SourceFile source(
        "catalog-info.yaml",
        {std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()});
    const YamlStream stream = parse_yaml(source);
    benchmark::DoNotOptimize(stream.documents.data());
  }
  state.SetBytesProcessed(state.iterations() *
                          static_cast<std::int64_t>(text.size()));
  std::filesystem::remove(path);
}

void lint_descriptors(benchmark::State& state) {
  const Linter linter = make_linter();
  const auto files = static_cast<std::size_t>(state.range(0));
  for (auto _ : state) {
    const Report report = report_of(linter, files);
    benchmark::DoNotOptimize(report.files.data());
  }
  state.SetItemsProcessed(state.iterations() * state.range(0));
}

void render(benchmark::State& state, const Format& format) {
  const Linter linter = make_linter();
  const Report report = report_of(linter, 1000);
  for (auto _ : state) {
    std::ostringstream out;
    format.render(report, {}, out);
    benchmark::DoNotOptimize(out);
  }
}

}  // namespace

void register_stages() {
  const auto add = [](const char* name, auto function) {
    return benchmark::RegisterBenchmark(name, function)
        ->Unit(benchmark::kMicrosecond);
  };
  add("load_builtin_rules", load_builtin_rules);
  add("read_and_parse", read_and_parse);
  add("lint_descriptors", lint_descriptors)->Arg(1)->Arg(1000);
  for (const Format& format : formats()) {
    const std::string name = "render/" + std::string(format.name);
    add(name.c_str(), [&format](auto& state) { render(state, format); });
  }
}

}  // namespace catalint
