// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/lab/tenant/Json.h"

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace cloudsync::lab {

/// A directory that the tenant's agents would read: a domain controller over LDAP, or a file of objects for tests.
struct DirectorySource {
    std::string uri;                    // ldaps://..., empty where jsonFile is given
    std::filesystem::path caFile;       // PEM; the server's certificate must hold against it
    std::string user;                   // UPN or DN of a simple bind over TLS
    std::filesystem::path passwordFile; // first line
    std::filesystem::path jsonFile;
};

struct Options {
    std::filesystem::path state;
    std::string address = "127.0.0.1";
    int port = 0; // 0: that of the last run when it is free, else any
    std::filesystem::path metadata;
    std::filesystem::path appCertificate;
    std::vector<DirectorySource> directories;
    Json config = Json::object(); // defaults, overlaid with --config and the options
};

/// Reads the command line; nullopt with a sentence in `why` where it is wrong.
[[nodiscard]] std::optional<Options> readOptions(const std::vector<std::string> &arguments, std::string &why);

/// The tenant as it is seeded where nothing else is said.
[[nodiscard]] Json defaultConfig();

} // namespace cloudsync::lab
