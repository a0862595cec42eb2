"""The process that runs the Graphviz library: DOT on stdin, the picture on stdout.

Not imported but run by :mod:`argmap.render.engine`, as a script in an isolated interpreter without
site-packages (half the start-up time), which is why the folder of pygraphviz is an argument. A library in
C can crash, hang or leak; here it harms nobody.
"""

import signal
import sys


def main(folder: str, format: str, seconds: str) -> None:
    """Lay out the DOT on stdin and write it to stdout in a format."""
    if hasattr(signal, "alarm"):
        signal.alarm(int(seconds))  # whoever waits for us may have been killed before it could stop us
    sys.path.insert(0, folder)
    from pygraphviz import AGraph

    graph = AGraph(string=sys.stdin.buffer.read().decode())
    sys.stdout.buffer.write(graph.draw(format=format, prog="dot"))


if __name__ == "__main__":
    main(*sys.argv[1:])
