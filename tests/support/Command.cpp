// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/Command.h"

#include <QProcess>

namespace cloudsync::tests {

CommandOutput runCommand(const QString &program, const QStringList &arguments, const QProcessEnvironment &environment,
                         const QByteArray &input, std::chrono::seconds limit)
{
    QProcess process;
    process.setProcessEnvironment(environment);
    process.start(program, arguments);
    if (!process.waitForStarted())
        return {-1, {}, (program + QStringLiteral(" did not start: ") + process.errorString()).toUtf8()};
    process.write(input);
    process.closeWriteChannel();
    const bool ended = process.waitForFinished(int(std::chrono::milliseconds(limit).count()));
    CommandOutput result{-1, process.readAllStandardOutput(), process.readAllStandardError()};
    if (!ended) {
        result.errors += QByteArray("stopped at the limit: ") + program.toUtf8() + '\n';
        process.kill();
        process.waitForFinished(5000);
    } else if (process.exitStatus() == QProcess::NormalExit) {
        result.exitCode = process.exitCode();
    }
    return result;
}

} // namespace cloudsync::tests
