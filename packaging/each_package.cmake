# CPack reads this before each package: what goes into it, and where.
list(GET CPACK_INSTALL_CMAKE_PROJECTS 0 build)
if(CPACK_GENERATOR STREQUAL DEB)
  set(component debian)
  set(CPACK_PACKAGING_INSTALL_PREFIX /usr)
  set(CPACK_PRE_BUILD_SCRIPTS "${CMAKE_CURRENT_LIST_DIR}/compress_documents.cmake")
else()
  set(component archive)
  set(CPACK_PACKAGING_INSTALL_PREFIX /)
  set(CPACK_PACKAGE_FILE_NAME
    "catalint-${CPACK_PACKAGE_VERSION}-linux-${CPACK_CATALINT_ARCHITECTURE}")
endif()
set(CPACK_INSTALL_CMAKE_PROJECTS
  "${build};catalint;Unspecified;/;${build};catalint;${component};/")
