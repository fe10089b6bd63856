// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/lab/tenant/Json.h"
#include "tests/lab/tenant/Options.h"

#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <vector>

namespace cloudsync::lab {

/// One object of Active Directory. Attribute names compare without case: the keys are in small letters.
struct SourceObject {
    std::string dn;
    std::map<std::string, std::vector<std::string>> attributes; // raw bytes
    [[nodiscard]] std::string first(const std::string &nameInSmallLetters) const;
    [[nodiscard]] bool isTrue(const std::string &nameInSmallLetters) const { return first(nameInSmallLetters) == "TRUE"; }
    /// "user", "inetOrgPerson", "group", "contact", "computer" or the last structural class.
    [[nodiscard]] std::string kind() const;
};

/// An attribute as the directory's schema describes it.
struct SourceAttribute {
    std::string name;
    std::string type; // String, Integer, Reference, Binary, Boolean, DateTime
    bool multivalued = false;
};

/// What an agent would read. Calls block; each tells its failure in `why` (one sentence).
class SourceDirectory {
public:
    virtual ~SourceDirectory() = default;
    /// The DNS name of the domain; empty while it cannot be reached.
    [[nodiscard]] virtual std::string domain(std::string &why) = 0;
    [[nodiscard]] virtual std::string base() = 0;
    /// Every user, inetOrgPerson, group, contact and computer of the domain.
    [[nodiscard]] virtual std::optional<std::vector<SourceObject>> readAll(const std::vector<std::string> &attributes,
                                                                           std::string &why) = 0;
    /// One object by its name; an empty list where it does not exist.
    [[nodiscard]] virtual std::optional<std::vector<SourceObject>> readOne(const std::string &dn,
                                                                           const std::vector<std::string> &attributes,
                                                                           std::string &why) = 0;
    /// Attributes that objects of the class may have.
    [[nodiscard]] virtual std::optional<std::vector<SourceAttribute>> attributesOf(const std::string &objectClass,
                                                                                   std::string &why) = 0;
};

[[nodiscard]] std::unique_ptr<SourceDirectory> openLdapDirectory(const DirectorySource &source);
[[nodiscard]] std::unique_ptr<SourceDirectory> openJsonDirectory(const DirectorySource &source);

/// The directories that the tenant's agents reach, by domain.
class Directories {
public:
    void add(const DirectorySource &source);
    /// Null, with a sentence in `why`, where no directory serves the domain.
    [[nodiscard]] std::shared_ptr<SourceDirectory> forDomain(const std::string &domain, std::string &why);
    [[nodiscard]] Json toJson();

private:
    struct Entry {
        DirectorySource source;
        std::shared_ptr<SourceDirectory> directory;
    };
    std::mutex m_mutex;
    std::vector<Entry> m_entries;
};

/// True where `dn` is `container` or lies below it. Compares the components without case and without blanks around commas.
[[nodiscard]] bool isBelow(const std::string &dn, const std::string &container);
/// The comparable form of a distinguished name.
[[nodiscard]] std::string comparableDn(const std::string &dn);

} // namespace cloudsync::lab
