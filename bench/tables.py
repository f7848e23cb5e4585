"""The results as Markdown, and their place in a document."""
import os

import bounds
import measure
import programs

BAR = "\\|"  # or it would end the cell, even in a code span
BEGIN = "<!-- bench/compare writes what follows -->\n"
END = "<!-- bench/compare wrote what precedes -->\n"


def shown_time(milliseconds):
    if milliseconds < 10:
        return f"{milliseconds:.2f} ms"
    return f"{milliseconds:.0f} ms" if milliseconds < 1000 else f"{milliseconds / 1000:.2f} s"


def shown_ratio(value):
    return f"{value:.2f}" if value < 10 else f"{value:.0f}"


def table(head, rows):
    lines = [head, ["---"] * len(head), *rows]
    return "".join(f"| {' | '.join(cell.replace('|', BAR) for cell in cells)} |\n" for cells in lines)


def by_program(scans, names, cell):
    """One row a program, one column a size."""
    rows = [[name, *(cell(scans[size], name) for size in sorted(scans))] for name in names]
    return table(["", *(f"{size:,}" for size in sorted(scans))], rows)


def time_cell(samples, name):
    sample = samples[name]
    if not sample.times:
        return f"not run: {sample.why_not}"
    times_catalint = bounds.ratio(samples, name, programs.CATALINT)
    return f"{shown_time(sample.median)} ({shown_ratio(times_catalint)})"


def peak_cell(samples, name):
    sample = samples[name]
    return "not run" if sample.peak is None else f"{sample.peak:.1f} MiB"


def duel(samples):
    first = next(iter(samples))
    return table(["", "median", "ratio"], [
        [f"`{name}`", shown_time(sample.median), shown_ratio(bounds.ratio(samples, name, first))]
        for name, sample in samples.items()])


def bound_row(bound):
    asked = f"{'at least' if bound.is_least else 'at most'} {bound.limit:g} {bound.unit}"
    if bound.measured is None:
        return [bound.what, asked, "not measured"]
    measured = f"{shown_ratio(bound.measured)} {bound.unit}"
    return [bound.what, asked, f"**{measured}: missed**" if bound.is_missed else measured]


def document(results, kept_bounds, picture=""):
    """All of it. `picture` is the name of the file that holds the plot."""
    names = list(next(iter(results.scans.values())))
    linters = [name for name in names if name not in (programs.FIND, programs.GIT, programs.GIT_ALL)]
    rounds = ", ".join(f"{max(len(s.times) for s in results.scans[size].values())} of {size:,}"
                       for size in sorted(results.scans))
    peers = ", ".join(programs.versions(names)) or "none"
    parts = [
        f"On {len(os.sched_getaffinity(0))} cores. Rounds: {rounds} descriptors; fewer for a program that takes long,\n"
        f"so that its runs fit in {measure.MOST_SECONDS_IN_TURNS} s. Peers: {peers}.\n",
        table(["what", "bound", "measured"], map(bound_row, kept_bounds)),
        "Medians, and in brackets how many times catalint's that is, by the number of descriptors:\n",
        by_program(results.scans, names, time_cell),
        *([f"![Time by the number of descriptors]({picture})\n"] if picture else []),
        "Peak memory of the process itself:\n",
        by_program(results.scans, linters, peak_cell),
        f"One descriptor, and {results.finding_count:,} findings:\n",
        duel(results.one_file),
        duel(results.findings),
    ]
    return "\n".join(parts)


def replaced(text, part):
    """The document with another part between its two marks."""
    before, begin, rest = text.partition(BEGIN)
    _, end, after = rest.partition(END)
    if not begin or not end:
        raise measure.Failed(f"the document has no lines `{BEGIN.strip()}` and `{END.strip()}`")
    return f"{before}{begin}\n{part}\n{end}{after}"
