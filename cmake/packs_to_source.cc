// Runs while the project is built: reads the rule packs with yaml-cpp and lays
// them out as constants, so that a start of the program parses no YAML.
// Usage: packs_to_source RULES_DIRECTORY OUTPUT
#include <cstdio>
#include <fstream>
#include <iostream>
#include <iterator>
#include <string>

#include "base/config_node.h"

namespace {

using catalint::ConfigNode;

std::string read(const std::string& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

std::string literal(std::string_view text) {
  std::string out = "\"";
  for (const char c : text) {
    if (c == '"' || c == '\\') {
      out += '\\';
      out += c;
    } else if (c == '\n') {
      out += "\\n";
    } else if (static_cast<unsigned char>(c) < 0x20 || c == '?') {
      char octal[8];
      std::snprintf(octal, sizeof octal, "\\%03o",
                    static_cast<unsigned>(static_cast<unsigned char>(c)));
      out += octal;
    } else {
      out += c;
    }
  }
  return out + "\"sv";
}

class Writer {
 public:
  explicit Writer(std::ostream& out) : out_(out) {}

  // The initializer of a node; the arrays that it needs are written first.
  std::string write(const ConfigNode& node) {
    std::string items = "{}";
    if (!node.items.empty()) {
      std::string rows;
      for (const ConfigNode& item : node.items) {
        rows += "    " + write(item) + ",\n";
      }
      items = "kItems" + std::to_string(count_++);
      out_ << "constexpr ConfigNode " << items << "[] = {\n" << rows << "};\n";
    }
    static constexpr const char* kKinds[] = {"kNull", "kScalar", "kList",
                                             "kMap"};
    return "{ConfigNode::Kind::" +
           std::string(kKinds[static_cast<std::size_t>(node.kind)]) + ", " +
           (node.is_scalar() ? literal(node.text) : "{}") + ", " + items +
           ", " + std::to_string(node.line) + ", " +
           std::to_string(node.column) + "}";
  }

 private:
  std::ostream& out_;
  int count_ = 0;
};

}  // namespace

int main(int argc, char** argv) {
  if (argc != 3) {
    std::cerr << "usage: packs_to_source RULES_DIRECTORY OUTPUT\n";
    return 2;
  }
  const std::string directory = argv[1];
  std::ofstream out(argv[2], std::ios::binary);
  out << "// Written by packs_to_source from rules/.\n"
         "#include \"rules/pack.h\"\n\n"
         "namespace catalint {\nnamespace {\n\n"
         "using namespace std::string_view_literals;\n\n";
  std::string rows;
  int packs = 0;
  Writer writer(out);
  std::ifstream order(directory + "/ORDER");
  try {
    for (std::string name; std::getline(order, name);) {
      const std::string file = "rules/" + name;
      const auto document =
          catalint::ConfigDocument::parse(file, read(directory + "/" + name));
      const std::string constant = "kPack" + std::to_string(packs++);
      const std::string root = writer.write(document.root());
      out << "constexpr ConfigNode " << constant << " = " << root << ";\n\n";
      rows += "      {\"" + file + "\", \"\", &" + constant + "},\n";
    }
  } catch (const catalint::FieldError& error) {
    std::cerr << error.what() << "\n";
    return 1;
  }
  out << "}  // namespace\n\n"
         "std::vector<PackSource> builtin_packs() {\n  return {\n"
      << rows << "  };\n}\n\n}  // namespace catalint\n";
  out.flush();
  return out ? 0 : 1;
}
