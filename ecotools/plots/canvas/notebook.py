"""Show pictures in a notebook as described figures, once each; also what learners draw with matplotlib."""

from matplotlib.axes import Axes
from matplotlib.figure import Figure

from .descriptions import alt_text, whole
from .render import to_html


def register(shell=None) -> bool:
    """Make IPython show Figure and Axes through `to_html`; return whether there is an IPython to do so in.

    Called when `ecotools.plots` is imported; calling it again changes nothing.

    >>> register()
    False
    """
    shell = shell or _shell()
    if shell is None:
        return False
    # The mime bundle, not text/html: the inline backend clears the latter when pyplot comes later.
    formatter = shell.display_formatter.mimebundle_formatter
    for kind in (Figure, Axes):
        formatter.for_type(kind, _bundle)
    _no_second_image(shell)
    return True


def _shell():
    try:
        from IPython.core.getipython import get_ipython
    except ImportError:
        return None
    return get_ipython()


def _no_second_image(shell) -> None:
    """Switch off the PNG without a description that the inline backend would store beside ours."""
    from matplotlib_inline.config import InlineBackend

    InlineBackend.instance(parent=shell).figure_formats = set()


def _bundle(picture: Axes | Figure) -> dict[str, str]:
    bundle = {"text/html": to_html(picture), "text/plain": alt_text(picture)}
    _shown(whole(picture))
    return bundle


def _shown(figure: Figure) -> None:
    """Tell pyplot, if it manages this figure, that it need not be shown again at the end of the cell."""
    from matplotlib._pylab_helpers import Gcf

    managers = [m for m in Gcf.get_all_fig_managers() if m.canvas.figure is figure]
    if managers and _closes_figures():
        for manager in managers:
            Gcf.destroy(manager)


def _closes_figures() -> bool:
    from matplotlib_inline.config import InlineBackend

    return InlineBackend.initialized() and InlineBackend.instance().close_figures
