"""The parts of a Word file that are the same in each: types, relations, settings, fonts, styles, the page's foot.

Body 游明朝 with Times New Roman, headings 游ゴシック with Arial; MS 明朝 and MS ゴシック where those are missing. Lines have
a fixed height, for 游明朝 would otherwise spread them.
"""

from keii.presenting.word import HEAD, NAMESPACE
from keii.presenting.words import say

_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_WORD_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_PARTS = ("styles", "settings", "fontTable", "footnotes", "footer1")
_OWN = frozenset({"Picture", "TableText", "TableLeft", "TableHead", "Quotation", "CheckedText", "CheckedRest", "Borne", "Excluded",
                  "OpenClaim"})
_INK, _SOFT, _RULE = "1D1B18", "6D675E", "BFB9AD"

RELATIONS = (f'{HEAD}<Relationships xmlns="{_PACKAGE}/relationships">'
             f'<Relationship Id="rId1" Type="{_OFFICE}/officeDocument" Target="word/document.xml"/>'
             f'<Relationship Id="rId2" Type="{_PACKAGE}/relationships/metadata/core-properties" '
             'Target="docProps/core.xml"/></Relationships>')

DOCUMENT_RELATIONS = f'{HEAD}<Relationships xmlns="{_PACKAGE}/relationships">' + "".join(
    f'<Relationship Id="rId{number}" Type="{_OFFICE}/{name.rstrip("1")}" Target="{name}.xml"/>'
    for number, name in enumerate(_PARTS, 1)) + "</Relationships>"

TYPES = (f'{HEAD}<Types xmlns="{_PACKAGE}/content-types">'
         '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
         '<Default Extension="xml" ContentType="application/xml"/>'
         f'<Override PartName="/word/document.xml" ContentType="{_WORD_TYPE}.document.main+xml"/>' + "".join(
             f'<Override PartName="/word/{name}.xml" ContentType="{_WORD_TYPE}.{name.rstrip("1")}+xml"/>'
             for name in _PARTS) +
         '<Override PartName="/docProps/core.xml" '
         'ContentType="application/vnd.openxmlformats-package.core-properties+xml"/></Types>')

SETTINGS = (f'{HEAD}<w:settings xmlns:w="{NAMESPACE}"><w:zoom w:percent="100"/><w:defaultTabStop w:val="840"/>'
            '<w:characterSpacingControl w:val="compressPunctuation"/>'
            '<w:footnotePr><w:footnote w:id="-1"/><w:footnote w:id="0"/></w:footnotePr><w:compat>'
            '<w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/>'
            '</w:compat><w:themeFontLang w:val="en-US" w:eastAsia="ja-JP"/><w:decimalSymbol w:val="."/>'
            '<w:listSeparator w:val=","/></w:settings>')


def _font(name: str, other: str, family: str) -> str:
    return (f'<w:font w:name="{name}"><w:altName w:val="{other}"/><w:charset w:val="80"/>'
            f'<w:family w:val="{family}"/><w:pitch w:val="variable"/></w:font>')


FONTS = (f'{HEAD}<w:fonts xmlns:w="{NAMESPACE}">{_font("游明朝", "MS Mincho", "roman")}'
         f'{_font("游ゴシック", "MS Gothic", "swiss")}</w:fonts>')

_SERIF = '<w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman" w:cs="Times New Roman" w:eastAsia="游明朝"/>'
_SANS = '<w:rFonts w:ascii="Arial" w:hAnsi="Arial" w:cs="Arial" w:eastAsia="游ゴシック"/>'


def _size(points: float) -> str:
    return f'<w:sz w:val="{points * 2:.0f}"/><w:szCs w:val="{points * 2:.0f}"/>'


def _style(id: str, name: str, inner: str, runs: str = "", *, kind: str = "paragraph", based: str = "Normal") -> str:
    """A style; `inner` are its paragraph properties, `runs` those of its characters."""
    paragraph = f"<w:pPr>{inner}</w:pPr>" if inner else ""
    own = ' w:customStyle="1"' if id in _OWN else ""
    return (f'<w:style w:type="{kind}"{own} w:styleId="{id}"><w:name w:val="{name}"/>'
            f'{f"""<w:basedOn w:val="{based}"/>""" if based else ""}<w:qFormat/>{paragraph}<w:rPr>{runs}</w:rPr></w:style>')


def _spacing(before: float, after: float, line: float) -> str:
    return (f'<w:spacing w:before="{before * 20:.0f}" w:after="{after * 20:.0f}" w:line="{line * 20:.0f}" '
            'w:lineRule="exact"/>')


def _heading(id: str, name: str, level: int, before: float, after: float, points: float) -> str:
    outline = f'<w:outlineLvl w:val="{level}"/>' if level < 9 else ""
    return _style(id, name, f"<w:keepNext/>{_spacing(before, after, points * 1.5)}<w:jc w:val=\"left\"/>{outline}",
                  f"{_SANS}<w:b/>{_size(points)}")


_TABLE = (
    '<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/><w:tblPr>'
    '<w:tblInd w:w="0" w:type="dxa"/><w:tblCellMar><w:left w:w="0" w:type="dxa"/><w:right w:w="120" w:type="dxa"/>'
    '</w:tblCellMar></w:tblPr></w:style>'
    '<w:style w:type="table" w:customStyle="1" w:styleId="Chronology"><w:name w:val="Chronology"/><w:basedOn w:val="TableNormal"/>'
    f'<w:tblPr><w:tblBorders><w:top w:val="single" w:sz="8" w:space="0" w:color="{_INK}"/>'
    f'<w:bottom w:val="single" w:sz="8" w:space="0" w:color="{_INK}"/>'
    f'<w:insideH w:val="single" w:sz="2" w:space="0" w:color="{_RULE}"/></w:tblBorders></w:tblPr>'
    '<w:tblStylePr w:type="firstRow"><w:tcPr><w:tcBorders>'
    f'<w:bottom w:val="single" w:sz="6" w:space="0" w:color="{_INK}"/></w:tcBorders></w:tcPr></w:tblStylePr></w:style>')

STYLES = (
    f'{HEAD}<w:styles xmlns:w="{NAMESPACE}"><w:docDefaults><w:rPrDefault><w:rPr>{_SERIF}<w:kern w:val="2"/>{_size(10.5)}'
    '<w:lang w:val="en-US" w:eastAsia="ja-JP" w:bidi="ar-SA"/></w:rPr></w:rPrDefault><w:pPrDefault/></w:docDefaults>'
    '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/>'
    f'<w:pPr><w:widowControl/><w:autoSpaceDE w:val="0"/><w:autoSpaceDN w:val="0"/>{_spacing(0, 0, 18)}<w:jc w:val="both"/></w:pPr></w:style>'
    '<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont"><w:name w:val="Default Paragraph Font"/>'
    "</w:style>"
    + _heading("Title", "Title", 9, 0, 12, 17) + _heading("Heading1", "heading 1", 0, 26, 8, 12.5)
    + _heading("Heading2", "heading 2", 1, 14, 5, 11)
    + _style("Picture", "Picture", '<w:keepNext/><w:spacing w:before="160" w:after="60" w:line="240" w:lineRule="auto"/><w:jc w:val="left"/>')
    + _style("BodyText", "Body Text", f'{_spacing(0, 14, 18)}<w:ind w:firstLineChars="100" w:firstLine="210"/>')
    + _style("CheckedText", "Checked Text", _spacing(0, 6, 19))
    + _style("CheckedRest", "Checked Rest", f'{_spacing(4, 4, 18)}<w:ind w:left="420"/>', f'<w:color w:val="{_SOFT}"/>')
    + "".join(_style(id, name, "", f'<w:u w:val="{line}" w:color="{colour}"/>', kind="character", based="DefaultParagraphFont")
              for id, name, line, colour in (("Borne", "Borne Out", "single", "2F6B3F"), ("Excluded", "Excluded", "wave", "A3281E"),
                                             ("OpenClaim", "Open Claim", "dotted", "7A6A2B")))
    + _style("TableText", "Table Text", _spacing(2.5, 2.5, 14.5), _size(9.5))
    + _style("TableLeft", "Table Text Left", '<w:jc w:val="left"/>', based="TableText")
    + _style("TableHead", "Table Heading", f'<w:keepNext/>{_spacing(2.5, 2.5, 14)}<w:jc w:val="left"/>',
             f"{_SANS}{_size(8.5)}", based="TableText")
    + _style("Bibliography", "Bibliography", f'{_spacing(0, 4, 17)}<w:ind w:left="900" w:hanging="900"/>', _size(10))
    + _style("FootnoteText", "footnote text", f'{_spacing(0, 1.5, 12.5)}<w:ind w:left="255" w:hanging="255"/>', _size(8.5))
    + _style("Footer", "footer", '<w:jc w:val="center"/>', f'<w:color w:val="{_SOFT}"/>{_size(9)}')
    + _style("FootnoteReference", "footnote reference", "", '<w:vertAlign w:val="superscript"/>', kind="character",
             based="DefaultParagraphFont")
    + _style("Quotation", "Quotation", "", "", kind="character", based="DefaultParagraphFont") + _TABLE + "</w:styles>")

FOOTER = (f'{HEAD}<w:ftr xmlns:w="{NAMESPACE}"><w:p><w:pPr><w:pStyle w:val="Footer"/></w:pPr>'
          '<w:fldSimple w:instr=" PAGE "><w:r><w:t>1</w:t></w:r></w:fldSimple></w:p></w:ftr>')

SECTION = ('<w:sectPr><w:footerReference xmlns:r="' + _OFFICE + '" w:type="default" r:id="rId5"/>'
           '<w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1531" w:right="1418" w:bottom="1418" w:left="1418" '
           'w:header="851" w:footer="680" w:gutter="0"/><w:cols w:space="425"/></w:sectPr>')


def core(title: str, lang: str) -> str:
    """The properties of the file: its title and language, nothing else. `title` is XML already."""
    return (f'{HEAD}<cp:coreProperties xmlns:cp="{_PACKAGE}/metadata/core-properties" '
            'xmlns:dc="http://purl.org/dc/elements/1.1/">'
            f"<dc:title>{title}</dc:title><dc:language>{say('language.tag', lang)}</dc:language></cp:coreProperties>")
