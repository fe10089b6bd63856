// SPDX-License-Identifier: GPL-3.0-or-later
// Who may do what: each row a list, a question and the answer. The lab asks the same of a real controller
// (tests/integration/directory).
#include "backend/setup/security/EffectiveAccess.h"
#include "backend/setup/security/Sddl.h"

#include <QTest>

using namespace cloudsync;

namespace {

using Kind = AccessVerdict::Kind;

constexpr auto account = "S-1-5-21-1-2-3-1111";
constexpr auto group = "S-1-5-21-1-2-3-2222";
constexpr auto lockoutTime = "28630ebf-41d5-11d1-a9c1-0000f80367c1";
constexpr auto pwdLastSet = "bf967a0a-0de6-11d0-a285-00aa003049e2";
constexpr auto accountRestrictions = "4c164200-20c0-11d0-a768-00aa006e0529";
constexpr auto resetPassword = "00299570-246d-11d0-a768-00aa006e0529";
constexpr auto userClass = "bf967aba-0de6-11d0-a285-00aa003049e2";
constexpr auto groupClass = "bf967a9c-0de6-11d0-a285-00aa003049e2";

std::optional<Guid> guid(const char *text)
{
    return *text == '\0' ? std::nullopt : std::optional<Guid>(Guid::fromText(QLatin1String(text)).value());
}

Sid sid(const char *text)
{
    return Sid::fromText(QLatin1String(text)).value();
}

} // namespace

Q_DECLARE_METATYPE(cloudsync::AccessVerdict::Kind)

class EffectiveAccessTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void listAnswers_data();
    void listAnswers();
    void everyPropertyNamesWhatIsDenied();
    void verdictNamesTheEntryThatDecided();
    void genericRightsAreMapped();
};

void EffectiveAccessTest::listAnswers_data()
{
    QTest::addColumn<QString>("sddl");
    QTest::addColumn<quint32>("mask");
    QTest::addColumn<QByteArray>("type");
    QTest::addColumn<QByteArray>("propertySet");
    QTest::addColumn<AccessVerdict::Kind>("verdict");
    const auto row = [](const char *name, const QString &sddl, quint32 mask, const char *type, const char *set,
                        Kind verdict) {
        QString text = sddl;
        text.replace(QStringLiteral("ME"), QLatin1String(account))
            .replace(QStringLiteral("GROUP"), QLatin1String(group));
        QTest::newRow(name) << text << mask << QByteArray(type) << QByteArray(set) << verdict;
    };
    const auto object = [](const char *kind, const char *flags, const char *rights, const char *type,
                           const char *trustee) {
        return QStringLiteral("(%1;%2;%3;%4;;%5)")
            .arg(QLatin1String(kind), QLatin1String(flags), QLatin1String(rights), QLatin1String(type),
                 QLatin1String(trustee));
    };
    using namespace ds_right;
    row("empty list", "D:", readProperty, "", "", Kind::NotGranted);
    row("no list at all", "O:BA", fullControl, "", "", Kind::Granted);
    row("own entry", "D:(A;;RP;;;ME)", readProperty, "", "", Kind::Granted);
    row("inherited entry", "D:(A;CIID;RP;;;ME)", readProperty, "", "", Kind::Granted);
    row("entry for children only", "D:(A;CIIO;RP;;;ME)", readProperty, "", "", Kind::NotGranted);
    row("entry of a group", "D:(A;;RP;;;GROUP)", readProperty, "", "", Kind::Granted);
    row("entry of somebody else", "D:(A;;RP;;;S-1-5-21-1-2-3-9)", readProperty, "", "", Kind::NotGranted);
    row("entry of everybody", "D:(A;;RP;;;WD)", readProperty, "", "", Kind::Granted);
    row("bits from two entries", "D:(A;;RP;;;ME)(A;;WP;;;GROUP)", readProperty | writeProperty, "", "", Kind::Granted);
    row("one of two bits", "D:(A;;RP;;;ME)", readProperty | writeProperty, "", "", Kind::NotGranted);
    row("denial before grant", "D:(D;;RP;;;GROUP)(A;;RP;;;ME)", readProperty, "", "", Kind::Denied);
    row("explicit grant before inherited denial", "D:(A;;RP;;;ME)(D;CIID;RP;;;GROUP)", readProperty, "", "",
        Kind::Granted);
    row("denial of another right", "D:(D;;WP;;;ME)(A;;RP;;;ME)", readProperty, "", "", Kind::Granted);
    row("denial for children only", "D:(D;CIIO;RP;;;ME)(A;;RP;;;ME)", readProperty, "", "", Kind::Granted);
    row("attribute", QStringLiteral("D:") + object("OA", "", "WP", lockoutTime, "ME"), writeProperty, lockoutTime, "",
        Kind::Granted);
    row("another attribute", QStringLiteral("D:") + object("OA", "", "WP", lockoutTime, "ME"), writeProperty,
        pwdLastSet, accountRestrictions, Kind::NotGranted);
    row("property set holds the attribute", QStringLiteral("D:") + object("OA", "", "WP", accountRestrictions, "ME"),
        writeProperty, pwdLastSet, accountRestrictions, Kind::Granted);
    row("property set does not hold it", QStringLiteral("D:") + object("OA", "", "WP", accountRestrictions, "ME"),
        writeProperty, lockoutTime, "", Kind::NotGranted);
    row("every property holds the attribute", "D:(A;;WP;;;ME)", writeProperty, lockoutTime, "", Kind::Granted);
    row("denial of the property set",
        QStringLiteral("D:") + object("OD", "", "WP", accountRestrictions, "WD") + QStringLiteral("(A;;WP;;;ME)"),
        writeProperty, pwdLastSet, accountRestrictions, Kind::Denied);
    row("denial of another attribute",
        QStringLiteral("D:") + object("OD", "", "WP", lockoutTime, "WD") + QStringLiteral("(A;;WP;;;ME)"),
        writeProperty, pwdLastSet, accountRestrictions, Kind::Granted);
    row("entry for the object's own class", QStringLiteral("D:") + object("OA", "", "RP", userClass, "ME"),
        readProperty, lockoutTime, "", Kind::Granted);
    row("entry for another class", QStringLiteral("D:") + object("OA", "", "RP", groupClass, "ME"), readProperty,
        lockoutTime, "", Kind::NotGranted);
    row("extended right", QStringLiteral("D:") + object("OA", "", "CR", resetPassword, "ME"), controlAccess,
        resetPassword, "", Kind::Granted);
    row("all extended rights", "D:(A;;CR;;;ME)", controlAccess, resetPassword, "", Kind::Granted);
    row("full control", "D:(A;;GA;;;ME)", controlAccess, resetPassword, "", Kind::Granted);
    row("another extended right", QStringLiteral("D:") + object("OA", "", "CR", pwdLastSet, "ME"), controlAccess,
        resetPassword, "", Kind::NotGranted);
    row("children of a class", QStringLiteral("D:") + object("OA", "CI", "CCDC", groupClass, "ME"),
        createChild | deleteChild, groupClass, "", Kind::Granted);
    row("owner may change the list", QStringLiteral("O:%1D:").arg(QLatin1String(account)), readControl | writeDacl, "",
        "", Kind::Granted);
    row("owner through a group", QStringLiteral("O:%1D:").arg(QLatin1String(group)), writeDacl, "", "", Kind::Granted);
    row("owner may not write properties", QStringLiteral("O:%1D:").arg(QLatin1String(account)), writeProperty, "", "",
        Kind::NotGranted);
    row("owner rights limit the owner", QStringLiteral("O:%1D:(A;;RC;;;OW)").arg(QLatin1String(account)), writeDacl, "",
        "", Kind::NotGranted);
    row("owner rights grant the owner", QStringLiteral("O:%1D:(A;;RCWP;;;OW)").arg(QLatin1String(account)),
        writeProperty, "", "", Kind::Granted);
    row("owner rights are not for others", "O:BAD:(A;;WP;;;OW)", writeProperty, "", "", Kind::NotGranted);
    row("self is the object", "D:(A;;WP;;;PS)", writeProperty, "", "", Kind::NotGranted);
    row("condition does not grant", "D:(XA;;RP;;;ME;#61727478)", readProperty, "", "", Kind::NotGranted);
    row("condition denies", "D:(XD;;RP;;;ME;#61727478)(A;;RP;;;ME)", readProperty, "", "", Kind::Denied);
}

void EffectiveAccessTest::listAnswers()
{
    QFETCH(const QString, sddl);
    QFETCH(const quint32, mask);
    QFETCH(const QByteArray, type);
    QFETCH(const QByteArray, propertySet);
    QFETCH(const AccessVerdict::Kind, verdict);
    const auto sd = securityDescriptorFromSddl(sddl);
    QVERIFY2(sd, qPrintable(sddl + (sd ? QString() : sd.error().toLogText())));
    const EffectiveAccess access(*sd, {sid(account), sid(group), sid("S-1-1-0"), sid("S-1-5-11")},
                                 sid("S-1-5-21-1-2-3-500"), guid(userClass));
    QCOMPARE(access.ask({mask, guid(type), guid(propertySet)}).kind, verdict);
}

void EffectiveAccessTest::everyPropertyNamesWhatIsDenied()
{
    const auto sd = securityDescriptorFromSddl(
        QStringLiteral("D:(OD;;RP;%1;;WD)(A;;RP;;;%2)").arg(QLatin1String(lockoutTime), QLatin1String(account)));
    QVERIFY(sd);
    const EffectiveAccess access(*sd, {sid(account), sid("S-1-1-0")});
    const AccessVerdict all = access.ask({ds_right::readProperty, {}, {}, true});
    QCOMPARE(all.kind, Kind::PartDenied);
    QCOMPARE(all.by->objectType, guid(lockoutTime));
    QCOMPARE(access.ask({ds_right::readProperty, guid(pwdLastSet), {}}).kind, Kind::Granted);
}

void EffectiveAccessTest::verdictNamesTheEntryThatDecided()
{
    const auto sd =
        securityDescriptorFromSddl(QStringLiteral("D:(A;;RP;;;AU)(A;;WP;;;%1)").arg(QLatin1String(account)));
    QVERIFY(sd);
    const EffectiveAccess access(*sd, {sid(account), sid("S-1-5-11")});
    QCOMPARE(access.ask({ds_right::readProperty, {}, {}}).by->trustee, sid("S-1-5-11"));
    QCOMPARE(access.ask({ds_right::writeProperty, {}, {}}).by->trustee, sid(account));
    const AccessVerdict missing = access.ask({ds_right::writeProperty | ds_right::writeDacl, {}, {}});
    QCOMPARE(missing.missing, ds_right::writeDacl);
    QVERIFY(!missing.by);
}

void EffectiveAccessTest::genericRightsAreMapped()
{
    QCOMPARE(mapGenericRights(0x10000000), ds_right::fullControl);
    QCOMPARE(mapGenericRights(0x80000000), ds_right::genericRead);
    QCOMPARE(mapGenericRights(0x40000000 | ds_right::readProperty), ds_right::genericWrite | ds_right::readProperty);
    QCOMPARE(mapGenericRights(0x20000000), ds_right::readControl | ds_right::listContents);
}

QTEST_GUILESS_MAIN(EffectiveAccessTest)
#include "tst_effective_access.moc"
