"""Writes the samples of messages, archives, cards, calendars and pictures: the identifiers as people have them there.

Python's own modules make messages and archives, ImageMagick and heif-enc the pictures, ExifTool what is written in
them, and pydicom the clinical picture."""

import email.message
import email.policy
import gzip
import io
import pathlib
import subprocess
import tarfile
import zipfile

rows = [line.split("\t") for line in pathlib.Path("identifiers.txt").read_text("utf-8").splitlines()[1:]]
values = {label: value.split(" | ")[0] for label, value in rows}
v = {label.lower().replace(" ", "_").replace("'", ""): value for label, value in values.items()}
samples, refused = pathlib.Path("samples"), pathlib.Path("refused")

NOTE = """Client: {client}
DOB: {dob}
MRN: {mrn}
SSN: {ssn}
Mobile: {mobile}
Email: {email}
Address: {street}, {city}
Member ID: {member_id}
Account number: {account_number}
Card: {card}
""".format(**v)

REST = """Driver's license: {drivers_license}
License plate: {license_plate}

Her lip filler appointment is on {appointment}. The laser has the device serial {device_serial}. She signed in at
{patient_portal} from the IP address {ip_address} and sent the photo {photo}.

The other client, {second_client}, is {age} years old and asked about a peel.
""".format(**v)


def message():
    """The identifiers in the headers, in a base64 body and in an attachment that is packed."""
    mail = email.message.EmailMessage(policy=email.policy.SMTP)
    mail["Message-ID"] = "<20261121.0900.7@mailbox.example>"
    mail["Received"] = "from relay.mailbox.example by in.mailbox.example with ESMTPS id 9f8e7d6c5b; Sat, 21 Nov 2026"
    mail["From"] = f"{v['client']} <{v['email']}>"
    mail["Subject"] = f"Überweisung: {v['client']}"
    mail.set_content(f"I am {v['client']}, and here is what you asked for, thank you – à bientôt.\n\n{NOTE}", cte="base64")
    html = mail.get_content().replace("\n", "<br>\n")
    mail.add_alternative(f"<html><body><p>{html}</p></body></html>", subtype="html", cte="quoted-printable")
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(entry("notes/second.txt"), REST)
    mail.add_attachment(packed.getvalue(), maintype="application", subtype="zip", filename="forms.zip")
    mail.set_boundary("=-sample-outer-=")
    mail.get_payload()[0].set_boundary("=-sample-inner-=")
    return mail.as_bytes()


def entry(name):
    """An entry of a zip archive that is the same at every run."""
    return zipfile.ZipInfo(name, (2026, 11, 21, 9, 0, 0))


def tarred(members):
    packed = io.BytesIO()
    with tarfile.open(fileobj=packed, mode="w") as archive:
        for name, text in members.items():
            info = tarfile.TarInfo(name)
            info.size = len(text.encode())
            archive.addfile(info, io.BytesIO(text.encode()))
        link = tarfile.TarInfo("latest")
        link.type, link.linkname = tarfile.SYMTYPE, "/etc/passwd"
        archive.addfile(link)
    return packed.getvalue()


def folded(name, text):
    """A property, escaped, its line folded at 75 bytes."""
    line = f"{name}:" + text.replace("\\", "\\\\").replace(",", "\\,").replace(";", "\\;").replace("\n", "\\n")
    lines = [line[:75]] + [line[at : at + 74] for at in range(75, len(line), 74)]
    return "\r\n ".join(lines) + "\r\n"


last, first = v["client"].split()[::-1]
street, (town, rest) = v["street"], v["city"].split(", ")
day = "19620314"
CARD = "".join(
    [
        "BEGIN:VCARD\r\nVERSION:3.0\r\n",
        f"N:{last};{first};;;\r\nFN:{v['client']}\r\nTEL;TYPE=CELL:{v['mobile']}\r\nEMAIL;TYPE=HOME:{v['email']}\r\n",
        f"ADR;TYPE=HOME:;;{street};{town};{rest[:2]};{rest[3:]};USA\r\nURL:{v['patient_portal']}\r\n",
        folded("NOTE", NOTE.split("Email:")[0] + NOTE.split(f"{v['city']}\n")[1] + REST),
        "END:VCARD\r\n",
    ]
)
CALENDAR = "".join(
    [
        "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//Glow//Booking//EN\r\nBEGIN:VEVENT\r\n",
        f"DTSTART:20261210T140000\r\nSUMMARY:{v['client']} - lip filler\r\n",
        f"ATTENDEE;CN=\"{v['client']}\":mailto:{v['email']}\r\n",
        folded("LOCATION", f"{street}, {town}, {rest}"),
        folded("DESCRIPTION", NOTE + REST),
        "END:VEVENT\r\nEND:VCALENDAR\r\n",
    ]
)


def picture(extension):
    """A plain picture with everything in its details: EXIF, XMP and, where the format has it, IPTC."""
    path = samples / f"details.{extension}"
    png = samples / "plain.png"
    subprocess.run(["convert", "-size", "16x16", "xc:tan", "-strip", "-define", "png:exclude-chunks=date,time", png], check=True)
    if extension == "heic":
        subprocess.run(["heif-enc", "-q", "10", png, "-o", path], check=True, stdout=subprocess.DEVNULL)
    else:
        subprocess.run(["convert", png, path], check=True)
    png.unlink()
    tags = {"EXIF:ImageDescription": NOTE, "XMP-dc:Description": REST, "EXIF:XPTitle": v["client"]}
    if extension in ("jpg", "tiff"):
        tags["IPTC:Caption-Abstract"] = v["client"]
    written = ["-E"] + [f"-{tag}={text}".replace("&", "&amp;").replace("\n", "&#xa;") for tag, text in tags.items()]
    subprocess.run(["exiftool", "-q", "-overwrite_original", "-m", *written, path], check=True)


def clinical():
    import pydicom
    from pydicom.dataset import FileDataset, FileMetaDataset

    meta = FileMetaDataset()
    meta.MediaStorageSOPClassUID = "1.2.840.10008.5.1.4.1.1.77.1.4"
    meta.MediaStorageSOPInstanceUID = "1.2.826.0.1.3680043.8.498.1"
    meta.TransferSyntaxUID = pydicom.uid.ExplicitVRLittleEndian
    data = FileDataset(None, {}, file_meta=meta, preamble=b"\0" * 128)
    data.PatientName, data.PatientID, data.PatientBirthDate = f"{last}^{first}", v["mrn"], day
    data.StudyDate, data.DeviceSerialNumber = "20261210", v["device_serial"]
    data.PatientAddress = f"{street}, {v['city']}"
    data.PatientComments = NOTE + REST
    data.save_as(samples / "clinical.dcm", enforce_file_format=True)


mail = message()
(samples / "message.eml").write_bytes(mail)
start = b"From sender@mailbox.example Sat Nov 21 09:00:00 2026\n"
(samples / "mailbox.mbox").write_bytes(start + mail.replace(b"\r\n", b"\n") + b"\n")
with zipfile.ZipFile(samples / "folder.zip", "w", zipfile.ZIP_DEFLATED) as archive:
    archive.writestr(entry("clients/note.txt"), NOTE)
    archive.writestr(entry("../../clients/rest.txt"), REST)
(samples / "folder.tar").write_bytes(tarred({"clients/note.txt": NOTE, "/clients/rest.txt": REST}))
(samples / "folder.tar.gz").write_bytes(gzip.compress(tarred({"note.txt": NOTE, "rest.txt": REST}), mtime=0))
(samples / "note.txt.gz").write_bytes(gzip.compress((NOTE + REST).encode(), mtime=0))
(samples / "client.vcf").write_bytes(CARD.encode())
(samples / "appointment.ics").write_bytes(CALENDAR.encode())
for extension in ("jpg", "png", "webp", "tiff", "heic"):
    picture(extension)
clinical()

# What is empty, torn, locked, or built to take all memory.
for name in ("empty.eml", "empty.mbox", "empty.msg", "empty.vcf", "empty.ics", "empty.zip", "empty.tar", "empty.gz", "empty.jpg", "empty.dcm"):
    (refused / name).write_bytes(b"")
folder, packed = (samples / "folder.zip").read_bytes(), (samples / "note.txt.gz").read_bytes()
(refused / "torn.zip").write_bytes(folder[: len(folder) // 2])
(refused / "torn.gz").write_bytes(packed[: len(packed) // 2])
(refused / "torn.tar").write_bytes(b"\xff" * 257 + b"ustar" + b"\xff" * 250)
(refused / "torn.msg").write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600)
(refused / "all.7z").write_bytes(b"7z\xbc\xaf\x27\x1c\0\x04")
(refused / "bomb.gz").write_bytes(gzip.compress(gzip.compress(bytes(300 << 20), 9, mtime=0), 9, mtime=0))
(refused / "endless.eml").write_bytes(b"From: a@b.example\nMIME-Version: 1.0\nContent-Type: message/rfc822\n\n" * 600)

# What can be read in part: a locked member, files packed too deep, a name that stands there twice, a torn picture.
(refused / "locked.zip").unlink(missing_ok=True)
subprocess.run(["zip", "-q", "-j", "-P", "secret", refused / "locked.zip", samples / "client.vcf"], check=True)
inner = b"hello"
for name in ("note.txt", "1.zip", "2.zip", "3.zip", "4.zip", "5.zip"):
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        archive.writestr(entry(name), inner)
    inner = packed.getvalue()
(refused / "deep.zip").write_bytes(inner)
with zipfile.ZipFile(refused / "twice.zip", "w") as archive:
    for text in ("one", "two"):
        archive.writestr(entry("note.txt"), text)
(refused / "torn.jpg").write_bytes((samples / "details.jpg").read_bytes()[:900])
(refused / "torn.dcm").write_bytes((samples / "clinical.dcm").read_bytes()[:-40])
(refused / "mislabelled.txt").write_bytes((samples / "details.png").read_bytes())
secret = email.message.EmailMessage(policy=email.policy.SMTP)
secret["From"], secret["Subject"] = "hello@glow.example", "locked"
secret.set_type("multipart/encrypted")
secret.set_boundary("=-locked-=")
(refused / "locked.eml").write_bytes(secret.as_bytes())
