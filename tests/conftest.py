"""Generated examples are drawn the same way on every run: a failure seen once is seen again."""

from hypothesis import settings

settings.register_profile("same-every-time", derandomize=True, database=None)
settings.load_profile("same-every-time")
