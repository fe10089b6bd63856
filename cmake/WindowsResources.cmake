# SPDX-License-Identifier: GPL-3.0-or-later
# What Windows reads in a program's file: icon, manifest, version block.
enable_language(RC)
find_program(RSVG_CONVERT rsvg-convert REQUIRED)
find_program(ICOTOOL icotool REQUIRED)

set(icon "${CMAKE_BINARY_DIR}/windows/cloud-sync-setup.ico")
set(drawing "${CMAKE_SOURCE_DIR}/resources/icons/cloud-sync-setup.svg")
set(pictures)
foreach(size 16 20 24 32 40 48 64 256)
    set(picture "${CMAKE_BINARY_DIR}/windows/icon-${size}.png")
    add_custom_command(OUTPUT "${picture}" COMMAND "${RSVG_CONVERT}" -w ${size} -h ${size} -o "${picture}" "${drawing}" DEPENDS "${drawing}" VERBATIM)
    list(APPEND pictures "${picture}")
endforeach()
set(small ${pictures})
list(POP_BACK small large)
# The largest one stays a PNG inside: as a bitmap it would be 256 KiB.
add_custom_command(OUTPUT "${icon}" COMMAND "${ICOTOOL}" --create --output "${icon}" ${small} --raw=${large} DEPENDS ${pictures} VERBATIM)
add_custom_target(windows-icon DEPENDS "${icon}")

string(REPLACE "." "," version_numbers "${PROJECT_VERSION}")

# cloudsync_windows_resources(TARGET DESCRIPTION LEVEL): LEVEL is asInvoker or requireAdministrator.
function(cloudsync_windows_resources target description level)
    if(NOT TARGET ${target})
        return()
    endif()
    set(execution_level ${level})
    set(event_messages "${CMAKE_BINARY_DIR}/windows/MSG00409.bin")
    set(manifest "${CMAKE_BINARY_DIR}/windows/${target}.manifest")
    set(script "${CMAKE_BINARY_DIR}/windows/${target}.rc")
    configure_file("${CMAKE_SOURCE_DIR}/resources/windows/program.manifest.in" "${manifest}" @ONLY)
    configure_file("${CMAKE_SOURCE_DIR}/resources/windows/program.rc.in" "${script}" @ONLY)
    target_sources(${target} PRIVATE "${script}")
    set_source_files_properties("${script}" PROPERTIES OBJECT_DEPENDS "${manifest};${icon};${event_messages}" LANGUAGE RC)
    add_dependencies(${target} windows-icon adapters-windows) # which makes the texts
endfunction()
