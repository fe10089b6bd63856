// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/adapters/ldap/LdapControls.h"

#include "backend/adapters/ldap/LdapHandles.h"

#include <lber.h>

namespace cloudsync::ldap {

namespace {

constexpr const char *securityDescriptorFlagsOid = "1.2.840.113556.1.4.801";
constexpr const char *showDeletedOid = "1.2.840.113556.1.4.417";

struct FreeElement
{
    void operator()(BerElement *element) const { ber_free(element, 1); }
};
using ElementPtr = std::unique_ptr<BerElement, FreeElement>;

QByteArray flattened(BerElement *element)
{
    berval *raw = nullptr;
    if (ber_flatten(element, &raw) != 0)
        return {};
    const ValuePtr value(raw);
    return bytesOf(*value);
}

} // namespace

void RequestControls::add(const char *oid, const QByteArray &value)
{
    auto item = std::make_unique<Item>();
    item->oid = oid;
    item->value = value;
    item->control.ldctl_oid = item->oid.data();
    item->control.ldctl_value = item->value.isEmpty() ? berval{0, nullptr} : viewOf(item->value);
    item->control.ldctl_iscritical = 1;
    m_items.push_back(std::move(item));
}

void RequestControls::addSecurityDescriptorFlags(int parts)
{
    const ElementPtr element(ber_alloc_t(LBER_USE_DER));
    if (element && ber_printf(element.get(), "{i}", static_cast<ber_int_t>(parts)) >= 0)
        add(securityDescriptorFlagsOid, flattened(element.get()));
}

void RequestControls::addShowDeleted()
{
    add(showDeletedOid, {});
}

void RequestControls::addPagedResults(int size, const QByteArray &cookie)
{
    const ElementPtr element(ber_alloc_t(LBER_USE_DER));
    const berval view = viewOf(cookie);
    if (element && ber_printf(element.get(), "{iO}", static_cast<ber_int_t>(size), &view) >= 0)
        add(LDAP_CONTROL_PAGEDRESULTS, flattened(element.get()));
}

LDAPControl **RequestControls::list()
{
    if (m_items.empty())
        return nullptr;
    m_pointers.clear();
    for (const auto &item : m_items)
        m_pointers.push_back(&item->control);
    m_pointers.push_back(nullptr);
    return m_pointers.data();
}

QByteArray pageCookie(LDAPControl **controls)
{
    LDAPControl *control = controls ? ldap_control_find(LDAP_CONTROL_PAGEDRESULTS, controls, nullptr) : nullptr;
    if (!control)
        return {};
    const ElementPtr element(ber_init(&control->ldctl_value));
    ber_int_t estimate = 0;
    berval cookie{0, nullptr};
    if (!element || ber_scanf(element.get(), "{im}", &estimate, &cookie) == LBER_ERROR)
        return {};
    return bytesOf(cookie);
}

} // namespace cloudsync::ldap
