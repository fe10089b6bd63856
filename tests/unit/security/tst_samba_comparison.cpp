// SPDX-License-Identifier: GPL-3.0-or-later
// Our reading of security descriptors against Samba's: those of every object in the lab's domain, every default of the
// Active Directory schema, and random ones with a fixed seed.
#include "backend/setup/security/Sddl.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTest>

#include <algorithm>

using namespace cloudsync;

namespace {

constexpr int limit = 60000; // milliseconds for anything asked of the other side
constexpr int fewest = 5000;      // random descriptors, and the defaults of the schema
constexpr int fewestReal = 3000; // descriptors of objects in the lab's domain

struct Sample
{
    QString name;
    QByteArray bytes;
    QString sddl; // empty where Samba's text is not comparable
};

QByteArray base64(const QJsonObject &object, const char *key)
{
    return QByteArray::fromBase64(object.value(QLatin1String(key)).toString().toLatin1());
}

} // namespace

class SambaComparisonTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanupTestCase();
    void everyDescriptorIsWrittenAsItWasRead();
    void sambasTextGivesTheSameValues();
    void ourTextGivesTheSameBytesInSamba();
    void ourBytesAreReadBySambaAfterAChange();

private:
    QByteArray line();
    QJsonObject ask(const QByteArray &bytes, const QString &sddl);

    QProcess m_samba;
    QVector<Sample> m_samples;
    SddlContext m_context;
};

QByteArray SambaComparisonTest::line()
{
    while (!m_samba.canReadLine()) {
        if (!m_samba.waitForReadyRead(limit))
            return {};
    }
    return m_samba.readLine();
}

QJsonObject SambaComparisonTest::ask(const QByteArray &bytes, const QString &sddl)
{
    const QJsonObject question{{QStringLiteral("bytes"), QString::fromLatin1(bytes.toBase64())},
                               {QStringLiteral("sddl"), sddl}};
    m_samba.write(QJsonDocument(question).toJson(QJsonDocument::Compact) + '\n');
    return QJsonDocument::fromJson(line()).object();
}

void SambaComparisonTest::initTestCase()
{
    m_context.domain = Sid::fromText(QStringLiteral("S-1-5-21-3067529159-2088026235-3412743449")).value();
    // Samba's modules belong to the system's interpreter; another python in front of the path does not have them.
    m_samba.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    QProcess lab;
    lab.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    lab.start(QStringLiteral(CLOUDSYNC_LAB_DC), {QStringLiteral("template")});
    QVERIFY(lab.waitForFinished(limit) && lab.exitCode() == 0);
    const QString database = QString::fromUtf8(lab.readAllStandardOutput().trimmed()) + QStringLiteral("/private/sam.ldb");
    m_samba.start(QStringLiteral("/usr/bin/python3"), {QStringLiteral(SAMBA_DESCRIPTORS), database});
    QVERIFY2(m_samba.waitForStarted(limit), "the system's python3 did not start");
    for (;;) {
        const QByteArray one = line();
        QVERIFY2(!one.isEmpty(), "Samba's python bindings (python3-samba) gave no descriptors");
        if (one.trimmed().isEmpty())
            break;
        const QJsonObject object = QJsonDocument::fromJson(one).object();
        m_samples.append({object.value(QLatin1String("name")).toString(), base64(object, "bytes"),
                          object.value(QLatin1String("sddl")).toString()});
    }
    const auto real = std::count_if(m_samples.cbegin(), m_samples.cend(), [](const Sample &sample) {
        return sample.name.startsWith(QLatin1String("object "));
    });
    QVERIFY2(real >= fewestReal, qPrintable(QString::number(real)));
    QVERIFY2(m_samples.size() - real >= fewest, qPrintable(QString::number(m_samples.size())));
}

void SambaComparisonTest::cleanupTestCase()
{
    m_samba.closeWriteChannel();
    QVERIFY(m_samba.waitForFinished(limit));
    QCOMPARE(m_samba.exitCode(), 0);
}

void SambaComparisonTest::everyDescriptorIsWrittenAsItWasRead()
{
    for (const Sample &sample : std::as_const(m_samples)) {
        const auto sd = SecurityDescriptor::fromBytes(sample.bytes);
        QVERIFY2(sd, qPrintable(sample.name + QLatin1String(": ") + (sd ? QString() : sd.error().toLogText())));
        QVERIFY2(sd->toBytes().value() == sample.bytes, qPrintable(sample.name));
    }
}

void SambaComparisonTest::sambasTextGivesTheSameValues()
{
    int compared = 0;
    for (const Sample &sample : std::as_const(m_samples)) {
        if (sample.sddl.isEmpty())
            continue;
        auto read = SecurityDescriptor::fromBytes(sample.bytes).value();
        // Text has no word for owner and group that were defaulted, which most objects of a directory say.
        read.control &= static_cast<quint16>(~(sd_control::ownerDefaulted | sd_control::groupDefaulted));
        const auto fromText = securityDescriptorFromSddl(sample.sddl, m_context);
        QVERIFY2(fromText,
                 qPrintable(sample.sddl + QLatin1String(": ") + (fromText ? QString() : fromText.error().toLogText())));
        // Text does not say the revision of a list: 2 or 4 hold the same entries.
        for (std::optional<Acl> *acl : {&read.dacl, &read.sacl}) {
            const std::optional<Acl> &other = acl == &read.dacl ? fromText->dacl : fromText->sacl;
            if (*acl && other)
                (*acl)->revision = other->revision;
        }
        QVERIFY2(*fromText == read, qPrintable(sample.name + QLatin1Char('\n') + sample.sddl + QLatin1Char('\n') +
                                               toSddl(read, m_context)));
        ++compared;
    }
    QVERIFY(compared >= fewest);
}

void SambaComparisonTest::ourTextGivesTheSameBytesInSamba()
{
    for (const Sample &sample : std::as_const(m_samples)) {
        if (sample.sddl.isEmpty())
            continue;
        const auto read = SecurityDescriptor::fromBytes(sample.bytes).value();
        const QJsonObject answer = ask(sample.bytes, toSddl(read, m_context));
        const auto throughSamba = SecurityDescriptor::fromBytes(base64(answer, "sddlAsBytes"));
        QVERIFY2(throughSamba, qPrintable(sample.name + QLatin1Char('\n') + toSddl(read, m_context)));
        QVERIFY2(toSddl(*throughSamba, m_context) == toSddl(read, m_context), qPrintable(sample.name));
    }
}

void SambaComparisonTest::ourBytesAreReadBySambaAfterAChange()
{
    const Ace own =
        aceFromSddl(QStringLiteral("(OA;CIIO;RPWP;;bf967aba-0de6-11d0-a285-00aa003049e2;S-1-5-21-7-7-7-1234)")).value();
    int changed = 0;
    for (const Sample &sample : std::as_const(m_samples)) {
        auto sd = SecurityDescriptor::fromBytes(sample.bytes).value();
        if (!sd.dacl)
            continue;
        sd.dacl->aces.prepend(own);
        const QByteArray bytes = sd.toBytes().value();
        const QJsonObject answer = ask(bytes, QStringLiteral("D:"));
        // Samba writes what it read in its own canonical layout, which is the one these samples have.
        QVERIFY2(base64(answer, "bytesAsBytes") == bytes, qPrintable(sample.name));
        ++changed;
    }
    QVERIFY(changed > 100);
}

QTEST_GUILESS_MAIN(SambaComparisonTest)
#include "tst_samba_comparison.moc"
