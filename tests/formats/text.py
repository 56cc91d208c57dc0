"""Writes the samples of the text formats: the identifiers as a letter, as a table, and as a record."""

import csv
import html
import io
import json
import pathlib
import xml.sax.saxutils

rows = [line.split("\t") for line in pathlib.Path("identifiers.txt").read_text("utf-8").splitlines()[1:]]
values = {label: value.split(" | ")[0] for label, value in rows}
v = {label.lower().replace(" ", "_").replace("'", ""): value for label, value in values.items()}

LETTER = """Please turn this note into a friendly follow-up; she liked the café’s crème brûlée, too.

Client: {client}
DOB: {dob}
MRN: {mrn}
SSN: {ssn}
Mobile: {mobile}
Email: {email}
Address: {street}, {city}
Member ID: {member_id}
Account number: {account_number}
Card: {card}
Driver's license: {drivers_license}
License plate: {license_plate}

Her lip filler appointment is on {appointment}. The laser has the device serial {device_serial}. She signed in at
{patient_portal} from the IP address {ip_address} and sent the photo {photo}.

The other client, {second_client}, is {age} years old and asked about a peel.
"""

MARKDOWN = """---
title: Follow-up
client: {client}
dob: {dob}
mrn: "{mrn}"
---

# Follow-up note

| SSN | Mobile | Member ID | Account number |
|-----|--------|-----------|----------------|
| {ssn} | {mobile} | {member_id} | {account_number} |

- **Email:** <{email}>
- **Address:** {street}, {city}
- **Card:** {card}
- **Driver's license:** {drivers_license}
- **License plate:** {license_plate}

Her lip filler appointment is on {appointment}. The laser has the device serial {device_serial}. She signed in at
[the portal]({patient_portal}) from the IP address {ip_address}.

![Before the peel]({photo})

<!-- The other client, {second_client}, is {age} years old and asked about a peel. -->
"""

HTML = """<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="author" content="{client}">
<title>Follow-up</title>
<style>.c {{ color: #123456 }}</style>
<script>var build = "479-555-0199";</script>
</head>
<body>
<!-- DOB: {dob} -->
<h1>Follow-up for our client</h1>
<p>Call <a href="tel:{mobile}">her cell</a> or write to <a href="mailto:{email}">her</a>.</p>
<table>
<tr><th>MRN</th><th>SSN</th><th>Member ID</th></tr>
<tr><td>{mrn}</td><td>{ssn}</td><td>{member_id}</td></tr>
</table>
<p>Address: {street}, {city}</p>
<ul>
<li>Account number: {account_number}</li>
<li>Card: {card}</li>
<li>Driver&#39;s license: {drivers_license}</li>
<li>License plate: {license_plate}</li>
</ul>
<p>Her lip filler appointment is on {appointment}. The laser has the device serial {device_serial}. She signed in at
<a href="{patient_portal}">the portal</a> from the IP address {ip_address}.</p>
<img src="{photo}" alt="{second_client} before the peel">
<p>{second_client} is {age}&nbsp;years old &amp; asked about a peel.</p>
</body>
</html>
"""

FIRST = ["client", "dob", "mrn", "ssn", "mobile", "email", "street", "city", "member_id", "account_number", "card",
         "drivers_license", "license_plate", "device_serial", "patient_portal", "ip_address", "photo", "appointment"]


def save(name, text, encoding="utf-8"):
    pathlib.Path("samples", name).write_bytes(text.encode(encoding))


def table(delimiter, quote=csv.QUOTE_MINIMAL):
    out = io.StringIO()
    writer = csv.writer(out, delimiter=delimiter, quoting=quote)
    labels = [label for label in values if label != "Second client"]
    writer.writerow(labels + ["Note"])
    first = [values[label] for label in labels[:-1]] + ["41", "Came for a \"peel\";\nhappy, she said"]
    second = [values["Second client"]] + [""] * (len(labels) - 2) + [values["Age"], "Asked about a peel"]
    writer.writerows([first, second])
    return out.getvalue()


letter = LETTER.format(**v)
for name, encoding in [("utf8", "utf-8"), ("utf8-bom", "utf-8-sig"), ("utf16-le", "utf-16-le"), ("utf16-be", "utf-16-be"),
                       ("windows-1252", "cp1252"), ("mac-roman", "mac_roman"), ("utf32", "utf-32")]:
    save(f"letter-{name}.txt", letter.replace("\n", "\r\n"), encoding)
save("letter-utf16-bom.txt", letter, "utf-16")
save("letter-lone-cr.txt", letter.replace("\n", "\r"), "mac_roman")
save("letter-form-feed.txt", letter.replace("\n\n", "\n\f\n"))
save("letter.md", MARKDOWN.format(**v))
save("letter.html", HTML.format(**v))

save("clients.csv", table(","))
save("clients-semicolon.csv", table(";", csv.QUOTE_ALL), "cp1252")
save("clients.tsv", table("\t"), "utf-16")

first = {key: v[key] for key in FIRST}
second = {"client": v["second_client"], "age": int(v["age"]), "note": "Asked about a \"peel\"\nand caf\u00e9 hours"}
record = {"practice": "Glow", "clients": [first, second]}
save("clients.json", json.dumps(record, indent=2).replace("/", "\\/"))
save("clients-compact.json", json.dumps(record, ensure_ascii=False))
save("clients.jsonl", "".join(json.dumps(client) + "\n" for client in (first, second)))

plain = "".join(f"    {key}: '{value}'\n" for key, value in first.items())
save("clients.yaml", "practice: Glow\nclients:\n  -\n" + plain + f"""  - client: {v["second_client"]}
    age: {v["age"]}
    note: |
      Asked about a peel
      and the hours
""")

escape = xml.sax.saxutils.escape
elements = "".join(f"    <{key}>{escape(value)}</{key}>\n" for key, value in first.items())
save("clients.xml", f"""<?xml version="1.0" encoding="UTF-8"?>
<practice name="Glow">
  <visit>
{elements}  </visit>
  <visit client="{html.escape(v["second_client"])}" age="{v["age"]}"><note><![CDATA[Asked about a peel & the hours]]></note></visit>
</practice>
""")
