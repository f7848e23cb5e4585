// How the time grows with the size of hostile descriptors. Each is linted and
// rendered as text and SARIF at sizes that double; BigO is what fits best, and
// RMS how far it is off. Anything above N lgN is a defect.
#include <benchmark/benchmark.h>

#include <algorithm>
#include <sstream>
#include <string>

#include "benchmarks.h"
#include "catalint/lint.h"
#include "report/format.h"
#include "rules/pack.h"
#include "support/hostile_text.h"

namespace catalint {
namespace {

// The size of the texts in bytes, about.
constexpr std::int64_t kSmallest = std::int64_t{64} << 10U;
constexpr std::int64_t kLargest = std::int64_t{2} << 20U;

void grow(benchmark::State& state, const HostileText& hostile) {
  const std::string text =
      hostile_text_of_size(hostile, static_cast<std::size_t>(state.range(0)));
  const Linter linter(*load_rules(builtin_packs()));
  for (auto _ : state) {
    Report report;
    report.files.push_back(linter.lint("catalog-info.yaml", text));
    for (const std::string_view format : {"text", "sarif"}) {
      std::ostringstream out;
      find_format(format)->render(report, {}, out);
      benchmark::DoNotOptimize(out);
    }
  }
  state.SetComplexityN(static_cast<std::int64_t>(text.size()));
}

}  // namespace

void register_growth() {
  for (const HostileText& hostile : hostile_texts()) {
    std::string name = "grow/" + std::string(hostile.name);
    std::replace(name.begin(), name.end(), ' ', '_');
    const auto run = [&hostile](benchmark::State& state) {
      grow(state, hostile);
    };
    benchmark::RegisterBenchmark(name.c_str(), run)
        ->RangeMultiplier(2)
        ->Range(kSmallest, kLargest)
        ->MinTime(0.05)
        ->Unit(benchmark::kMillisecond)
        ->Complexity();
  }
}

}  // namespace catalint
