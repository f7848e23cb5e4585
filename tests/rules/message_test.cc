#include "rules/message.h"

#include <gtest/gtest.h>

namespace catalint {
namespace {

const Message::Values kValues = {
    {Placeholder::kValue, "`v`"},    {Placeholder::kKey, "k"},
    {Placeholder::kType, "a {key}"}, {Placeholder::kRef, "r"},
    {Placeholder::kKind, "K"},       {Placeholder::kDetail, "d"},
    {Placeholder::kSuggestion, "s"}};

TEST(Message, IsRenderedOrRefused) {
  const struct {
    const char* text;
    const char* outcome;
  } rows[] = {
      {"", ""},
      {"plain", "plain"},
      {"{value}", "`v`"},
      {"{key} is {value}: {detail}", "k is `v`: d"},
      {"{ref}{kind}{suggestion}", "rKs"},
      {"{type}", "a {key}"},  // what is put in is no template again
      {"{value", "{value"},
      {"value}", "value}"},
      {"{}", "{}"},
      {"{ value }", "{ value }"},
      {"{{ x }} and {{value}}", "{{ x }} and {`v`}"},
      {"{Value} {a1}", "{Value} {a1}"},
      {"${{ }} `{%`", "${{ }} `{%`"},
      {"a {vlaue}",
       "no placeholder is called `{vlaue}`; did you mean `value`?"},
      {"{nothing}", "no placeholder is called `{nothing}`"},
      {"{keys}", "no placeholder is called `{keys}`; did you mean `key`?"},
  };
  for (const auto& row : rows) {
    const auto message = Message::parse(row.text);
    EXPECT_EQ(message ? message->render(kValues) : message.error().message,
              row.outcome);
  }
}

TEST(Message, KnowsWhatItUses) {
  const auto message = Message::parse("a {value} b");
  ASSERT_TRUE(message);
  EXPECT_TRUE(message->uses(Placeholder::kValue));
  EXPECT_FALSE(message->uses(Placeholder::kKey));
  EXPECT_FALSE(message->empty());
  EXPECT_TRUE(Message().empty());
  EXPECT_EQ(message->render({}), "a  b");
}

}  // namespace
}  // namespace catalint
