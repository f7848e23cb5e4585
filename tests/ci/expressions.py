"""The expressions of GitHub Actions: names, texts, !, ==, !=, &&, || and calls.

Stricter than GitHub, which takes a misspelt name for an empty one: here it is a
KeyError, but for the members of `github.event` and the outputs of steps.
"""
import re

TOKEN = re.compile(r"\s*('(?:[^']|'')*'|&&|\|\||==|!=|!|[()]|[\w.-]+)")
WHOLE = re.compile(r"\$\{\{(.*?)\}\}", re.DOTALL)


def text_of(value):
    return {None: "", True: "true", False: "false"}.get(value, value)


def expand(text, contexts):
    """The text with the value of each ${{ expression }} in its place."""
    return WHOLE.sub(lambda match: text_of(evaluate(match[1], contexts)), text)


def evaluate(expression, contexts):
    """`contexts` holds dictionaries, and functions under their names."""
    tokens, position = [], 0
    while expression[position:].strip():
        match = TOKEN.match(expression, position)
        if match is None:
            raise ValueError(f"{expression!r} is not understood at {expression[position:]!r}")
        tokens.append(match[1])
        position = match.end()
    value = _either(tokens, contexts)
    if tokens:
        raise ValueError(f"{expression!r} goes on with {tokens}")
    return value


def _either(tokens, contexts):
    value = _both(tokens, contexts)
    while tokens[:1] == ["||"]:
        tokens.pop(0)
        other = _both(tokens, contexts)
        value = value or other
    return value


def _both(tokens, contexts):
    value = _equal(tokens, contexts)
    while tokens[:1] == ["&&"]:
        tokens.pop(0)
        other = _equal(tokens, contexts)
        value = value and other
    return value


def _equal(tokens, contexts):
    value = _one(tokens, contexts)
    while tokens[:1] in (["=="], ["!="]):
        operator, other = tokens.pop(0), _one(tokens, contexts)
        value = (value == other) == (operator == "==")
    return value


def _one(tokens, contexts):
    token = tokens.pop(0)
    if token == "!":
        return not _one(tokens, contexts)
    if token == "(":
        value = _either(tokens, contexts)
        assert tokens.pop(0) == ")"
        return value
    if token.startswith("'"):
        return token[1:-1].replace("''", "'")
    if tokens[:2] == ["(", ")"]:
        del tokens[:2]
        return contexts[token]()
    return _look_up(token.split("."), contexts)


def _look_up(names, contexts):
    value = contexts
    for depth, name in enumerate(names):
        open_ended = names[:2] == ["github", "event"] and depth >= 2 or \
            names[0] == "steps" and depth == 3
        if open_ended:
            value = value.get(name) if isinstance(value, dict) else None
        else:
            value = value[name]
    return value
