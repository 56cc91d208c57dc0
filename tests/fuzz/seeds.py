#!/usr/bin/env python3
"""Makes the folders of seeds from the samples and corpora of the repository: seeds.py FOLDER."""

import json
import re
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent.parent
OUT = Path(sys.argv[1])
LARGEST = 60_000


def put(target, name, data):
    folder = OUT / target
    folder.mkdir(parents=True, exist_ok=True)
    if len(data) <= LARGEST:
        (folder / re.sub(r"[^\w.-]", "_", name)).write_bytes(data)


def texts():
    for corpus in sorted((ROOT / "tests/corpora").glob("*.jsonl")):
        lines = corpus.read_text(encoding="utf-8").splitlines()
        # Some of each are enough: the fuzzer mixes them.
        for line in lines[:: max(1, len(lines) // 60)]:
            text = json.loads(line).get("text", "")
            yield f"{corpus.stem}-{len(text)}", text[:3000]
    for sample in sorted((ROOT / "tests/samples").glob("*.txt")):
        yield sample.name, sample.read_text(encoding="utf-8")


def endings():
    source = (HERE / "targets/read.rs").read_text(encoding="utf-8")
    listed = source.split("ENDINGS: [&str; 40] = [")[1].split("];")[0]
    return re.findall(r'"(\w*)"', listed)


for name, text in texts():
    data = text.encode()
    for target in ("view", "check", "minimize"):
        put(target, name, data)

for name, data in {
    "markup.html": "<p>Call&nbsp;<b>O</b>dile &#x4d;arsh</p> 4\u200b79-555-\uff101\uff14\uff12",
    "table.csv": "Name,Mobile,DOB\nOdile Marsh,479-555-0142,1988-03-14\n",
    "wide.txt": "Name          Phone\nOdile Marsh   479-555-0142\n",
    "quoted.eml": "Dear Odile,=20\nyour 4=\n79-555-0142 =E2=80=8B",
    "message.hl7": "MSH|^~\\&|EMR|SPA|LAB|LAB|||ADT^A01|7|P|2.3\nPID|1||G0041877^^^SPA^MR||MARSH^ODILE",
}.items():
    for target in ("view", "check", "minimize"):
        put(target, name, data.encode())

known = endings()
for folder in ("samples", "refused"):
    for file in sorted((ROOT / "tests/formats" / folder).iterdir()):
        ending = file.suffix.lstrip(".")
        if file.is_file() and ending in known:
            put("read", file.name, bytes([known.index(ending)]) + file.read_bytes())
for name, text in list(texts())[::20]:
    put("read", f"{name}.txt", b"\0" + text.encode())

for file in sorted((ROOT / "policies").rglob("*.yaml")) + sorted((ROOT / "tests").rglob("*.yaml")):
    data = file.read_bytes()
    put("policy", file.name, data)
    parts = re.split(rb"\n(?=\w)", data)
    for at, part in enumerate(parts[:40]):
        put("policy", f"{file.name}-{at}", b"version: 1\nextends: med-spa\n" + part)

for file in sorted((ROOT / "tests/samples").glob("*.jsonl")):
    put("jsonl", file.name, file.read_bytes())
put("jsonl", "odd", b'\xef\xbb\xbf{"id":-7.5,"text":"t\\u0077o","to":"sms","more":[1]}\r\n\n{"id":3,"text":"\\ud83d\\ude00","to":null}')

for at, mark in enumerate((
    "allow NAME -- a fictional client",
    "allow PHONE, EMAIL \u2014 printed on the site -->",
    "allow-begin NAME -- the team\nOdile Marsh\nsafepaste: allow-end",
    "alow NAME",
    "allow NAME",
    "safepaste: allow ALL -- everything */",
)):
    put("permission", str(at), mark.encode())

for at, reply in enumerate((
    "Dear [NAME_1], your visit on [DATE_1] is confirmed.",
    "**[NAME_1]**'s and \\[NAME\\_2\\]'s [phone 1] (NAME_9), &#91;EMAIL_1&#93;",
    "NAME_1 [Name 1] [NAME_01] [NAME_1's] <NAME_1> {NAME_2}",
)):
    put("restore", str(at), reply.encode())

for at, question in enumerate((
    {"hook_event_name": "UserPromptSubmit", "cwd": "/tmp", "prompt": "Look at @notes.txt, (@a\\ b.md)"},
    {"hook_event_name": "PreToolUse", "tool_name": "Read", "tool_input": {"file_path": "a.txt"}},
    {"hook_event_name": "beforeSubmitPrompt", "prompt": "hi", "attachments": [{"type": "file", "file_path": "a"}]},
    {"hook_event_name": "beforeReadFile", "file_path": "a.txt", "content": "hello", "workspace_roots": ["/tmp"]},
    {"hook_event_name": "BeforeAgent", "prompt": "hi @a"},
    {"hook_event_name": "BeforeTool", "tool_name": "read_many_files", "tool_input": {"paths": ["a", "*.md"], "include": ["b"]}},
)):
    put("hook", str(at), json.dumps(question).encode())
