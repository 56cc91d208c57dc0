"""Writes the sources of the Office samples as flat OpenDocument, which LibreOffice turns into every format.

The identifiers stand in all the places that such files have: header, footer, table, note, comment, text box, deleted and
hidden text, link, picture, hidden sheet, slide notes, properties.
"""

import pathlib
import sys
import xml.sax.saxutils

folder = pathlib.Path(sys.argv[1])
rows = [line.split("\t") for line in pathlib.Path("identifiers.txt").read_text("utf-8").splitlines()[1:]]
values = {label: xml.sax.saxutils.escape(value.split(" | ")[0]) for label, value in rows}
v = {label.lower().replace(" ", "_").replace("'", ""): value for label, value in values.items()}

SPACES = " ".join(f'xmlns:{prefix}="{name}"' for prefix, name in {
    **{prefix: f"urn:oasis:names:tc:opendocument:xmlns:{long}:1.0" for prefix, long in {
        "office": "office", "style": "style", "text": "text", "table": "table", "draw": "drawing", "meta": "meta",
        "presentation": "presentation", "number": "datastyle", "fo": "xsl-fo-compatible", "svg": "svg-compatible",
    }.items()},
    "xlink": "http://www.w3.org/1999/xlink", "dc": "http://purl.org/dc/elements/1.1/",
}.items())

PIXEL = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="


def flat(kind, body, styles="", title="Follow-up"):
    return f"""<?xml version="1.0" encoding="UTF-8"?>
<office:document {SPACES} office:version="1.3" office:mimetype="application/vnd.oasis.opendocument.{kind}">
<office:meta><dc:title>{title}</dc:title><meta:initial-creator>Jane Roe</meta:initial-creator><dc:creator>Jane Roe</dc:creator></office:meta>
{styles}
<office:body>
{body}
</office:body>
</office:document>
"""


def paragraph(text):
    return f"<text:p>{text}</text:p>"


def table(name, rows):
    cells = lambda row: "".join(f'<table:table-cell office:value-type="string"><text:p>{cell}</text:p></table:table-cell>' for cell in row)
    body = "".join(f"<table:table-row>{cells(row)}</table:table-row>" for row in rows)
    return f'<table:table table:name="{name}"><table:table-column table:number-columns-repeated="{len(rows[0])}"/>{body}</table:table>'


LETTER_STYLES = """<office:automatic-styles>
<style:page-layout style:name="pm"><style:page-layout-properties fo:page-width="21.59cm" fo:page-height="27.94cm"/>
<style:header-style><style:header-footer-properties fo:min-height="0.5cm"/></style:header-style>
<style:footer-style><style:header-footer-properties fo:min-height="0.5cm"/></style:footer-style></style:page-layout>
<style:style style:name="hidden" style:family="text"><style:text-properties text:display="none"/></style:style>
<style:style style:name="box" style:family="graphic"><style:graphic-properties style:wrap="parallel"/></style:style>
</office:automatic-styles>
<office:master-styles><style:master-page style:name="Standard" style:page-layout-name="pm">
<style:header><text:p>Client: {client} MRN: {mrn}</text:p></style:header>
<style:footer><text:p>Member ID: {member_id}</text:p></style:footer>
</style:master-page></office:master-styles>"""

LETTER = """<office:text>
<text:tracked-changes><text:changed-region xml:id="d1" text:id="d1"><text:deletion><office:change-info><dc:creator>Jane Roe</dc:creator><dc:date>2026-11-02T10:00:00</dc:date></office:change-info><text:p>Account number: {account_number} </text:p></text:deletion></text:changed-region></text:tracked-changes>
<text:p>Please turn this note into a friendly follow-up for our client.</text:p>
<text:p>Her lip filler appointment is on {appointment}. The laser has the device serial {device_serial}.</text:p>
<text:p>Paid. <text:change text:change-id="d1"/>Thanks<text:note text:note-class="footnote"><text:note-citation>1</text:note-citation><text:note-body><text:p>Card: {card}</text:p></text:note-body></text:note>.</text:p>
TABLE
<text:p>Write to <text:a xlink:href="mailto:{email}">her</text:a>. She signed in at <text:a xlink:href="{patient_portal}">the portal</text:a> from the IP address {ip_address}.</text:p>
<text:p>Address: {street}, {city}</text:p>
<text:p>Her license<office:annotation><dc:creator>Jane Roe</dc:creator><dc:date>2026-11-02T10:00:00</dc:date><text:p>Driver's license: {drivers_license}</text:p></office:annotation> was copied. <text:span text:style-name="hidden">License plate: {license_plate}</text:span></text:p>
<text:p>Her photo: <draw:frame draw:name="p1" text:anchor-type="as-char" svg:width="2cm" svg:height="2cm"><draw:image><office:binary-data>PIXEL</office:binary-data></draw:image><svg:desc>Photo {photo}</svg:desc></draw:frame></text:p>
<text:p><draw:frame draw:style-name="box" draw:name="b1" text:anchor-type="paragraph" svg:x="1cm" svg:y="14cm" svg:width="15cm" svg:height="2cm"><draw:text-box><text:p>The other client, {second_client}, is {age} years old and asked about a peel.</text:p></draw:text-box></draw:frame></text:p>
</office:text>"""


def letter():
    details = table("Details", [["DOB", "SSN", "Mobile"], [v["dob"], v["ssn"], v["mobile"]]])
    body = LETTER.format(**v).replace("TABLE", details).replace("PIXEL", PIXEL)
    return flat("text", body, LETTER_STYLES.format(**v))


SHEET_STYLES = """<office:automatic-styles>
<number:date-style style:name="us" number:automatic-order="true"><number:month number:style="long"/><number:text>/</number:text><number:day number:style="long"/><number:text>/</number:text><number:year number:style="long"/></number:date-style>
<style:style style:name="day" style:family="table-cell" style:data-style-name="us"/>
<style:style style:name="gone" style:family="table"><style:table-properties table:display="false"/></style:style>
</office:automatic-styles>"""


def sheets():
    def cell(label, value):
        if label in ("DOB", "Appointment"):
            month, day, year = ("12", "10", "2026") if label == "Appointment" else value.split("/")
            return f'<table:table-cell table:style-name="day" office:value-type="date" office:date-value="{year}-{month}-{day}"><text:p>{month}/{day}/{year}</text:p></table:table-cell>'
        if label == "Age":
            return f'<table:table-cell office:value-type="float" office:value="{value}"><text:p>{value}</text:p></table:table-cell>'
        note = f'<office:annotation><dc:creator>Jane Roe</dc:creator><text:p>Card: {v["card"]}</text:p></office:annotation>' if label == "Client" and value == v["client"] else ""
        return f'<table:table-cell office:value-type="string">{note}<text:p>{value}</text:p></table:table-cell>' if value else "<table:table-cell/>"

    def row(cells):
        return f"<table:table-row>{''.join(cells)}</table:table-row>"

    shown = ["Client", "Mobile", "Email", "DOB", "MRN", "Street", "City", "Member ID", "Appointment", "Photo", "Patient portal"]
    hidden = ["Client", "SSN", "Account number", "Driver's license", "License plate", "Device serial", "IP address", "Age"]
    head = lambda labels: row(cell("", label) for label in labels)
    first = row(cell(label, values[label]) for label in shown)
    second = row([cell("Client", v["second_client"])])
    back = row(cell(label, values[label] if label != "Age" else "41") for label in hidden)
    other = row([cell("Client", v["second_client"])] + [cell("", "")] * (len(hidden) - 2) + [cell("Age", v["age"])])
    body = f"""<office:spreadsheet>
<table:table table:name="Clients">{head(shown)}{first}{second}</table:table>
<table:table table:name="Billing" table:style-name="gone">{head(hidden)}{back}{other}</table:table>
</office:spreadsheet>"""
    return flat("spreadsheet", body, SHEET_STYLES)


SLIDES = """<office:presentation>
<draw:page draw:name="one" draw:master-page-name="Default">
<draw:frame svg:x="1cm" svg:y="1cm" svg:width="20cm" svg:height="6cm"><draw:text-box>
<text:p>Client: {client}</text:p><text:p>DOB: {dob}</text:p><text:p>MRN: {mrn}</text:p><text:p>SSN: {ssn}</text:p>
<text:p>Mobile: {mobile}</text:p><text:p>Address: {street}, {city}</text:p><text:p>Member ID: {member_id}</text:p>
</draw:text-box></draw:frame>
<draw:frame svg:x="1cm" svg:y="8cm" svg:width="3cm" svg:height="3cm"><draw:image><office:binary-data>PIXEL</office:binary-data></draw:image><svg:desc>Photo {photo}</svg:desc></draw:frame>
<presentation:notes><draw:frame svg:x="1cm" svg:y="1cm" svg:width="15cm" svg:height="6cm" presentation:class="notes"><draw:text-box>
<text:p>Her lip filler appointment is on {appointment}. The laser has the device serial {device_serial}.</text:p>
<text:p>Card: {card}</text:p><text:p>Driver's license: {drivers_license}</text:p></draw:text-box></draw:frame></presentation:notes>
</draw:page>
<draw:page draw:name="two" draw:master-page-name="Default">
<draw:frame svg:x="1cm" svg:y="1cm" svg:width="20cm" svg:height="3cm">TABLE</draw:frame>
<draw:frame svg:x="1cm" svg:y="6cm" svg:width="20cm" svg:height="6cm"><draw:text-box>
<text:p>Write to <text:a xlink:href="mailto:{email}">her</text:a>. She signed in at <text:a xlink:href="{patient_portal}">the portal</text:a> from the IP address {ip_address}.</text:p>
<text:p>The other client, {second_client}, is {age} years old and asked about a peel.</text:p>
</draw:text-box></draw:frame>
</draw:page>
</office:presentation>"""


def slides():
    details = table("Details", [["Account number", "License plate"], [v["account_number"], v["license_plate"]]])
    styles = """<office:automatic-styles><style:page-layout style:name="pm"><style:page-layout-properties fo:page-width="28cm" fo:page-height="21cm"/></style:page-layout></office:automatic-styles>
<office:master-styles><style:master-page style:name="Default" style:page-layout-name="pm"/></office:master-styles>"""
    return flat("presentation", SLIDES.format(**v).replace("TABLE", details).replace("PIXEL", PIXEL), styles)


CLEAN = """<office:text>
<text:p>Lip filler aftercare</text:p>
<text:p>Keep ice on for ten minutes an hour. No gym for two days. Call us with any question.</text:p>
</office:text>"""

for name, text in {
    "letter.fodt": letter(), "clients.fods": sheets(), "slides.fodp": slides(),
    "clean.fodt": flat("text", CLEAN, title="Aftercare"),
}.items():
    (folder / name).write_text(text, "utf-8")
