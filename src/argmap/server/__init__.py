"""Maps live on this machine: a small web server that only this machine can reach."""

from argmap.server.app import make_app
from argmap.server.maps import LiveMap, LiveMaps, Tools

__all__ = ["LiveMap", "LiveMaps", "Tools", "make_app"]
