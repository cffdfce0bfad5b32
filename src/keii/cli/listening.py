"""Where a server listens: a socket, whether it is this machine's alone, and what it is called in an address."""

import socket
from ipaddress import ip_address

from keii.errors import UsageError


def loopback(host: str) -> bool:
    """Whether only this machine can reach `host`."""
    try:
        return host == "localhost" or ip_address(host).is_loopback
    except ValueError:
        return False


def listening(host: str, port: int) -> socket.socket:
    """A socket that listens there. Raises UsageError where it cannot."""
    try:
        family, _, _, _, address = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0]
        place = socket.socket(family, socket.SOCK_STREAM)
        place.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        place.bind(address)
    except OSError as error:
        raise UsageError("web.no_port", host=host, port=port, reason=error.strerror or str(error)) from error
    return place


def address_of(place: socket.socket) -> str:
    """`127.0.0.1:8760`, `[::1]:8760`."""
    host, port = place.getsockname()[:2]
    return f"[{host}]:{port}" if ":" in host else f"{host}:{port}"
