# Each library is taken from the system where it is installed, else fetched as
# a pinned release. docs/ARCHITECTURE.md says why each is there. The rest of the
# project links catalint::NAME, whichever way NAME came.
include(CheckCXXSourceCompiles)
include(FetchContent)
find_package(Threads REQUIRED)
find_package(PkgConfig QUIET)

# Whether a program of these lines can be linked as catalint is.
function(catalint_check_links result code) # [INCLUDE_DIRECTORY LIBRARY]
  set(CMAKE_CXX_STANDARD 20)
  set(CMAKE_REQUIRED_INCLUDES ${ARGV2})
  set(CMAKE_REQUIRED_LIBRARIES ${ARGV3} Threads::Threads)
  if(CATALINT_STATIC)
    set(CMAKE_REQUIRED_LINK_OPTIONS -static)
  endif()
  check_cxx_source_compiles("${code}" ${result})
endfunction()

# With CATALINT_STATIC every library must be there as an archive, C's too.
if(CATALINT_STATIC)
  set(CMAKE_FIND_LIBRARY_SUFFIXES .a)
  catalint_check_links(catalint_links_statically "int main() {}")
  if(NOT catalint_links_statically)
    message(FATAL_ERROR "no program can be linked with -static here; install C's "
      "library as an archive, or configure with -DCATALINT_STATIC=OFF")
  endif()
endif()

# The systems whose packages carry no CMake file are asked for the header and
# the library. One counts as not installed when it cannot be linked by itself, where
# an expression is given that uses it.
function(catalint_find_library name header library) # [EXPRESSION]
  find_path(catalint_${name}_include ${header})
  find_library(catalint_${name}_library ${library})
  set(is_there OFF)
  if(catalint_${name}_include AND catalint_${name}_library)
    set(is_there ON)
    if(ARGN)
      catalint_check_links(catalint_${name}_links
        "#include <${header}>\nint main() { return ${ARGN} ? 0 : 1; }"
        "${catalint_${name}_include}" "${catalint_${name}_library}")
      set(is_there "${catalint_${name}_links}")
    endif()
  endif()
  if(is_there)
    add_library(catalint::${name} INTERFACE IMPORTED GLOBAL)
    set_target_properties(catalint::${name} PROPERTIES
      INTERFACE_INCLUDE_DIRECTORIES "${catalint_${name}_include}"
      INTERFACE_LINK_LIBRARIES "${catalint_${name}_library}")
    set(catalint_${name}_found ON PARENT_SCOPE)
  else()
    set(catalint_${name}_found OFF PARENT_SCOPE)
  endif()
endfunction()

function(catalint_fetch name repository tag target)
  message(STATUS "${name} is not installed; fetching ${tag}")
  FetchContent_Declare(${name} GIT_REPOSITORY ${repository} GIT_TAG ${tag}
    GIT_SHALLOW ON)
  FetchContent_MakeAvailable(${name})
  add_library(catalint_${name} INTERFACE)
  target_link_libraries(catalint_${name} INTERFACE ${target})
  add_library(catalint::${name} ALIAS catalint_${name})
endfunction()

catalint_find_library(yaml yaml.h yaml)
if(NOT catalint_yaml_found)
  catalint_fetch(yaml https://github.com/yaml/libyaml 0.2.5 yaml)
endif()

catalint_find_library(yaml_cpp yaml-cpp/yaml.h yaml-cpp)
if(NOT catalint_yaml_cpp_found)
  set(YAML_CPP_BUILD_TESTS OFF)
  catalint_fetch(yaml_cpp https://github.com/jbeder/yaml-cpp 0.8.0 yaml-cpp)
endif()

# Later releases need Abseil besides.
catalint_find_library(re2 re2/re2.h re2 "RE2(\"a\").ok()")
if(NOT catalint_re2_found)
  set(RE2_BUILD_TESTING OFF)
  catalint_fetch(re2 https://github.com/google/re2 2022-06-01 re2)
endif()
if(TARGET catalint::re2 AND catalint_re2_found)
  set_property(TARGET catalint::re2 APPEND PROPERTY
    INTERFACE_LINK_LIBRARIES Threads::Threads)
endif()

find_package(nlohmann_json 3.10 QUIET)
if(nlohmann_json_FOUND)
  add_library(catalint::json ALIAS nlohmann_json::nlohmann_json)
else()
  set(JSON_BuildTests OFF)
  catalint_fetch(json https://github.com/nlohmann/json v3.11.3
    nlohmann_json::nlohmann_json)
endif()

find_package(CLI11 2.1 QUIET)
if(CLI11_FOUND)
  add_library(catalint::cli11 ALIAS CLI11::CLI11)
else()
  catalint_fetch(cli11 https://github.com/CLIUtils/CLI11 v2.3.2 CLI11::CLI11)
endif()

# Never linked statically: its own libraries, and the certificates it trusts, are
# the system's. Never fetched: without it catalint-verify is left out.
if(CATALINT_VERIFY)
  set(archives ${CMAKE_FIND_LIBRARY_SUFFIXES})
  set(CMAKE_FIND_LIBRARY_SUFFIXES .so)
  find_package(CURL 7.75 QUIET)
  set(CMAKE_FIND_LIBRARY_SUFFIXES ${archives})
  if(CURL_FOUND)
    add_library(catalint::curl ALIAS CURL::libcurl)
  else()
    message(STATUS "libcurl is not installed; catalint-verify is left out")
  endif()
endif()

if(CATALINT_TESTS)
  find_package(GTest QUIET)
  if(NOT GTest_FOUND)
    message(STATUS "GoogleTest is not installed; fetching v1.12.1")
    FetchContent_Declare(googletest
      GIT_REPOSITORY https://github.com/google/googletest
      GIT_TAG release-1.12.1 GIT_SHALLOW ON)
    FetchContent_MakeAvailable(googletest)
  endif()
endif()
if(CATALINT_BENCH)
  find_package(benchmark QUIET)
  if(NOT benchmark_FOUND)
    set(BENCHMARK_ENABLE_TESTING OFF)
    FetchContent_Declare(benchmark
      GIT_REPOSITORY https://github.com/google/benchmark
      GIT_TAG v1.7.1 GIT_SHALLOW ON)
    FetchContent_MakeAvailable(benchmark)
  endif()
endif()
