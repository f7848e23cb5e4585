# What is shipped: a .deb and a .tar.gz, which CPack makes, and what npm packs.
# Each is an install component of its own besides what every `cmake --install`
# lays out. scripts/package writes the texts in package/, and then makes them all.

# Debian's and npm's words for the processor.
string(TOLOWER "${CMAKE_SYSTEM_PROCESSOR}" processor)
if(processor MATCHES "^(x86_64|amd64)$")
  set(catalint_architecture amd64)
  set(catalint_npm_cpu x64)
elseif(processor MATCHES "^(aarch64|arm64)$")
  set(catalint_architecture arm64)
  set(catalint_npm_cpu arm64)
else()
  set(catalint_architecture "${processor}")
  set(catalint_npm_cpu "${processor}")
endif()

# The texts that go with the program, wherever it goes without Debian's own.
set(texts "${CMAKE_CURRENT_BINARY_DIR}/package")
set(licences LICENSE "${texts}/THIRD_PARTY")

install(FILES README.md CHANGELOG.md ${licences}
  DESTINATION . COMPONENT archive EXCLUDE_FROM_ALL)

install(FILES packaging/debian/copyright "${texts}/THIRD_PARTY" "${texts}/changelog"
  DESTINATION share/doc/catalint COMPONENT debian EXCLUDE_FROM_ALL)
install(FILES packaging/debian/lintian-overrides
  DESTINATION share/lintian/overrides RENAME catalint
  COMPONENT debian EXCLUDE_FROM_ALL)

set(launcher packaging/npm/catalint)
set(platform packaging/npm/platform)
configure_file(${launcher}/package.json.in package/npm/catalint/package.json @ONLY)
configure_file(${platform}/package.json.in package/npm/platform/package.json @ONLY)
configure_file(${platform}/README.md.in package/npm/platform/README.md @ONLY)
install(FILES "${texts}/npm/catalint/package.json" ${launcher}/README.md LICENSE
  DESTINATION launcher COMPONENT npm EXCLUDE_FROM_ALL)
install(PROGRAMS ${launcher}/bin/catalint.js
  DESTINATION launcher/bin COMPONENT npm EXCLUDE_FROM_ALL)
install(FILES "${texts}/npm/platform/package.json" "${texts}/npm/platform/README.md"
    ${licences}
  DESTINATION platform COMPONENT npm EXCLUDE_FROM_ALL)
install(TARGETS catalint
  RUNTIME DESTINATION platform/bin COMPONENT npm EXCLUDE_FROM_ALL)
if(TARGET catalint-verify)
  install(TARGETS catalint-verify
    RUNTIME DESTINATION platform/bin COMPONENT npm EXCLUDE_FROM_ALL)
  # The manual page of catalint tells of both.
  install(FILES packaging/catalint-verify.1 DESTINATION share/man/man1)
endif()

set(CPACK_GENERATOR DEB External)
set(CPACK_STRIP_FILES ON)
set(CPACK_INSTALL_DEFAULT_DIRECTORY_PERMISSIONS
  OWNER_READ OWNER_WRITE OWNER_EXECUTE GROUP_READ GROUP_EXECUTE WORLD_READ WORLD_EXECUTE)
set(CPACK_PACKAGE_VENDOR "the catalint maintainers")
set(CPACK_PACKAGE_CONTACT "The catalint maintainers <catalint@users.noreply.github.com>")
set(CPACK_RESOURCE_FILE_LICENSE "${PROJECT_SOURCE_DIR}/LICENSE")
set(CPACK_RESOURCE_FILE_README "${PROJECT_SOURCE_DIR}/README.md")
set(CPACK_PROJECT_CONFIG_FILE "${PROJECT_SOURCE_DIR}/packaging/each_package.cmake")

set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT) # catalint_VERSION_ARCHITECTURE.deb
set(CPACK_DEBIAN_PACKAGE_ARCHITECTURE "${catalint_architecture}")
set(CPACK_DEBIAN_COMPRESSION_TYPE xz)
set(CPACK_DEBIAN_PACKAGE_SECTION devel)
set(CPACK_DEBIAN_PACKAGE_PRIORITY optional)
# What catalint-verify alone needs: the others go without.
set(CPACK_DEBIAN_PACKAGE_RECOMMENDS "git, libc6 (>= 2.36), libcurl4 (>= 7.75), ca-certificates")
# Debian's synopsis stands without an article.
string(REGEX REPLACE "^A " "" CPACK_PACKAGE_DESCRIPTION_SUMMARY "${PROJECT_DESCRIPTION}")
set(CPACK_DEBIAN_PACKAGE_DESCRIPTION
"catalint reads Backstage's catalog-info.yaml files and says before a merge
whether Backstage will take them, and whether the card of the Jira plugin will
show what their author meant. It knows why a value fails, mends what is
mechanical, and reports in the formats of editors, hooks and CI servers.
.
The program is one file that needs no shared library. With git installed it
lints the files that git knows, without it those on the disk. catalint verify
asks a live Jira, by a program beside it that needs libcurl.")
# A static program depends on nothing.
if(NOT CATALINT_STATIC)
  set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)
endif()

set(CPACK_EXTERNAL_ENABLE_STAGING ON)
set(CPACK_EXTERNAL_PACKAGE_SCRIPT "${PROJECT_SOURCE_DIR}/packaging/archive.cmake")
set(CPACK_CATALINT_ARCHITECTURE "${catalint_architecture}")
include(CPack)
