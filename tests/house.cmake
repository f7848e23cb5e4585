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
catalint_house_test(hooks.pre_commit
  bash "${here}/hooks/pre_commit_test.sh" "${PROJECT_SOURCE_DIR}" "$<TARGET_FILE:catalint>")
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
