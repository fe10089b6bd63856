// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ldap.h>

#include <QByteArray>

#include <memory>
#include <vector>

namespace cloudsync::ldap {

/// The controls of one request.
class RequestControls
{
public:
    /// LDAP_SERVER_SD_FLAGS_OID, critical (MS-ADTS 3.1.1.3.4.1.11): which parts of a security descriptor are meant.
    void addSecurityDescriptorFlags(int parts);
    /// LDAP_SERVER_SHOW_DELETED_OID, critical (MS-ADTS 3.1.1.3.4.1.14).
    void addShowDeleted();
    /// Simple paged results (RFC 2696), critical: without it a controller cuts the answer at 1000 entries.
    void addPagedResults(int size, const QByteArray &cookie);

    /// Ends with a null pointer, null itself when there is none; valid as long as this object is not changed.
    [[nodiscard]] LDAPControl **list();

private:
    struct Item
    {
        QByteArray oid;
        QByteArray value;
        LDAPControl control{};
    };
    void add(const char *oid, const QByteArray &value);
    std::vector<std::unique_ptr<Item>> m_items;
    std::vector<LDAPControl *> m_pointers;
};

/// The cookie of the next page from the controls of a search's result; empty after the last page.
[[nodiscard]] QByteArray pageCookie(LDAPControl **controls);

} // namespace cloudsync::ldap
