// SPDX-License-Identifier: GPL-3.0-or-later
// Searches on a real domain controller, with the requests read by a relay in between.
#include "backend/setup/security/Sid.h"
#include "tests/integration/ldap/LdapLab.h"

#include <QJsonArray>
#include <QSet>
#include <QTest>

#include <algorithm>

using namespace cloudsync;
using namespace cloudsync::tests;

namespace {

const QString pagedResults = QStringLiteral("1.2.840.113556.1.4.319");

QJsonObject controlOf(const QJsonObject &request, const QString &oid)
{
    return request.value(QLatin1String("controls")).toObject().value(oid).toObject();
}

} // namespace

class LdapRequestsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanupTestCase();
    void searchComesInPagesOfTheSizeAskedFor();
    void everyEntryComesOnceWhateverThePageSize_data();
    void everyEntryComesOnceWhateverThePageSize();
    void nextPageIsAskedForBeforeAPageIsHandedOver();
    void sizeLimitEndsTheSearch();
    void receiverMayEndTheSearchEarly();
    void receiverMayReadWhileItReceives();
    void referencesToOtherPartitionsAreLeftOut();
    void valuesAreBytesAndNamesHaveNoCase();
    void objectIsReadByGuidAndSid();
    void filterFromOutsideIsEscaped();
    void attributeInRangesComesWhole();
    void rangeThatWasAskedForStays();
    void rootDseTellsOfTheController();
    void controllerIsReportedInOneForm();

private:
    LabDirectory m_lab;
    TestConnector m_connector;
    std::unique_ptr<Relay> m_relay;
    std::shared_ptr<Directory> m_directory; // through the relay
    std::stop_token m_stop;
};

void LdapRequestsTest::initTestCase()
{
    qunsetenv("KRB5_CONFIG");
    QVERIFY2(m_lab.start(), qPrintable(m_lab.errorText()));
    m_relay = std::make_unique<Relay>(m_lab, QStringList{QStringLiteral("--range"), QStringLiteral("member=3")});
    QVERIFY(m_relay->isRunning());
    auto directory = m_connector->connect(targetOf(m_lab, {m_relay->uri()}), adminOf(m_lab), m_stop);
    QVERIFY2(directory, directory ? "" : qPrintable(directory.error().toLogText()));
    m_directory = *directory;
}

void LdapRequestsTest::cleanupTestCase()
{
    m_directory.reset();
    m_relay.reset();
    m_lab.stop();
}

void LdapRequestsTest::searchComesInPagesOfTheSizeAskedFor()
{
    DirectorySearch search;
    search.base = m_lab.base();
    search.filter = QStringLiteral("(objectClass=person)");
    search.attributes = QStringList{QStringLiteral("name")};
    search.pageSize = 40;
    const auto before = m_relay->requests(QStringLiteral("search")).size();
    const auto entries = m_directory->list(search, m_stop);
    QVERIFY(entries);
    const auto requests = m_relay->requests(QStringLiteral("search")).mid(before);
    QCOMPARE(requests.size(), (entries->size() + search.pageSize - 1) / search.pageSize);
    QVERIFY(requests.size() > 5);
    QSet<QString> values;
    for (const QJsonObject &request : requests) {
        const QJsonObject control = controlOf(request, pagedResults);
        QVERIFY(control.value(QLatin1String("critical")).toBool());
        // SEQUENCE { INTEGER 40, OCTET STRING cookie }
        const QByteArray value = QByteArray::fromHex(control.value(QLatin1String("value")).toString().toLatin1());
        QVERIFY(value.mid(2).startsWith(QByteArray::fromHex("020128")));
        const bool first = values.isEmpty();
        QCOMPARE(value.size() == 7, first); // no cookie at first, then always one
        values.insert(QString::fromLatin1(value.toHex()));
    }
}

void LdapRequestsTest::everyEntryComesOnceWhateverThePageSize_data()
{
    QTest::addColumn<int>("pageSize");
    QTest::newRow("1000") << 1000;
    QTest::newRow("100") << 100;
    QTest::newRow("7") << 7;
}

void LdapRequestsTest::everyEntryComesOnceWhateverThePageSize()
{
    QFETCH(int, pageSize);
    DirectorySearch search;
    search.base = m_lab.base();
    search.filter = QStringLiteral("(objectClass=group)");
    search.attributes = QStringList{QStringLiteral("sAMAccountName")};
    search.pageSize = pageSize;
    const auto entries = m_directory->list(search, m_stop);
    QVERIFY(entries);
    QSet<QString> ours;
    for (const DirectoryEntry &entry : *entries)
        ours.insert(normalizeDn(entry.dn));
    QCOMPARE(ours.size(), entries->size());
    QSet<QString> theirs;
    for (const LdifEntry &entry : m_lab.entries(m_lab.base(), search.filter, {QStringLiteral("sAMAccountName")}))
        theirs.insert(normalizeDn(entry.dn));
    QVERIFY(theirs.size() > 40);
    QCOMPARE(ours, theirs);
}

void LdapRequestsTest::nextPageIsAskedForBeforeAPageIsHandedOver()
{
    DirectorySearch search;
    search.base = m_lab.base();
    search.filter = QStringLiteral("(objectClass=group)");
    search.attributes = QStringList{QStringLiteral("name")};
    search.pageSize = 10;
    const auto before = m_relay->requests(QStringLiteral("search")).size();
    int seen = 0;
    bool early = false;
    const auto done = m_directory->search(
        search,
        [&](DirectoryEntry &&) {
            // The relay notes a request when it has passed it on; it is given time for that.
            if (++seen == 1)
                early = QTest::qWaitFor(
                    [&] { return m_relay->requests(QStringLiteral("search")).size() >= before + 2; }, 5000);
            return true;
        },
        m_stop);
    QVERIFY(done);
    QVERIFY(seen > 40);
    QVERIFY(early);
}

void LdapRequestsTest::sizeLimitEndsTheSearch()
{
    DirectorySearch search;
    search.base = m_lab.base();
    search.filter = QStringLiteral("(objectClass=user)");
    search.attributes = QStringList{QStringLiteral("name")};
    search.sizeLimit = 25;
    for (const int pageSize : {10, 25, 1000}) {
        search.pageSize = pageSize;
        const auto entries = m_directory->list(search, m_stop);
        QVERIFY(entries);
        QCOMPARE(entries->size(), 25);
    }
}

void LdapRequestsTest::receiverMayEndTheSearchEarly()
{
    DirectorySearch search;
    search.base = m_lab.base();
    search.filter = QStringLiteral("(objectClass=user)");
    search.pageSize = 50;
    int seen = 0;
    const auto done = m_directory->search(
        search, [&](DirectoryEntry &&) { return ++seen < 60; }, m_stop);
    QVERIFY(done);
    QCOMPARE(seen, 60);
    QVERIFY(m_directory->read(m_lab.base(), {QStringLiteral("name")}, m_stop)); // still usable
}

void LdapRequestsTest::receiverMayReadWhileItReceives()
{
    DirectorySearch search;
    search.base = m_lab.base();
    search.filter = QStringLiteral("(objectClass=organizationalUnit)");
    search.attributes = QStringList{QStringLiteral("ou")};
    search.pageSize = 10;
    int seen = 0;
    int readBack = 0;
    const auto done = m_directory->search(
        search,
        [&](DirectoryEntry &&entry) {
            ++seen;
            const auto again = m_directory->read(entry.dn, {QStringLiteral("ou")}, m_stop);
            readBack += again && again->value(QStringLiteral("ou")) == entry.value(QStringLiteral("ou")) ? 1 : 0;
            return true;
        },
        m_stop);
    QVERIFY(done);
    QVERIFY(seen > 30);
    QCOMPARE(readBack, seen);
}

void LdapRequestsTest::referencesToOtherPartitionsAreLeftOut()
{
    // A subtree search from the root of the domain also answers with references to configuration and DNS partitions.
    DirectorySearch search;
    search.base = m_lab.base();
    search.filter = QStringLiteral("(objectClass=domainDNS)");
    const auto entries = m_directory->list(search, m_stop);
    QVERIFY(entries);
    QCOMPARE(entries->size(), 1);
    QCOMPARE(entries->first().dn, m_lab.base());
}

void LdapRequestsTest::valuesAreBytesAndNamesHaveNoCase()
{
    const auto domain =
        m_directory->read(m_lab.base(), {QStringLiteral("OBJECTSID"), QStringLiteral("objectclass")}, m_stop);
    QVERIFY(domain);
    QVERIFY(Sid::fromBytes(domain->value(QStringLiteral("objectSid"))));
    QVERIFY(domain->texts(QStringLiteral("objectClass")).contains(QStringLiteral("domainDNS")));
}

void LdapRequestsTest::objectIsReadByGuidAndSid()
{
    const QString dn = QStringLiteral("CN=Administrator,CN=Users,") + m_lab.base();
    const auto byName = m_directory->read(dn, {QStringLiteral("objectGUID"), QStringLiteral("objectSid")}, m_stop);
    QVERIFY(byName);
    const auto byGuid =
        m_directory->read(QStringLiteral("<GUID=%1>").arg(guidToText(byName->value(QStringLiteral("objectGUID")))),
                          {QStringLiteral("name")}, m_stop);
    QVERIFY(byGuid);
    QCOMPARE(byGuid->dn, dn);
    const QString sid = Sid::fromBytes(byName->value(QStringLiteral("objectSid"))).value().toText();
    const auto bySid = m_directory->read(QStringLiteral("<SID=%1>").arg(sid), {QStringLiteral("name")}, m_stop);
    QVERIFY(bySid);
    QCOMPARE(bySid->dn, dn);
}

void LdapRequestsTest::filterFromOutsideIsEscaped()
{
    DirectorySearch search;
    search.base = m_lab.base();
    search.filter = QStringLiteral("(sAMAccountName=%1)").arg(escapeFilter(QStringLiteral("*)(objectClass=*")));
    const auto entries = m_directory->list(search, m_stop);
    QVERIFY(entries);
    QCOMPARE(entries->size(), 0);
}

void LdapRequestsTest::attributeInRangesComesWhole()
{
    // The relay hands out "member" three values at a time, as Active Directory does with its 1500.
    int compared = 0;
    for (const LdifEntry &group :
         m_lab.entries(m_lab.base(), QStringLiteral("(&(objectClass=group)(member=*))"), {QStringLiteral("member")})) {
        const auto before = m_relay->requests(QStringLiteral("search")).size();
        const auto ours = m_directory->read(group.dn, {QStringLiteral("member"), QStringLiteral("name")}, m_stop);
        QVERIFY2(ours, ours ? "" : qPrintable(ours.error().toLogText()));
        auto members = ours->values(QStringLiteral("member"));
        auto theirs = group.values(QStringLiteral("member"));
        std::sort(members.begin(), members.end());
        std::sort(theirs.begin(), theirs.end());
        QCOMPARE(members, theirs);
        compared += theirs.size() > 6 ? 1 : 0;
        const auto requests = m_relay->requests(QStringLiteral("search")).size() - before;
        QCOMPARE(requests, (theirs.size() + 2) / 3); // each range once
    }
    QVERIFY(compared > 3);
    bool asked = false;
    for (const QJsonObject &request : m_relay->requests(QStringLiteral("search")))
        asked =
            asked || request.value(QLatin1String("attributes")).toArray().contains(QStringLiteral("member;range=3-*"));
    QVERIFY(asked);
}

void LdapRequestsTest::rangeThatWasAskedForStays()
{
    const QString dn = QStringLiteral("CN=Administrators,CN=Builtin,") + m_lab.base();
    const auto entry = m_directory->read(dn, {QStringLiteral("member;range=0-0")}, m_stop);
    QVERIFY(entry);
    QCOMPARE(entry->values(QStringLiteral("member;range=0-0")).size(), 1);
}

void LdapRequestsTest::rootDseTellsOfTheController()
{
    const RootDse &dse = m_directory->rootDse();
    QCOMPARE(dse.uri, m_relay->uri());
    QCOMPARE(dse.dnsHostName.toLower(), m_lab.host());
    QCOMPARE(dse.configurationNamingContext, QStringLiteral("CN=Configuration,") + m_lab.base());
    QCOMPARE(dse.schemaNamingContext, QStringLiteral("CN=Schema,CN=Configuration,") + m_lab.base());
    QCOMPARE(dse.domainFunctionality, 7);
    QCOMPARE(dse.forestFunctionality, 7);
    QCOMPARE(dse.domainControllerFunctionality, 7);
    QVERIFY(dse.isSynchronized);
    QVERIFY(dse.supportedControls.contains(pagedResults));
    QVERIFY(dse.ldapServiceName.endsWith(QStringLiteral("@CONTOSO.TEST")));
    QVERIFY(dse.currentTime.isValid());
    QVERIFY(qAbs(dse.currentTime.secsTo(dse.readAt)) <= 5);
}

void LdapRequestsTest::controllerIsReportedInOneForm()
{
    const auto plain = m_connector->connect(targetOf(m_lab, {QStringLiteral("LDAP://%1:389/").arg(m_lab.address())}),
                                            adminOf(m_lab), m_stop);
    QVERIFY2(plain, plain ? "" : qPrintable(plain.error().toLogText()));
    QCOMPARE((*plain)->rootDse().uri, m_lab.plainUri());
}

QTEST_GUILESS_MAIN(LdapRequestsTest)
#include "tst_ldap_requests.moc"
