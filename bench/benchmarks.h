// What main runs: each function registers the benchmarks of its file.
#pragma once

namespace catalint {

void register_stages();
void register_growth();

}  // namespace catalint
