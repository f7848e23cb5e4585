#include "report/part_json.h"

#include <gtest/gtest.h>

#include <limits>
#include <set>
#include <sstream>

#include "report/make_report.h"
#include "report/read_parts.h"

namespace catalint {
namespace {

// Whatever a line of a part can hold.
Report some_part() {
  const std::string bytes = "a: \xFF\nname: x\nk: secretive\nz: 1\n";
  Diagnostic found = diagnostic_at(bytes, "secretive");
  found.loses = Loss::kEntity;
  found.subject = "k\xFF";
  found.document = 0;
  found.entity = "component:default/x";
  found.related = {{nullptr, {0, 1}, "the first one"}};
  found.fix = Fix{"drop it", Fixable::kSafe, {{{26, 31}, ""}}};
  FileReport file = file_with("\xFF.yaml", bytes, {found});
  file.documents = 2;
  file.has_more = true;
  file.secrets = {{16, 25}};
  file.knows_secrets = true;
  file.suppressed = {found};
  EntityReport entity;
  entity.kind = "Component";
  entity.ref = "component:default/x";
  entity.ingested = true;
  entity.name_span = {11, 12};
  entity.span = {5, 11};
  EntityReport lost;
  lost.ref = "component:default/\xFF";
  file.entities = {entity, lost};
  IgnoreComment comment;
  comment.first_line = 3;
  comment.last_line = std::numeric_limits<std::size_t>::max();
  comment.entries = {{"pack/*", {}}};
  comment.reason = "why";
  IgnoreComment wrong;
  wrong.mistake = "it is wrong";
  file.ignore_comments = {comment, wrong};
  Report report = report_of(std::move(file));
  report.root = {"/repository", "a/"};
  report.part = Part{2,
                     8,
                     "rules",
                     "files",
                     true,
                     {"..", "\xFF"},
                     {"w"},
                     {{"f", "f: there is no such file"}},
                     {{"\xFF", "it cannot be read"}}};
  return report;
}

std::string jsonl_of(const Report& report) {
  std::ostringstream out;
  render_jsonl(report, {}, out);
  return out.str();
}

// What stands under `part`, a line of it each.
std::string parts_in(const std::string& jsonl) {
  std::string out;
  std::istringstream in(jsonl);
  for (std::string line; std::getline(in, line);) {
    out += Json::parse(line).at("part").dump() + "\n";
  }
  return out;
}

TEST(PartJson, CarriesWhatJsonLeavesOut) {
  EXPECT_EQ(
      parts_in(jsonl_of(some_part())),
      R"({"version":1,"shard":2,"shards":8,"rules":"rules","files":"files","excluded":true,"directories":["..",{"latin1":"ÿ"}],"directory":"/repository","prefix":"a/"}
{"size":31,"documents":2,"path":{"latin1":"ÿ.yaml"},"more":true,"lines":[[1,0,{"latin1":"a: ÿ\nname: x\nk: secr*****\nz: 1\n"}]],"hashes":[[2,"bef85ab895496c7c:1"],[3,"86d6997b3d11582f:1"]],"secrets":[[16,25]],"entities":[{"span":[5,11],"lines":[1,5],"name":[11,12]},{"span":[0,0],"lines":[1,5],"ref":{"latin1":"component:default/ÿ"}}],"suppressed":["pack/rule"],"comments":[{"first":3,"last":null,"rules":["pack/*"],"reason":"why"}]}
{"loses":"entity","subject":{"latin1":"kÿ"},"document":0}
{"warnings":["w"],"unfound":[{"path":"f","message":"f: there is no such file"}],"unread":[{"path":{"latin1":"ÿ"},"message":"it cannot be read"}]}
)");
}

TEST(PartJson, IsReadAsItWasWritten) {
  const std::string text = jsonl_of(some_part());
  const RulesById rules = {{test_rule().id, &test_rule()}};
  const auto parts = read_parts(text, rules, false);
  ASSERT_TRUE(parts) << parts.error().message;
  ASSERT_EQ(parts->size(), 1U);
  const ReadPart& read = (*parts)[0];
  EXPECT_EQ(read.place, "p:1");
  const FileReport& file = read.files.at(0);
  EXPECT_EQ(file.source->path(), "\xFF.yaml");
  EXPECT_EQ(file.diagnostics.at(0).subject, "k\xFF");
  EXPECT_EQ(file.diagnostics.at(0).entity, "component:default/x");
  EXPECT_EQ(file.entities.at(1).ref, "component:default/\xFF");
  ASSERT_EQ(file.ignore_comments.size(), 1U);  // one that ignores something
  EXPECT_EQ(file.ignore_comments[0].last_line,
            std::numeric_limits<std::size_t>::max());
  EXPECT_TRUE(file.has_more);
  EXPECT_EQ(file.suppressed.size(), 1U);
  EXPECT_EQ(read.part.unread.at(0).path, "\xFF");
  EXPECT_EQ(read.root.prefix, "a/");
}

TEST(PartJson, IsNotInOtherReports) {
  Report report = some_part();
  report.part.reset();
  EXPECT_EQ(jsonl_of(report).find("\"part\""), std::string::npos);
}

// A name may look like a credential; two of them must not become one.
TEST(PartJson, MaskedRefsStayApart) {
  Report report = some_part();
  EntityReport& entity = report.files[0].entities[0];
  std::set<std::string> hashes;
  for (const char* name : {"abcdefghijkl1", "abcdefghijkl2"}) {
    entity.ref = std::string("component:default/ATATT3") + name;
    const std::string jsonl = jsonl_of(report);
    EXPECT_EQ(jsonl.find("abcdefghijkl"), std::string::npos);
    EXPECT_NE(jsonl.find("\"ref\":\"component:defa…\""), std::string::npos);
    hashes.insert(
        file_part(report.files[0])["entities"][0]["masked"].get<std::string>());
  }
  EXPECT_EQ(hashes.size(), 2U);
}

}  // namespace
}  // namespace catalint
