// SPDX-License-Identifier: GPL-3.0-or-later
// Writes on a real domain controller, with the requests read by a relay in between, and what a request can fail with.
#include "backend/setup/security/AclEdit.h"
#include "backend/setup/security/Sddl.h"
#include "tests/integration/ldap/LdapLab.h"

#include <QTest>

using namespace cloudsync;
using namespace cloudsync::tests;

namespace {

const QString securityDescriptorFlags = QStringLiteral("1.2.840.113556.1.4.801");
const QString showDeleted = QStringLiteral("1.2.840.113556.1.4.417");

QJsonObject controlOf(const QJsonObject &request, const QString &oid)
{
    return request.value(QLatin1String("controls")).toObject().value(oid).toObject();
}

} // namespace

class LdapWritesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanupTestCase();
    void deletedObjectIsShownOnlyOnRequest();
    void objectIsAddedModifiedAndRemoved();
    void largeValueIsWrittenThroughTheSeal();
    void failuresHaveTheirOwnCodes();
    void ordinaryUserMayNotWrite();
    void onlyTheDaclIsWritten();

private:
    LabDirectory m_lab;
    TestConnector m_connector;
    std::unique_ptr<Relay> m_relay;
    std::shared_ptr<Directory> m_directory; // through the relay
    std::stop_token m_stop;
};

void LdapWritesTest::initTestCase()
{
    qunsetenv("KRB5_CONFIG");
    QVERIFY2(m_lab.start(), qPrintable(m_lab.errorText()));
    m_relay = std::make_unique<Relay>(m_lab);
    QVERIFY(m_relay->isRunning());
    auto directory = m_connector->connect(targetOf(m_lab, {m_relay->uri()}), adminOf(m_lab), m_stop);
    QVERIFY2(directory, directory ? "" : qPrintable(directory.error().toLogText()));
    m_directory = *directory;
}

void LdapWritesTest::cleanupTestCase()
{
    m_directory.reset();
    m_relay.reset();
    m_lab.stop();
}

void LdapWritesTest::deletedObjectIsShownOnlyOnRequest()
{
    const QString dn = QStringLiteral("OU=Soon Deleted,") + m_lab.base();
    QVERIFY(m_directory->add(dn, {{QStringLiteral("objectClass"), {"organizationalUnit"}}}, m_stop));
    const QByteArray guid =
        m_directory->read(dn, {QStringLiteral("objectGUID")}, m_stop).value().value(QStringLiteral("objectGUID"));
    QVERIFY(m_directory->remove(dn, m_stop));
    DirectorySearch search;
    search.base = m_lab.base();
    search.filter = QStringLiteral("(objectGUID=%1)").arg(escapeFilter(guid));
    search.attributes = QStringList{QStringLiteral("isDeleted")};
    QCOMPARE(m_directory->list(search, m_stop).value().size(), 0);
    search.showDeleted = true;
    const auto shown = m_directory->list(search, m_stop).value();
    QCOMPARE(shown.size(), 1);
    QCOMPARE(shown.first().text(QStringLiteral("isDeleted")), QStringLiteral("TRUE"));
    const QJsonObject last = m_relay->requests(QStringLiteral("search")).last();
    QVERIFY(controlOf(last, showDeleted).value(QLatin1String("critical")).toBool());
}

void LdapWritesTest::objectIsAddedModifiedAndRemoved()
{
    const QString dn = QStringLiteral("OU=Written Here,") + m_lab.base();
    using Operation = DirectoryModification::Operation;
    QVERIFY(m_directory->add(
        dn, {{QStringLiteral("objectClass"), {"organizationalUnit"}}, {QStringLiteral("description"), {"first"}}},
        m_stop));
    QVERIFY(m_directory->modify(dn,
                                {{Operation::Replace, QStringLiteral("description"), {"second"}},
                                 {Operation::Add, QStringLiteral("url"), {"a", "b"}}},
                                0, m_stop));
    QVERIFY(m_directory->modify(dn, {{Operation::Delete, QStringLiteral("url"), {"a"}}}, 0, m_stop));
    auto found = m_lab.entries(dn, QStringLiteral("(objectClass=*)"),
                               {QStringLiteral("description"), QStringLiteral("url")}, QStringLiteral("base"));
    QCOMPARE(found.size(), 1);
    QCOMPARE(found.first().value(QStringLiteral("description")), QByteArray("second"));
    QCOMPARE(found.first().values(QStringLiteral("url")), QByteArrayList{"b"});
    QVERIFY(m_directory->modify(dn, {{Operation::Delete, QStringLiteral("url"), {}}}, 0, m_stop));
    QVERIFY(!m_directory->read(dn, {QStringLiteral("url")}, m_stop).value().has(QStringLiteral("url")));
    QVERIFY(m_directory->remove(dn, m_stop));
    QCOMPARE(m_lab.entries(dn, QStringLiteral("(objectClass=*)"), {}, QStringLiteral("base")).size(), 0);
}

void LdapWritesTest::largeValueIsWrittenThroughTheSeal()
{
    // Longer than one sealed buffer and than one TLS record, both ways.
    TestConnector connector;
    const auto sealed = connector->connect(targetOf(m_lab, {m_lab.plainUri()}), adminOf(m_lab), m_stop);
    QVERIFY2(sealed, sealed ? "" : qPrintable(sealed.error().toLogText()));
    QByteArray photo;
    for (int i = 0; i < 90000; ++i)
        photo.append(static_cast<char>(i * 7 + i / 251));
    const QString user = QStringLiteral("CN=Administrator,CN=Users,") + m_lab.base();
    using Operation = DirectoryModification::Operation;
    const auto written =
        (*sealed)->modify(user, {{Operation::Replace, QStringLiteral("jpegPhoto"), {photo}}}, 0, m_stop);
    QVERIFY2(written, written ? "" : qPrintable(written.error().toLogText()));
    QCOMPARE((*sealed)->read(user, {QStringLiteral("jpegPhoto")}, m_stop).value().value(QStringLiteral("jpegPhoto")),
             photo);
    QCOMPARE(m_directory->read(user, {QStringLiteral("jpegPhoto")}, m_stop).value().value(QStringLiteral("jpegPhoto")),
             photo);
    QVERIFY(m_directory->modify(user, {{Operation::Delete, QStringLiteral("jpegPhoto"), {}}}, 0, m_stop));
}

void LdapWritesTest::failuresHaveTheirOwnCodes()
{
    const QString missing = QStringLiteral("OU=Not There,") + m_lab.base();
    const QMap<QString, QByteArrayList> unit{{QStringLiteral("objectClass"), {"organizationalUnit"}}};
    using Operation = DirectoryModification::Operation;
    DirectorySearch search;
    search.base = missing;

    const auto noBase = m_directory->list(search, m_stop);
    QVERIFY(!noBase);
    QCOMPARE(noBase.error().code, ErrorCode::DirectoryObjectMissing);
    QCOMPARE(noBase.error().subject, missing);
    QCOMPARE(m_directory->read(missing, {}, m_stop).error().code, ErrorCode::DirectoryObjectMissing);
    QCOMPARE(m_directory->remove(missing, m_stop).error().code, ErrorCode::DirectoryObjectMissing);
    search.base = QStringLiteral("DC=another,DC=domain");
    QCOMPARE(m_directory->list(search, m_stop).error().code, ErrorCode::DirectoryObjectMissing);

    QCOMPARE(m_directory->add(QStringLiteral("OU=Domain Controllers,") + m_lab.base(), unit, m_stop).error().code,
             ErrorCode::DirectoryObjectExists);
    const auto schema = m_directory->add(
        missing, {{QStringLiteral("objectClass"), {"organizationalUnit"}}, {QStringLiteral("noSuchAttribute"), {"x"}}},
        m_stop);
    QVERIFY(!schema);
    QCOMPARE(schema.error().code, ErrorCode::DirectoryRequestRefused);
    QVERIFY(!schema.error().detail.isEmpty());
    QCOMPARE(
        m_directory->modify(m_lab.base(), {{Operation::Delete, QStringLiteral("description"), {"not that"}}}, 0, m_stop)
            .error()
            .code,
        ErrorCode::DirectoryRequestRefused);
    search.base = m_lab.base();
    search.filter = QStringLiteral("(((");
    QCOMPARE(m_directory->list(search, m_stop).error().code, ErrorCode::DirectoryRequestRefused);
    QVERIFY(m_directory->read(m_lab.base(), {QStringLiteral("name")}, m_stop)); // none of it broke the connection
}

void LdapWritesTest::ordinaryUserMayNotWrite()
{
    const auto directory =
        m_connector->connect(targetOf(m_lab), userOf(QStringLiteral("lab.ordinary@contoso.com")), m_stop);
    QVERIFY(directory);
    using Operation = DirectoryModification::Operation;
    const auto done =
        (*directory)->modify(m_lab.base(), {{Operation::Replace, QStringLiteral("description"), {"mine"}}}, 0, m_stop);
    QVERIFY(!done);
    QCOMPARE(done.error().code, ErrorCode::DirectoryRightMissing);
}

void LdapWritesTest::onlyTheDaclIsWritten()
{
    const QString dn = QStringLiteral("OU=Sales,") + m_lab.base();
    const QString foreign = QStringLiteral("(OD;CI;WP;bf967a0a-0de6-11d0-a285-00aa003049e2;;WD)");
    QVERIFY(m_lab
                .sambaTool({QStringLiteral("dsacl"), QStringLiteral("set"), QStringLiteral("--objectdn=") + dn,
                            QStringLiteral("--sddl=") + foreign})
                .ok());
    const int all = OwnerPart | GroupPart | DaclPart | SaclPart;
    const auto readBack = [&] {
        const auto entry = m_directory->read(dn, {QStringLiteral("nTSecurityDescriptor")}, m_stop, all);
        return SecurityDescriptor::fromBytes(entry.value().value(QStringLiteral("nTSecurityDescriptor"))).value();
    };
    const SecurityDescriptor before = readBack();
    QVERIFY(before.owner && before.group && before.sacl && before.dacl);

    const Ace own =
        aceFromSddl(QStringLiteral("(OA;CIIO;RPWP;;bf967aba-0de6-11d0-a285-00aa003049e2;S-1-5-21-11-22-33-4444)"))
            .value();
    SecurityDescriptor changed = before;
    QVERIFY(addIfAbsent(*changed.dacl, own));
    using Operation = DirectoryModification::Operation;
    const auto written = m_directory->modify(
        dn, {{Operation::Replace, QStringLiteral("nTSecurityDescriptor"), {changed.daclOnly().toBytes().value()}}},
        DaclPart, m_stop);
    QVERIFY2(written, written ? "" : qPrintable(written.error().toLogText()));
    const QJsonObject control = controlOf(m_relay->requests(QStringLiteral("modify")).last(), securityDescriptorFlags);
    QVERIFY(control.value(QLatin1String("critical")).toBool());
    QCOMPARE(control.value(QLatin1String("value")).toString(), QStringLiteral("3003020104"));

    const SecurityDescriptor after = readBack();
    QCOMPARE(after.owner, before.owner);
    QCOMPARE(after.group, before.group);
    QCOMPARE(after.sacl, before.sacl);
    QCOMPARE(after.dacl->aces, changed.dacl->aces);
    const QByteArray samba =
        m_lab.sambaTool({QStringLiteral("dsacl"), QStringLiteral("get"), QStringLiteral("--objectdn=") + dn}).output;
    QVERIFY(samba.contains("(OA;CIIO;RPWP;;bf967aba-0de6-11d0-a285-00aa003049e2;S-1-5-21-11-22-33-4444)"));
    QVERIFY(samba.contains("(OD;CI;WP;bf967a0a-0de6-11d0-a285-00aa003049e2;;WD)"));
}

QTEST_GUILESS_MAIN(LdapWritesTest)
#include "tst_ldap_writes.moc"
