// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cli/RunCli.h"
#include "tests/support/RefusingPorts.h"

#include <QJsonDocument>

namespace cloudsync {

/// Answers that are right, for the directory alone. (Not in the test itself: moc 6.4 loses its way after a raw string.)
inline QJsonObject goodAnswers()
{
    return QJsonDocument::fromJson(R"({
        "version": 1, "license": {"accepted": true},
        "serviceAccount": {"mode": "create", "name": "provAgentgMSA", "domain": "contoso.test", "hosts": ["SYNC1"], "permissions": ["BasicRead"],
                           "restrict": false},
        "directories": [{"domain": "contoso.test", "controllers": ["ldaps://dc1.contoso.test"], "caFile": null, "preferredControllers": [],
                         "credential": {"user": "CONTOSO\\Administrator", "password": {"env": "X"}, "mechanism": "negotiate"}}]
    })").object();
}

/// One in-process command line with fake streams.
struct CliFixture
{
    RefusingConnector directories;
    RefusingSignIn signIn;
    NoTenant tenants;
    OtherMachine machine;
    FixedClock clock;
    GivenSecret secrets;
    Log log;
    QString stateFolder;
    QByteArray out;
    QByteArray err;
    bool composed = false;

    ExitCode run(const QStringList &words)
    {
        out.clear();
        err.clear();
        CliStreams streams;
        streams.out = [this](const QByteArray &bytes) { out += bytes; };
        streams.err = [this](const QByteArray &bytes) { err += bytes; };
        return runCli(words, streams, [this](const CliSettings &settings) -> Result<std::unique_ptr<CliBackend>> {
            composed = true;
            return std::make_unique<Composed>(*this, *settings.prompt);
        });
    }

    QJsonObject json() const { return QJsonDocument::fromJson(out).object(); }

    struct Composed : CliBackend
    {
        Composed(CliFixture &f, SignInPrompt &prompt)
            : made(Ports{f.directories, f.tenants, f.signIn, f.machine, f.clock, f.secrets, prompt, f.log}, f.stateFolder)
        {
        }
        Backend &backend() override { return made; }
        QJsonObject libraryVersions() const override { return {{"openssl", "3"}}; }
        Backend made;
    };
};

} // namespace cloudsync
