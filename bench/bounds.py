"""What catalint has to reach, as ratios of one run and a peak of memory."""
import dataclasses

import experiments
import programs


@dataclasses.dataclass(frozen=True)
class Bound:
    """`measured` has to be at most `limit`, or at least where `is_least`; None was not measured."""
    what: str
    measured: float | None
    limit: float
    unit: str = "times"
    is_least: bool = False

    @property
    def is_missed(self):
        if self.measured is None:
            return False
        return self.measured < self.limit if self.is_least else self.measured > self.limit


def ratio(samples, name, reference):
    """Of two medians; None unless both were measured."""
    above, below = (samples.get(key) for key in (name, reference))
    return above.median / below.median if above and below and above.times and below.times else None


def growth(scans, few, many):
    """What a descriptor costs among many, as a multiple of what it costs among few."""
    times = [scans.get(size, {}).get(programs.CATALINT) for size in (few, many)]
    if not all(sample and sample.times for sample in times):
        return None
    return (times[1].median / many) / (times[0].median / few)


def peak(scans):
    peaks = [sample.peak for samples in scans.values() for name, sample in samples.items()
             if name in programs.OWN and sample.peak is not None]
    return max(peaks, default=None)


def bounds_of(results):
    scans = results.scans
    thousand, most = scans.get(1_000, {}), scans.get(100_000, {})
    return [
        Bound("1,000 descriptors, against reading them (`find | xargs cat`)",
              ratio(thousand, programs.CATALINT, programs.FIND), 1.5),
        Bound("100,000 descriptors among 300,000 files, against reading all (`git ls-files | xargs cat`)",
              ratio(most, programs.CATALINT, programs.GIT_ALL), 1.5),
        Bound("cost of a descriptor among 100,000, against one among 1,000", growth(scans, 1_000, 100_000), 1.2),
        Bound("peak memory at any size", peak(scans), 64, "MiB"),
        Bound("one descriptor, from the start of the process to its end, against `/bin/true`",
              ratio(results.one_file, experiments.ONE_FILE, experiments.NOTHING), 3),
        Bound("Spectral, 1,000 descriptors, against catalint",
              ratio(thousand, programs.SPECTRAL, programs.CATALINT), 20, is_least=True),
        Bound("yamllint, 1,000 descriptors, against catalint",
              ratio(thousand, programs.YAMLLINT, programs.CATALINT), 30, is_least=True),
        Bound(f"{results.finding_count:,} findings as SARIF, against the same as text",
              ratio(results.findings, experiments.SARIF, experiments.TEXT), 2),
    ]
