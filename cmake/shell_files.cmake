# The manual page and the completions: the program that was just built prints
# them, where it can run, and they are installed where shells and man look.
if(CMAKE_CROSSCOMPILING)
  return()
endif()

set(catalint_shell_files)
function(catalint_shell_file name destination)
  set(file "${CMAKE_CURRENT_BINARY_DIR}/share/${destination}/${name}")
  add_custom_command(
    OUTPUT "${file}"
    COMMAND "${CMAKE_COMMAND}" -D "FILE=${file}" -P
      "${CMAKE_CURRENT_SOURCE_DIR}/cmake/print_to_file.cmake" --
      "$<TARGET_FILE:catalint>" ${ARGN}
    DEPENDS catalint cmake/print_to_file.cmake
    COMMENT "Printing ${name}"
    VERBATIM)
  install(FILES "${file}" DESTINATION "share/${destination}")
  set(catalint_shell_files ${catalint_shell_files} "${file}" PARENT_SCOPE)
endfunction()

catalint_shell_file(catalint.1 man/man1 man)
catalint_shell_file(catalint bash-completion/completions completions bash)
catalint_shell_file(_catalint zsh/vendor-completions completions zsh)
catalint_shell_file(catalint.fish fish/vendor_completions.d completions fish)
add_custom_target(catalint_shell_files ALL DEPENDS ${catalint_shell_files})
