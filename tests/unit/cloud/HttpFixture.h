// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/ports/HttpClient.h"
#include "tests/unit/cloud/TlsServer.h"

#include <QFile>
#include <QTemporaryDir>

namespace cloudsync::test {

/// What a test of the HTTP client needs: an authority, a server certificate of 127.0.0.1 below it, settings that trust
/// it.
struct HttpFixture
{
    HttpFixture()
    {
        TestCertificateOptions authority;
        authority.commonName = QStringLiteral("test authority");
        authority.isAuthority = true;
        root = makeCertificate(authority);
        server = certificateFor(QStringLiteral("IP:127.0.0.1"));
        settings.caFile = write(QStringLiteral("ca.pem"), root.certificatePem());
        settings.proxy = QStringLiteral("none");
    }

    [[nodiscard]] QString write(const QString &name, const QByteArray &bytes) const
    {
        QFile file(folder.filePath(name));
        if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
            qFatal("cannot write a test file");
        return file.fileName();
    }
    [[nodiscard]] TestCertificate certificateFor(const QString &name) const
    {
        TestCertificateOptions options;
        options.commonName = QStringLiteral("server");
        options.names = {name};
        options.issuer = &root;
        return makeCertificate(options);
    }
    [[nodiscard]] static HttpRequest get(const QUrl &url)
    {
        HttpRequest request;
        request.url = url;
        request.timeout = std::chrono::seconds(20);
        return request;
    }

    QTemporaryDir folder;
    TestCertificate root;
    TestCertificate server;
    HttpSettings settings;
};

/// A good answer of a TlsServer.
[[nodiscard]] inline QByteArray ok(const QByteArray &body, const QByteArray &headers = {})
{
    return "HTTP/1.1 200 OK\r\n" + headers + "Content-Length: " + QByteArray::number(body.size()) + "\r\n\r\n" + body;
}

} // namespace cloudsync::test
