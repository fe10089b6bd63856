// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/setup/errors/ExitCode.h"
#include "cli/RunCli.h"
#include "tests/support/tenant/LabTenant.h"

#include <QTemporaryDir>

namespace cloudsync::test {

/// A person of the JSON directory.
[[nodiscard]] QJsonObject person(const QString &name, const QString &unit, const QString &suffix,
                                 const QJsonObject &further = {});

/// The stand-in tenant with a small directory and one agent, and the command line as the product puts it together, run
/// in process on answers for the tenant alone.
class TenantRun
{
public:
    struct Outcome
    {
        ExitCode exitCode = ExitCode::Done;
        QByteArray output;
        QByteArray errors;
        QJsonObject document;
        [[nodiscard]] QByteArray all() const { return output + errors; }
    };

    /// A sentence when it fails, empty otherwise. `config` is laid over the tenant's defaults.
    [[nodiscard]] QString start(const QJsonObject &config = {});
    LabTenant &lab() { return m_lab; }

    /// Answers for contoso.test: password hashes, scope OU=Sales, notifications, threshold 3, jobs running.
    [[nodiscard]] QJsonObject answers() const;
    /// The same with another configuration object.
    [[nodiscard]] QJsonObject answers(const QJsonObject &configuration) const;
    [[nodiscard]] QString write(const QJsonObject &answers, const QString &name = QStringLiteral("answers.json")) const;
    [[nodiscard]] QString path(const QString &name) const { return m_folder.filePath(name); }
    [[nodiscard]] QString stateFolder() const { return path(QStringLiteral("state")); }

    /// `words` and --json, on this run's state folder. Streams without a terminal.
    [[nodiscard]] Outcome run(QStringList words);
    /// The same as a person at a terminal that does not show colours: `typed` answers what is asked.
    [[nodiscard]] Outcome typing(const QStringList &words, const QString &typed);
    /// apply --yes on these answers.
    [[nodiscard]] Outcome apply(const QJsonObject &answers);

    /// The people of the directory from now on.
    void setPeople(const QJsonArray &people) const;
    [[nodiscard]] QJsonArray everybody() const;

    /// The one configuration as the tenant holds it; empty when there is none.
    [[nodiscard]] QJsonObject configuration();
    /// A job of it by template: {"body","schema"}.
    [[nodiscard]] QJsonObject job(const QString &templateId);
    /// "METHOD path" of each exchange that changed the tenant since the record was reset.
    [[nodiscard]] QStringList writes();
    void registerAgent(const QString &machine);

private:
    [[nodiscard]] QJsonObject directory(const QJsonArray &people) const;

    LabTenant m_lab;
    QTemporaryDir m_folder;
};

} // namespace cloudsync::test
