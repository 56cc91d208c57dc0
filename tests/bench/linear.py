#!/usr/bin/env python3
"""Shows that the time grows with the text and no faster, also for texts that were made to be slow.

    tests/bench/linear.py [PROGRAM]

Each text is one piece, repeated to 100 kB and to 400 kB; the processor time of checking both is told, slowest first. A
ratio of four is linear. Nothing fails: what a time means depends on the machine.
"""
import os
import pathlib
import subprocess
import sys
import tempfile

SIZES = 100_000, 400_000
LIMIT = 120  # seconds until a check is given up

PIECES = [
    "1", "1-", "1 ", "oh ", "one two three ", "Ab ", "ABC DEF ", "Ann Likes The ", "Ann Lee, ", "A.B. ", "a's ", "é",
    "a\u200b", "@", "a@b.", "www.a", "http://", "a/", "_a", "....", "# ", "*", "`", "!", "()", "(", '"', "[NAME_1] ",
    "{{x}} ", '{"a":', "<b ", "&amp;", "%41", "=3D", "\\n", "a: ", "a|", "a\t", "a,", "a;", "\n", "\r", "insert into ",
    "insert into x (", "Dear ", "Dr. ", "MRN ", "ssn: ", "Rx ", "she said ", "May 5, ", "the quick filler ",
    "PID|1|", "NM1*IL*", "12 Main St ", "at the ", "born 3/4/88, ", "Smith, ", "Jo and ", "999-99-", "+44 ",
]


def spent(program, path):
    """Seconds of processor time to check a file, or nothing where it took too long."""
    before = os.times()
    command = [program, "check", "--format", "jsonl", "--threads", "1", path]
    try:
        subprocess.run(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, timeout=LIMIT)
    except subprocess.TimeoutExpired:
        return None
    after = os.times()
    return after.children_user + after.children_system - before.children_user - before.children_system


def main():
    program = sys.argv[1] if len(sys.argv) > 1 else "target/release/safepaste"
    lines = []
    with tempfile.TemporaryDirectory() as folder:
        for piece in PIECES:
            times = []
            for size in SIZES:
                path = pathlib.Path(folder, str(size))
                path.write_text((piece * size)[:size], newline="")
                times.append(spent(program, path))
            lines.append((piece, *times))
    lines.sort(key=lambda line: -(line[2] or LIMIT))
    print("| piece | 100 kB, s | 400 kB, s | ratio |\n| --- | --- | --- | --- |")
    for piece, small, large in lines:
        shown = ascii(piece)[1:-1].replace("|", "\\|").replace("`", "'")
        if small is None or large is None:
            print(f"| `{shown}` | over {LIMIT} | | |")
        else:
            print(f"| `{shown}` | {small:.2f} | {large:.2f} | {large / max(small, 0.01):.1f} |")


if __name__ == "__main__":
    main()
