"""What holds for all tests."""

import os

from hypothesis import HealthCheck, settings

# Tests run beside one another: how long one of them takes says nothing of the library.
settings.register_profile("people", deadline=None, suppress_health_check=[HealthCheck.too_slow])
# People and nightly runs look for new counterexamples; the gate decides on the same ones each time.
settings.register_profile("gate", settings.get_profile("people"), derandomize=True)
settings.load_profile("gate" if os.environ.get("CI") else "people")
