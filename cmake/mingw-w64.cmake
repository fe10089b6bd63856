# SPDX-License-Identifier: GPL-3.0-or-later
# Toolchain file: Windows x86-64 with Debian's mingw-w64 (posix threads). MINGW_PREFIX (cache or environment) names the folder
# with the static Qt and OpenSSL.
set(CMAKE_SYSTEM_NAME Windows)
set(CMAKE_SYSTEM_PROCESSOR x86_64)
set(CMAKE_SYSTEM_VERSION 10)

set(triple x86_64-w64-mingw32)
set(CMAKE_C_COMPILER ${triple}-gcc-posix)
set(CMAKE_CXX_COMPILER ${triple}-g++-posix)
set(CMAKE_RC_COMPILER ${triple}-windres)
# The gcc- wrappers know the plug-in for link-time optimisation; plain ar does not.
set(CMAKE_AR /usr/bin/${triple}-gcc-ar-posix CACHE FILEPATH "")
set(CMAKE_RANLIB /usr/bin/${triple}-gcc-ranlib-posix CACHE FILEPATH "")

list(APPEND CMAKE_TRY_COMPILE_PLATFORM_VARIABLES MINGW_PREFIX OPENLDAP_PREFIX)
if(NOT MINGW_PREFIX)
    set(MINGW_PREFIX "$ENV{MINGW_PREFIX}")
endif()
# Static libraries that are no part of that folder.
set(CMAKE_FIND_ROOT_PATH ${MINGW_PREFIX} ${OPENLDAP_PREFIX} /usr/${triple})
set(CMAKE_FIND_ROOT_PATH_MODE_PROGRAM NEVER)
set(CMAKE_FIND_ROOT_PATH_MODE_LIBRARY ONLY)
set(CMAKE_FIND_ROOT_PATH_MODE_INCLUDE ONLY)
set(CMAKE_FIND_ROOT_PATH_MODE_PACKAGE ONLY)

# One file: the runtime libraries are linked into it.
foreach(kind EXE SHARED MODULE)
    set(CMAKE_${kind}_LINKER_FLAGS_INIT "-static")
endforeach()

# Tests of a cross build run through this, for example Wine.
if(MINGW_EMULATOR)
    set(CMAKE_CROSSCOMPILING_EMULATOR "${MINGW_EMULATOR}" CACHE STRING "")
endif()
