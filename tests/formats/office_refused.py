"""Writes Office files and PDFs that must be refused: torn, empty, something else than their names say, and hostile ones.

What asks for much when it is unpacked is written by tests/office.rs itself, for it is made of nothing.
"""

import pathlib
import sys
import zipfile

samples, refused = map(pathlib.Path, sys.argv[1:])

for name in ["letter.docx", "clients.xlsx", "slides.pptx", "letter.odt", "clients.ods", "slides.odp", "letter.rtf"]:
    whole = (samples / name).read_bytes()
    (refused / f"torn{pathlib.Path(name).suffix}").write_bytes(whole[: len(whole) // 8])
(refused / "torn.pdf").write_bytes((samples / "letter.pdf").read_bytes()[:300])
(refused / "torn.xls").write_bytes((samples / "clients.xls").read_bytes()[:2000])

for kind in ["docx", "xlsx", "pptx", "odt", "ods", "odp", "rtf", "pdf", "xls", "doc", "ppt"]:
    (refused / f"empty.{kind}").write_bytes(b"")

(refused / "picture.docx").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(40))
(refused / "noise.xlsx").write_bytes(bytes(range(256)))
with zipfile.ZipFile(refused / "archive.docx", "w") as archive:
    archive.writestr("a.txt", "hello")

# LibreOffice writes no locked .xls from the command line: the record that says so stands behind the first one.
workbook = bytearray((samples / "clients.xls").read_bytes())
begin = workbook.index(b"\x09\x08\x10\x00") + 20
workbook[begin : begin + 2] = b"\x2f\x00"
(refused / "locked.xls").write_bytes(workbook)

# A manifest that says that the text is locked.
source = zipfile.ZipFile(samples / "letter.odt")
with zipfile.ZipFile(refused / "locked.odt", "w", zipfile.ZIP_DEFLATED) as archive:
    for name in ["mimetype", "content.xml", "META-INF/manifest.xml"]:
        text = source.read(name)
        if name.endswith("manifest.xml"):
            text = text.replace(b"</manifest:manifest>", b'<manifest:file-entry manifest:full-path="content.xml"><manifest:encryption-data/></manifest:file-entry></manifest:manifest>')
        archive.writestr(name, text if name != "content.xml" else bytes(range(64)))
