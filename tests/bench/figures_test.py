#!/usr/bin/env python3
"""What bench/compare makes of times: bounds, which peers are run, whether they agree, and the plot.

usage: figures_test.py ROOT
"""
import pathlib
import sys
import unittest
import xml.etree.ElementTree as xml

sys.path.insert(0, str(pathlib.Path(sys.argv.pop(1)).resolve() / "bench"))

import bounds
import experiments
import measure
import plot
import programs

PEERS = {peer.name: peer for peer in programs.peers()}


def took(milliseconds, peak=None):
    return measure.Sample([milliseconds] * 3, peak)


def results(catalint, reading, spectral, yamllint, one_file, sarif, peak):
    """Of two sizes, from the times at each."""
    scans = {size: {programs.CATALINT: took(catalint[i], peak), programs.FIND: took(reading[i]),
                    programs.GIT_ALL: took(reading[i])} for i, size in enumerate((1_000, 100_000))}
    scans[1_000] |= {programs.SPECTRAL: took(spectral), programs.YAMLLINT: took(yamllint)}
    scans[100_000] |= {programs.SPECTRAL: measure.Sample(why_not="more than 90 s")}
    return experiments.Results(scans, {experiments.NOTHING: took(1), experiments.ONE_FILE: took(one_file)},
                               {experiments.TEXT: took(10), experiments.SARIF: took(sarif)}, 30_000)


class Bounds(unittest.TestCase):
    def test_reached(self):
        reached = bounds.bounds_of(results([15, 1800], [10, 1200], 300, 450, 3, 20, 64))
        self.assertEqual([bound.measured for bound in reached], [1.5, 1.5, 1.2, 64, 3, 20, 30, 2])
        self.assertEqual([bound.is_missed for bound in reached], [False] * 8)

    def test_missed(self):
        missed = bounds.bounds_of(results([16, 2000], [10, 1200], 319, 479, 3.1, 21, 65))
        self.assertEqual([bound.is_missed for bound in missed], [True] * 8)

    def test_not_measured(self):
        nothing = bounds.bounds_of(experiments.Results({1: {programs.CATALINT: measure.Sample()}}))
        self.assertEqual([(bound.measured, bound.is_missed) for bound in nothing], [(None, False)] * 8)


class Peers(unittest.TestCase):
    peer = programs.Program(programs.YAMLLINT, [], is_peer=True)

    def why_not(self, size, *times):
        scans = {10 ** power: {self.peer.name: took(milliseconds)} for power, milliseconds in times}
        return experiments.why_not(self.peer, size, scans, patience=90)

    def test_run_where_they_end_in_time(self):
        self.assertEqual(self.why_not(1_000), "")
        self.assertEqual(self.why_not(1_000, (0, 1_000)), "")
        self.assertEqual(self.why_not(10_000, (0, 1_000), (3, 9_800)), "")
        self.assertEqual(self.why_not(10_000, (0, 1_000), (3, 9_950)), "more than 90 s")

    def test_not_run_after_they_were_stopped(self):
        scans = {1: {self.peer.name: took(1)}, 1_000: {self.peer.name: measure.Sample(why_not="more than 90 s")}}
        self.assertEqual(experiments.why_not(self.peer, 10_000, scans, 90), "more than 90 s")

    def test_fewer_rounds_of_what_takes_long(self):
        self.assertEqual([measure.rounds_of(milliseconds, 9) for milliseconds in (1, 5_000, 90_000)], [9, 6, 2])
        self.assertEqual(measure.rounds_of(90_000, 1), 1)

    def test_stopped(self):
        self.assertIsNone(measure.observe(["sleep", "60"], patience=0.05))


class Verdicts(unittest.TestCase):
    outputs = {
        programs.CATALINT: "a/catalog-info.yaml:3:5: error: …\n\n4 errors in 2 of 100 files\n",
        programs.YAMLLINT: "./a/catalog-info.yaml:9:5: [error] duplication of key \"x\" in mapping (key-duplicates)\n"
                           "./a/catalog-info.yaml:10:5: [error] duplication of key \"x\" in mapping (key-duplicates)\n",
        programs.SPECTRAL: "/x/a/catalog-info.yaml:9:5 error parser \"Mapping key must be unique\"\n"
                           "/x/b/catalog-info.yaml:9:5 error fields \"must be string\"\n",
        programs.POLICIES: "a/catalog-info.yaml: must be string\n2 of 100 files refused\n",
    }

    def check(self, **changes):
        contenders = [programs.Program(programs.CATALINT, [], programs.catalint_bad_files), *PEERS.values()]
        experiments.check_verdicts(contenders, {**self.outputs, **changes})

    def test_agree(self):
        self.check()

    def test_differ(self):
        for changes in ({programs.SPECTRAL: ""}, {programs.YAMLLINT: ""}, {programs.CATALINT: ""},
                        {programs.POLICIES: "1 of 100 files refused\n"}):
            with self.assertRaisesRegex(measure.Failed, "finds something in"):
                self.check(**changes)


class Plot(unittest.TestCase):
    def test_places(self):
        sizes = {1: {name: took(10) for name in plot.LOOKS}, 1_000: {programs.CATALINT: took(100)}}
        drawing = xml.fromstring(plot.svg(sizes))
        curves = [line.get("points") for line in drawing.iter("{http://www.w3.org/2000/svg}polyline")]
        bottom, top = plot.HEIGHT - plot.BOTTOM, plot.TOP
        self.assertEqual(curves, [f"{plot.LEFT}.0,{bottom}.0 {plot.WIDTH - plot.RIGHT}.0,{top}.0"]
                         + [f"{plot.LEFT}.0,{bottom}.0"] * (len(plot.LOOKS) - 1))

    def test_labels_do_not_overlap(self):
        self.assertEqual(plot.spread([(5, 100, "a"), (5, 103, "b"), (5, 104, "c"), (9, 103, "d")]),
                         [(5, 100, "a"), (5, 116, "b"), (5, 132, "c"), (9, 103, "d")])


if __name__ == "__main__":
    unittest.main()
