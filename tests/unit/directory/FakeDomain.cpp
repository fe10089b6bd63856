// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/unit/directory/FakeDirectory.h"

#include "backend/setup/security/Sddl.h"

namespace cloudsync::tests {

namespace {

// lDAPDisplayName and schemaIDGUID (gmsa-permissions.md 5).
constexpr std::pair<const char *, const char *> schemaNames[] = {
    {"user", "bf967aba-0de6-11d0-a285-00aa003049e2"},
    {"inetOrgPerson", "4828cc14-1437-45bc-9b07-ad6f015e5f28"},
    {"group", "bf967a9c-0de6-11d0-a285-00aa003049e2"},
    {"contact", "5cb41ed0-0e4c-11d0-a286-00aa003049e2"},
    {"computer", "bf967a86-0de6-11d0-a285-00aa003049e2"},
    {"device", "bf967a8e-0de6-11d0-a285-00aa003049e2"},
    {"msDS-Device", "5df2b673-6d41-4774-b3e8-d52e8ee9ff99"},
    {"foreignSecurityPrincipal", "89e31c12-8530-11d0-afda-00c04fd930c9"},
    {"lockoutTime", "28630ebf-41d5-11d1-a9c1-0000f80367c1"},
    {"pwdLastSet", "bf967a0a-0de6-11d0-a285-00aa003049e2"},
    {"mS-DS-ConsistencyGuid", "23773dc2-b63a-11d2-90e1-00c04fd91ab1"},
    {"msDS-KeyCredentialLink", "5b47d60f-6090-40b2-9f37-2a4de88f3063"},
    {"msDS-GroupManagedServiceAccount", "7b8b558a-93a5-4af7-adca-c017e67f1057"},
    {"msDS-ExternalDirectoryObjectId", "bd29bf90-66ad-40e1-887b-10df070419a6"},
};

using Attributes = QMap<QString, QByteArrayList>;

QString q(const char *text)
{
    return QString::fromLatin1(text);
}

Attributes classes(QByteArrayList values)
{
    return {{q("objectClass"), std::move(values)}};
}

} // namespace

std::shared_ptr<FakeDirectory> healthyDomain(const QString &domain)
{
    auto directory = std::make_shared<FakeDirectory>(domain);
    FakeDirectory &d = *directory;
    RootDse &dse = d.rootDse();
    dse.currentTime = QDateTime(QDate(2026, 1, 31), QTime(12, 0), Qt::UTC);
    dse.readAt = dse.currentTime;
    const QString base = dse.defaultNamingContext;
    const auto below = [&](const char *rdn) { return QString::fromLatin1(rdn) + u',' + base; };
    const auto configuration = [&](const char *rdn) {
        return QString::fromLatin1(rdn) + u',' + dse.configurationNamingContext;
    };
    const SddlContext context{d.domainSid(), {}};
    const auto protect = [&](const QString &dn, const char *sddl) {
        d.setDescriptor(dn,
                        securityDescriptorFromSddl(QString::fromLatin1(sddl), context).value_or(SecurityDescriptor()));
    };

    // The operational data of the connection itself: membership of the administrator that is signed in.
    d.put(QString(), {{q("objectClass"), {"top"}},
                      {q("tokenGroups"), {Sid(5, {32, 544}).toBytes(), d.domainSid().child(512).toBytes()}}});

    d.put(base, {{q("objectClass"), {"top", "domain", "domainDNS"}},
                 {q("objectSid"), {d.domainSid().toBytes()}},
                 {q("allowedAttributesEffective"), {"nTSecurityDescriptor", "description"}},
                 {q("sDRightsEffective"), {"15"}},
                 {q("otherWellKnownObjects"),
                  {QByteArray("B:32:1EB93889E40C45DF9F0C64D23BBB6237:CN=Managed Service Accounts,") + base.toUtf8()}}});
    // Foreign entries of every sort: denial, grants, object entries, one nobody here understands, not a word of ours.
    protect(base,
            "O:BAG:BAD:AI(D;;DT;;;WD)(A;;GA;;;SY)(A;CI;RPWPCRCCLCLORCWOWDSW;;;DA)(OA;CIIO;RP;4c164200-20c0-11d0-a768-"
            "00aa006e0529;bf967aba-0de6-11d0-a285-00aa003049e2;AU)(OA;;CR;1131f6aa-9c07-11d1-f79f-00c04fc2dcd2;;ED)"
            "(A;CI;LCRPLORC;;;S-1-5-21-9-9-9-1234)");
    d.put(below("CN=Managed Service Accounts"),
          {{q("objectClass"), {"top", "container"}},
           {q("allowedChildClassesEffective"), {"msDS-GroupManagedServiceAccount", "msDS-ManagedServiceAccount"}}});
    d.put(below("CN=Users"), classes({"top", "container"}));
    d.put(below("CN=Computers"), classes({"top", "container"}));
    d.put(below("CN=System"), classes({"top", "container"}));
    d.put(below("OU=Sales"), classes({"top", "organizationalUnit"}));
    for (const char *name : {"SYNC1", "SYNC2"}) {
        d.put(QStringLiteral("CN=%1,CN=Computers,%2").arg(q(name), base),
              {{q("objectClass"), {"top", "person", "organizationalPerson", "user", "computer"}},
               {q("sAMAccountName"), {QByteArray(name) + '$'}},
               {q("msDS-SupportedEncryptionTypes"), {"28"}}});
    }
    d.put(below("CN=Sync Servers,OU=Sales"),
          {{q("objectClass"), {"top", "group"}}, {q("sAMAccountName"), {"Sync Servers"}}});

    d.put(dse.configurationNamingContext, classes({"top", "configuration"}));
    d.put(configuration("CN=Services"), classes({"top", "container"}));
    d.put(configuration("CN=Partitions"), classes({"top", "crossRefContainer"}));
    d.put(configuration("CN=OWN,CN=Partitions"), {{q("objectClass"), {"top", "crossRef"}},
                                                  {q("systemFlags"), {"3"}},
                                                  {q("nCName"), {base.toUtf8()}},
                                                  {q("dnsRoot"), {domain.toUtf8()}},
                                                  {q("nETBIOSName"), {"CONTOSO"}}});
    const QString keys = configuration("CN=Master Root Keys,CN=Group Key Distribution Service,CN=Services");
    d.put(keys, classes({"top", "container"}));
    d.put(QStringLiteral("CN=key-1,") + keys, {{q("objectClass"), {"top", "msKds-ProvRootKey"}},
                                               {q("msKds-UseStartTime"), {"133800000000000000"}}}); // in 2024
    d.put(configuration("CN=Recycle Bin Feature,CN=Optional Features,CN=Directory Service,CN=Windows NT,CN=Services"),
          {{q("objectClass"), {"top", "msDS-OptionalFeature"}},
           {q("msDS-EnabledFeatureBL"), {configuration("CN=Partitions").toUtf8()}}});

    d.put(dse.schemaNamingContext, {{q("objectClass"), {"top", "dMD"}}, {q("objectVersion"), {"88"}}});
    for (const auto &[name, guid] : schemaNames) {
        d.put(QStringLiteral("CN=%1,%2").arg(q(name), dse.schemaNamingContext),
              {{q("objectClass"), {"top", "classSchema"}},
               {q("lDAPDisplayName"), {name}},
               {q("schemaIDGUID"), {guidFromText(q(guid))}}});
    }
    d.forgetWrites();
    return directory;
}

} // namespace cloudsync::tests
