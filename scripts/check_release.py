"""Run the tests on every supported version of Python, build the package and try it: the sessions of noxfile.py.

Further arguments go to nox: --session installed for the package alone.
"""

import sys

from environment import install, run

if __name__ == "__main__":
    install("release")
    run("nox", *sys.argv[1:])
