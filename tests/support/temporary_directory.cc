#include "support/temporary_directory.h"

#include <gtest/gtest.h>

#include <cstdlib>
#include <fstream>

namespace catalint {

TemporaryDirectory::TemporaryDirectory()
    : before_(std::filesystem::current_path()) {
  std::string name =
      (std::filesystem::temp_directory_path() / "catalint-test-XXXXXX")
          .string();
  if (::mkdtemp(name.data()) == nullptr) {
    ADD_FAILURE() << "no temporary directory could be made";
    return;
  }
  path_ = std::filesystem::canonical(name);
  std::filesystem::current_path(path_);
}

TemporaryDirectory::~TemporaryDirectory() {
  std::error_code ignored;
  std::filesystem::current_path(before_, ignored);
  std::filesystem::remove_all(path_, ignored);
}

void TemporaryDirectory::write(const std::string& name,
                               const std::string& bytes) const {
  const std::filesystem::path target = path_ / name;
  std::filesystem::create_directories(target.parent_path());
  std::ofstream(target, std::ios::binary) << bytes;
}

void TemporaryDirectory::shell(const std::string& command) const {
  const std::string line = "cd '" + path_.string() + "' && " + command;
  EXPECT_EQ(std::system(line.c_str()), 0) << command;
}

}  // namespace catalint
