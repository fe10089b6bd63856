// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/setup/directory/Forest.h"

#include <QUrl>

namespace cloudsync {

namespace {

// Not the session's own connection: another port of the same controller, opened with the same credential for one
// question.
Result<std::shared_ptr<Directory>> globalCatalog(Session &session, const QString &domain, const Directory &directory,
                                                 const std::stop_token &stop)
{
    const Answers answers = session.answers();
    const DirectoryAnswers *wanted = answers.directory(domain);
    const QString uri = globalCatalogUri(directory.rootDse().uri);
    if (!wanted || uri.isEmpty())
        return fail(ErrorCode::AnswerMissing, QStringLiteral("/directories"), domain);
    auto credential = session.credential(domain);
    if (!credential)
        return fail(std::move(credential.error()));
    DirectoryTarget target = Session::target(*wanted);
    target.controllers = QStringList{uri};
    return session.ports().directories.connect(target, *credential, stop);
}

} // namespace

QDateTime controllerNow(const RootDse &rootDse, const Clock &clock)
{
    const QDateTime here = clock.now();
    if (!rootDse.currentTime.isValid() || !rootDse.readAt.isValid())
        return here;
    return rootDse.currentTime.addMSecs(rootDse.readAt.msecsTo(here));
}

Result<QVector<ForestDomain>> forestDomains(Directory &directory, const std::stop_token &stop)
{
    DirectorySearch request;
    request.base = QStringLiteral("CN=Partitions,") + directory.rootDse().configurationNamingContext;
    request.scope = SearchScope::OneLevel;
    // FLAG_CR_NTDS_DOMAIN (MS-ADTS 6.1.1.2.1.1.1): naming contexts that are domains, not application partitions.
    request.filter = QStringLiteral("(&(objectClass=crossRef)(systemFlags:1.2.840.113556.1.4.803:=2))");
    request.attributes = {QStringLiteral("nCName"), QStringLiteral("dnsRoot"), QStringLiteral("nETBIOSName")};
    auto entries = directory.list(request, stop);
    if (!entries)
        return fail(std::move(entries.error()));
    QVector<ForestDomain> domains;
    for (const DirectoryEntry &entry : *entries)
        domains.append({entry.text(QStringLiteral("dnsRoot")).toLower(), entry.text(QStringLiteral("nCName")),
                        entry.text(QStringLiteral("nETBIOSName"))});
    return domains;
}

Result<QByteArray> domainSid(Directory &directory, const std::stop_token &stop)
{
    const QString dn = directory.rootDse().defaultNamingContext;
    auto root = directory.read(dn, {QStringLiteral("objectSid")}, stop);
    if (!root)
        return fail(std::move(root.error()));
    const QByteArray sid = root->value(QStringLiteral("objectSid"));
    if (sid.isEmpty())
        return fail(ErrorCode::DirectoryResponseInvalid, dn, QStringLiteral("no objectSid"));
    return sid;
}

Result<QByteArray> rootDomainSid(Session &session, const QString &domain, Directory &directory,
                                 const std::stop_token &stop)
{
    const RootDse &dse = directory.rootDse();
    if (normalizeDn(dse.rootDomainNamingContext) == normalizeDn(dse.defaultNamingContext))
        return domainSid(directory, stop);
    DirectorySearch trusts;
    trusts.base = QStringLiteral("CN=System,") + dse.defaultNamingContext;
    trusts.scope = SearchScope::OneLevel;
    trusts.filter = QStringLiteral("(&(objectClass=trustedDomain)(trustPartner=%1))")
                        .arg(escapeFilter(dnToDomain(dse.rootDomainNamingContext)));
    trusts.attributes = QStringList{QStringLiteral("securityIdentifier")};
    auto found = directory.list(trusts, stop);
    if (!found)
        return fail(std::move(found.error()));
    for (const DirectoryEntry &trust : *found) {
        if (const QByteArray sid = trust.value(QStringLiteral("securityIdentifier")); !sid.isEmpty())
            return sid;
    }
    // A grandchild trusts its parent only; the catalogue holds the root's domain object too.
    auto catalog = globalCatalog(session, domain, directory, stop);
    if (!catalog)
        return fail(std::move(catalog.error()));
    auto root = (*catalog)->read(dse.rootDomainNamingContext, {QStringLiteral("objectSid")}, stop);
    if (!root)
        return fail(std::move(root.error()));
    const QByteArray sid = root->value(QStringLiteral("objectSid"));
    if (sid.isEmpty())
        return fail(ErrorCode::DirectoryObjectMissing, dse.rootDomainNamingContext, QStringLiteral("no objectSid"));
    return sid;
}

Result<ForestSearch> searchOtherDomains(Session &session, const QString &domain, Directory &directory,
                                        const QString &filter, const QStringList &attributes,
                                        const std::stop_token &stop)
{
    auto domains = forestDomains(directory, stop);
    if (!domains)
        return fail(std::move(domains.error()));
    ForestSearch result;
    const QString own = directory.rootDse().defaultNamingContext;
    QVector<ForestDomain> others;
    for (const ForestDomain &one : std::as_const(*domains)) {
        if (normalizeDn(one.dn) != normalizeDn(own))
            others.append(one);
    }
    if (others.isEmpty())
        return result;

    DirectorySearch request;
    request.filter = filter;
    request.attributes = attributes;
    auto catalog = globalCatalog(session, domain, directory, stop);
    if (catalog) {
        for (const ForestDomain &other : std::as_const(others)) {
            request.base = other.dn;
            auto entries = (*catalog)->list(request, stop);
            if (entries)
                result.entries += *entries;
            else
                result.unsearched.append(other.domain);
        }
        return result;
    }
    session.ports().log.warning("directory.globalCatalog",
                                {{"domain", domain}, {"error", catalog.error().toLogText()}});
    const Answers answers = session.answers();
    for (const ForestDomain &other : std::as_const(others)) {
        if (!answers.directory(other.domain)) {
            result.unsearched.append(other.domain);
            continue;
        }
        auto connected = session.directory(other.domain, stop);
        request.base = other.dn;
        auto entries =
            connected ? (*connected)->list(request, stop) : Result<QVector<DirectoryEntry>>(fail(connected.error()));
        if (entries)
            result.entries += *entries;
        else
            result.unsearched.append(other.domain);
    }
    return result;
}

QString globalCatalogUri(const QString &uri)
{
    QUrl url(uri);
    if (url.host().isEmpty())
        return {};
    url.setPort(url.scheme() == QStringLiteral("ldaps") ? 3269 : 3268);
    return url.toString();
}

} // namespace cloudsync
