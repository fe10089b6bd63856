// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/unit/directory/LdapFilter.h"

#include <algorithm>

namespace cloudsync::tests {

namespace {

class Matcher
{
public:
    Matcher(const DirectoryEntry &entry, const QString &filter) : m_entry(entry), m_text(filter) {}

    bool run()
    {
        const bool result = filter();
        return m_good && m_at == m_text.size() && result;
    }

private:
    bool take(QChar c)
    {
        if (m_at < m_text.size() && m_text.at(m_at) == c) {
            ++m_at;
            return true;
        }
        return false;
    }

    bool fail()
    {
        m_good = false;
        return false;
    }

    bool filter()
    {
        if (!take(u'('))
            return fail();
        bool result = false;
        if (take(u'&')) {
            result = true;
            while (m_good && peek(u'('))
                result = filter() && result;
        } else if (take(u'|')) {
            while (m_good && peek(u'('))
                result = filter() || result;
        } else if (take(u'!')) {
            result = !filter();
        } else {
            const qsizetype end = m_text.indexOf(u')', m_at);
            if (end < 0)
                return fail();
            result = item(m_text.mid(m_at, end - m_at));
            m_at = end;
        }
        return take(u')') ? result : fail();
    }

    [[nodiscard]] bool peek(QChar c) const { return m_at < m_text.size() && m_text.at(m_at) == c; }

    static QByteArray unescaped(const QString &text)
    {
        QByteArray bytes;
        for (qsizetype i = 0; i < text.size(); ++i) {
            if (text.at(i) == u'\\' && i + 2 < text.size()) {
                bytes.append(static_cast<char>(text.mid(i + 1, 2).toUInt(nullptr, 16)));
                i += 2;
            } else {
                bytes.append(QString(text.at(i)).toUtf8());
            }
        }
        return bytes;
    }

    static bool equal(const QByteArray &a, const QByteArray &b)
    {
        return a == b || QString::fromUtf8(a).compare(QString::fromUtf8(b), Qt::CaseInsensitive) == 0;
    }

    static bool substrings(const QString &value, const QString &pattern)
    {
        const QStringList parts = pattern.split(u'*');
        qsizetype at = 0;
        for (qsizetype i = 0; i < parts.size(); ++i) {
            const QString part = QString::fromUtf8(unescaped(parts.at(i)));
            if (part.isEmpty())
                continue;
            const qsizetype found = value.indexOf(part, at, Qt::CaseInsensitive);
            if (found < 0 || (i == 0 && found != 0))
                return false;
            if (i == parts.size() - 1 && !value.endsWith(part, Qt::CaseInsensitive))
                return false;
            at = found + part.size();
        }
        return true;
    }

    bool item(const QString &text)
    {
        const qsizetype equals = text.indexOf(u'=');
        if (equals <= 0)
            return fail();
        QString name = text.left(equals);
        const QString value = text.mid(equals + 1);
        const QChar before = name.back();
        const bool ordered = before == u'<' || before == u'>';
        if (ordered)
            name.chop(1);
        QString rule;
        if (name.endsWith(u':')) {
            const QStringList parts = name.chopped(1).split(u':');
            name = parts.value(0);
            rule = parts.value(1);
        }
        const QByteArrayList values = m_entry.values(name);
        return std::any_of(values.begin(), values.end(), [&](const QByteArray &one) {
            if (ordered)
                return before == u'<' ? one.toLongLong() <= value.toLongLong() : one.toLongLong() >= value.toLongLong();
            if (rule == QStringLiteral("1.2.840.113556.1.4.803"))
                return (one.toLongLong() & value.toLongLong()) == value.toLongLong();
            if (rule == QStringLiteral("1.2.840.113556.1.4.804"))
                return (one.toLongLong() & value.toLongLong()) != 0;
            if (value.contains(u'*'))
                return substrings(QString::fromUtf8(one), value);
            return equal(one, unescaped(value));
        });
    }

    const DirectoryEntry &m_entry;
    const QString &m_text;
    qsizetype m_at = 0;
    bool m_good = true;
};

} // namespace

bool matchesFilter(const DirectoryEntry &entry, const QString &filter)
{
    return Matcher(entry, filter).run();
}

} // namespace cloudsync::tests
