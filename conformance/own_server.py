"""Servers of a script's own, for checks that must choose the settings or end the process."""

import asyncio
import os
from contextlib import asynccontextmanager, suppress

KEY, BINARY = os.environ["SYRINX_KEY"], os.environ["SYRINX_BIN"]
LISTENING = "listening on "
# Until it listens, in seconds.
PATIENCE = 20


@asynccontextmanager
async def own_server(*settings, **environment):
    """A server with these settings, such as `limits.idle=33s`; gives its address and its process.

    It takes a free port by itself: whoever looks for one first may lose it to a suite that runs at the same time.
    """
    # What is meant for the script is none of the server's settings, and a name that it does not know would stop it.
    inherited = {name: value for name, value in os.environ.items() if not name.startswith("SYRINX_")}
    chosen = [word for setting in settings for word in ("--set", setting)]
    process = await asyncio.create_subprocess_exec(
        BINARY, "serve", "--listen", "127.0.0.1:0", *chosen,
        env={**inherited, "SYRINX_API_KEYS": KEY, **environment},
        stdout=asyncio.subprocess.PIPE, stderr=asyncio.subprocess.STDOUT,
    )  # fmt: skip
    try:
        url = await asyncio.wait_for(_address(process.stdout), PATIENCE)
        reading = asyncio.create_task(_drop(process.stdout))
        yield url, process
        reading.cancel()
    finally:
        with suppress(ProcessLookupError):
            process.kill()
        await process.wait()


async def _address(output):
    """What it says where it listens, among the lines of its log."""
    async for line in output:
        _, found, address = line.decode().partition(LISTENING)
        if found:
            return address.split()[0].strip('",')
    raise AssertionError("the server ended before it listened")


async def _drop(output):
    """Reads on, since a full pipe would stop the log."""
    while await output.read(65536):
        pass
