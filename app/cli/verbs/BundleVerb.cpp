// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/Documents.h"
#include "cli/verbs/Verbs.h"

#include "backend/setup/support/SupportBundle.h"

#include <QCoreApplication>
#include <QJsonArray>

namespace cloudsync {

namespace {

/// What check and status find goes in; what stands in their way does as well.
void look(const Call &call, BundleContent &content)
{
    auto wanted = call.request();
    if (!wanted) {
        content.check = errorDocument(wanted.error(), exitCodeFor(wanted.error().code), {});
        return;
    }
    content.check = checkDocument(call.backend.check(*wanted));
    if (!wanted->session->answers().signIn)
        return;
    auto status = call.backend.status(*wanted);
    content.status = status ? statusDocument(*status) : errorDocument(status.error(), exitCodeFor(status.error().code), {});
}

} // namespace

ExitCode runBundle(const Call &call)
{
    const Ports &ports = call.backend.ports();
    BundleContent content;
    content.written = ports.clock.now();
    content.versions = versionDocument(call.libraries);
    content.answersFile = call.arguments.answersFile;
    content.stateFolder = call.backend.stateFolder();
    if (!ports.log.path().isEmpty())
        content.logFiles.append(ports.log.path());
    if (auto host = ports.machine.facts())
        content.host = *host;
    if (auto agent = ports.machine.agent())
        content.agent = *agent;
    if (!content.answersFile.isEmpty())
        look(call, content);
    const auto written = writeSupportBundle(call.arguments.out, content);
    if (!written)
        return call.failed(written.error());
    call.reporter.message(QCoreApplication::translate("RunCli", "Support bundle: %1\n%2 files; secrets taken out at %3 places. It names people and "
                                                                "servers: look through it before you pass it on.")
                              .arg(call.arguments.out)
                              .arg(written->files.size())
                              .arg(written->removed),
                          {{QStringLiteral("exitCode"), 0},
                           {QStringLiteral("bundleFile"), call.arguments.out},
                           {QStringLiteral("files"), QJsonArray::fromStringList(written->files)},
                           {QStringLiteral("removed"), written->removed}});
    return ExitCode::Done;
}

} // namespace cloudsync
