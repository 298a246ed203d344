// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/evidence/Codes.h"

#include <QJsonObject>
#include <QStringList>

namespace anakinra {

enum class SheetForm {
    Full,  ///< everything, on as many pages as it takes
    Board, ///< one page for a tumour board; says what it leaves out
};

template<>
struct CodeList<SheetForm>
{
    static constexpr std::array<CodeEntry<SheetForm>, 2> entries{{
        {SheetForm::Full, u"full", u"Full, with the places of all numbers"},
        {SheetForm::Board, u"board", u"Tumour board, one page"},
    }};
};

/// The parts of a sheet, in reading order. The head with question and counts is always there.
enum class SheetSection { Rates, Figures, Comparators, Cohorts, Characteristics, Notes, References };
inline constexpr int sheetSectionCount = 7;

template<>
struct CodeList<SheetSection>
{
    static constexpr std::array<CodeEntry<SheetSection>, sheetSectionCount> entries{{
        {SheetSection::Rates, u"rates", u"Rates of every cohort"},
        {SheetSection::Figures, u"figures", u"Figures"},
        {SheetSection::Comparators, u"comparators", u"Comparison with groups without anakinra"},
        {SheetSection::Cohorts, u"cohorts", u"Included cohorts"},
        {SheetSection::Characteristics, u"characteristics", u"Characteristics of the patients"},
        {SheetSection::Notes, u"notes", u"Notes"},
        {SheetSection::References, u"references", u"References"},
    }};
};

/// What a reader wants on a sheet. Remembered by the window from print to print.
struct SheetChoices
{
    SheetForm form = SheetForm::Full;
    std::array<bool, sheetSectionCount> sections{true, true, true, true, true, true, true};
    QStringList figures{QStringLiteral("rates")}; ///< codes of charts, in printing order

    [[nodiscard]] bool has(SheetSection section) const
    {
        return sections[static_cast<std::size_t>(section)];
    }
    void set(SheetSection section, bool on) { sections[static_cast<std::size_t>(section)] = on; }

    [[nodiscard]] QJsonObject toJson() const;
    /// What is missing or unknown keeps its default.
    [[nodiscard]] static SheetChoices fromJson(const QJsonObject &json);

    friend bool operator==(const SheetChoices &, const SheetChoices &) = default;
};

} // namespace anakinra
