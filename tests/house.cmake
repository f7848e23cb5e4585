# Tests of the checkout and of the program as users meet it: programs of their
# own, each told the root of the checkout and, where it runs it, the catalint
# that this build made.
function(catalint_house_test name)
  add_test(NAME ${name} COMMAND ${ARGN} WORKING_DIRECTORY "${PROJECT_SOURCE_DIR}")
  set_tests_properties(${name} PROPERTIES TIMEOUT 300
    ENVIRONMENT "PYTHONDONTWRITEBYTECODE=1")
endfunction()

set(here "${CMAKE_CURRENT_SOURCE_DIR}")
catalint_house_test(house.layers python3 "${here}/house/layers_test.py" "${PROJECT_SOURCE_DIR}")
catalint_house_test(house.names python3 "${here}/house/names_test.py" "${PROJECT_SOURCE_DIR}")
catalint_house_test(house.format bash "${here}/house/format_test.sh" "${PROJECT_SOURCE_DIR}")
catalint_house_test(house.shell bash "${here}/house/shell_test.sh" "${PROJECT_SOURCE_DIR}")
catalint_house_test(scripts.setup bash "${here}/house/setup_test.sh" "${PROJECT_SOURCE_DIR}")
catalint_house_test(fix.killed
  python3 "${here}/app/fix_killed_test.py" "${PROJECT_SOURCE_DIR}" "$<TARGET_FILE:catalint>")
catalint_house_test(hostile.tree
  python3 "${here}/hostile/tree_test.py" "${PROJECT_SOURCE_DIR}" "$<TARGET_FILE:catalint>")
add_executable(print_hostile_text hostile/print_hostile_text.cc)
target_link_libraries(print_hostile_text PRIVATE catalint_test_support catalint_warnings)
catalint_house_test(hostile.growth
  python3 "${here}/hostile/growth_test.py" "${PROJECT_SOURCE_DIR}"
  "$<TARGET_FILE:print_hostile_text>")
set_tests_properties(hostile.growth PROPERTIES SKIP_RETURN_CODE 77 PROCESSORS 2 TIMEOUT 900)

# The hooks are built and installed once; the other tests of them use what is there.
set(installed "${PROJECT_BINARY_DIR}/hooks")
catalint_house_test(hooks.install bash "${here}/hooks/install_test.sh" "${installed}")
catalint_house_test(hooks.missing bash "${here}/hooks/missing_test.sh" "${installed}")
catalint_house_test(hooks.try_repo
  bash "${here}/hooks/try_repo_test.sh" "${installed}" "$<TARGET_FILE:catalint>")
catalint_house_test(hooks.catalint
  bash "${here}/hooks/catalint_test.sh" "${installed}" "$<TARGET_FILE:catalint>")
catalint_house_test(hooks.catalint_fix bash "${here}/hooks/catalint_fix_test.sh" "${installed}")
catalint_house_test(hooks.catalint_repo bash "${here}/hooks/catalint_repo_test.sh" "${installed}")
catalint_house_test(hooks.uninstall "${CMAKE_COMMAND}" -E rm -rf "${installed}")
set_tests_properties(hooks.install PROPERTIES FIXTURES_SETUP hooks)
set_tests_properties(hooks.uninstall PROPERTIES FIXTURES_CLEANUP hooks)
set_tests_properties(hooks.missing hooks.try_repo hooks.catalint hooks.catalint_fix
  hooks.catalint_repo PROPERTIES FIXTURES_REQUIRED hooks)

catalint_house_test(packaging.python
  python3 "${here}/packaging/python_build_test.py" "${PROJECT_SOURCE_DIR}")
# Minutes where ccache knows nothing of the release yet.
set_tests_properties(hooks.install hooks.try_repo packaging.python PROPERTIES TIMEOUT 1500)

if(TARGET catalint-verify)
  catalint_house_test(verify.server
    python3 "${here}/verify/verify_test.py" "$<TARGET_FILE:catalint>" "$<TARGET_FILE:catalint-verify>")
endif()
catalint_house_test(sarif.schema
  python3 "${here}/sarif/sarif_test.py" "${PROJECT_SOURCE_DIR}" "$<TARGET_FILE:catalint>")
catalint_house_test(docs.examples
  python3 "${here}/docs/docs_test.py" "${PROJECT_SOURCE_DIR}" "$<TARGET_FILE:catalint>")
catalint_house_test(scale.merge
  python3 "${here}/scale/merge_test.py" "${PROJECT_SOURCE_DIR}" "$<TARGET_FILE:catalint>")
catalint_house_test(scale.recipes
  python3 "${here}/scale/recipes_test.py" "${PROJECT_SOURCE_DIR}" "$<TARGET_FILE:catalint>")
catalint_house_test(ci.action_definition
  python3 "${here}/ci/action_definition_test.py" "${PROJECT_SOURCE_DIR}")
catalint_house_test(ci.action_install
  python3 "${here}/ci/action_install_test.py" "${PROJECT_SOURCE_DIR}" "$<TARGET_FILE:catalint>")
catalint_house_test(ci.action_check
  python3 "${here}/ci/action_check_test.py" "${PROJECT_SOURCE_DIR}" "$<TARGET_FILE:catalint>")
catalint_house_test(ci.examples
  python3 "${here}/ci/examples_test.py" "${PROJECT_SOURCE_DIR}" "$<TARGET_FILE:catalint>")
catalint_house_test(packages python3 "${here}/packages/packages_test.py")
set_tests_properties(packages PROPERTIES TIMEOUT 900)

add_executable(completions_sample completions/sample.cc)
target_link_libraries(completions_sample PRIVATE catalint_library catalint_warnings
  catalint::cli11)
target_include_directories(completions_sample PRIVATE "${PROJECT_SOURCE_DIR}/src")
catalint_house_test(completions.shells
  python3 "${here}/completions/completions_test.py" "${PROJECT_SOURCE_DIR}"
  "$<TARGET_FILE:catalint>" "$<TARGET_FILE:completions_sample>")
catalint_house_test(completions.man_page
  python3 "${here}/completions/man_page_test.py" "${PROJECT_SOURCE_DIR}" "${PROJECT_BINARY_DIR}"
  "$<TARGET_FILE:catalint>" "$<TARGET_FILE:completions_sample>")
catalint_house_test(credentials
  python3 "${here}/credentials/credentials_test.py" "$<TARGET_FILE:catalint>")
catalint_house_test(bench.compare
  python3 "${here}/bench/compare_test.py" "${PROJECT_SOURCE_DIR}" "$<TARGET_FILE:catalint>")
catalint_house_test(bench.figures python3 "${here}/bench/figures_test.py" "${PROJECT_SOURCE_DIR}")
