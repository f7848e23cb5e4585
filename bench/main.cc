#include <benchmark/benchmark.h>

#include "benchmarks.h"

int main(int argc, char** argv) {
  benchmark::Initialize(&argc, argv);
  if (benchmark::ReportUnrecognizedArguments(argc, argv)) return 2;
  catalint::register_stages();
  catalint::register_growth();
  benchmark::RunSpecifiedBenchmarks();
  return 0;
}
