# SPDX-License-Identifier: GPL-3.0-or-later
# One place for what every target has in common: language, warnings, sanitizers, Qt's strict switches.
set(CMAKE_CXX_STANDARD 20)
set(CMAKE_CXX_STANDARD_REQUIRED ON)
set(CMAKE_CXX_EXTENSIONS OFF)
set(CMAKE_AUTOMOC ON)
set(CMAKE_POSITION_INDEPENDENT_CODE ON)
set(CMAKE_EXPORT_COMPILE_COMMANDS ON)

option(CLOUDSYNC_WERROR "Treat warnings as errors" ON)
set(CLOUDSYNC_SANITIZE "" CACHE STRING "Comma separated sanitizers, for example address,undefined")

find_program(CLOUDSYNC_MOLD mold)
if(CLOUDSYNC_MOLD AND CMAKE_CXX_COMPILER_ID STREQUAL "GNU" AND NOT CMAKE_CROSSCOMPILING)
    add_link_options(-fuse-ld=mold)
endif()

# Include roots: "backend/…" and "cli/…" below app/, "wizard-pages/…" and "tests/…" below the root.
include_directories("${CMAKE_SOURCE_DIR}/app" "${CMAKE_SOURCE_DIR}")

add_library(project_defaults INTERFACE)
target_compile_options(project_defaults INTERFACE
    -Wall -Wextra -Wpedantic -Wshadow -Wnon-virtual-dtor -Woverloaded-virtual -Wcast-align -Wnull-dereference
    -Wformat=2 -Wimplicit-fallthrough -Wswitch-enum
    $<$<BOOL:${CLOUDSYNC_WERROR}>:-Werror>)
if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
    # GCC 12 reports paths through Qt's inline containers that cannot be taken (bugs 105562 and 108842).
    target_compile_options(project_defaults INTERFACE -Wno-null-dereference -Wno-restrict -Wno-maybe-uninitialized
                           -Wno-dangling-pointer -Wno-stringop-overflow -Wno-array-bounds)
endif()
target_compile_definitions(project_defaults INTERFACE
    QT_NO_KEYWORDS QT_NO_NARROWING_CONVERSIONS_IN_CONNECT QT_DEPRECATED_WARNINGS
    CLOUDSYNC_VERSION="${PROJECT_VERSION}")
if(WIN32)
    target_compile_definitions(project_defaults INTERFACE UNICODE _UNICODE NOMINMAX WIN32_LEAN_AND_MEAN WINVER=0x0A00 _WIN32_WINNT=0x0A00
                               _WIN32_WINDOWS=0x0A00 NTDDI_VERSION=0x0A000000)
    # No path of the building machine in the programs: two builds are equal wherever they lie. The longer prefix comes last, because it wins.
    target_compile_options(project_defaults INTERFACE -ffunction-sections -fdata-sections -fstack-protector-strong
                           "-ffile-prefix-map=${CMAKE_SOURCE_DIR}=source" "-ffile-prefix-map=${CMAKE_BINARY_DIR}=build")
    if(NOT CMAKE_BUILD_TYPE STREQUAL "Debug")
        target_compile_options(project_defaults INTERFACE -D_FORTIFY_SOURCE=2) # without optimisation it only warns
    endif()
    # A waiting thread must not miss its wake-up: the header tells why.
    target_compile_options(project_defaults INTERFACE "SHELL:$<$<COMPILE_LANGUAGE:CXX>:-include \"${CMAKE_SOURCE_DIR}/cmake/mingw-atomic-wait.h\">")
    target_link_libraries(project_defaults INTERFACE synchronization)
    # Address-space randomisation of the whole 64 bits and no execution of data; gcc has no control-flow guard. No time stamp: two builds are equal.
    target_link_options(project_defaults INTERFACE -fstack-protector-strong -Wl,--dynamicbase,--high-entropy-va,--nxcompat,--no-insert-timestamp,--gc-sections)
    if(CMAKE_BUILD_TYPE MATCHES "^(Release|MinSizeRel)$")
        target_link_options(project_defaults INTERFACE -s)
    endif()
endif()
if(CLOUDSYNC_SANITIZE)
    target_compile_options(project_defaults INTERFACE -fsanitize=${CLOUDSYNC_SANITIZE} -fno-omit-frame-pointer)
    target_link_options(project_defaults INTERFACE -fsanitize=${CLOUDSYNC_SANITIZE})
endif()

# cloudsync_library(NAME sources… LINK targets…): a static library that follows the project's rules.
function(cloudsync_library name)
    cmake_parse_arguments(ARG "" "" "LINK;PRIVATE_LINK" ${ARGN})
    add_library(${name} STATIC ${ARG_UNPARSED_ARGUMENTS})
    target_link_libraries(${name} PUBLIC ${ARG_LINK} PRIVATE project_defaults ${ARG_PRIVATE_LINK})
endfunction()

# cloudsync_test(NAME sources… LINK targets… [LABELS …] [TIMEOUT s] [LOCK name]): a Qt Test executable under CTest.
function(cloudsync_test name)
    cmake_parse_arguments(ARG "" "TIMEOUT;LOCK" "LINK;LABELS" ${ARGN})
    add_executable(${name} ${ARG_UNPARSED_ARGUMENTS})
    target_link_libraries(${name} PRIVATE project_defaults Qt6::Test ${ARG_LINK})
    add_test(NAME ${name} COMMAND ${name})
    if(NOT ARG_TIMEOUT)
        set(ARG_TIMEOUT 120)
    endif()
    set_tests_properties(${name} PROPERTIES TIMEOUT ${ARG_TIMEOUT} LABELS "${ARG_LABELS}"
        ENVIRONMENT "QT_QPA_PLATFORM=offscreen;LC_ALL=C.UTF-8")
    if(ARG_LOCK)
        set_tests_properties(${name} PROPERTIES RESOURCE_LOCK ${ARG_LOCK})
    endif()
endfunction()
