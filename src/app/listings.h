// The listings of clean files while they wait to be printed.
#pragma once

#include <cstddef>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "app/spool.h"
#include "catalint/lint.h"

namespace catalint {

class Listings {
 public:
  /// Of a scan with so many slots. Those of a part of a scan hold more.
  Listings(std::unique_ptr<Spool> spool, std::size_t slots, bool is_of_part)
      : spool_(std::move(spool)), is_of_part_(is_of_part), places_(slots) {}

  /// False where it could not. For many threads at once.
  bool put_aside(std::size_t slot, const FileReport& file);

  /// The slot of the next clean file, in the order of their paths.
  void add(std::size_t slot) { slots_.push_back(slot); }

  /// As CleanFiles has it.
  [[nodiscard]] std::string at(std::size_t number) const;

 private:
  std::unique_ptr<Spool> spool_;
  bool is_of_part_;
  std::vector<Spool::Place> places_;  // by slot
  std::vector<std::size_t> slots_;    // of the clean files
};

}  // namespace catalint
