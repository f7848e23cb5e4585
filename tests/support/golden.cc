#include "support/golden.h"

#include <gtest/gtest.h>

#include <cstdlib>
#include <fstream>
#include <iterator>

namespace catalint {

std::filesystem::path source_directory() { return CATALINT_SOURCE_DIR; }

std::string read_bytes(const std::filesystem::path& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

void expect_golden(const std::filesystem::path& path,
                   const std::string& actual) {
  const char* update = std::getenv("CATALINT_UPDATE_GOLDENS");
  if (update != nullptr && std::string(update) == "1") {
    std::ofstream(path, std::ios::binary) << actual;
    return;
  }
  ASSERT_TRUE(std::filesystem::exists(path))
      << path << " is missing; CATALINT_UPDATE_GOLDENS=1 writes it";
  EXPECT_EQ(read_bytes(path), actual) << "differs from " << path;
}

}  // namespace catalint
