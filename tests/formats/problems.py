"""What is told of a map file."""

from argmap import formats


def problems(text, name="m.yaml"):
    """Return (line, column, code, message) of every problem, and the readings's map."""
    data = text if isinstance(text, bytes) else text.encode("utf-8", "surrogatepass")
    return [(p.span.line, p.span.column, p.code, p.message) for p in formats.read(data, name).problems]


def only(text, name="m.yaml"):
    data = text if isinstance(text, bytes) else text.encode("utf-8", "surrogatepass")
    (problem,) = formats.read(data, name).problems
    return problem
