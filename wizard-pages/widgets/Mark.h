// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QIcon>
#include <QWidget>

namespace cloudsync {

/// The state of a thing, drawn as a shape of its own (never told by colour alone) in the palette's colours.
enum class Mark { None, Todo, Current, Busy, Ok, Info, Warning, Error, Skipped };

/// The state in a word or two, translated: for text beside the mark and for screen readers.
[[nodiscard]] QString markText(Mark mark);

/// The mark as an icon; drawn for each size and pixel ratio, so it stays sharp.
[[nodiscard]] QIcon markIcon(Mark mark);

/// A mark as tall as a line of text.
class MarkLabel : public QWidget
{
    Q_OBJECT

public:
    explicit MarkLabel(Mark mark = Mark::None, QWidget *parent = nullptr);
    void setMark(Mark mark);
    [[nodiscard]] Mark mark() const { return m_mark; }
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    Mark m_mark;
};

} // namespace cloudsync
