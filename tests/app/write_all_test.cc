#include "app/write_all.h"

#include <fcntl.h>
#include <gtest/gtest.h>

#include <cerrno>
#include <fstream>
#include <iterator>
#include <string>

#include "app/posix_descriptor.h"
#include "support/temporary_directory.h"

namespace catalint {
namespace {

TEST(WriteAll, WritesWhatIsPrintedPieceByPiece) {
  const TemporaryDirectory directory;
  std::string expected;
  {
    const Descriptor file(::open("f", O_WRONLY | O_CREAT | O_CLOEXEC, 0600));
    const bool is_written = write_all(file.get(), [&](std::ostream& out) {
      for (const std::size_t size :
           {0U, 1U, 65'535U, 65'536U, 65'537U, 200'000U}) {
        const std::string piece(size, static_cast<char>('a' + size % 26));
        out << piece << '.';
        expected += piece + ".";
      }
    });
    EXPECT_TRUE(is_written);
  }
  std::ifstream in("f", std::ios::binary);
  EXPECT_EQ(std::string(std::istreambuf_iterator<char>(in), {}), expected);
}

TEST(WriteAll, TellsWhatWentWrong) {
  const Descriptor full(::open("/dev/full", O_WRONLY | O_CLOEXEC));
  EXPECT_FALSE(write_all(full.get(), fill_with("x")));
  EXPECT_EQ(errno, ENOSPC);
  // The first failure counts, and the rest is not tried.
  EXPECT_FALSE(write_all(full.get(), [](std::ostream& out) {
    for (int i = 0; i < 3; ++i) out << std::string(100'000, 'x') << std::flush;
  }));
  EXPECT_EQ(errno, ENOSPC);
  const Descriptor null(::open("/dev/null", O_WRONLY | O_CLOEXEC));
  EXPECT_TRUE(write_all(null.get(), fill_with("x")));
  EXPECT_FALSE(write_all(
      null.get(), [](std::ostream& out) { out.setstate(std::ios::badbit); }));
  EXPECT_EQ(errno, 0);
}

}  // namespace
}  // namespace catalint
