// SPDX-License-Identifier: GPL-3.0-or-later
// Feeds a libFuzzer target without libFuzzer: seeds and what becomes of them under random changes, for a while or for a
// number of inputs, from a seed that is printed.
//
//     fuzz-security-descriptor [--seconds N | --inputs N] [--seed N]
#include "backend/setup/security/Sddl.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QRandomGenerator>

#include <cstdio>
#include <optional>

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

using namespace cloudsync;

namespace {

constexpr qsizetype longest = 4096;

QList<QByteArray> corpus()
{
    // One of everything that a directory holds; the bytes and the text of each.
    const QStringList texts{
        QStringLiteral("O:BAG:BAD:AI(A;;GA;;;SY)(D;CI;WP;;;WD)(A;CIID;RPWP;;;AU)"),
        QStringLiteral("O:S-1-5-21-1-2-3-512G:S-1-5-21-1-2-3-512D:PAI(OA;CIIO;CR;00299570-246d-11d0-a768-00aa006e0529;"
                       "bf967aba-0de6-11d0-a285-00aa003049e2;S-1-5-21-1-2-3-1111)(OD;;WP;4c164200-20c0-11d0-a768-"
                       "00aa006e0529;;PS)"),
        QStringLiteral("D:(XA;;RP;;;WD;#6172747800)(A;OICINPIO;0x1ff;;;OW)"),
        QStringLiteral("D:(A;;RP;;;S-1-5-21-1-2-3-4-5-6-7-8-9-10-11-12-13-14)S:AI(OU;CIIOIDSA;WP;f30e3bbe-9ff0-11d1-"
                       "b603-0000f80367c1;"
                       "bf967aa5-0de6-11d0-a285-00aa003049e2;WD)(AU;SAFA;GA;;;WD)"),
        QStringLiteral("O:BAD:"),
        QStringLiteral("(A;;RP;;;AU)"),
    };
    QList<QByteArray> list;
    for (const QString &text : texts) {
        list.append(text.toLatin1());
        if (const auto sd = securityDescriptorFromSddl(text)) {
            if (const auto bytes = sd->toBytes())
                list.append(*bytes);
        }
    }
    return list;
}

QByteArray changed(QByteArray bytes, const QList<QByteArray> &others, QRandomGenerator &random)
{
    const int steps = 1 + int(random.bounded(4u));
    for (int i = 0; i < steps; ++i) {
        const qsizetype at = bytes.isEmpty() ? 0 : qsizetype(random.bounded(quint32(bytes.size())));
        switch (random.bounded(8)) {
        case 0: // a bit
            if (!bytes.isEmpty())
                bytes[at] = char(bytes.at(at) ^ char(1 << random.bounded(8)));
            break;
        case 1: // a byte
            if (!bytes.isEmpty())
                bytes[at] = char(random.bounded(256));
            break;
        case 2: // a length that is nearly right
            if (at + 1 < bytes.size())
                bytes[at] = char(bytes.at(at) + random.bounded(-2, 3));
            break;
        case 3: // less
            bytes = bytes.left(at);
            break;
        case 4: // a hole
            bytes.remove(at, 1 + qsizetype(random.bounded(8u)));
            break;
        case 5: // something in between
            bytes.insert(at, QByteArray(1 + qsizetype(random.bounded(16u)), char(random.bounded(256))));
            break;
        case 6: { // a piece of another
            const QByteArray &other = others.at(qsizetype(random.bounded(quint32(others.size()))));
            bytes.replace(
                at, 4, other.mid(qsizetype(random.bounded(quint32(other.size() + 1))), qsizetype(random.bounded(64u))));
            break;
        }
        default: // an extreme number
            for (qsizetype j = at; j < qMin(at + 4, bytes.size()); ++j)
                bytes[j] = random.bounded(2) == 0 ? char(0xff) : char(0);
            break;
        }
    }
    return bytes.left(longest);
}

} // namespace

int main(int argc, char **argv)
{
    QCoreApplication app(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    const auto option = [&](const QString &name) -> std::optional<qint64> {
        const qsizetype at = arguments.indexOf(name);
        return at >= 0 && at + 1 < arguments.size() ? std::optional(arguments.at(at + 1).toLongLong()) : std::nullopt;
    };
    const auto seed = quint32(option(QStringLiteral("--seed")).value_or(QRandomGenerator::global()->generate()));
    const qint64 most = option(QStringLiteral("--inputs")).value_or(0);
    const qint64 milliseconds = option(QStringLiteral("--seconds")).value_or(most > 0 ? 0 : 60) * 1000;
    std::printf("seed %u\n", seed);
    std::fflush(stdout);

    QRandomGenerator random(seed);
    QList<QByteArray> inputs = corpus();
    const qsizetype seeds = inputs.size();
    QElapsedTimer timer;
    timer.start();
    qint64 done = 0;
    qint64 understood = 0;
    while ((most > 0 && done < most) || (milliseconds > 0 && timer.elapsed() < milliseconds)) {
        const QByteArray input =
            done < seeds ? inputs.at(done)
                         : changed(inputs.at(qsizetype(random.bounded(quint32(inputs.size())))), inputs, random);
        LLVMFuzzerTestOneInput(reinterpret_cast<const uint8_t *>(input.constData()), size_t(input.size()));
        ++done;
        // What is still a descriptor goes on to be changed: so the changes reach further in.
        if (SecurityDescriptor::fromBytes(input)) {
            ++understood;
            if (inputs.size() < 2000)
                inputs.append(input);
            else
                inputs[seeds + qsizetype(random.bounded(quint32(inputs.size() - seeds)))] = input;
        }
    }
    std::printf("%lld inputs, %lld of them descriptors, %lld ms\n", static_cast<long long>(done),
                static_cast<long long>(understood), static_cast<long long>(timer.elapsed()));
    return understood > seeds / 2 ? 0 : 1; // a run that reached nothing proves nothing
}
