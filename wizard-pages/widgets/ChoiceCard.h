// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>

class QButtonGroup;
class QLabel;
class QRadioButton;

namespace cloudsync {

/// One choice of several: a radio button with what follows from it below. The whole card can be clicked.
class ChoiceCard : public QFrame
{
    Q_OBJECT

public:
    ChoiceCard(const QString &title, const QString &description, QButtonGroup *group, QWidget *parent = nullptr);
    [[nodiscard]] bool isChosen() const;
    void setChosen(bool chosen);
    void setDescription(const QString &description);
    [[nodiscard]] QRadioButton *button() const { return m_button; }

Q_SIGNALS:
    void chosen(); ///< by a person

protected:
    void paintEvent(QPaintEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;

private:
    QRadioButton *m_button;
    QLabel *m_description;
};

} // namespace cloudsync
