"""Counts and prints what a conformance script checks: `ok`, `FAIL` and `skip` lines that the runner reads."""

import asyncio
import sys
import traceback

# A check that takes longer than this has hung, which is a failure like any other.
PATIENCE_SECONDS = 60


class Checks:
    """The checks of one script, in the order in which they were declared."""

    def __init__(self):
        self._checks = []

    def __call__(self, function):
        """Declares an async function to be a check; its name, in words, is what is printed."""
        self._checks.append(function)
        return function

    def run(self):
        """Runs them one after another; exits with 1 if any failed."""
        sys.exit(asyncio.run(self._run()))

    async def _run(self):
        failed = 0
        for check in self._checks:
            name = check.__name__.replace("_", " ")
            try:
                await asyncio.wait_for(check(), PATIENCE_SECONDS)
                print(f"ok {name}", flush=True)
            except Skip as reason:
                print(f"skip {name}: {reason}", flush=True)
            except Exception as error:  # whatever an SDK raises is a failed check, not the end of the others
                failed += 1
                traceback.print_exc()
                print(f"FAIL {name}: {type(error).__name__}: {str(error)[:300]}", flush=True)
        return 1 if failed else 0


class Skip(Exception):
    """Raised by a check that cannot run on this machine."""


def expect(condition, otherwise):
    """Fails the check unless `condition` holds."""
    if not condition:
        raise AssertionError(otherwise)


def expect_near(value, wanted, tolerance, what):
    """Fails the check unless `value` is within `tolerance` of `wanted`."""
    expect(abs(value - wanted) <= tolerance, f"{what} is {value}, not {wanted} ± {tolerance}")
