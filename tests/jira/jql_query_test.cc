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
and a = b  ->  0-3: a condition is missing before `and`
a = b and  ->  6-9: a condition is missing after `and`
a = b or order by c  ->  6-8: a condition is missing after `or`
a = b and and c = d  ->  6-9: a condition is missing after `and`
not  ->  0-3: a condition is missing after `not`
(  ->  0-1: the parenthesis opened here is never closed
()  ->  0-1: a condition is missing after `(`
(a = b  ->  0-1: the parenthesis opened here is never closed
((a = b) and c = d order by e  ->  0-1: the parenthesis opened here is never closed
a = b)  ->  5-6: `)` closes no parenthesis
)  ->  0-1: `)` closes no parenthesis
, a = b  ->  0-1: `,` cannot start a condition
= b  ->  0-1: a field is missing before `=`
a = b and in (c)  ->  10-12: a field is missing before `in`
a  ->  0-1: an operator such as `=` is missing after `a`
a and b = c  ->  0-1: an operator such as `=` is missing after `a`
(a)  ->  1-2: an operator such as `=` is missing after `a`
a b = c  ->  0-3: an operator such as `=` is missing after `a`; for a name with spaces write `"a b"`, quotes included
Sort order = 1  ->  0-10: an operator such as `=` is missing after `Sort`; for a name with spaces write `"Sort order"`, quotes included
Story Points = 5  ->  0-12: an operator such as `=` is missing after `Story`; for a name with spaces write `"Story Points"`, quotes included
"project = A"  ->  0-13: the quotes make one name of the whole query; leave them out
select * from issues  ->  0-6: `select` is SQL; JQL has only the conditions and ORDER BY, as in `project = ABC ORDER BY created`
selected  ->  0-8: an operator such as `=` is missing after `selected`
status = Work In Progress AND a = b  ->  14-16: a field after AND or OR is missing before `In`; for a value with spaces write `"Work In Progress"`, quotes included
Fix Version in (a)  ->  0-11: an operator such as `=` is missing after `Fix`; for a name with spaces write `"Fix Version"`, quotes included
a = b # c  ->  6-7: `#` cannot stand outside quotes; JQL has no comments
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
a != not in  ->  5-8: `not` is a word of JQL's own; write `"not in"`, quotes included
a ~  ->  2-3: a value is missing after `~`
project = (A, B)  ->  10-11: `=` takes one value, not a list; use `in`
a < (b)  ->  4-5: `<` takes one value, not a list
a < empty  ->  4-9: `<` does not take EMPTY; use `is EMPTY`
a was (b, c)  ->  6-7: `was` takes one value, not a list; use `in` after it
a is b  ->  5-6: `is` takes only EMPTY; use `=` for a value
a is not "b"  ->  9-12: `is not` takes only EMPTY; use `!=` for a value
a is  ->  2-4: EMPTY is missing after `is`
a in  ->  2-4: a list in parentheses is missing after `in`
a in b  ->  5-6: `in` takes a list; write `(b)`
a not in "b"  ->  9-12: `not in` takes a list; write `("b")`
a in empty  ->  5-10: `in` takes a list; write `(empty)`
a in order  ->  2-4: a list in parentheses is missing after `in`
a in ()  ->  5-7: the list is empty; put a value into it
a in (b, )  ->  7-8: a value is missing after `,`; write one, or remove the comma
a in (, b)  ->  5-6: a value is missing after `(`
a in (b c)  ->  8-9: `,` or `)` is missing before `c`; for a value with spaces write `"b c"`, quotes included
a in (b and c)  ->  8-11: `,` or `)` is missing before `and`; for a value with spaces write `"b and c"`, quotes included
a in (b  ->  5-6: the parenthesis opened here is never closed
a in (order)  ->  6-11: `order` is a word of JQL's own; write `"order"`, quotes included
a in ("my" x)  ->  11-12: `,` or `)` is missing before `x`
a in ("a"b)  ->  9-10: the quoted text ends before `b`; write `\"` for a quote inside it
a = b(  ->  5-6: the parenthesis opened here is never closed
a = b(c  ->  5-6: the parenthesis opened here is never closed
a = b(c,)  ->  7-8: a value is missing after `,`; write one, or remove the comma
a = b(empty)  ->  6-11: `empty` is a word of JQL's own; write `"empty"`, quotes included
a = b((c))  ->  5-6: a value is missing after `(`
project = A (status = Open)  ->  12-13: AND or OR is missing before `(`
project = A, B  ->  11-12: `,` cannot stand between conditions; write a list as `in (a, b)`
project = A B  ->  12-13: AND or OR is missing before `B`; for a value with spaces write `"A B"`, quotes included
project = A "B"  ->  12-15: AND or OR is missing before `"B"`
project = A limit 10  ->  12-17: AND or OR is missing before `limit`; for a value with spaces write `"A limit 10"`, quotes included
project = A not b = c  ->  12-15: AND or OR is missing before `not`
project = A = B  ->  12-13: a field after AND or OR is missing before `=`
a=b=c  ->  2-5: `=` cannot stand in unquoted text; write `"b=c"`, quotes included
status = In Progress  ->  9-11: `In` is a word of JQL's own; write `"In Progress"`, quotes included
status = Ready to ship  ->  15-17: `to` goes only with `changed`; for a value with spaces write `"Ready to ship"`, quotes included
status was a from b  ->  13-17: `from` goes only with `changed`; for a value with spaces write `"a from b"`, quotes included
a = b before c  ->  6-12: `before` goes only with `was` and `changed`; for a value with spaces write `"b before c"`, quotes included
a = b [c]  ->  6-9: `[` cannot stand in unquoted text; write `"[c]"`, quotes included
a[  ->  1-2: a key is missing after `[`
a[b  ->  2-3: `]` is missing after `b`
a[] = c  ->  0-3: `]` cannot stand in unquoted text; write `"a[]"`, quotes included
cf = 1  ->  0-2: `cf` starts a custom field, as in `cf[10001]`; a field of that name needs quotes
a in (cf)  ->  6-8: `cf` is a word of JQL's own; write `"cf"`, quotes included
user = a  ->  0-4: `user` is a word of JQL's own; write `"user"`, quotes included
a = "it's  ->  4-5: the quote opened here is never closed
a ~ don't  ->  7-8: the quote opened here is never closed; write `"don't"`, quotes included
a = "b" c"  ->  8-9: AND or OR is missing before `c`
a = 'it's'  ->  8-9: the quoted text ends before `s`; write `\'` for a quote inside it
a = "b\d"  ->  6-8: `\d` is not a JQL escape; write `\\` for a backslash
a = 'b\u12g4'  ->  6-8: `\u` needs four hexadecimal digits; write `\\` for a backslash
a = b\  ->  5-6: `\` is not a JQL escape; write `\\` for a backslash
a = C:\dir  ->  6-8: `\d` is not a JQL escape; write `\\` for a backslash
assignee = user@example.com  ->  11-27: `@` cannot stand in unquoted text; write `"user@example.com"`, quotes included
a = #x  ->  4-6: `#` cannot stand in unquoted text; write `"#x"`, quotes included
a = c++  ->  4-7: `+` cannot stand in unquoted text; write `"c++"`, quotes included
a = x/y;  ->  4-8: `/` cannot stand in unquoted text; write `"x/y;"`, quotes included
project = A;  ->  10-12: `;` cannot stand in unquoted text; write `"A;"`, quotes included
a = b&c  ->  4-7: `&` cannot stand in unquoted text; write `"b&c"`, quotes included
a in (b|c)  ->  6-9: `|` cannot stand in unquoted text; write `"b|c"`, quotes included
a = [b]  ->  4-7: `[` cannot stand in unquoted text; write `"[b]"`, quotes included
a = $HOME  ->  4-9: `$` cannot stand in unquoted text; write `"$HOME"`, quotes included
a = ${{ values.x }}  ->  4-19: `${{ values.x }}` is a placeholder that nothing replaced
a = {{ x }}  ->  4-11: `{{ x }}` is a placeholder that nothing replaced
a = b {{ x }} c  ->  6-13: `{{ x }}` is a placeholder that nothing replaced
a = {{ x  ->  4-6: `{` cannot stand in unquoted text; write `"{{"`, quotes included
a = {ABC}  ->  4-9: `{` cannot stand in unquoted text; write `"{ABC}"`, quotes included
order by  ->  6-8: a field is missing after `by`
order a  ->  0-5: `order` is a word of JQL's own; write `"order a"`, quotes included
order = a  ->  0-5: `order` is a word of JQL's own; write `"order"`, quotes included
a = b order  ->  6-11: `by` is missing after `order`
a = b order by  ->  12-14: a field is missing after `by`
a = b order by c,  ->  16-17: a field is missing after `,`
a = b order by c d  ->  17-18: `d` cannot stand after ORDER BY, which takes only fields, ASC, DESC and commas
a = b order by c and d = e  ->  17-20: `and` cannot stand after ORDER BY, which takes only fields, ASC, DESC and commas
a = b order by c)  ->  16-17: `)` cannot stand after ORDER BY, which takes only fields, ASC, DESC and commas
a = b order by f()  ->  16-17: `(` cannot stand after ORDER BY, which takes only fields, ASC, DESC and commas
a = b order by cf  ->  15-17: `cf` starts a custom field, as in `cf[10001]`; a field of that name needs quotes
a = xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx y  ->  75-76: AND or OR is missing before `y`; for a value with spaces write `"xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx…"`, quotes included
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
labels in (my label)  ->  14-19: `,` or `)` is missing before `label`; for a value with spaces write `"my label"`, quotes included
labels in ('my label')  ->  ok
labels in (a,)  ->  12-13: a value is missing after `,`; write one, or remove the comma
labels in (,a)  ->  10-11: a value is missing after `(`
labels in (#x)  ->  11-13: `#` cannot stand in unquoted text; write `"#x"`, quotes included
labels in (c++)  ->  11-14: `+` cannot stand in unquoted text; write `"c++"`, quotes included
labels in (order)  ->  11-16: `order` is a word of JQL's own; write `"order"`, quotes included
labels in (SELECT)  ->  11-17: `SELECT` is a word of JQL's own; write `"SELECT"`, quotes included
labels in (empty)  ->  ok
labels in (a(b)  ->  10-11: the parenthesis opened here is never closed
project = "ABC" AND labels in ("a) AND statuscategory not in ("Done")  ->  63-67: the quoted text ends before `Done`; write `\"` for a quote inside it
labels in (a;b)  ->  11-14: `;` cannot stand in unquoted text; write `"a;b"`, quotes included
labels in (a|b)  ->  11-14: `|` cannot stand in unquoted text; write `"a|b"`, quotes included
labels in (a&b)  ->  11-14: `&` cannot stand in unquoted text; write `"a&b"`, quotes included
labels in (2024)  ->  ok
labels in (-1)  ->  ok
labels in (${{ x }})  ->  11-19: `${{ x }}` is a placeholder that nothing replaced
project = ({{ project }})  ->  10-11: `=` takes one value, not a list; use `in`
project = {{ project-key }}  ->  10-27: `{{ project-key }}` is a placeholder that nothing replaced
project = ABC ORDER BY created DESC  ->  ok
labels in ({{ label }})  ->  11-22: `{{ label }}` is a placeholder that nothing replaced
Team = 42  ->  ok
assignee = user@example.com  ->  11-27: `@` cannot stand in unquoted text; write `"user@example.com"`, quotes included
x = {{ foo }}  ->  4-13: `{{ foo }}` is a placeholder that nothing replaced
x = {{ tokenType }}  ->  4-19: `{{ tokenType }}` is a placeholder that nothing replaced
x = function Object() { [native code] }  ->  4-12: `function` is a word of JQL's own; write `"function Object"`, quotes included
project = {ABC}  ->  10-15: `{` cannot stand in unquoted text; write `"{ABC}"`, quotes included
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
