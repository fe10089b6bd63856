// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "wizard-pages/widgets/Mark.h"

#include <QVector>
#include <QWidget>

class QGridLayout;

namespace cloudsync {

/// Facts as rows: a mark, what it is, what was found. Values come from outside and can be copied.
class FactList : public QWidget
{
    Q_OBJECT

public:
    struct Fact
    {
        QString name;
        QString value;
        Mark mark = Mark::None;
        friend bool operator==(const Fact &, const Fact &) = default;
    };
    explicit FactList(QWidget *parent = nullptr);
    void setFacts(const QVector<Fact> &facts);
    [[nodiscard]] const QVector<Fact> &facts() const { return m_facts; }

private:
    QVector<Fact> m_facts;
    QWidget *m_body = nullptr;
};

} // namespace cloudsync
