// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QRect>
#include <QString>

namespace anakinra {

/// What a chart in the window tells of its marks, in reading order; for screen readers. A widget
/// implements it.
class MarkedView
{
public:
    virtual ~MarkedView() = default;

    [[nodiscard]] virtual int markCount() const = 0;
    [[nodiscard]] virtual QString spokenMark(int mark) const = 0;
    [[nodiscard]] virtual QRect markRect(int mark) const = 0; ///< in viewport coordinates
    [[nodiscard]] virtual bool isMarkSelected(int mark) const = 0;
    [[nodiscard]] virtual int currentMark() const = 0; ///< the one with the keyboard focus, -1 = none
    virtual void activateMark(int mark) = 0;           ///< as Enter does
    [[nodiscard]] virtual QString summary() const = 0; ///< one sentence about the whole chart

protected:
    MarkedView() = default;
    MarkedView(const MarkedView &) = default;
    MarkedView &operator=(const MarkedView &) = default;
};

} // namespace anakinra
