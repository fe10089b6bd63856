// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/setup/scan/FindingFile.h"

#include <QFile>
#include <QJsonDocument>

namespace cloudsync {

namespace {

/// Quoted throughout. A sheet would take what begins with one of these as a formula; the apostrophe makes it text.
QByteArray csvField(const QString &text)
{
    QString field = text;
    if (!field.isEmpty() && QStringView(u"=+-@\t\r").contains(field.at(0)))
        field.prepend(u'\'');
    field.replace(u'"', QStringLiteral("\"\""));
    return '"' + field.toUtf8() + '"';
}

QByteArray csvLine(const QStringList &fields)
{
    QByteArrayList quoted;
    for (const QString &field : fields)
        quoted.append(csvField(field));
    return quoted.join(',') + "\r\n";
}

} // namespace

Result<std::unique_ptr<FindingFile>> FindingFile::create(const QString &path)
{
    const bool lines = path.endsWith(QStringLiteral(".jsonl"), Qt::CaseInsensitive);
    if (!lines && !path.endsWith(QStringLiteral(".csv"), Qt::CaseInsensitive))
        return fail(ErrorCode::CommandLineWrong, QStringLiteral("--out"),
                    QStringLiteral("the file has to end in .jsonl or .csv"));
    std::unique_ptr<FindingFile> made(new FindingFile(path, lines ? Format::JsonLines : Format::Csv));
    if (!made->m_file.open(QIODevice::WriteOnly))
        return fail(ErrorCode::FileUnwritable, path, made->m_file.errorString());
    made->m_file.setPermissions(QFileDevice::ReadOwner | QFileDevice::WriteOwner);
    if (!lines)
        made->m_file.write("rule,severity,domain,dn,attribute,value,message,proposal,newValue\r\n");
    return made;
}

void FindingFile::take(const ScanFinding &finding)
{
    switch (m_format) {
    case Format::JsonLines:
        m_file.write(QJsonDocument(finding.toJson()).toJson(QJsonDocument::Compact) + '\n');
        return;
    case Format::Csv:
        m_file.write(csvLine({finding.rule, severityName(finding.severity), finding.domain, finding.dn,
                              finding.attribute, finding.value, finding.message, finding.proposal,
                              finding.newValue.value_or(QString())}));
        return;
    }
}

Result<void> FindingFile::commit()
{
    if (!m_file.commit())
        return fail(ErrorCode::FileUnwritable, m_file.fileName(), m_file.errorString());
    return {};
}

Result<void> readFindings(const QString &path, const FindingSink &onFinding)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return fail(ErrorCode::FileUnreadable, path, file.errorString());
    for (int number = 1; !file.atEnd(); ++number) {
        const QByteArray line = file.readLine().trimmed();
        if (line.isEmpty())
            continue;
        const auto finding = ScanFinding::fromJson(QJsonDocument::fromJson(line).object());
        if (!finding)
            return fail(ErrorCode::FileUnreadable, path, QStringLiteral("line %1 is no finding").arg(number));
        onFinding(*finding);
    }
    return {};
}

} // namespace cloudsync
