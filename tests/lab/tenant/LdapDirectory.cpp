// SPDX-License-Identifier: GPL-3.0-or-later
// Reads a domain controller over LDAP, as an agent would: paged searches, ranges of large values, the schema.
#include "tests/lab/tenant/SourceDirectory.h"
#include "tests/lab/tenant/Text.h"

#include <ldap.h>

#include <fstream>
#include <set>

namespace cloudsync::lab {

namespace {

struct FreeLdap {
    void operator()(LDAP *connection) const { ldap_unbind_ext_s(connection, nullptr, nullptr); }
};
struct FreeMessage {
    void operator()(LDAPMessage *message) const { ldap_msgfree(message); }
};
using Connection = std::unique_ptr<LDAP, FreeLdap>;
using Message = std::unique_ptr<LDAPMessage, FreeMessage>;

std::vector<SourceObject> entriesOf(LDAP *connection, LDAPMessage *message)
{
    std::vector<SourceObject> out;
    for (LDAPMessage *entry = ldap_first_entry(connection, message); entry; entry = ldap_next_entry(connection, entry)) {
        SourceObject object;
        if (char *name = ldap_get_dn(connection, entry)) {
            object.dn = name;
            ldap_memfree(name);
        }
        BerElement *position = nullptr;
        for (char *name = ldap_first_attribute(connection, entry, &position); name; name = ldap_next_attribute(connection, entry, position)) {
            berval **values = ldap_get_values_len(connection, entry, name);
            std::vector<std::string> &target = object.attributes[lower(name)];
            for (int i = 0; values && values[i]; ++i)
                target.emplace_back(values[i]->bv_val, values[i]->bv_len);
            ldap_value_free_len(values);
            ldap_memfree(name);
        }
        ber_free(position, 0);
        out.push_back(std::move(object));
    }
    return out;
}

std::string domainOfBase(const std::string &base)
{
    std::vector<std::string> labels;
    for (const std::string &part : split(base, ',', false)) {
        if (same(trimmed(part).substr(0, 3), "DC="))
            labels.push_back(lower(trimmed(part).substr(3)));
    }
    return joined(labels, ".");
}

/// attributeSyntax ([MS-ADTS] 3.1.1.2.2.2) as attributeType.
std::string typeOfSyntax(const std::string &syntax)
{
    if (syntax == "2.5.5.9" || syntax == "2.5.5.16")
        return "Integer";
    if (syntax == "2.5.5.8")
        return "Boolean";
    if (syntax == "2.5.5.10" || syntax == "2.5.5.15" || syntax == "2.5.5.17")
        return "Binary";
    if (syntax == "2.5.5.11")
        return "DateTime";
    return syntax == "2.5.5.1" || syntax == "2.5.5.7" || syntax == "2.5.5.14" ? "Reference" : "String";
}

class LdapDirectory : public SourceDirectory {
public:
    explicit LdapDirectory(DirectorySource source)
        : m_source(std::move(source))
    {
    }

    std::string domain(std::string &why) override
    {
        const std::lock_guard lock(m_mutex);
        return connect(why) ? domainOfBase(m_base) : std::string();
    }

    std::string base() override
    {
        const std::lock_guard lock(m_mutex);
        return m_base;
    }

    std::optional<std::vector<SourceObject>> readAll(const std::vector<std::string> &attributes, std::string &why) override
    {
        const std::lock_guard lock(m_mutex);
        auto objects = search(
            m_base, LDAP_SCOPE_SUBTREE,
            "(|(&(objectCategory=person)(objectClass=user))(objectCategory=group)(objectClass=contact)(objectCategory=computer)(objectClass=inetOrgPerson))",
            attributes, why);
        if (objects && !completeRanges(*objects, why))
            return std::nullopt;
        return objects;
    }

    std::optional<std::vector<SourceObject>> readOne(const std::string &dn, const std::vector<std::string> &attributes, std::string &why) override
    {
        const std::lock_guard lock(m_mutex);
        auto objects = search(dn, LDAP_SCOPE_BASE, "(objectClass=*)", attributes, why);
        if (objects && !completeRanges(*objects, why))
            return std::nullopt;
        return objects;
    }

    std::optional<std::vector<SourceAttribute>> attributesOf(const std::string &objectClass, std::string &why) override
    {
        const std::lock_guard lock(m_mutex);
        if (!connect(why))
            return std::nullopt;
        const auto classes = search(m_schemaBase, LDAP_SCOPE_ONELEVEL, "(objectClass=classSchema)",
                                    {"lDAPDisplayName", "subClassOf", "auxiliaryClass", "systemAuxiliaryClass", "mayContain", "systemMayContain", "mustContain", "systemMustContain"}, why);
        const auto attributes = classes ? search(m_schemaBase, LDAP_SCOPE_ONELEVEL, "(objectClass=attributeSchema)", {"lDAPDisplayName", "attributeSyntax", "isSingleValued"}, why) : std::nullopt;
        if (!attributes)
            return std::nullopt;
        std::map<std::string, const SourceObject *> byName;
        for (const SourceObject &entry : *classes)
            byName[lower(entry.first("ldapdisplayname"))] = &entry;
        std::set<std::string> seen, names;
        collect(lower(objectClass), byName, seen, names);
        std::vector<SourceAttribute> out;
        for (const SourceObject &entry : *attributes) {
            const std::string name = entry.first("ldapdisplayname");
            if (names.count(lower(name)))
                out.push_back({name, typeOfSyntax(entry.first("attributesyntax")), !entry.isTrue("issinglevalued")});
        }
        return out;
    }

private:
    static void collect(const std::string &name, const std::map<std::string, const SourceObject *> &classes, std::set<std::string> &seen, std::set<std::string> &names)
    {
        const auto found = classes.find(name);
        if (found == classes.end() || !seen.insert(name).second)
            return;
        for (const char *attribute : {"maycontain", "systemmaycontain", "mustcontain", "systemmustcontain"}) {
            const auto values = found->second->attributes.find(attribute);
            if (values == found->second->attributes.end())
                continue;
            for (const std::string &value : values->second)
                names.insert(lower(value));
        }
        for (const char *attribute : {"subclassof", "auxiliaryclass", "systemauxiliaryclass"}) {
            const auto values = found->second->attributes.find(attribute);
            if (values == found->second->attributes.end())
                continue;
            for (const std::string &value : values->second)
                collect(lower(value), classes, seen, names);
        }
    }

    bool failed(const std::string &what, int code, std::string &why)
    {
        why = what + ' ' + m_source.uri + ": " + ldap_err2string(code) + '.';
        m_connection.reset();
        return false;
    }

    /// Opens, secures and binds; keeps the connection for the next call.
    bool connect(std::string &why)
    {
        if (m_connection)
            return true;
        LDAP *raw = nullptr;
        if (const int code = ldap_initialize(&raw, m_source.uri.c_str()); code != LDAP_SUCCESS)
            return failed("Cannot use the directory", code, why);
        m_connection.reset(raw);
        const int version = LDAP_VERSION3, demand = LDAP_OPT_X_TLS_DEMAND, server = 0;
        const timeval limit{15, 0};
        ldap_set_option(raw, LDAP_OPT_PROTOCOL_VERSION, &version);
        ldap_set_option(raw, LDAP_OPT_REFERRALS, LDAP_OPT_OFF);
        ldap_set_option(raw, LDAP_OPT_NETWORK_TIMEOUT, &limit);
        ldap_set_option(raw, LDAP_OPT_X_TLS_REQUIRE_CERT, &demand);
        if (!m_source.caFile.empty())
            ldap_set_option(raw, LDAP_OPT_X_TLS_CACERTFILE, m_source.caFile.c_str());
        ldap_set_option(raw, LDAP_OPT_X_TLS_NEWCTX, &server);
        if (!startsWith(lower(m_source.uri), "ldaps:")) {
            if (const int code = ldap_start_tls_s(raw, nullptr, nullptr); code != LDAP_SUCCESS)
                return failed("Cannot secure the connection to", code, why);
        }
        std::ifstream file(m_source.passwordFile);
        std::string password;
        std::getline(file, password);
        berval credential{static_cast<ber_len_t>(password.size()), password.data()};
        const int code = ldap_sasl_bind_s(raw, m_source.user.c_str(), LDAP_SASL_SIMPLE, &credential, nullptr, nullptr, nullptr);
        if (code != LDAP_SUCCESS)
            return failed("Cannot bind to", code, why);
        return readRoot(why);
    }

    bool readRoot(std::string &why)
    {
        char defaultBase[] = "defaultNamingContext", schemaBase[] = "schemaNamingContext";
        char *names[] = {defaultBase, schemaBase, nullptr};
        LDAPMessage *raw = nullptr;
        timeval limit{15, 0};
        const int code = ldap_search_ext_s(m_connection.get(), "", LDAP_SCOPE_BASE, "(objectClass=*)", names, 0, nullptr, nullptr, &limit, 0, &raw);
        const Message message(raw);
        if (code != LDAP_SUCCESS)
            return failed("Cannot read the root of", code, why);
        const auto entries = entriesOf(m_connection.get(), message.get());
        if (entries.empty())
            return failed("Cannot read the root of", LDAP_NO_SUCH_OBJECT, why);
        m_base = entries.front().first("defaultnamingcontext");
        m_schemaBase = entries.front().first("schemanamingcontext");
        return true;
    }

    /// A paged search. A connection that broke since the last call is opened once more.
    std::optional<std::vector<SourceObject>> search(const std::string &base, int scope, const char *filter, const std::vector<std::string> &attributes, std::string &why)
    {
        for (int attempt = 0; attempt < 2; ++attempt) {
            if (!connect(why))
                return std::nullopt;
            int code = LDAP_SUCCESS;
            auto found = searchOnce(base.empty() ? m_base : base, scope, filter, attributes, code);
            if (found)
                return found;
            if (code == LDAP_NO_SUCH_OBJECT || code == LDAP_INVALID_DN_SYNTAX)
                return std::vector<SourceObject>{};
            failed("Cannot search", code, why);
            if (code != LDAP_SERVER_DOWN && code != LDAP_CONNECT_ERROR)
                return std::nullopt;
        }
        return std::nullopt;
    }

    std::optional<std::vector<SourceObject>> searchOnce(const std::string &base, int scope, const char *filter, const std::vector<std::string> &attributes, int &code)
    {
        std::vector<std::string> names = attributes;
        std::vector<char *> pointers;
        for (std::string &name : names)
            pointers.push_back(name.data());
        pointers.push_back(nullptr);
        std::vector<SourceObject> out;
        berval cookie{0, nullptr};
        do {
            LDAPControl *page = nullptr;
            ldap_create_page_control(m_connection.get(), 500, &cookie, 0, &page);
            LDAPControl *controls[] = {page, nullptr};
            LDAPMessage *raw = nullptr;
            timeval limit{120, 0};
            code = ldap_search_ext_s(m_connection.get(), base.c_str(), scope, filter, pointers.data(), 0, controls, nullptr, &limit, 0, &raw);
            const Message message(raw);
            ldap_control_free(page);
            ber_memfree(cookie.bv_val);
            cookie = {0, nullptr};
            if (code != LDAP_SUCCESS)
                return std::nullopt;
            auto entries = entriesOf(m_connection.get(), message.get());
            std::move(entries.begin(), entries.end(), std::back_inserter(out));
            LDAPControl **returned = nullptr;
            int result = 0;
            ldap_parse_result(m_connection.get(), message.get(), &result, nullptr, nullptr, nullptr, &returned, 0);
            if (LDAPControl *found = ldap_control_find(LDAP_CONTROL_PAGEDRESULTS, returned, nullptr)) {
                ber_int_t estimate = 0;
                ldap_parse_pageresponse_control(m_connection.get(), found, &estimate, &cookie);
            }
            ldap_controls_free(returned);
        } while (cookie.bv_len > 0);
        ber_memfree(cookie.bv_val);
        return out;
    }

    /// "member;range=0-1499" is a part ([MS-ADTS] 3.1.1.3.1.3.3): the rest is read until the range ends with "*".
    bool completeRanges(std::vector<SourceObject> &objects, std::string &why)
    {
        for (SourceObject &object : objects) {
            std::vector<std::string> ranged;
            for (const auto &[name, values] : object.attributes) {
                if (name.find(";range=") != std::string::npos)
                    ranged.push_back(name);
            }
            for (std::string part : ranged) {
                const std::string name = part.substr(0, part.find(';'));
                std::vector<std::string> all = object.attributes[part];
                object.attributes.erase(part);
                while (part.back() != '*') {
                    const auto more = search(object.dn, LDAP_SCOPE_BASE, "(objectClass=*)", {name + ";range=" + std::to_string(all.size()) + "-*"}, why);
                    if (!more || more->empty() || more->front().attributes.empty()) {
                        why = "A range of values of " + object.dn + " cannot be read. " + why;
                        return false;
                    }
                    const auto &[nextName, values] = *more->front().attributes.begin();
                    all.insert(all.end(), values.begin(), values.end());
                    part = nextName;
                    if (values.empty())
                        break;
                }
                object.attributes[name] = std::move(all);
            }
        }
        return true;
    }

    DirectorySource m_source;
    std::mutex m_mutex;
    Connection m_connection;
    std::string m_base, m_schemaBase;
};

} // namespace

std::unique_ptr<SourceDirectory> openLdapDirectory(const DirectorySource &source) { return std::make_unique<LdapDirectory>(source); }

} // namespace cloudsync::lab
