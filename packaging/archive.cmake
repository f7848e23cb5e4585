# The .tar.gz, by tar, since CPack's own holds the names and numbers of whoever
# makes it. The same files give the same bytes.
set(archive "${CPACK_PACKAGE_DIRECTORY}/${CPACK_PACKAGE_FILE_NAME}.tar.gz")
execute_process(
  COMMAND tar --create --directory "${CPACK_TEMPORARY_DIRECTORY}/.."
    --sort=name --owner=0 --group=0 --numeric-owner "--mtime=@$ENV{SOURCE_DATE_EPOCH}"
    "${CPACK_PACKAGE_FILE_NAME}"
  COMMAND gzip -9 --no-name
  OUTPUT_FILE "${archive}"
  COMMAND_ERROR_IS_FATAL ANY)
set(CPACK_EXTERNAL_BUILT_PACKAGES "${archive}")
