// SPDX-License-Identifier: GPL-3.0-or-later
// Composing, writing and proving every permission set on one domain, against samba-tool dsacl set doing the same
// entries one by one, on the same controller in one run. Ends with 1 when the product takes more than half the time.
#include "tests/integration/directory/DirectoryLab.h"
#include "tests/integration/directory/TaskRun.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QTextStream>

using namespace cloudsync;
using namespace cloudsync::tests;

namespace {

constexpr double most = 0.5;

QStringList own(const DirectoryLab &lab, const QString &sid)
{
    QStringList list;
    for (const QString &entry : DirectoryLab::entries(lab.sddl(lab.lab.base()))) {
        if (entry.endsWith(u';' + sid))
            list.append(u'(' + entry + u')');
    }
    list.sort();
    return list;
}

} // namespace

int main(int argc, char **argv)
{
    const QCoreApplication app(argc, argv);
    QTextStream out(stdout);
    DirectoryLab lab;
    if (!lab.lab.start()) {
        out << lab.lab.errorText() << Qt::endl;
        return 2;
    }
    TaskRun account(lab.session(lab.answers({QStringLiteral("SYNC1")}, {})));
    if (const QString error = account.apply(); !error.isEmpty()) {
        out << error << Qt::endl;
        return 2;
    }
    const QString sid = lab.sidOf(lab.accountDn());

    // Ours: connect, compose, compare, one write, compute on sample objects, compare again.
    QElapsedTimer timer;
    timer.start();
    TaskRun run(lab.session(lab.answers({QStringLiteral("SYNC1")}, {PermissionSet::All})));
    const QString error = run.apply();
    const QStringList states = run.states();
    const double ours = double(timer.nsecsElapsed()) / 1e9;
    if (!error.isEmpty() || states.contains(QStringLiteral("missing"))) {
        out << error << states.join(u' ') << Qt::endl;
        return 2;
    }
    const QStringList written = own(lab, sid);
    if (const QString undone = run.undo(); !undone.isEmpty() || !own(lab, sid).isEmpty()) {
        out << undone << Qt::endl;
        return 2;
    }

    timer.restart();
    for (const QString &entry : written) {
        const CommandOutput set =
            lab.lab.sambaTool({QStringLiteral("dsacl"), QStringLiteral("set"), QStringLiteral("--action=allow"),
                               QStringLiteral("--objectdn=") + lab.lab.base(), QStringLiteral("--sddl=") + entry});
        if (!set.ok()) {
            out << QString::fromUtf8(set.all()) << Qt::endl;
            return 2;
        }
    }
    const double theirs = double(timer.nsecsElapsed()) / 1e9;
    if (own(lab, sid) != written) {
        out << "the two did not write the same" << Qt::endl;
        return 2;
    }
    out << "entries written, the same by both: " << written.size() << Qt::endl;
    out << "compose, write and prove: " << QString::number(ours, 'f', 2) << " s" << Qt::endl;
    out << "samba-tool dsacl set, one by one: " << QString::number(theirs, 'f', 2) << " s" << Qt::endl;
    out << "ratio: " << QString::number(ours / theirs, 'f', 3) << " (at most " << most << ")" << Qt::endl;
    return ours <= most * theirs ? 0 : 1;
}
