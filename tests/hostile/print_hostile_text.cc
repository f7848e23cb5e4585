// Prints a hostile descriptor of about so many bytes, or the names of all.
// usage: print_hostile_text [NAME BYTES]
#include <cstdlib>
#include <iostream>

#include "support/hostile_text.h"

int main(int argc, char** argv) {
  if (argc == 3) {
    std::cout << catalint::hostile_text_of_size(
        catalint::hostile_text(argv[1]), std::strtoul(argv[2], nullptr, 10));
    return 0;
  }
  for (const catalint::HostileText& text : catalint::hostile_texts()) {
    std::cout << text.name << "\n";
  }
  return 0;
}
