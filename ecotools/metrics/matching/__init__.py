"""Whom to pair with whom: the best assignment beside what lots would give.

>>> import pandas as pd
>>> from ecotools.metrics import matching
>>> fit = pd.DataFrame({"Mia": [0.9, 0.8], "Noor": [0.7, 0.1]}, index=["Ada", "Ben"])
>>> matching.pairs(fit)[["one", "other"]].values.tolist()
[['Ada', 'Noor'], ['Ben', 'Mia']]
"""

from ecotools.metrics.matching.pairs import fits, pairs

__all__ = ["fits", "pairs"]
__dir__ = __all__.copy
