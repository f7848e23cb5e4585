// Whole queries.
#include <gtest/gtest.h>

#include "jira/jql_table.h"

namespace catalint {
namespace {

constexpr std::string_view kGoodQueries = R"table(
a = b  ->  ok
project = A AND (status = Open OR NOT status in (Done, "In Progress")) ORDER BY rank  ->  ok
PROJECT = a AnD b IS NOT nUlL  ->  ok
a=b&c=d|e=f&&g=h||!i=j  ->  ok
! (a = b) and not not !(c = d)  ->  ok
a ~ "x y" and b !~ 'it\'s'  ->  ok
a > -1d and b <= 2024-01-01 and c = -7  ->  ok
"Story Points" = 5 and cf[10001] = 1 and 10001 = x  ->  ok
issue.property["a b"].c.d["e"] = 1  ->  ok
assignee = currentUser() and a in membersOf("x", 'y', 3) and b = f ( )  ->  ok
labels in (a, "b c", EMPTY, null, f(x), (d, (e)))  ->  ok
status was not in (a, b) before "2024/01/01" by (x, y) on now() during (a, b)  ->  ok
status was EMPTY and status changed from a to (b, c) after -1w  ->  ok
status changed  ->  ok
“a” = ”b” and é = 日本 and x = a:b_c-d.e`f  ->  ok
a = \u0041\ b\\  ->  ok
ORDER BY a ASC, "b" desc, cf[1], 3  ->  ok
a = ""  ->  ok
labels in (a) OR project in (DEF) AND b = c  ->  ok
)table";

constexpr std::string_view kBadQueries = R"table(
and a = b  ->  0-3: a clause is missing before `and`
a = b and  ->  6-9: a clause is missing after `and`
a = b or order by c  ->  6-8: a clause is missing after `or`
a = b and and c = d  ->  6-9: a clause is missing after `and`
not  ->  0-3: a clause is missing after `not`
(  ->  0-1: the parenthesis opened here is never closed
()  ->  0-1: a clause is missing after `(`
(a = b  ->  0-1: the parenthesis opened here is never closed
((a = b) and c = d order by e  ->  0-1: the parenthesis opened here is never closed
a = b)  ->  5-6: `)` closes no parenthesis
)  ->  0-1: `)` closes no parenthesis
, a = b  ->  0-1: `,` cannot start a clause
= b  ->  0-1: a field is missing before `=`
a = b and in (c)  ->  10-12: a field is missing before `in`
a  ->  0-1: an operator such as `=` is missing after `a`
a and b = c  ->  0-1: an operator such as `=` is missing after `a`
(a)  ->  1-2: an operator such as `=` is missing after `a`
a b = c  ->  0-3: an operator such as `=` is missing after `a`; a name with spaces needs quotes
Sort order = 1  ->  0-10: an operator such as `=` is missing after `Sort`; a name with spaces needs quotes
Story Points = 5  ->  0-12: an operator such as `=` is missing after `Story`; a name with spaces needs quotes
a ! b  ->  2-3: `!` is not a JQL operator; use `!=`
a == b  ->  2-4: `==` is not a JQL operator; use `=`
a <> b  ->  2-4: `<>` is not a JQL operator; use `!=`
a => b  ->  2-4: `=>` is not a JQL operator; use `>=`
a like b  ->  2-6: `like` is not a JQL operator; use `~`
a CONTAINS b  ->  2-10: `CONTAINS` is not a JQL operator; use `~`
a not b  ->  2-5: `in` is missing after `not`
a =  ->  2-3: a value is missing after `=`
a = and b = c  ->  2-3: a value is missing after `=`
a = order by b  ->  2-3: a value is missing after `=`
a = = b  ->  2-3: a value is missing after `=`
a != not in  ->  5-8: `not` is a reserved word; put the value in quotes
a ~  ->  2-3: a value is missing after `~`
project = (A, B)  ->  10-11: `=` takes one value, not a list; use `in`
a < (b)  ->  4-5: `<` takes one value, not a list
a < empty  ->  4-9: `<` does not take EMPTY; use `is EMPTY`
a was (b, c)  ->  6-7: `was` takes one value, not a list; use `in` after it
a is b  ->  5-6: `is` takes only EMPTY; use `=` for a value
a is not "b"  ->  9-12: `is not` takes only EMPTY; use `!=` for a value
a is  ->  2-4: EMPTY is missing after `is`
a in  ->  2-4: a list in parentheses is missing after `in`
a in b  ->  5-6: `in` takes a list; put `b` in parentheses
a not in "b"  ->  9-12: `not in` takes a list; put `"b"` in parentheses
a in empty  ->  5-10: `in` takes a list; put `empty` in parentheses
a in order  ->  2-4: a list in parentheses is missing after `in`
a in ()  ->  5-7: the list is empty; put a value into it
a in (b, )  ->  7-8: a value is missing after `,`
a in (, b)  ->  5-6: a value is missing after `(`
a in (b c)  ->  8-9: `,` or `)` is missing before `c`; a value with spaces needs quotes
a in (b and c)  ->  8-11: `,` or `)` is missing before `and`; a value with spaces needs quotes
a in (b  ->  5-6: the parenthesis opened here is never closed
a in (order)  ->  6-11: `order` is a reserved word; put the value in quotes
a in ("my" x)  ->  11-12: `,` or `)` is missing before `x`
a in ("a"b)  ->  9-10: the quoted text ends before `b`; write `\"` for a quote inside it
a = b(  ->  5-6: the parenthesis opened here is never closed
a = b(c  ->  5-6: the parenthesis opened here is never closed
a = b(c,)  ->  7-8: a value is missing after `,`
a = b(empty)  ->  6-11: `empty` is a reserved word; put the value in quotes
a = b((c))  ->  5-6: a value is missing after `(`
project = A (status = Open)  ->  12-13: AND or OR is missing before `(`
project = A, B  ->  11-12: `,` cannot stand between clauses; write a list as `in (a, b)`
project = A B  ->  12-13: AND or OR is missing before `B`; a value with spaces needs quotes
project = A "B"  ->  12-15: AND or OR is missing before `"B"`
project = A limit 10  ->  12-17: AND or OR is missing before `limit`; a value with spaces needs quotes
project = A not b = c  ->  12-15: AND or OR is missing before `not`
project = A = B  ->  12-13: a field after AND or OR is missing before `=`
a=b=c  ->  2-5: `=` cannot stand in unquoted text; put `b=c` in quotes
status = In Progress  ->  9-11: `In` is a reserved word; put the value in quotes
status = Ready to ship  ->  15-17: `to` goes only with `changed`; a value with spaces needs quotes
status was a from b  ->  13-17: `from` goes only with `changed`; a value with spaces needs quotes
a = b before c  ->  6-12: `before` goes only with `was` and `changed`; a value with spaces needs quotes
a = b [c]  ->  6-9: `[` cannot stand in unquoted text; put `[c]` in quotes
a[  ->  1-2: a key is missing after `[`
a[b  ->  2-3: `]` is missing after `b`
a[] = c  ->  0-3: `]` cannot stand in unquoted text; put `a[]` in quotes
cf = 1  ->  0-2: `cf` starts a custom field, as in `cf[10001]`; put other names in quotes
a in (cf)  ->  6-8: `cf` is a reserved word; put the value in quotes
user = a  ->  0-4: `user` is a reserved word; put the name in quotes
a = "it's  ->  4-5: the quote opened here is never closed
a ~ don't  ->  7-8: the quote opened here is never closed; put `don't` in double quotes
a = "b" c"  ->  8-9: AND or OR is missing before `c`
a = 'it's'  ->  8-9: the quoted text ends before `s`; write `\'` for a quote inside it
a = "b\d"  ->  6-8: `\d` is not a JQL escape; write `\\` for a backslash
a = 'b\u12g4'  ->  6-8: `\u` needs four hexadecimal digits; write `\\` for a backslash
a = b\  ->  5-6: `\` is not a JQL escape; write `\\` for a backslash
a = C:\dir  ->  6-8: `\d` is not a JQL escape; write `\\` for a backslash
assignee = user@example.com  ->  11-27: `@` cannot stand in unquoted text; put `user@example.com` in quotes
a = #x  ->  4-6: `#` cannot stand in unquoted text; put `#x` in quotes
a = c++  ->  4-7: `+` cannot stand in unquoted text; put `c++` in quotes
a = x/y;  ->  4-8: `/` cannot stand in unquoted text; put `x/y;` in quotes
project = A;  ->  10-12: `;` cannot stand in unquoted text; put `A;` in quotes
a = b&c  ->  4-7: `&` cannot stand in unquoted text; put `b&c` in quotes
a in (b|c)  ->  6-9: `|` cannot stand in unquoted text; put `b|c` in quotes
a = [b]  ->  4-7: `[` cannot stand in unquoted text; put `[b]` in quotes
a = $HOME  ->  4-9: `$` cannot stand in unquoted text; put `$HOME` in quotes
a = ${{ values.x }}  ->  4-19: `${{ values.x }}` is a placeholder that nothing replaced
a = {{ x }}  ->  4-11: `{{ x }}` is a placeholder that nothing replaced
a = b {{ x }} c  ->  6-13: `{{ x }}` is a placeholder that nothing replaced
a = {{ x  ->  4-6: `{` cannot stand in unquoted text; put `{{` in quotes
a = {ABC}  ->  4-9: `{` cannot stand in unquoted text; put `{ABC}` in quotes
order by  ->  6-8: a field is missing after `by`
order a  ->  0-5: `order` is a reserved word; put the name in quotes
order = a  ->  0-5: `order` is a reserved word; put the name in quotes
a = b order  ->  6-11: `by` is missing after `order`
a = b order by  ->  12-14: a field is missing after `by`
a = b order by c,  ->  16-17: a field is missing after `,`
a = b order by c d  ->  17-18: `d` cannot stand after ORDER BY, which takes only fields, ASC, DESC and commas
a = b order by c and d = e  ->  17-20: `and` cannot stand after ORDER BY, which takes only fields, ASC, DESC and commas
a = b order by c)  ->  16-17: `)` cannot stand after ORDER BY, which takes only fields, ASC, DESC and commas
a = b order by f()  ->  16-17: `(` cannot stand after ORDER BY, which takes only fields, ASC, DESC and commas
a = b order by cf  ->  15-17: `cf` starts a custom field, as in `cf[10001]`; put other names in quotes
a = xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx y  ->  75-76: AND or OR is missing before `y`; a value with spaces needs quotes
)table";

// What the Jira plugin makes of the probes 456 to 570 of truth.md, without the
// project and status clauses where those do not matter.
constexpr std::string_view kProbes = R"table(
project = "ABC" AND component = "My "x"" AND statuscategory not in ("Done")  ->  37-38: the quoted text ends before `x`; write `\"` for a quote inside it
component = "a\nb"  ->  ok
project = "ABC" AND component = "a\" AND statuscategory not in ("Done")  ->  65-69: the quoted text ends before `Done`; write `\"` for a quote inside it
component = "a, b"  ->  ok
component = " "  ->  ok
component = " a"  ->  ok
component = "5"  ->  ok
component = "a (b)"  ->  ok
labels in (a,b)  ->  ok
labels in (a, b)  ->  ok
labels in (my label)  ->  14-19: `,` or `)` is missing before `label`; a value with spaces needs quotes
labels in ('my label')  ->  ok
labels in (a,)  ->  12-13: a value is missing after `,`
labels in (,a)  ->  10-11: a value is missing after `(`
labels in (#x)  ->  11-13: `#` cannot stand in unquoted text; put `#x` in quotes
labels in (c++)  ->  11-14: `+` cannot stand in unquoted text; put `c++` in quotes
labels in (order)  ->  11-16: `order` is a reserved word; put the value in quotes
labels in (SELECT)  ->  11-17: `SELECT` is a reserved word; put the value in quotes
labels in (empty)  ->  ok
labels in (a(b)  ->  10-11: the parenthesis opened here is never closed
project = "ABC" AND labels in ("a) AND statuscategory not in ("Done")  ->  63-67: the quoted text ends before `Done`; write `\"` for a quote inside it
labels in (a;b)  ->  11-14: `;` cannot stand in unquoted text; put `a;b` in quotes
labels in (a|b)  ->  11-14: `|` cannot stand in unquoted text; put `a|b` in quotes
labels in (a&b)  ->  11-14: `&` cannot stand in unquoted text; put `a&b` in quotes
labels in (2024)  ->  ok
labels in (-1)  ->  ok
labels in (${{ x }})  ->  11-19: `${{ x }}` is a placeholder that nothing replaced
project = ({{ project }})  ->  10-11: `=` takes one value, not a list; use `in`
project = {{ project-key }}  ->  10-27: `{{ project-key }}` is a placeholder that nothing replaced
project = ABC ORDER BY created DESC  ->  ok
labels in ({{ label }})  ->  11-22: `{{ label }}` is a placeholder that nothing replaced
Team = 42  ->  ok
assignee = user@example.com  ->  11-27: `@` cannot stand in unquoted text; put `user@example.com` in quotes
x = {{ foo }}  ->  4-13: `{{ foo }}` is a placeholder that nothing replaced
x = {{ tokenType }}  ->  4-19: `{{ tokenType }}` is a placeholder that nothing replaced
x = function Object() { [native code] }  ->  4-12: `function` is a reserved word; put the value in quotes
project = {ABC}  ->  10-15: `{` cannot stand in unquoted text; put `{ABC}` in quotes
project = ABC AND status = Open  ->  ok
project = = ABC  ->  8-9: a value is missing after `=`
project = "ABC"  ->  ok
assignee = currentUser()  ->  ok
ORDER BY created  ->  ok
labels in ("a, b")  ->  ok
project = "ABC" AND statuscategory not in ("Done")  ->  ok
labels in ("my label")  ->  ok
)table";

TEST(JqlQuery, Good) {
  EXPECT_EQ(judge(kGoodQueries, check_jql), kGoodQueries);
}

TEST(JqlQuery, Bad) { EXPECT_EQ(judge(kBadQueries, check_jql), kBadQueries); }

TEST(JqlQuery, Probes) { EXPECT_EQ(judge(kProbes, check_jql), kProbes); }

}  // namespace
}  // namespace catalint
