"""Who finishes the course, and at which lesson the others stop.

>>> import pandas as pd
>>> from ecotools.metrics import completion
>>> days = pd.to_datetime(["2025-01-01", "2025-01-02", "2025-03-01"])
>>> done = pd.DataFrame({"customer_id": [1, 1, 2], "day": days, "lesson": [1, 2, 1]})
>>> completion.curve(done, lessons=2)["finish"].tolist()
[1.0, 1.0]
"""

from ecotools.metrics.completion.curve import curve, lessons_done

__all__ = ["curve", "lessons_done"]
__dir__ = __all__.copy
