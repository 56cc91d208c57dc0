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
