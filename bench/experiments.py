"""What bench/compare measures: scans of repositories, one descriptor alone, and many findings."""
import contextlib
import dataclasses
import math
import sys

import measure
import programs
import repositories

MOST_ROUNDS = {1: 100, 1_000: 21, 10_000: 9, 100_000: 5}
ROUNDS_OF_ONE_FILE = 500
ROUNDS_OF_FINDINGS = 11

NOTHING = "/bin/true"
ONE_FILE = "catalint check FILE"
TEXT = "--format text"
SARIF = "--format sarif"


@dataclasses.dataclass
class Results:
    """Samples by the name of what was run; the scans also by the number of descriptors."""
    scans: dict = dataclasses.field(default_factory=dict)
    one_file: dict = dataclasses.field(default_factory=dict)
    findings: dict = dataclasses.field(default_factory=dict)
    finding_count: int = 0


def say(text):
    print(f"bench/compare: {text}", file=sys.stderr, flush=True)


def rounds_at(size, wanted):
    return wanted or max(most for least, most in MOST_ROUNDS.items() if least >= min(size, max(MOST_ROUNDS)))


def race(contenders, rounds, patience):
    """A sample for each program by its name, and what each printed in the first run."""
    samples, outputs, first = {}, {}, {}
    for program in contenders:
        seen = measure.observe(program.command, patience if program.is_peer else math.inf)
        if seen is None:
            samples[program.name] = measure.Sample(why_not=f"more than {patience} s")
            continue
        samples[program.name] = measure.Sample(peak=seen.peak)
        outputs[program.name], first[program.name] = seen.output, seen.milliseconds
    commands = [program.command for program in contenders if program.name in first]
    for name, times in zip(first, measure.in_turns(commands, list(first.values()), rounds)):
        samples[name].times = times
    return samples, outputs


def expected_milliseconds(name, size, scans):
    """In proportion to the two last sizes, which leaves out the time to start; None while there are not two."""
    known = [(count, by_name[name].median) for count, by_name in sorted(scans.items())
             if name in by_name and by_name[name].times]
    if len(known) < 2:
        return None
    (few, less), (many, more) = known[-2:]
    return more + max(0, more - less) * (size - many) / (many - few)


def why_not(program, size, scans, patience):
    """Why this program is not run at that size, if it is not."""
    if program.why_not:
        return program.why_not
    if program.is_peer and scans:
        last = scans[max(scans)][program.name]
        expected = expected_milliseconds(program.name, size, scans)
        if last.why_not or (expected and expected > patience * 1000):
            return f"more than {patience} s"
    return ""


def check_verdicts(contenders, outputs):
    """They are worth comparing only where they find the same."""
    reference = programs.catalint_bad_files(outputs[programs.CATALINT])
    for program in contenders:
        if program.bad_files and program.name in outputs:
            bad = program.bad_files(outputs[program.name])
            if bad != reference * program.sees:
                raise measure.Failed(f"{program.name} finds something in {bad} files; expected "
                                     f"{reference * program.sees:.0f}, of {reference} that catalint complains about")


def scan(repository, contenders, results, wanted_rounds, patience):
    size = len(repository.descriptors)
    reasons = {program.name: why_not(program, size, results.scans, patience) for program in contenders}
    with contextlib.chdir(repository.folder):
        for program in contenders:
            if program.is_limit:  # whoever came first would else read from the disk
                measure.milliseconds(program.command)
        samples, outputs = race([program for program in contenders if not reasons[program.name]],
                                rounds_at(size, wanted_rounds), patience)
    check_verdicts(contenders, outputs)
    results.scans[size] = {name: samples.get(name) or measure.Sample(why_not=reason)
                           for name, reason in reasons.items()}


def one_file(catalint, repository, results, wanted_rounds):
    path = str(repository.folder / repository.descriptors[0])
    contenders = [programs.Program(NOTHING, [NOTHING]), programs.Program(ONE_FILE, [catalint, "check", path])]
    results.one_file, _ = race(contenders, wanted_rounds or ROUNDS_OF_ONE_FILE, math.inf)


def findings(catalint, path, count, results, wanted_rounds):
    results.finding_count = repositories.write_findings(path, count)
    contenders = [programs.Program(name, [catalint, "check", *name.split(), str(path)]) for name in (TEXT, SARIF)]
    results.findings, _ = race(contenders, wanted_rounds or ROUNDS_OF_FINDINGS, math.inf)
