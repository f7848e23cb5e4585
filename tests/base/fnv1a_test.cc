#include "base/fnv1a.h"

#include <gtest/gtest.h>

namespace catalint {
namespace {

// The test vectors of its authors.
TEST(Fnv1a, IsTheHashThatItIsNamedAfter) {
  EXPECT_EQ(hexadecimal(fnv1a("")), "cbf29ce484222325");
  EXPECT_EQ(hexadecimal(fnv1a("a")), "af63dc4c8601ec8c");
  EXPECT_EQ(hexadecimal(fnv1a("foobar")), "85944171f73967e8");
  EXPECT_EQ(fnv1a("bar", fnv1a("foo")), fnv1a("foobar"));
}

TEST(Fnv1a, TellsPartsApart) {
  EXPECT_NE(fnv1a_of_part("c", fnv1a_of_part("ab", kFnv1aStart)),
            fnv1a_of_part("bc", fnv1a_of_part("a", kFnv1aStart)));
}

}  // namespace
}  // namespace catalint
