#!/bin/sh
# Makes tests/formats/samples anew from identifiers.txt. Run by hand, where the programs that it calls are installed;
# the samples are committed. Each section makes the samples of one family of formats.
set -eu
cd "$(dirname "$0")"
mkdir -p samples refused

# Text formats: Python writes them, for it has every encoding.
python3 text.py

# Messages, archives, cards, calendars and pictures: Python, ImageMagick, heif-enc, ExifTool and pydicom.
python3 mail.py

# Office files and PDF: LibreOffice makes them of flat OpenDocument that Python writes.
office=$(mktemp -d)
python3 office.py "$office"
convert() {
  soffice --headless --convert-to "$2" --outdir samples "$office/$1" >/dev/null
}
for kind in docx odt rtf; do convert letter.fodt "$kind"; done
for kind in xlsx xls ods; do convert clients.fods "$kind"; done
for kind in pptx odp; do convert slides.fodp "$kind"; done
# Hidden text is not in a PDF.
sed -i 's/ text:style-name="hidden"//' "$office/letter.fodt"
on='{"type":"boolean","value":"true"}'
convert letter.fodt "pdf:writer_pdf_Export:{\"ExportNotes\":$on,\"UseTaggedPDF\":$on}"
python3 office_refused.py samples refused
for kind in docx xlsx pptx; do
  source=$(ls samples/*.$kind)
  msoffcrypto-tool -e -p secret123 "$source" "refused/locked.$kind"
done
qpdf --encrypt secret123 owner 256 -- samples/letter.pdf refused/locked.pdf
soffice --headless --convert-to doc --outdir "$office" "$office/clean.fodt" >/dev/null
cp "$office/clean.doc" refused/old.doc
rm -r "$office"
