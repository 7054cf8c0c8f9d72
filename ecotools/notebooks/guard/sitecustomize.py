"""Loaded by every Python process with this folder on its path: refuses connections that leave the machine."""

import sys

_LOCAL = ("127.", "localhost", "::1", "0.0.0.0")


def _refuse_the_network(event, arguments):
    if event in ("socket.connect", "socket.sendto", "socket.sendmsg"):
        address = arguments[1]
        host = address[0] if isinstance(address, tuple) and address else None
    elif event in ("socket.getaddrinfo", "socket.gethostbyname"):
        host = arguments[0]
    else:
        return
    if isinstance(host, (bytes, bytearray)):
        host = host.decode()
    if isinstance(host, str) and host and not host.startswith(_LOCAL):
        raise OSError(f"the network is cut off while notebooks are run: no connection to {host}")


if __name__ == "sitecustomize":  # loaded as a guard, not looked at by a tool: a hook stays for good
    sys.addaudithook(_refuse_the_network)
