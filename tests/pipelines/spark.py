#!/usr/bin/env python3
"""Checks records with Apache Spark in two ways, and holds the answers against those of one process.

usage: spark.py PROGRAM [--records N] [--workers N...] [--local]

`piped` and `mapped` are written to be copied into a job. PROGRAM must be at this path on every worker; the wheel puts it
there with everything else that is installed by pip. Each task has one core, so the program gets one thread.
"""
import argparse
import json
import os
import random
import shlex
import subprocess
import sys
import tempfile
import time

OPTIONS = ["check", "--input", "jsonl", "--format", "jsonl", "--threads", "1", "--policy", "med-spa"]
COLUMNS = "id long, bucket string, reasons array<string>, rewrite string, error string"
# The gravest verdict, or 2 where a record has an error in the place of its verdict; the others have theirs all the same.
REACHED = (0, 1, 2, 3)


def piped(lines, program):
    """The answers to an RDD of JSON Lines, with RDD.pipe: one process for each partition, in constant memory."""
    return lines.pipe(shlex.join([program, *OPTIONS]), env=dict(os.environ))


def mapped(frame, program):
    """The answers to a DataFrame with `id` and `text`, with mapInPandas: one process for each batch of Arrow."""
    import pandas

    def answer(batches):
        for batch in batches:
            # pandas has its own nothing, which JSON does not know.
            texts = (None if pandas.isna(text) else text for text in batch["text"])
            records = ({"id": int(number), "text": text} for number, text in zip(batch["id"], texts))
            lines = "".join(json.dumps(record) + "\n" for record in records)
            run = subprocess.run([program, *OPTIONS], input=lines.encode(), stdout=subprocess.PIPE)
            answers = [json.loads(line) for line in run.stdout.splitlines()]
            if run.returncode not in REACHED or len(answers) != len(batch):
                raise RuntimeError(f"safepaste ended with {run.returncode} after {len(answers)} of {len(batch)} records")
            # The order is kept, so that a record without a verdict is known by its place.
            yield pandas.DataFrame({
                "id": batch["id"].to_numpy(),
                **{key: [one.get(key) for one in answers] for key in ("bucket", "reasons", "rewrite", "error")},
            })

    return frame.mapInPandas(answer, COLUMNS)


def records(count):
    """Short invented drafts; every 10,000th has no text, and its check fails."""
    draw = random.Random(8)
    names = ["Odile Marsh", "Dana Ortiz", "Tomas Reyes", "Priya Nair", "Lena Vogt", "Marcus Bell"]
    forms = [
        "Remind my patient {name} of her peel on {month} {day}; her cell is 479-555-01{two:02}.",
        "Write a caption for our open house: cake, tea and {day} % off every facial.",
        "{name} asked about aftercare. Draft a short reply.",
        "Our hydrating facial takes {day} minutes and needs no downtime. Book at the front desk.",
        "Summarize the chart GA-{two:02}{day:02}17 before the visit on {month} {day}.",
        "Reword the sign at our door: please silence your phone, visit {two} of the tour.",
    ]
    for number in range(count):
        form = draw.choice(forms)
        text = form.format(name=draw.choice(names), month=draw.choice(["March", "June", "October"]),
                           day=draw.randint(1, 28), two=draw.randint(0, 99))
        yield {"id": number, "text": None if number % 10_000 == 9_999 else text}


def told(answer):
    """What an answer says, without the number of the line, which counts anew in every partition."""
    return {key: value for key, value in answer.items() if key != "line"}


def session(workers, local):
    """Spark with so many workers of one core each, as processes of their own unless `local`."""
    from pyspark.sql import SparkSession
    master = f"local[{workers}]" if local else f"local-cluster[{workers},1,1024]"
    builder = SparkSession.builder.master(master).appName("safepaste").config("spark.ui.enabled", "false")
    builder = builder.config("spark.ui.showConsoleProgress", "false").config("spark.executor.memory", "1g").config("spark.sql.session.timeZone", "UTC")
    return builder.config("spark.driver.host", "127.0.0.1").config("spark.driver.bindAddress", "127.0.0.1").getOrCreate()


def main():
    arguments = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    arguments.add_argument("program")
    arguments.add_argument("--records", type=int, default=200_000)
    arguments.add_argument("--workers", type=int, nargs="+", default=[1, 2])
    arguments.add_argument("--local", action="store_true", help="threads of one process in the place of workers")
    asked = arguments.parse_args()
    program = os.path.abspath(asked.program)
    os.environ["PYSPARK_PYTHON"] = os.environ["PYSPARK_DRIVER_PYTHON"] = sys.executable
    os.environ.pop("SAFEPASTE_POLICY", None)

    with tempfile.TemporaryDirectory() as folder:
        drafts = os.path.join(folder, "drafts.jsonl")
        with open(drafts, "w", encoding="utf-8") as file:
            file.writelines(json.dumps(record) + "\n" for record in records(asked.records))
        size = os.path.getsize(drafts)
        begun = time.monotonic()
        with open(drafts, "rb") as file:
            run = subprocess.run([program, *OPTIONS], stdin=file, stdout=subprocess.PIPE)
        spent = time.monotonic() - begun
        alone = [told(json.loads(line)) for line in run.stdout.splitlines()]
        failed = sum("error" in answer for answer in alone)
        assert len(alone) == asked.records and run.returncode in REACHED, (len(alone), run.returncode)
        print(f"{asked.records} records, {size} bytes, {failed} of them unreadable")

        def row(way, workers, spent):
            print(f"{way:32} {workers:>7} {spent:8.1f} s {asked.records / spent:10.0f} records/s", flush=True)

        row("one process, one thread", 1, spent)
        # The same answers as rows: a record that failed is known by its place.
        rows = [(number, answer.get("bucket"), answer.get("reasons"), answer.get("rewrite"), answer.get("error"))
                for number, answer in enumerate(alone)]
        for workers in asked.workers:
            spark = session(workers, asked.local)
            parts = 4 * workers
            # Python's workers are started before the clock is.
            spark.sparkContext.parallelize(range(parts), parts).map(lambda one: one + 1).collect()
            lines = spark.sparkContext.textFile(drafts, parts)
            begun = time.monotonic()
            answers = piped(lines, program).collect()
            row(f"RDD.pipe, {spark.sparkContext.master}", workers, time.monotonic() - begun)
            assert [told(json.loads(line)) for line in answers] == alone, "RDD.pipe differs from one process"
            frame = spark.read.schema("id long, text string").json(drafts).repartition(parts)
            frame.count()
            begun = time.monotonic()
            answers = mapped(frame, program).collect()
            row(f"mapInPandas, {spark.sparkContext.master}", workers, time.monotonic() - begun)
            assert sorted(map(plain, answers)) == list(map(plain, rows)), "mapInPandas differs from one process"
            # What the workers say while they are told to go is no error.
            spark.sparkContext.setLogLevel("OFF")
            spark.stop()
        print("equal to one process, in both ways, at every number of workers; no job failed")


def plain(row):
    """A row as text, to be compared and sorted by its number."""
    number, bucket, reasons, rewrite, error = row
    # The place of a failing line is counted within its batch.
    return f"{number:09} " + json.dumps([bucket, list(reasons or []), rewrite, (error or "").split(" (")[0]])


main()
