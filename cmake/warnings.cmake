# Warnings are for our own code alone, so they live in a target of their own.
add_library(catalint_warnings INTERFACE)
target_compile_options(catalint_warnings INTERFACE
  -Wall -Wextra -Wpedantic -Wconversion -Wshadow -Wnon-virtual-dtor
  -Wold-style-cast -Woverloaded-virtual -Wimplicit-fallthrough)
# GCC 12 sees overlapping copies in `"text" + std::string` that are not there.
if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU" AND CMAKE_CXX_COMPILER_VERSION VERSION_LESS 13)
  target_compile_options(catalint_warnings INTERFACE -Wno-restrict)
endif()
