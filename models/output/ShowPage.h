// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/figures/RateSeries.h"

namespace anakinra {

/// The text of `show` while it is written: indented, wrapped lines. Used by showText only.
class ShowPage
{
public:
    ShowPage(const Library &library, const RateOptions &options, qsizetype width)
        : m_library(library), m_options(options), m_width(width)
    {
    }

    void heading(const QString &text);
    void line(const QString &text, qsizetype indent = 2);
    /// "Name: content"; nothing when there is no content.
    void named(const QString &name, const QString &content, qsizetype indent = 4);
    /// Printed figure, status, report, place, flags and note.
    void source(const Source &source, qsizetype indent);
    /// "CRS, any grade: 6/31 19.4 % (9.2–36.3 %)" and its source.
    void figure(const QString &name, const Figure &figure, qsizetype indent);
    void notes(const std::vector<Note> &notes, qsizetype indent);
    void cohort(const Cohort &cohort);

    [[nodiscard]] const Library &library() const { return m_library; }
    [[nodiscard]] const QString &text() const { return m_text; }

private:
    const Library &m_library;
    const RateOptions &m_options;
    qsizetype m_width;
    QString m_text;
};

/// Labels of codes, joined by commas.
[[nodiscard]] QString labelsOf(const std::vector<Term> &terms, const QStringList &codes);

} // namespace anakinra
