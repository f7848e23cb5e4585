#include "report/part_reader.h"

#include <gtest/gtest.h>

#include "report/listing.h"
#include "report/make_report.h"
#include "report/read_parts.h"

namespace catalint {
namespace {

const RulesById kRules = {{test_rule().id, &test_rule()}};

FileReport file_of(const std::string& path, const std::string& ref) {
  FileReport file = file_with(path, "name: x\n", {});
  EntityReport entity;
  entity.ref = ref;
  entity.ingested = true;
  entity.name_span = {6, 7};
  file.documents = 1;
  file.entities.push_back(std::move(entity));
  return file;
}

// Of a, b and c; a and c describe the same entity.
std::string part() {
  Report report;
  report.part.emplace();
  report.files.push_back(file_of("a", "component:default/x"));
  report.files.push_back(file_of("b", "component:default/y"));
  report.files.push_back(file_of("c", "component:default/x"));
  std::ostringstream out;
  render_jsonl(report, {}, out);
  return out.str();
}

std::string paths_of(const ReadPart& part) {
  std::string paths;
  for (const FileReport& file : part.files) paths += file.source->path() + " ";
  paths += "|";
  for (const CleanFilePart& file : part.clean) paths += " " + file.path;
  return paths;
}

TEST(PartReader, KeepsFilesWhoseEntitiesOthersDescribe) {
  const auto parts = read_parts(part(), kRules, false);
  ASSERT_TRUE(parts) << parts.error().message;
  ASSERT_EQ(parts->size(), 1U);
  EXPECT_EQ(paths_of(parts->at(0)), "a c | b");
  EXPECT_EQ(parts->at(0).clean[0].documents, 1U);
  EXPECT_EQ(parts->at(0).clean[0].entities, 1U);
  const auto all = read_parts(part(), kRules, true);
  EXPECT_EQ(paths_of(all->at(0)), "a b c |");
}

TEST(PartReader, TellsThatAPartChangedMeanwhile) {
  for (const std::string& then : {std::string(), std::string("x\n"),
                                  "\n" + part(), part().substr(0, 100)}) {
    int times = 0;
    PartReader reader(kRules, all_or_none(false), [&](const std::string& name) {
      return opener_of_text(++times == 1 ? part() : then)(name);
    });
    ASSERT_FALSE(reader.read("p"));
    const auto error = reader.recall_duplicates();
    ASSERT_TRUE(error) << then;
    EXPECT_EQ(error->message, "p: it changed while it was read");
  }
}

TEST(PartReader, ListsCleanFilesWhereTheyWereRead) {
  PartReader reader(kRules, all_or_none(false), opener_of_text(part()));
  ASSERT_FALSE(reader.read("p"));
  ASSERT_FALSE(reader.read("q"));
  const auto parts = reader.take();
  ASSERT_EQ(parts.size(), 2U);
  for (std::size_t i = 3; i-- > 0;) {
    for (const ReadPart& read : parts) {
      const CleanFilePart& file = read.clean.at(i);
      const std::string ref =
          "component:default/" + std::string(i == 1 ? "y" : "x");
      const auto listing = reader.listing(file);
      ASSERT_TRUE(listing) << listing.error().message;
      EXPECT_EQ(*listing, file_listing(file_of(file.path, ref), false));
    }
  }
}

TEST(PartReader, ListsNothingOfAPartThatChanged) {
  for (const std::string& then :
       {std::string(), part().substr(0, 100), "\n" + part()}) {
    int times = 0;
    PartReader reader(kRules, all_or_none(false), [&](const std::string& name) {
      return opener_of_text(++times == 1 ? part() : then)(name);
    });
    ASSERT_FALSE(reader.read("p"));
    const auto listing = reader.listing(reader.take().at(0).clean.at(1));
    ASSERT_FALSE(listing) << *listing;
    EXPECT_EQ(listing.error().message, "p: it changed while it was read");
  }
}

TEST(PartReader, TellsThatAPartIsGone) {
  int times = 0;
  PartReader reader(
      kRules, all_or_none(false),
      [&](const std::string& name) -> Result<std::shared_ptr<std::istream>> {
        if (++times > 1) return Error{"no such file or directory"};
        return opener_of_text(part())(name);
      });
  ASSERT_FALSE(reader.read("p"));
  const auto error = reader.recall_duplicates();
  ASSERT_TRUE(error);
  EXPECT_EQ(error->message, "p: no such file or directory");
}

}  // namespace
}  // namespace catalint
