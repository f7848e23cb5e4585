#include "app/listings.h"

#include "report/listing.h"

namespace catalint {

bool Listings::put_aside(std::size_t slot, const FileReport& file) {
  const auto place = spool_->add(file_listing(file, is_of_part_));
  if (place) places_[slot] = *place;
  return place.has_value();
}

std::string Listings::at(std::size_t number) const {
  auto text = spool_->at(places_.at(slots_.at(number)));
  if (!text) {
    throw LostListing("what was put aside on the disk could not be read again");
  }
  return std::move(*text);
}

}  // namespace catalint
