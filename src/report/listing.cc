#include "report/listing.h"

#include "report/json_values.h"
#include "report/part_json.h"

namespace catalint {

std::string file_listing(const FileReport& file, bool is_part) {
  Json json = file_json(file);
  if (is_part) json["part"] = file_part(file);
  return dump_json(json, -1);
}

}  // namespace catalint
