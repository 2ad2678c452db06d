"""What holds for all tests."""

import os

from hypothesis import settings

# People and nightly runs look for new counterexamples; the gate decides on the same ones each time.
settings.register_profile("gate", derandomize=True)
if os.environ.get("CI"):
    settings.load_profile("gate")
