// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/references/ReferenceFormats.h"

namespace anakinra {

using namespace Qt::StringLiterals;

QString inSentences(const QStringList &notes)
{
    QStringList sentences;
    for (QString note : notes) {
        while (note.endsWith(u'.'))
            note.chop(1);
        sentences << note + u'.';
    }
    return sentences.join(u' ');
}

QString fileSuffix(ReferenceFormat format)
{
    switch (format) {
    case ReferenceFormat::Ris:
        return u"ris"_s;
    case ReferenceFormat::Bibtex:
        return u"bib"_s;
    case ReferenceFormat::CslJson:
        return u"json"_s;
    }
    Q_UNREACHABLE();
}

QByteArray referencesAs(ReferenceFormat format, std::span<const ReferenceRecord> records)
{
    switch (format) {
    case ReferenceFormat::Ris:
        return risReferences(records);
    case ReferenceFormat::Bibtex:
        return bibtexReferences(records);
    case ReferenceFormat::CslJson:
        return cslJsonReferences(records);
    }
    Q_UNREACHABLE();
}

} // namespace anakinra
