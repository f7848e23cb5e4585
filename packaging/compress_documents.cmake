# Debian wants manual pages and documents compressed, but for the copyright.
file(GLOB_RECURSE documents
  "${CPACK_TEMPORARY_INSTALL_DIRECTORY}/usr/share/man/*"
  "${CPACK_TEMPORARY_INSTALL_DIRECTORY}/usr/share/doc/*")
list(FILTER documents EXCLUDE REGEX "/copyright$")
execute_process(COMMAND gzip -9 --no-name ${documents} COMMAND_ERROR_IS_FATAL ANY)
