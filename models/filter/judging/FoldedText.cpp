// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/filter/judging/FoldedText.h"

namespace anakinra::filter {

using namespace Qt::StringLiterals;

namespace {

bool isDash(QChar c)
{
    return c.category() == QChar::Punctuation_Dash || c.unicode() == 0x2212;
}

/// Letters that Unicode does not decompose, as one types them without the key for them.
QString withoutStroke(QChar c)
{
    switch (c.unicode()) {
    case u'ß':
        return u"ss"_s;
    case u'æ':
    case u'Æ':
        return u"ae"_s;
    case u'œ':
    case u'Œ':
        return u"oe"_s;
    case u'ø':
    case u'Ø':
        return u"o"_s;
    case u'ł':
    case u'Ł':
        return u"l"_s;
    case u'đ':
    case u'Đ':
        return u"d"_s;
    default:
        return c;
    }
}

} // namespace

QString foldedText(QStringView text)
{
    QString result;
    const QString decomposed = text.toString().normalized(QString::NormalizationForm_D);
    result.reserve(decomposed.size());
    for (const QChar c : decomposed) {
        if (isDash(c))
            result.append(u'-');
        else if (c.isSpace())
            result.append(u' ');
        else if (!c.isMark())
            result.append(withoutStroke(c));
    }
    return result.toCaseFolded();
}

} // namespace anakinra::filter
