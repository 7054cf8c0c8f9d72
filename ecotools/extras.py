"""What only some of the users need, and what to install where a part of it is missing.

The package itself is what a creator needs. Who takes the course or teaches it installs more with an extra:
``pip install "ecotools[learn]"``.
"""

from __future__ import annotations

from importlib.util import find_spec

EXTRAS = {
    "learn": ("IPython", "ipykernel", "ipywidgets", "jupyterlab", "papermill"),
    "teach": ("nbclient", "nbconvert", "nbformat", "nbgrader", "nh3", "psutil", "rapidfuzz", "tinycss2"),
    "parquet": ("pyarrow",),
}
"""The modules of each extra; pyproject.toml has their versions."""


class MissingExtraError(ImportError):
    """A part of ecotools needs libraries that are not installed; the text says how to get them."""


def need(extra: str, *modules: str) -> None:
    """Refuse, with what to install, where a library of ``extra`` is missing; nothing is imported for it.

    Parameters
    ----------
    extra : str
        A key of ``EXTRAS``.
    modules : str
        Which of its modules; by default all.

    Raises
    ------
    MissingExtraError
        Names what is missing.

    Examples
    --------
    >>> need("learn", "ipywidgets")
    """
    missing = [module for module in modules or EXTRAS[extra] if find_spec(module) is None]
    if missing:
        raise MissingExtraError(
            f'this needs {", ".join(missing)}, not installed here: pip install "ecotools[{extra}]"'
        )
