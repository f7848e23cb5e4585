"""The scans as a picture: time by the number of descriptors, both axes logarithmic."""
import html
import math

import programs

WIDTH, HEIGHT = 880, 480
LEFT, RIGHT, TOP, BOTTOM = 70, 255, 50, 55
LINE_HEIGHT = 16
# Colors that people with every kind of color vision can tell apart; what only reads is dashed.
LOOKS = {
    programs.CATALINT: ("#0072b2", ""),
    programs.CATALINT_FROM_LIST: ("#56b4e9", ""),
    programs.CATALINT_JSON: ("#cc79a7", ""),
    programs.FIND: ("#777777", "2 4"),
    programs.GIT: ("#444444", "6 4"),
    programs.GIT_ALL: ("#999999", "10 4"),
    programs.YAMLLINT: ("#e69f00", ""),
    programs.SPECTRAL: ("#d55e00", ""),
    programs.POLICIES: ("#009e73", ""),
}


class Axis:
    """Places the decades from `least` to `most` between two pixels."""

    def __init__(self, values, begin, end):
        self.least = math.floor(math.log10(min(values)))
        self.most = max(math.ceil(math.log10(max(values))), self.least + 1)
        self.begin, self.end = begin, end

    def place(self, value):
        share = (math.log10(value) - self.least) / (self.most - self.least)
        return round(self.begin + share * (self.end - self.begin), 1)

    def decades(self):
        return [10.0 ** power for power in range(self.least, self.most + 1)]


def shown_decade(milliseconds):
    return f"{milliseconds:g} ms" if milliseconds < 1000 else f"{milliseconds / 1000:g} s"


def text(x, y, words, anchor="start", more=""):
    return f'<text x="{x}" y="{y}" text-anchor="{anchor}"{more}>{html.escape(words)}</text>'


def line(x1, y1, x2, y2, color):
    return f'<line x1="{x1}" y1="{y1}" x2="{x2}" y2="{y2}" stroke="{color}"/>'


def spread(labels):
    """(x, y, name) of labels, moved down where they would overlap one of the same column."""
    placed = []
    for x, y, name in sorted(labels):
        above = [other for left, other, _ in placed if left == x]
        placed.append((x, max([y, *(other + LINE_HEIGHT for other in above)]), name))
    return placed


def grid(across, up):
    for size in across.decades():
        x = across.place(size)
        yield line(x, TOP, x, HEIGHT - BOTTOM, "#dddddd")
        yield text(x, HEIGHT - BOTTOM + 20, f"{size:,.0f}", "middle")
    for milliseconds in up.decades():
        y = up.place(milliseconds)
        yield line(LEFT, y, WIDTH - RIGHT, y, "#dddddd")
        yield text(LEFT - 8, y + 4, shown_decade(milliseconds), "end")


def curves(points, across, up):
    labels = []
    for name, measured in points.items():
        color, dashes = LOOKS[name]
        places = [(across.place(size), up.place(milliseconds)) for size, milliseconds in measured]
        width = 3 if name == programs.CATALINT else 1.5
        yield (f'<polyline points="{" ".join(f"{x},{y}" for x, y in places)}" fill="none" stroke="{color}" '
               f'stroke-width="{width}" stroke-dasharray="{dashes}"/>')
        for x, y in places:
            yield f'<circle cx="{x}" cy="{y}" r="{width + 1}" fill="{color}"/>'
        labels.append((*places[-1], name))
    for x, y, name in spread(labels):
        yield text(x + 10, y + 4, name, more=f' fill="{LOOKS[name][0]}"')


def svg(scans):
    points = {}
    for size in sorted(scans):
        for name, sample in scans[size].items():
            if sample.times:
                points.setdefault(name, []).append((size, sample.median))
    across = Axis(scans, LEFT, WIDTH - RIGHT)
    up = Axis([spent for measured in points.values() for _, spent in measured], HEIGHT - BOTTOM, TOP)
    title = "Time to lint a repository, by the number of its descriptors"
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{WIDTH}" height="{HEIGHT}" '
        f'viewBox="0 0 {WIDTH} {HEIGHT}" role="img" font-family="DejaVu Sans, Verdana, Arial, sans-serif" font-size="13" fill="#222222">',
        f"<title>{title}</title>",
        f'<rect width="{WIDTH}" height="{HEIGHT}" fill="#ffffff"/>',
        text(LEFT, 28, title, more=' font-size="16"'),
        *grid(across, up),
        text((LEFT + WIDTH - RIGHT) / 2, HEIGHT - 12, "descriptors, among three times as many files in git", "middle"),
        *curves(points, across, up),
        "</svg>",
    ]
    return "\n".join(parts) + "\n"
