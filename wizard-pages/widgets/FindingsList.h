// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "wizard-pages/widgets/Mark.h"

#include <QSet>
#include <QVector>

class QCheckBox;
class QLabel;
class QTreeWidget;
class QTreeWidgetItem;

namespace cloudsync {

/// What was looked at, as a table in groups; the row chosen is explained below: what was seen, why it is so, what to
/// do, and where the product can mend it, a box to agree to that.
class FindingsList : public QWidget
{
    Q_OBJECT

public:
    struct Row
    {
        QString id;
        QString group; ///< heading it stands under
        Mark mark = Mark::Ok;
        QString title;
        QString evidence;
        QString cause;
        QString remedy;
        bool canRepair = false;
        bool repairAgreed = false;
        friend bool operator==(const Row &, const Row &) = default;
    };

    explicit FindingsList(const QString &accessibleName, QWidget *parent = nullptr);
    void setRows(const QVector<Row> &rows);
    [[nodiscard]] const QVector<Row> &rows() const { return m_rows; }

    /// Rows from values that look like findings (id, section, severity as Ok, Info, Warning, Error in this order, …).
    template<typename Findings, typename Group>
    [[nodiscard]] static QVector<Row> rowsOf(const Findings &findings, Group groupOf, const QSet<QString> &agreed = {})
    {
        static constexpr Mark marks[] = {Mark::Ok, Mark::Info, Mark::Warning, Mark::Error};
        QVector<Row> rows;
        for (const auto &finding : findings) {
            rows.append({finding.id, groupOf(finding), marks[int(finding.severity)], finding.title, finding.evidence,
                         finding.cause, finding.remedy, finding.canRepair, agreed.contains(finding.id)});
        }
        return rows;
    }

Q_SIGNALS:
    void repairToggled(const QString &id, bool agreed);

private:
    void showDetails();
    [[nodiscard]] const Row *current() const;
    QTreeWidget *m_tree;
    QLabel *m_details;
    QCheckBox *m_repair;
    QVector<Row> m_rows;
};

} // namespace cloudsync
