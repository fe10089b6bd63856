# SPDX-License-Identifier: GPL-3.0-or-later
# The libraries of which the headers are all there is. A cross build takes them from a folder of copies, CLOUDSYNC_HEADERS: the
# build machine's own include folder would bring its C library along, and its package files name its own libraries.
if(NOT IS_DIRECTORY "${CLOUDSYNC_HEADERS}/tl")
    message(FATAL_ERROR "CLOUDSYNC_HEADERS has to name a folder with copies of spdlog, fmt, tl, CLI and valijson (packaging/windows/build.sh makes it).")
endif()
include_directories(SYSTEM "${CLOUDSYNC_HEADERS}")

add_library(spdlog INTERFACE)
# Debian's spdlog has no fmt of its own (SPDLOG_FMT_EXTERNAL), and there is no libfmt to link here.
target_compile_definitions(spdlog INTERFACE FMT_HEADER_ONLY)
add_library(spdlog::spdlog ALIAS spdlog)
foreach(name tl::expected CLI11::CLI11)
    string(REPLACE "::" "-" target "header-only-${name}")
    add_library(${target} INTERFACE)
    add_library(${name} ALIAS ${target})
endforeach()
