// The formats of FieldFormatEntityPolicy (catalog-model 1.10.1).
#include "catalog/field_format.h"

#include <gtest/gtest.h>

#include <vector>

namespace catalint {
namespace {

struct Row {
  std::string text;
  const char* problem;  // empty: the format takes the text
};

void expect(FieldFormat format, const std::vector<Row>& rows) {
  for (const Row& row : rows) {
    EXPECT_EQ(format_problem(format, row.text).value_or(""), row.problem)
        << row.text;
  }
}

std::string x(std::size_t count) { return std::string(count, 'x'); }

TEST(FieldFormat, ApiVersion) {
  expect(FieldFormat::kApiVersion,
         {{"backstage.io/v1alpha1", ""},
          {"v1", ""},
          {"V1", ""},
          {x(63), ""},
          {"a.b-c/" + x(63), ""},
          {"", "it is empty"},
          {x(64), "it has 64 characters; at most 63 are allowed"},
          {"v1-alpha", "it holds `-`"},
          {"backstage.io/", "the part after the `/` is empty"},
          {"backstage.io/v1_1", "the part after the `/` holds `_`"},
          {"/v1", "the part before the `/` is empty"},
          {"a/b/v1", "it has more than one `/`"},
          {"Backstage.io/v1",
           "the part before the `/` holds the upper-case letter `B`"},
          {"backstage_io/v1", "the part before the `/` holds `_`"}});
}

TEST(FieldFormat, Kind) {
  expect(FieldFormat::kKind,
         {{"Component", ""},
          {"a", ""},
          {"A1", ""},
          {x(63), ""},
          {"", "it is empty"},
          {x(64), "it has 64 characters; at most 63 are allowed"},
          {"1A", "it starts with `1`"},
          {"My Kind", "it holds a space"},
          {"My-Kind", "it holds `-`"},
          {"Ké", "it holds `é` (U+00E9)"}});
}

TEST(FieldFormat, Name) {
  expect(FieldFormat::kName,
         {{"a", ""},
          {"A", ""},
          {"0", ""},
          {"a-b_c.d", ""},
          {"a--b..c", ""},
          {x(63), ""},
          {"", "it is empty"},
          {x(64), "it has 64 characters; at most 63 are allowed"},
          {"-a", "it starts with `-`"},
          {"a.", "it ends with `.`"},
          {"_", "it starts with `_`"},
          {"a b", "it holds a space"},
          {"a/b", "it holds `/`"},
          {"a\n", "it holds `\\n`"},
          {"a\u200B", "it holds `\\u{200B}` (U+200B)"}});
}

TEST(FieldFormat, Namespace) {
  expect(FieldFormat::kNamespace,
         {{"default", ""},
          {"a-b--c", ""},
          {"1", ""},
          {x(63), ""},
          {"", "it is empty"},
          {x(64), "it has 64 characters; at most 63 are allowed"},
          {"Default", "it holds the upper-case letter `D`"},
          {"a.b", "it holds `.`"},
          {"a_b", "it holds `_`"},
          {"-a", "it starts with `-`"},
          {"a-", "it ends with `-`"}});
}

TEST(FieldFormat, AnnotationKey) {
  const std::string longest = x(63) + "." + x(63) + "." + x(63) + "." + x(61);
  expect(
      FieldFormat::kAnnotationKey,
      {{"jira/project-key", ""},
       {"name", ""},
       {"A_b.c", ""},
       {"backstage.io/techdocs-ref", ""},
       {"a--b.c/D", ""},
       {"x/" + x(63), ""},
       {longest + "/a", ""},
       {"", "it is empty"},
       {"jira/", "the part after the `/` is empty"},
       {"/key", "the part before the `/` is empty"},
       {"a/b/c", "it has more than one `/`"},
       {"Jira/key", "the part before the `/` holds the upper-case letter `J`"},
       {"my_jira/key", "the part before the `/` holds `_`"},
       {"a..b/key", "the part before the `/` has an empty part"},
       {"a./key", "the part before the `/` has an empty part"},
       {"-a/key", "the part before the `/` starts with `-`"},
       {"a.b-/key", "the part before the `/` ends with `-`"},
       {"jira/-key", "the part after the `/` starts with `-`"},
       {"jira/key ", "the part after the `/` holds a space"},
       {"jira/kéy", "the part after the `/` holds `é` (U+00E9)"},
       {"x/" + x(64),
        "the part after the `/` has 64 characters; at most 63 are allowed"},
       {x(64) + "/a",
        "the part before the `/` has 64 characters; at most 63 are allowed"},
       {longest + "x/a",
        "the part before the `/` has 254 characters; at most 253 are "
        "allowed"}});
}

TEST(FieldFormat, LabelValue) {
  expect(FieldFormat::kLabelValue, {{"", ""},
                                    {"a-b_c.D", ""},
                                    {x(63), ""},
                                    {x(64),
                                     "it has 64 characters; at most 63 are "
                                     "allowed"},
                                    {"a/b", "it holds `/`"},
                                    {"-a", "it starts with `-`"}});
}

TEST(FieldFormat, Tag) {
  expect(FieldFormat::kTag,
         {{"java", ""},
          {"c++", ""},
          {"c#", ""},
          {"a:b", ""},
          {"a-b", ""},
          {x(63), ""},
          {"", "it is empty"},
          {x(64), "it has 64 characters; at most 63 are allowed"},
          {"Java", "it holds the upper-case letter `J`"},
          {"a_b", "it holds `_`"},
          {"a b", "it holds a space"},
          {"a--b", "it has two `-` in a row"},
          {"-a", "it starts with `-`"},
          {"a-", "it ends with `-`"}});
}

TEST(FieldFormat, Url) {
  expect(FieldFormat::kUrl, {{"https://example.com", ""},
                             {"", "it has no scheme such as `https://`"},
                             {"https://", "it names no host"}});
}

TEST(FieldFormat, NotBlank) {
  expect(
      FieldFormat::kNotBlank,
      {{"a", ""}, {" a ", ""}, {"", "it is blank"}, {" \t\n", "it is blank"}});
}

TEST(FieldFormat, HasANameForRulePacks) {
  EXPECT_EQ(field_format_of("annotation-key"), FieldFormat::kAnnotationKey);
  EXPECT_EQ(field_format_of("label-value"), FieldFormat::kLabelValue);
  EXPECT_EQ(field_format_of("url"), FieldFormat::kUrl);
  EXPECT_EQ(field_format_of("Name"), std::nullopt);
  EXPECT_EQ(field_format_of(""), std::nullopt);
}

}  // namespace
}  // namespace catalint
