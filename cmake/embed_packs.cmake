# Writes OUTPUT, a source file that holds every rule pack named in ORDER (one a
# line, relative to it) as a raw string.
# Usage: cmake -DORDER=rules/ORDER -DOUTPUT=packs.cc -P embed_packs.cmake
file(STRINGS "${ORDER}" names)
get_filename_component(folder "${ORDER}" DIRECTORY)
set(rows "")
foreach(name IN LISTS names)
  file(READ "${folder}/${name}" text)
  string(APPEND rows "      {\"rules/${name}\", R\"PACK(${text})PACK\"},\n")
endforeach()
file(WRITE "${OUTPUT}.new" "// Written by cmake/embed_packs.cmake.
#include \"rules/pack.h\"

namespace catalint {

std::vector<PackSource> builtin_packs() {
  return {
${rows}  };
}

}  // namespace catalint
")
execute_process(COMMAND "${CMAKE_COMMAND}" -E copy_if_different "${OUTPUT}.new" "${OUTPUT}")
file(REMOVE "${OUTPUT}.new")
