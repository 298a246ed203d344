// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "views/export/XmpPacket.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace anakinra {

namespace {

QString alternative(const QString &name, const QString &text)
{
    return u"<dc:%1><rdf:Alt><rdf:li xml:lang=\"x-default\">"_s.arg(name) + text.toHtmlEscaped() +
           u"</rdf:li></rdf:Alt></dc:%1>"_s.arg(name);
}

} // namespace

QString softwareName()
{
    const QString version = QCoreApplication::applicationVersion();
    const QString name = u"Anakinra Evidence Browser"_s;
    return version.isEmpty() ? name : QString(name + u' ' + version);
}

QString viewElement(const QByteArray &view)
{
    if (view.isEmpty())
        return {};
    return u"<ae:"_s + viewMetadataKey + u" xmlns:ae=\""_s + viewMetadataNamespace + u"\">"_s +
           QString::fromUtf8(view).toHtmlEscaped() + u"</ae:"_s + viewMetadataKey + u'>';
}

QByteArray xmpPacket(const DocumentFacts &facts)
{
    QString packet = u"<?xpacket begin=\"\xfeff\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n"
                     "<x:xmpmeta xmlns:x=\"adobe:ns:meta/\">"
                     "<rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\">"
                     "<rdf:Description rdf:about=\"\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\""
                     " xmlns:xmp=\"http://ns.adobe.com/xap/1.0/\">"_s;
    packet += alternative(u"title"_s, facts.title);
    packet += u"<dc:creator><rdf:Seq><rdf:li>"_s + softwareName().toHtmlEscaped() +
              u"</rdf:li></rdf:Seq></dc:creator>"_s;
    packet += alternative(u"description"_s, facts.description);
    if (!facts.source.isEmpty())
        packet += u"<dc:source>"_s + facts.source.toHtmlEscaped() + u"</dc:source>"_s;
    packet += u"<xmp:CreatorTool>"_s + softwareName().toHtmlEscaped() + u"</xmp:CreatorTool>"_s;
    packet += viewElement(facts.view);
    packet += u"</rdf:Description></rdf:RDF></x:xmpmeta>\n<?xpacket end=\"w\"?>\n"_s;
    return packet.toUtf8();
}

} // namespace anakinra
