#include "support/hostile_text.h"

#include <algorithm>

namespace catalint {
namespace {

constexpr std::string_view kCard = "    jira/project-key: ABC\n";

std::string repeated(std::string_view text, std::size_t count) {
  const std::size_t size = text.size() * count;
  std::string out(text.substr(0, size));
  while (out.size() < size) out += out.substr(0, size - out.size());
  return out;
}

// Every `#` becomes the number of the repetition.
std::string numbered(std::string_view text, std::size_t count) {
  std::string out;
  for (std::size_t i = 0; i < count; ++i) {
    for (const char c : text) {
      if (c == '#') {
        out += std::to_string(i);
      } else {
        out += c;
      }
    }
  }
  return out;
}

std::string card_with(const std::string& annotations) {
  return descriptor_with(std::string(kCard) + annotations);
}

std::string card_and(const std::string& rest) { return card_with("") + rest; }

std::string with_query(const std::string& query) {
  return card_with("    jira/all-issues-jql: '" + query + "'\n");
}

std::string on_one_line(const std::string& annotations) {
  return "{apiVersion: backstage.io/v1alpha1, kind: Component, "
         "spec: {type: service, lifecycle: production, owner: team}, "
         "metadata: {name: shop, annotations: {" +
         annotations + "}}}\n";
}

std::string many_documents(std::size_t count) {
  std::string out;
  for (std::size_t i = 0; i < count; ++i) {
    out += "---\n" + descriptor_with(kCard, "shop-" + std::to_string(i));
  }
  return out;
}

std::string alias_bomb(std::size_t count) {
  std::string out = "b0: &b0 [x, x, x, x, x, x, x, x, x]\n";
  for (std::size_t i = 1; i < count; ++i) {
    const std::string alias = "*b" + std::to_string(i - 1) + " ";
    out += "b" + std::to_string(i) + ": &b" + std::to_string(i) + " [" +
           repeated(alias + ",", 9) + "]\n";
  }
  return card_and(out);
}

std::string merge_chain(std::size_t count) {
  std::string out = "%YAML 1.1\n---\n" + card_and("x:\n  - &m0 {k: v}\n");
  for (std::size_t i = 1; i < count; ++i) {
    const std::string number = std::to_string(i);
    out += "  - &m" + number + " {<<: *m" + std::to_string(i - 1) + " , k" +
           number + ": v}\n";
  }
  return out;
}

std::string nested_anchors(std::size_t count) {
  constexpr std::size_t kLevels = 100;
  return card_and("x: " + numbered("&n# [", kLevels) + repeated("x, ", count) +
                  "y" + repeated("]", kLevels) + "\ny: [" +
                  numbered("*n# ,", kLevels) + "]\n");
}

std::string alias_of_big(std::size_t count) {
  return card_and("big: &big {" + numbered("k#: v,", count) + "}\nx:\n" +
                  repeated("  - *big\n", count));
}

}  // namespace

std::string descriptor_with(std::string_view annotations,
                            std::string_view name) {
  return "apiVersion: backstage.io/v1alpha1\nkind: Component\nmetadata:\n"
         "  name: " +
         std::string(name) + "\n  annotations:\n" + std::string(annotations) +
         "spec:\n  type: service\n  lifecycle: production\n  owner: team\n";
}

const std::vector<HostileText>& hostile_texts() {
  using Count = std::size_t;
  static const std::vector<HostileText> kTexts = {
      {"annotations",
       [](Count n) { return card_with(numbered("    e.com/a#: v\n", n)); }},
      {"misspelt annotations",
       [](Count n) {
         return card_with(numbered("    jira/projct-key#: v\n", n));
       }},
      {"wrong annotations",
       [](Count n) { return card_with(numbered("    e com/a#: 1\n", n)); }},
      {"documents", many_documents},
      {"documents with versions",
       [](Count n) { return repeated("%YAML 2.0\n---\na: 1\n...\n", n); }},
      {"tag lines",
       [](Count n) {
         return numbered("%TAG !e#! tag:e.com:\n", n) + "---\n" + card_and("");
       }},
      {"long tags",
       [](Count n) {
         return "%TAG !e! tag:" + repeated("x", n) + "\n---\n" +
                card_and("x: [" + repeated("!e!a ,", n / 8) + "]\n");
       }},
      {"aliases",
       [](Count n) {
         return card_and("x:\n" + numbered("  - &a# v\n  - *a#\n", n));
       }},
      {"alias bomb", alias_bomb},
      {"aliases of one map", alias_of_big},
      {"unknown aliases",
       [](Count n) { return card_and("x:\n" + numbered("  - *u#\n", n)); }},
      {"cycles",
       [](Count n) { return card_and("x: &x\n" + repeated("  - *x\n", n)); }},
      {"nested anchors", nested_anchors},
      {"merges of merges", merge_chain},
      {"maps as keys",
       [](Count n) { return card_and(repeated("? {a: b}\n: c\n", n)); }},
      {"duplicate keys",
       [](Count n) { return card_with(repeated("    e.com/a: b\n", n)); }},
      {"nested lists", [](Count n) { return repeated("- ", n); }},
      {"nested brackets", [](Count n) { return repeated("[", n); }},
      {"nested braces", [](Count n) { return repeated("{a: ", n); }},
      {"deep values",
       [](Count n) {
         const std::string deep = repeated("[", 100) + repeated("]", 100);
         return card_and(numbered("x#: " + deep + "\n", n));
       }},
      {"long value",
       [](Count n) {
         return card_with("    e.com/a: " + repeated("x", n) + "\n");
       }},
      {"long project key",
       [](Count n) {
         return descriptor_with("    jira/project-key: " + repeated("x", n) +
                                "\n");
       }},
      {"long label",
       [](Count n) {
         return card_with("    jira/label: " + repeated("empty,", n) + "x\n");
       }},
      {"long query",
       [](Count n) {
         return with_query(repeated("project = ABC OR ", n) + "project = ABC");
       }},
      {"query with parentheses",
       [](Count n) {
         return with_query(repeated("(", n) + "project = ABC" +
                           repeated(")", n));
       }},
      {"query with placeholders",
       [](Count n) { return with_query(repeated("{{ project }} ", n)); }},
      {"query with values",
       [](Count n) {
         return with_query(repeated("project = {{ projectKey }} OR ", n) + "x");
       }},
      {"query in a block",
       [](Count n) {
         return card_with("    jira/all-issues-jql: |\n" +
                          repeated("      {{ project }}\n", n));
       }},
      {"query that multiplies",
       [](Count n) {
         return descriptor_with("    jira/project-key: " + repeated("A", n) +
                                "\n    jira/all-issues-jql: '" +
                                repeated("{{ projectKey }}", n / 16) + "'\n");
       }},
      {"findings on one line",
       [](Count n) {
         return on_one_line(
             numbered("'e com/a#': " + repeated("x", 5000) + ", ", n));
       }},
      {"credentials on one line",
       [](Count n) {
         return on_one_line(
             numbered("'e com/a#': ATATT3xFfGF0abcdefghijkl#, ", n));
       }},
      {"unclosed quotes",
       [](Count n) { return card_with(repeated("    e.com/a: \"x\n", n)); }},
      {"tabs for indentation",
       [](Count n) { return card_with(repeated("\te.com/a: x\n", n)); }},
      {"tabs on blank lines",
       [](Count n) {
         return card_and("x:\n" + repeated("  - a: b\n", n) +
                         repeated("\t\n", 40) + "y: 1\n");
       }},
      {"findings behind no UTF-8",
       [](Count n) {
         return on_one_line(numbered("'e com/a#\xE2\x80': \xFF, ", n));
       }},
      {"replaced bytes in one value",
       [](Count n) {
         return card_with("    e.com/a: \"" + repeated("Q\x01\\x51", n) +
                          "\"\n");
       }},
      {"bytes that are no UTF-8",
       [](Count n) {
         return card_with(numbered("    e.com/a#: \xFF\xFE\x01\n", n));
       }},
  };
  return kTexts;
}

const HostileText& hostile_text(std::string_view name) {
  return *std::find_if(
      hostile_texts().begin(), hostile_texts().end(),
      [&](const HostileText& one) { return one.name == name; });
}

std::string hostile_text_of_size(const HostileText& text, std::size_t bytes) {
  // A few repetitions tell how many of them make a text of that size.
  constexpr std::size_t kFew = 256;
  const std::size_t few = text.make(kFew).size() - text.make(0).size();
  return text.make(bytes * kFew / std::max(few, kFew));
}

}  // namespace catalint
