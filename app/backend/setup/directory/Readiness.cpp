// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/setup/directory/Readiness.h"

#include "backend/setup/directory/DirectorySetup.h"
#include "backend/setup/directory/DirectoryText.h"
#include "backend/setup/errors/ErrorCatalogue.h"

namespace cloudsync {

namespace {

QString findingId(const QString &domain, const char *check)
{
    return QStringLiteral("directory.%1.%2").arg(domain, QLatin1String(check));
}

QString evidenceOf(const Error &error)
{
    return error.detail.isEmpty() ? error.subject : QStringLiteral("%1: %2").arg(error.subject, error.detail);
}

Finding connectionFinding(const QString &domain)
{
    Finding finding;
    finding.id = findingId(domain, "connection");
    finding.section = QStringLiteral("directory");
    //: %1 domain
    finding.title = DirectoryText::tr("Connection to %1").arg(domain);
    return finding;
}

} // namespace

Readiness::Readiness(Session &session, const Answers &answers, const QString &domain, Directory &directory,
                     const std::stop_token &stop)
    : m_session(session), m_answers(answers), m_domain(domain), m_directory(directory), m_stop(stop)
{
}

const ServiceAccountAnswers *Readiness::account() const
{
    const bool isHere =
        m_answers.serviceAccount && m_answers.serviceAccount->domain.compare(m_domain, Qt::CaseInsensitive) == 0;
    return isHere ? &*m_answers.serviceAccount : nullptr;
}

bool Readiness::repairs(const char *repair) const
{
    return account() && account()->repair.contains(QLatin1String(repair));
}

Result<std::optional<NameHolder>> Readiness::holder()
{
    if (!account())
        return std::optional<NameHolder>();
    if (!m_holder)
        m_holder = findNameHolder(m_directory, account()->name, m_stop);
    return *m_holder;
}

Result<bool> Readiness::createsAccount()
{
    if (!account() || account()->mode == ServiceAccountMode::Existing)
        return false;
    auto there = holder();
    if (!there)
        return fail(std::move(there.error()));
    return !there->has_value();
}

void Readiness::add(Severity severity, const char *check, const QString &title, const QString &evidence,
                    const QString &cause, const QString &remedy)
{
    Finding finding;
    finding.id = findingId(m_domain, check);
    finding.severity = severity;
    finding.section = QStringLiteral("directory");
    finding.title = title;
    finding.evidence = evidence;
    finding.cause = cause;
    finding.remedy = remedy;
    m_findings.append(finding);
}

void Readiness::ok(const char *check, const QString &title, const QString &evidence)
{
    add(Severity::Ok, check, title, evidence, {}, {});
}

void Readiness::info(const char *check, const QString &title, const QString &evidence, const QString &cause,
                     const QString &remedy)
{
    add(Severity::Info, check, title, evidence, cause, remedy);
}

void Readiness::warning(const char *check, const QString &title, const QString &evidence, const QString &cause,
                        const QString &remedy)
{
    add(Severity::Warning, check, title, evidence, cause, remedy);
}

void Readiness::error(const char *check, const QString &title, const QString &evidence, const QString &cause,
                      const QString &remedy, const std::optional<Error> &failure)
{
    add(Severity::Error, check, title, evidence, cause, remedy);
    if (failure)
        m_failures.append(*failure);
}

void Readiness::repairable(Severity severity, const char *check, const QString &title, const QString &evidence,
                           const QString &cause, const QString &remedy, const std::optional<Error> &failure)
{
    add(severity, check, title, evidence, cause, remedy);
    m_findings.last().canRepair = true;
    if (failure)
        m_failures.append(*failure);
}

void Readiness::failed(const char *check, const QString &title, const Error &why)
{
    const ErrorText text = errorText(why);
    add(Severity::Error, check, title, evidenceOf(why), text.happened, text.next);
    m_failures.append(why);
}

QVector<Finding> directoryFindings(const std::shared_ptr<Session> &session, RunContext &context,
                                   QVector<Error> *failures)
{
    QVector<Finding> findings;
    const Answers answers = session->answers();
    for (const DirectoryAnswers &directory : answers.directories) {
        if (context.stopRequested())
            break;
        //: %1 domain
        context.report(DirectoryText::tr("Looking at %1").arg(directory.domain));
        Finding connection = connectionFinding(directory.domain);
        auto connected = session->directory(directory.domain, context.stop());
        if (!connected) {
            const ErrorText text = errorText(connected.error());
            connection.severity = Severity::Error;
            connection.evidence = evidenceOf(connected.error());
            connection.cause = text.happened;
            connection.remedy = text.next;
            findings.append(connection);
            if (failures)
                failures->append(connected.error());
            continue;
        }
        //: %1 address of a domain controller, %2 account that is signed in
        connection.evidence =
            DirectoryText::tr("%1, signed in as %2").arg((*connected)->rootDse().uri, (*connected)->identity());
        findings.append(connection);

        Readiness readiness(*session, answers, directory.domain, **connected, context.stop());
        for (const auto examine : {examineCredential, examineController, examineForest, examineServiceAccount, examinePermissions, examineScope, examineWriteback,
                                   examineDeviceSync}) {
            if (!context.stopRequested())
                examine(readiness);
        }
        findings += readiness.findings();
        if (failures)
            *failures += readiness.failures();
    }
    return findings;
}

} // namespace cloudsync
