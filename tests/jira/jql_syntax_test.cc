// Lists, quoted texts, and what is hard to see or to get through.
#include "jira/jql_syntax.h"

#include <gtest/gtest.h>

#include <string>
#include <string_view>

#include "jira/jql_table.h"

namespace catalint {
namespace {

constexpr std::string_view kLists = R"table(
a  ->  ok
a,b  ->  ok
a, b  ->  ok
a, "b c", 'd', 5, -1  ->  ok
empty  ->  ok
a, NULL  ->  ok
f(x), (b, "c")  ->  ok
\u0041b, "c\td\"e", "\ud83d\ude00\ud83d", 'it\'s'  ->  ok
a,  ->  1-2: a value is missing after `,`; write one, or remove the comma
,a  ->  0-1: a value is missing before `,`
a,,b  ->  1-2: a value is missing after `,`; write one, or remove the comma
()  ->  0-2: the list is empty; put a value into it
(a  ->  0-1: the parenthesis opened here is never closed
my label  ->  3-8: a comma is missing before `label`
my "label"  ->  3-10: a comma is missing before `"label"`
"a" b  ->  4-5: a comma is missing before `b`
order  ->  0-5: `order` is a word of JQL's own; write `"order"`, quotes included
SELECT  ->  0-6: `SELECT` is a word of JQL's own; write `"SELECT"`, quotes included
and, b  ->  0-3: `and` is a word of JQL's own; write `"and"`, quotes included
a) OR project in (DEF  ->  1-2: `)` ends the list and changes the query
)  ->  0-1: `)` ends the list and changes the query
a, )  ->  1-2: a value is missing after `,`; write one, or remove the comma
(a))  ->  3-4: `)` ends the list and changes the query
a(b  ->  1-2: the parenthesis opened here is never closed
a b(c)  ->  2-3: a comma is missing before `b`
"a  ->  0-1: the quote opened here is never closed
a;b  ->  0-3: `;` cannot stand in unquoted text; write `"a;b"`, quotes included
c++  ->  0-3: `+` cannot stand in unquoted text; write `"c++"`, quotes included
#x  ->  0-2: `#` cannot stand in unquoted text; write `"#x"`, quotes included
a@b  ->  0-3: `@` cannot stand in unquoted text; write `"a@b"`, quotes included
a|b  ->  0-3: `|` cannot stand in unquoted text; write `"a|b"`, quotes included
a&b  ->  0-3: `&` cannot stand in unquoted text; write `"a&b"`, quotes included
x/y  ->  0-3: `/` cannot stand in unquoted text; write `"x/y"`, quotes included
a=b  ->  0-3: `=` cannot stand in unquoted text; write `"a=b"`, quotes included
a!  ->  0-2: `!` cannot stand in unquoted text; write `"a!"`, quotes included
5%  ->  0-2: `%` cannot stand in unquoted text; write `"5%"`, quotes included
${{ x }}  ->  0-8: `${{ x }}` is a placeholder that nothing replaced
{{ label }}  ->  0-11: `{{ label }}` is a placeholder that nothing replaced
a\  ->  1-2: `\` is not a JQL escape; write `\\` for a backslash
a\b  ->  1-3: `\b` is not a JQL escape; write `\\` for a backslash
it's  ->  2-3: the quote opened here is never closed; write `"it's"`, quotes included
~x  ->  0-2: `~` cannot stand in unquoted text; write `"~x"`, quotes included
!x  ->  0-2: `!` cannot stand in unquoted text; write `"!x"`, quotes included
[x]  ->  0-3: `[` cannot stand in unquoted text; write `"[x]"`, quotes included
a, =b  ->  3-5: `=` cannot stand in unquoted text; write `"=b"`, quotes included
a, <b>  ->  3-6: `<` cannot stand in unquoted text; write `"<b>"`, quotes included
a & b  ->  2-3: `&` cannot stand outside quotes
a R and D  ->  2-3: a comma is missing before `R`
a or b  ->  2-4: a comma is missing before `or`
)table";

constexpr std::string_view kQuoted = R"table(
a  ->  ok
a, b (c) #&' {{ x }}  ->  ok
My "x"  ->  3-4: `"` ends the quoted text; write `\"` for a quote inside it
x" OR project = "DEF  ->  1-2: `"` ends the quoted text; write `\"` for a quote inside it
"  ->  0-1: `"` ends the quoted text; write `\"` for a quote inside it
a\nb \\ \" \u00e9  ->  ok
a\  ->  1-2: `\` is not a JQL escape; write `\\` for a backslash
C:\dir  ->  2-4: `\d` is not a JQL escape; write `\\` for a backslash
\u12  ->  0-2: `\u` needs four hexadecimal digits; write `\\` for a backslash
)table";

struct Row {
  JqlCheck check;
  std::string_view text;
  std::string_view verdict;
};

// Texts with characters that cannot be seen.
constexpr Row kUnseen[] = {
    {check_jql, "", "ok"},
    {check_jql, " \t\r\n", "ok"},
    {check_jql, "a\n=\r\n\tb", "ok"},
    {check_jql, "a = \"b\nc\"", "ok"},
    {check_jql, "a = \"b\tc\"",
     "6-7: a tab cannot stand in quotes; write a space"},
    {check_jql, "a\001 = b", "1-2: U+0001 cannot stand in JQL; remove it"},
    {check_jql, {"a = b\000", 6}, "5-6: U+0000 cannot stand in JQL; remove it"},
    {check_jql,
     {"a = \"\000\"", 7},
     "5-6: U+0000 cannot stand in JQL; remove it"},
    {check_jql, "a\013= b", "1-2: U+000B cannot stand in JQL; remove it"},
    {check_jql, "a = \302\205", "4-6: U+0085 cannot stand in JQL; remove it"},
    {check_jql, "a = \"\302\237\"",
     "5-7: U+009F cannot stand in JQL; remove it"},
    {check_jql, "a = \357\267\220",
     "4-7: U+FDD0 cannot stand in JQL; remove it"},
    {check_jql, "a\302\240= b", "ok"},
    {check_jql, "\357\273\277a = b", "ok"},
    {check_jql, "a = \360\237\277\276�", "ok"},
    {check_jql, "component = \"a\nb\"", "ok"},
    {check_jql, "component = \"a\tb\"",
     "14-15: a tab cannot stand in quotes; write a space"},
    {check_jql, " ", "ok"},
    {check_jql, "project = ABC\nAND status = Open\n", "ok"},
    {check_jql_list, "", "0-0: the list is empty; put a value into it"},
    {check_jql_list, "  ", "0-2: the list is empty; put a value into it"},
    {check_jql_list, "a\nb", "2-3: a comma is missing before `b`"},
    {check_jql_list, "a\177", "1-2: U+007F cannot stand in JQL; remove it"},
    {check_jql_quoted, "", "ok"},
    {check_jql_quoted, "a\nb\r", "ok"},
    {check_jql_quoted, "a\tb",
     "1-2: a tab cannot stand in quotes; write a space"},
    {check_jql_quoted,
     {"a\000", 2},
     "1-2: U+0000 cannot stand in JQL; remove it"},
    {check_jql_quoted, "\177", "0-1: U+007F cannot stand in JQL; remove it"},
    {check_jql_quoted, "\302\200",
     "0-2: U+0080 cannot stand in JQL; remove it"},
    {check_jql_quoted, "é\302\240\342\200\213", "ok"},
    {check_jql_quoted, "\357\277\276",
     "0-3: U+FFFE cannot stand in JQL; remove it"},
};

TEST(JqlSyntax, Lists) { EXPECT_EQ(judge(kLists, check_jql_list), kLists); }

TEST(JqlSyntax, QuotedTexts) {
  EXPECT_EQ(judge(kQuoted, check_jql_quoted), kQuoted);
}

TEST(JqlSyntax, UnseenCharacters) {
  for (const Row& row : kUnseen) {
    EXPECT_EQ(verdict(row.check(row.text)), row.verdict) << row.text;
  }
}

TEST(JqlSyntax, Operands) {
  std::string seen;
  const auto operands = jql_list_operands(
      R"(a\ b, -1, "c\"\u00e9\ud83d\ude00\ud83d", 'd\t', Null, (f("x"), e))");
  for (const JqlOperand& operand : operands) {
    seen += std::to_string(operand.begin) + "-" + std::to_string(operand.end) +
            (operand.quoted ? " quoted " : " ") + operand.text + "\n";
  }
  EXPECT_EQ(seen,
            "0-4 a b\n"
            "6-8 -1\n"
            "10-39 quoted c\"é😀\uFFFD\n"
            "41-46 quoted d\t\n"
            "48-52 Null\n"
            "55-61 f\n"
            "63-64 e\n");
  EXPECT_TRUE(jql_list_operands("a, b)").empty());
  EXPECT_TRUE(jql_list_operands("").empty());
}

constexpr int kMany = 50'000;

std::string repeat(std::string_view text, int times) {
  std::string all;
  for (int i = 0; i < times; ++i) all += text;
  return all;
}

std::string nested(std::string before, std::string_view inside) {
  before.append(kMany, '(').append(inside).append(kMany, ')');
  return before;
}

// Recursion would run out of stack here, and more than linear time would not
// end.
TEST(JqlSyntax, HostileTexts) {
  for (const std::string& query :
       {nested("", "a=b"), nested("a in ", "b"), repeat("not !", kMany) + "a=b",
        repeat("a=b|", kMany) + "a=b", repeat("a in b()&", kMany) + "a=b",
        "a=b order by " + repeat("a,", kMany) + "a",
        "a changed " + repeat("on b ", kMany),
        "a[b]" + repeat(" c", kMany) + "=d",
        "a=f(" + repeat("b,", kMany) + "b)",
        "a=" + repeat("\xF0\x9F", kMany)}) {
    EXPECT_EQ(verdict(check_jql(query)), "ok") << query.substr(0, 40);
  }
  EXPECT_EQ(verdict(check_jql_list(nested("", "b"))), "ok");
  EXPECT_EQ(jql_list_operands(repeat("b,", kMany) + "b").size(), kMany + 1U);
  EXPECT_EQ(verdict(check_jql(repeat("(", kMany))),
            "49999-50000: the parenthesis opened here is never closed");
  EXPECT_EQ(verdict(check_jql("a=" + repeat("{{", kMany))),
            "2-100002: `{` cannot stand in unquoted text; write `\"" +
                repeat("{", 60) + "…\"`, quotes included");
  EXPECT_EQ(verdict(check_jql("a=\"" + repeat("\\\"", kMany))),
            "2-3: the quote opened here is never closed");
}

}  // namespace
}  // namespace catalint
