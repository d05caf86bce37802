"""Servers of a script's own: where it must choose the settings, or know the process."""

import asyncio
import os
import socket
import subprocess
import urllib.error
import urllib.request
from contextlib import asynccontextmanager

KEY, BINARY = os.environ["SYRINX_KEY"], os.environ["SYRINX_BIN"]


@asynccontextmanager
async def own_server(*settings):
    """A server with these settings, such as `limits.idle=33s`; gives its address and the number of its process."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        address = f"127.0.0.1:{probe.getsockname()[1]}"
    chosen = [word for setting in settings for word in ("--set", setting)]
    environment = {**os.environ, "SYRINX_API_KEYS": KEY}
    command = [BINARY, "serve", "--listen", address, *chosen]
    server = subprocess.Popen(command, env=environment, stderr=subprocess.DEVNULL)
    try:
        await _ready(f"http://{address}")
        yield f"http://{address}", server.pid
    finally:
        server.terminate()
        server.wait(10)


async def _ready(url):
    for _ in range(100):
        if await asyncio.to_thread(_is_ready, url):
            return
        await asyncio.sleep(0.1)
    raise AssertionError("the server does not become ready")


def _is_ready(url):
    try:
        return urllib.request.urlopen(f"{url}/readyz", timeout=5).status == 200
    except (urllib.error.URLError, OSError):
        return False
